import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Connection, connect } from '../../src/db/connect.ts';
import { applyDeskFile, carryOut, proposal } from '../../src/desk-file/apply.ts';
import { exportDesk } from '../../src/desk-file/export.ts';
import { parseDeskFile } from '../../src/desk-file/read.ts';
import { PRIORITIES } from '../../src/domain/language.ts';
import { fitting, operatorOf, targetOf, TARGETS } from '../../src/domain/triggers/conditions.ts';
import { HAPPENINGS } from '../../src/domain/triggers/happenings.ts';
import { type FreshDatabase, freshDatabase } from '../setup/database.ts';
import { directory, NORTHWIND } from './northwind.ts';
import { faultsOf, SMALL } from './small.ts';

const withTrigger = (...lines: string[]) =>
  `${SMALL}triggers:\n  night:\n${['name: Night', 'on: [created]', ...lines].map((line) => `    ${line}\n`).join('')}`;
const FIRST = SMALL.split('\n').length + 2;
/** Faults without their line, and whether all stand in the line of the third setting. */
const faults = (line: string) => faultsOf(withTrigger(line)).map((fault) => fault.replace(`${FIRST + 2}: `, ''));

const many = (count: number, word: string) => Array.from({ length: count }, () => word).join(', ');

test.each([
  ['if: [{ of: weather, is: bad }]', 'needs "of": one of group,'],
  [
    'if: [{ of: priority, is: huge }]',
    'needs values for "priority": one of low, normal, high, urgent, for example  { of: priority, is: low }',
  ],
  [
    'if: [{ of: title, at_least: 3 }]',
    'needs one way to compare "title": one of is, is_not, contains, lacks, says, starts_with, empty, filled',
  ],
  ['if: [{ of: assignee, empty: no }]', 'needs true after "empty"'],
  ['if: [{ of: title, contains: a, lacks: b }]', 'needs one way to compare "title"'],
  [`if: [{ of: title, is: [${many(31, 'a')}] }]`, 'needs at most 30 values for "title"'],
  [`if: [{ of: title, is: [${many(20, 'a'.repeat(190))}] }]`, 'and 3000 in all'],
  [`if: [{ of: title, is: "${'a'.repeat(201)}" }]`, 'of at most 200 characters'],
  ['if: [{ of: title, is: "one\\ntwo" }]', 'each in one line'],
  ['if: [soon]', 'needs a condition, for example'],
  ['if: [{ of: group, is: attic }]', 'names the group "attic", which does not exist'],
  [
    'if: [{ of: processing, is: gone }, { of: processing, contains: gone }]',
    'names the processing type "gone", which no group has',
  ],
  ['if: [{ of: requester, is: zoe@x.example }]', 'names "zoe@x.example", who does not stand under people'],
  ['do: [{ assign: { group: attic } }]', 'names the group "attic", which does not exist'],
  ['do: [{ assign: {} }]', 'needs a group, a person or a way to find one for "assign"'],
  ['do: [{ dance: true }]', 'needs a result: one of assign, priority,'],
  ['do: [{ priority: huge }]', 'needs one of low, normal, high, urgent for "priority"'],
  ['do: [{ tag: [] }]', 'needs at least one tag'],
  ['do: [{ call: { url: "https://x.example", secret: crm } }]', 'in capitals'],
  ['do: [{ assign: { to: ana@x.example, how: random } }]', 'not both'],
  ['do: [{ type: gone }]', 'names the type "gone", which does not exist'],
  ['do: [{ notify: zoe@x.example }]', 'names "zoe@x.example"'],
  ['do: [{ call: { url: "ftp://x.example" } }]', 'begins with https://'],
  ['do: [{ call: { url: "https://me:secret@x.example" } }]', 'no name or password'],
  ['group: attic', 'names the group "attic"'],
  ['when: now', 'has no setting "when"'],
])('%s', (line, says) => {
  const found = faults(line);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/^trigger "night" /);
  expect(found[0]).toContain(says);
});

test('an event that there is not', () => {
  expect(faultsOf(SMALL + 'triggers:\n  night: { name: Night, on: [lunch] }\n')[0]).toContain(
    'one of created, changed',
  );
  expect(faultsOf(SMALL + 'triggers:\n  Night: { name: Night, on: [created] }\n')[0]).toContain('has the key "Night"');
});

