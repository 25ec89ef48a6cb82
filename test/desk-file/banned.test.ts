import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Connection, connect } from '../../src/db/connect.ts';
import { openBanned, readBanned } from '../../src/db/banned.ts';
import { carryOut, proposal } from '../../src/desk-file/apply.ts';
import type { BannedHow } from '../../src/desk/banned-editing.ts';
import { exportDesk } from '../../src/desk-file/export.ts';
import { parseDeskFile } from '../../src/desk-file/read.ts';
import { groupKey, personId, workspaceId } from '../../src/domain/language.ts';
import { type FreshDatabase, freshDatabase } from '../setup/database.ts';
import { directory, NORTHWIND } from './northwind.ts';
import { faultsOf, SMALL } from './small.ts';

const withWords = (...lines: readonly string[]) =>
  `${SMALL}banned_words:\n${lines.map((line) => `  - ${line}\n`).join('')}`;
/** The list begins in this line. */
const FIRST = SMALL.split('\n').length + 1;

test.each<[string, readonly string[], readonly string[]]>([
  ['a sound list', ['words: [idiot, shut up]', '{ group: it, language: it, words: [idiot] }'], []],
  [
    'a group that there is not',
    ['{ group: sales, words: [idiot] }'],
    ['1 of the banned words names the group "sales", which does not exist; the groups are support, it.'],
  ],
  [
    'no word',
    ['words: ["!?"]'],
    ['1 of the banned words has the word "!?", in which there is no letter and no digit; take it away.'],
  ],
  [
    'the same word twice',
    ['words: [perche]', '{ words: [Perché] }'],
    [
      '2 of the banned words has the word "Perché" twice (capitals and accents make no difference); keep one of the two.',
    ],
  ],
  [
    'no such language',
    ['{ language: de, words: [Depp] }'],
    ['1 of the banned words needs "language": one of en, it, not "de", for example  language: en.'],
  ],
])('%s', (_, lines, faults) =>
  expect(faultsOf(withWords(...lines))).toEqual(
    faults.map((fault) => `${FIRST + Number(fault[0]) - 1}: list ${fault}`),
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

test('what is applied is looked for, stands in the export, and its difference names every word', async () => {
  const { db, sql } = connection;
  const given = (text: string) => ({ file: parseDeskFile('my.yml', text), db, workspace: NORTHWIND, directory });
  const apply = async (text: string) => {
    const plan = await proposal(given(text));
    await carryOut({ ...given(text), plan });
    return plan.lines.filter((line) => line.includes('banned word "'));
  };
  const desk = (words: string) => `
people: { lea@northwind.example: {} }
groups:
  support: { name: Support, kind: consultation, channel: support-desk, leads: [lea@northwind.example], chain: [] }
banned_words:
${words}`;
  const first = desk('  - words: [idiot]\n  - { group: support, language: it, words: [Scemo, non so] }\n');
  expect(await apply(first)).toEqual([
    '+ banned word "idiot"',
    '+ banned word "Scemo" in group "support" (it)',
    '+ banned word "non so" in group "support" (it)',
  ]);
  const words = async () => {
    const banned = await readBanned(sql, workspaceId(NORTHWIND.id));
    const where = { group: groupKey('support'), language: 'it' } as const;
    return banned.in('Idiot! SCEMO, non so.', where).map(({ word }) => word);
  };
  expect(await words()).toEqual(['idiot', 'Scemo', 'non so']);
  const text = (await exportDesk(db, NORTHWIND.id, directory)) ?? '';
  expect(text).toContain('banned_words:\n  - words:\n      - idiot\n  - group: support\n    language: it\n');
  expect((await proposal(given(text))).lines).toEqual([]);
  expect(await apply(desk('  - words: [idiot]\n'))).toEqual([
    '- banned word "Scemo" in group "support" (it)',
    '- banned word "non so" in group "support" (it)',
  ]);
  expect(await words()).toEqual(['idiot']);
});

test('what was said in Slack of what happens to them is told before a file undoes it, and not once the file says it too', async () => {
  const { db, sql } = connection;
  const given = (text: string) => ({ file: parseDeskFile('my.yml', text), db, workspace: NORTHWIND, directory });
  const linesOf = async (text: string) => (await proposal(given(text))).lines;
  const exported = async () => (await exportDesk(db, NORTHWIND.id, directory)) ?? '';
  const before = await exported();
  const [lea] = await sql<{ id: string }[]>`select id from people where email = 'lea@northwind.example'`;
  const shelf = openBanned(sql);
  const say = (how: BannedHow) => shelf.sayHow(workspaceId(NORTHWIND.id), groupKey('support'), how, personId(lea!.id));
  await say('warn');
  expect(await sql`select key from groups where said <> '{}'`).toEqual([]);
  await say('block');
  expect(await linesOf(before)).toEqual([
    expect.stringMatching(/^! group "support": banned_words was written in Slack by lea@northwind\.example on /),
    '~ group "support": banned_words: block → warn',
  ]);
  const now = await exported();
  expect(await linesOf(now)).toEqual([]);
  await carryOut({ ...given(now), plan: await proposal(given(now)) });
  expect(await linesOf(before)).toEqual(['~ group "support": banned_words: block → warn']);
});
