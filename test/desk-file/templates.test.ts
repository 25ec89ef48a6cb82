import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Connection, connect } from '../../src/db/connect.ts';
import { openTemplates } from '../../src/db/templates.ts';
import { carryOut, proposal } from '../../src/desk-file/apply.ts';
import { exportDesk } from '../../src/desk-file/export.ts';
import { parseDeskFile } from '../../src/desk-file/read.ts';
import { personId, workspaceId } from '../../src/domain/language.ts';
import { type FreshDatabase, freshDatabase } from '../setup/database.ts';
import { directory, NORTHWIND } from './northwind.ts';
import { faultsOf, SMALL } from './small.ts';

const withTemplate = (...lines: readonly string[]) =>
  `${SMALL}templates:\n  hello:\n${['title: Hello', ...lines].map((line) => `    ${line}\n`).join('')}`;
/** The template begins in this line. */
const FIRST = SMALL.split('\n').length + 1;

test.each<[string, readonly string[], readonly string[]]>([
  [
    'a sound one',
    [
      'group: support',
      'text: "Hello {{requester}}, {{ Number }}, {{field.device}}"',
      'acts: [{ do: tag, with: { add: [vpn] } }, { do: work }, { do: forward, with: { group: it } }]',
    ],
    [],
  ],
  [
    'a code that stands for nothing',
    ['text: { en: "Hello {{requster}}", it: "{{field.screen}}" }'],
    [
      '2: template "hello" has the code {{requster}}, which stands for nothing; there are {{requester}}, {{number}}, {{title}}, {{agent}}, {{group}} and {{field.key}} for what a type asks.',
      '2: template "hello" has the code {{field.screen}}, which stands for nothing; there are {{requester}}, {{number}}, {{title}}, {{agent}}, {{group}} and {{field.key}} for what a type asks.',
    ],
  ],
  [
    'groups that there are not',
    ['text: Hello', 'group: sales', 'acts: [{ do: forward, with: { group: shop } }]'],
    [
      '0: template "hello" names the group "sales", which does not exist; the groups are support, it.',
      '4: template "hello" forwards to the group "shop", which does not exist.',
    ],
  ],
  [
    'a processing type that its group does not have',
    ['text: Hello', 'group: it', 'processing: network'],
    ['4: template "hello" names the processing type "network", which the group "it" does not have; it has none.'],
  ],
  [
    'a processing type that nobody has',
    ['text: Hello', 'processing: network'],
    ['3: template "hello" names the processing type "network", which no group has.'],
  ],
  [
    'an act with what it cannot take',
    ['text: Hello', 'acts: [{ do: edit, with: { priority: huge } }]'],
    ['3: template "hello" has an act that "edit" cannot do with what stands under "with".'],
  ],
  [
    'too many words',
    [`text: ${'x'.repeat(3001)}`],
    ['2: template "hello" has more than 3000 characters, which no answer takes; make it shorter.'],
  ],
])('%s', (_, lines, faults) =>
  expect(faultsOf(withTemplate(...lines))).toEqual(
    faults.map((fault) => fault.replace(/^\d+/, (line) => String(FIRST + Number(line)))),
  ),
);

let database: FreshDatabase;
let connection: Connection;
beforeAll(async () => {
  database = await freshDatabase();
  connection = await connect(database.url);
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

test('what is applied again stays counted, stands in the export, and its difference says what changed', async () => {
  const { db, sql } = connection;
  const given = (text: string) => ({ file: parseDeskFile('my.yml', text), db, workspace: NORTHWIND, directory });
  const apply = async (text: string) => {
    const plan = await proposal(given(text));
    await carryOut({ ...given(text), plan });
    return plan.lines.filter((line) => line.includes('template'));
  };
  const desk = (hello: string, more = '') => `
people: { lea@northwind.example: {} }
groups:
  support: { name: Support, kind: consultation, channel: support-desk, leads: [lea@northwind.example], chain: [] }
templates:
  hello: { title: Hello, text: { en: ${hello}, it: Ciao }, in_groups: { support: Hi }, acts: [{ do: tag, with: { add: [x] } }] }
${more}`;
  expect(await apply(desk('Hello', '  bye: { title: Bye, text: Bye }'))).toEqual(
    [
      '+ template "bye": title: Bye',
      '+ template "bye": text: Bye',
      '+ template "hello": title: Hello',
      '+ template "hello": text: en: Hello, it: Ciao',
      '+ template "hello": in_groups: support: Hi',
      '+ template "hello": acts: (do: tag, with: add: (x))',
    ].toSorted((a, b) => Number(a.includes('bye')) - Number(b.includes('bye'))),
  );
  const shelf = openTemplates(sql);
  await sql`update templates set uses = 1 where code = 'hello'`;
  const text = (await exportDesk(db, NORTHWIND.id, directory)) ?? '';
  expect((await proposal(given(text))).lines).toEqual([]);
  expect(await apply(desk('Good day'))).toEqual([
    '~ template "hello": text: en: Hello, it: Ciao → en: Good day, it: Ciao',
    '- template "bye": title: Bye',
    '- template "bye": text: Bye',
  ]);
  expect(await shelf.all(workspaceId(NORTHWIND.id))).toMatchObject([
    { code: 'hello', uses: 1, text: { en: 'Good day' } },
  ]);
});

test('what was written in Slack is told before a file undoes it, stays where the file says nothing, and is found once it does', async () => {
  const { db, sql } = connection;
  const given = (text: string) => ({ file: parseDeskFile('my.yml', text), db, workspace: NORTHWIND, directory });
  const exported = async () => (await exportDesk(db, NORTHWIND.id, directory)) ?? '';
  const before = await exported();
  const shelf = openTemplates(sql);
  const workspace = workspaceId(NORTHWIND.id);
  const [lea] = await sql<{ id: string }[]>`select id from people where email = 'lea@northwind.example'`;
  const bye = { group: null, title: 'Bye', text: 'Bye', variants: {}, processing: null, acts: [] };
  await shelf.add(workspace, { ...bye, code: 'bye' }, personId(lea!.id));
  await shelf.add(workspace, { ...bye, code: 'gone' }, personId(lea!.id));
  await shelf.remove(workspace, { code: 'gone', version: 0 });
  const undone = (await proposal(given(before))).lines.filter((line) => line.startsWith('!'));
  expect(undone).toEqual([
    expect.stringMatching(/^! template "bye" was written in Slack by lea@northwind\.example on /),
  ]);
  const silent = before.replace(/^templates:\n(?: .*\n)*/m, '');
  expect((await proposal(given(silent))).lines).toEqual([]);
  const now = await exported();
  expect(now).toContain('bye:');
  expect(now).not.toContain('gone:');
  await carryOut({ ...given(now), plan: await proposal(given(now)) });
  expect((await proposal(given(before))).lines).toEqual([
    '- template "bye": title: Bye',
    '- template "bye": text: Bye',
  ]);
});