let database: FreshDatabase;
let connection: Connection;
beforeAll(async () => {
  database = await freshDatabase();
  connection = await connect(database.url);
  await applyDeskFile({ file: 'desk.yml', db: connection.db, workspace: NORTHWIND, directory });
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

const exported = async () => (await exportDesk(connection.db, NORTHWIND.id, directory)) ?? '';
async function apply(text: string) {
  const given = { file: parseDeskFile('my.yml', text), db: connection.db, workspace: NORTHWIND, directory };
  const plan = await proposal(given);
  await carryOut({ ...given, plan });
  return plan.lines;
}

const condition = fc.constantFrom(...TARGETS).chain((of) => {
  const target = targetOf(of)!;
  const names = {
    group: ['support', 'it'],
    type: ['malfunction'],
    person: ['ana@northwind.example', 'lea@northwind.example'],
  };
  const value = fc.constantFrom(
    ...(target.among ??
      (target.names
        ? names[target.names]
        : target.sort === 'number'
          ? ['0', '12']
          : ['100% "sure"', "l'avviso", 'a\\b', 'yes', '007'])),
  );
  return fc.constantFrom(...fitting(target)).chain((is) => {
    const { wants } = operatorOf(is);
    const named = of === 'processing' && is.startsWith('is') ? fc.constantFrom('network', 'access') : value;
    const values = fc.array(named, { minLength: 1, maxLength: wants === 'one' ? 1 : 3 });
    return values.map((given): Record<string, unknown> => ({ of, [is]: wants === 'nothing' ? true : given }));
  });
});
const result = fc.constantFrom<Record<string, unknown>>(
  { assign: { group: 'it', how: 'round_robin' } },
  { assign: { to: 'ana@northwind.example' } },
  ...PRIORITIES.map((priority) => ({ priority })),
  { type: 'malfunction' },
  { tag: ['vip', '"odd"'], untag: ['old'] },
  { notify: 'leads' },
  { notify: 'lea@northwind.example' },
  { notify: { channel_of: 'it' } },
  { escalate: true },
  { call: { url: 'https://hooks.example/in?a=1', send: ['title', 'requester_email'] } },
  { call: { url: 'https://hooks.example/in', secret: 'CRM' } },
);
const trigger = fc.record({
  name: fc.constantFrom('Night urgent', '"Quoted" \\ % name'),
  enabled: fc.boolean(),
  on: fc.uniqueArray(fc.constantFrom(...HAPPENINGS), { minLength: 1 }),
  match: fc.constantFrom('all', 'any'),
  if: fc.array(condition, { maxLength: 4 }),
  do: fc.array(result, { maxLength: 4 }),
});

test('whatever triggers a file has: applied and exported again it is the same, and nothing differs', async () => {
  const rest = (await exported()).replace(/^triggers:.*\n(?: .*\n)*/m, '');
  await fc.assert(
    fc.asyncProperty(fc.array(trigger, { minLength: 1, maxLength: 3 }), async (all) => {
      const section = Object.fromEntries(all.map((one, at) => [`t${at}`, one]));
      await apply(`${rest}triggers: ${JSON.stringify(section)}\n`);
      const now = await exported();
      expect(await apply(now)).toEqual([]);
      expect(await exported()).toBe(now);
    }),
    { numRuns: 15 },
  );
});

test('the difference is told, what is not mentioned stays, and what is said anew is whole again', async () => {
  const rest = (await exported()).replace(/^triggers:.*\n(?: .*\n)*/m, '');
  const one = '{ name: Night, enabled: true, on: [created], do: [{ notify: leads }] }';
  await apply(`${rest}triggers: { night: ${one}, day: ${one} }\n`);
  const { sql } = connection;
  await sql`update triggers set broken = '[]'`;
  expect(await apply(rest)).toEqual([]);
  expect(await apply(`${rest}triggers: { day: ${one}, night: ${one.replace('leads', 'assignee')} }\n`)).toEqual([
    '~ trigger "night": do: (notify: leads) → (notify: assignee)',
    '~ order of the triggers: night, day → day, night',
  ]);
  const rows = await sql`select key, broken from triggers order by position`;
  expect(rows).toEqual([
    { key: 'day', broken: [] },
    { key: 'night', broken: null },
  ]);
  expect((await apply(`${rest}triggers: {}\n`)).filter((line) => line.startsWith('- trigger'))).not.toEqual([]);
  expect(await sql`select key from triggers`).toEqual([]);
});

test('what was written in Slack is told before a file undoes it, and not once the file says it too', async () => {
  const rest = (await exported()).replace(/^triggers:.*\n(?: .*\n)*/m, '');
  const file = (name: string) =>
    `${rest}triggers: { night: { name: ${name}, on: [created], do: [{ notify: leads }] } }\n`;
  await apply(file('Night'));
  const { sql } = connection;
  const inSlack = () =>
    sql`update triggers set name = 'Dark', version = version + 1, edited_by = ${directory.people[0]!.id}, edited_at = '2026-11-22'`;
  await inSlack();
  const [warning, ...lines] = await apply(file('Night'));
  expect(warning).toMatch(/^! trigger "night" was written in Slack by .+ on 2026-11-22, and the file does not say so/);
  expect(lines).toEqual(['~ trigger "night": name: Dark → Night']);
  expect(await apply(file('Dusk'))).toEqual(['~ trigger "night": name: Night → Dusk']);
  await inSlack();
  expect(await apply(file('Dark'))).toEqual([]);
  expect(await apply(file('Dawn'))).toEqual(['~ trigger "night": name: Dark → Dawn']);
  expect(await sql`select version, edited_by from triggers`).toEqual([{ version: 5, edited_by: null }]);
});

test('what was written in Slack stays known as that where a file says nothing of it, whatever else it changes', async () => {
  const silent = (await exported()).replaceAll(/^(?:triggers|templates|banned_words):.*\n(?: .*\n)*/gm, '');
  const { sql } = connection;
  const slack = [directory.people[0]!.id, '2026-11-22'] as const;
  await apply(
    `${silent}triggers: { night: { name: Night, on: [created], do: [{ notify: leads }] } }
templates: { bye: { title: Bye, text: Bye } }
banned_words: [{ words: [idiot] }]\n`,
  );
  for (const table of ['triggers', 'templates', 'banned_words'])
    await sql`update ${sql(table)} set edited_by = ${slack[0]}, edited_at = ${slack[1]}`;
  expect(await apply(silent.replace('name: Support\n', 'name: Help\n'))).toEqual([
    '~ group "support": name: Support → Help',
  ]);
  const lost = await apply(`${silent}triggers: {}\ntemplates: {}\nbanned_words: []\n`);
  expect(lost.filter((line) => line.startsWith('!'))).toEqual(
    ['trigger "night"', 'template "bye"', 'banned word "idiot"'].map((of) =>
      expect.stringContaining(`! ${of} was written in Slack by `),
    ),
  );
});
