import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Connection, connect } from '../../src/db/connect.ts';
import { carryOut, proposal } from '../../src/desk-file/apply.ts';
import { openCategoryBook } from '../../src/db/category-book.ts';
import { exportDesk } from '../../src/desk-file/export.ts';
import { parseDeskFile } from '../../src/desk-file/read.ts';
import { groupKey, personId, workspaceId } from '../../src/domain/language.ts';
import { MOST_PROCESSING } from '../../src/domain/processing.ts';
import { type FreshDatabase, freshDatabase } from '../setup/database.ts';
import { directory, idOf, NORTHWIND } from './northwind.ts';
import { changed, faultsOf } from './small.ts';

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

async function apply(text: string) {
  const given = { file: parseDeskFile('my.yml', text), db: connection.db, workspace: NORTHWIND, directory };
  const plan = await proposal(given);
  await carryOut({ ...given, plan });
  return plan.lines;
}
const HOW_TO = '{ key: how_to, name: { en: How-to, it: Istruzioni } }';
const NETWORK = '{ key: network, name: Network }';
const deskWith = (...types: string[]) => `
people: { lea@northwind.example: {} }
groups:
  support:
    name: Support
    kind: consultation
    channel: support-desk
    leads: [lea@northwind.example]
    chain: []
    policies: { processing_types: [${types.join(', ')}] }
`;

test('processing types that are called, put or left out otherwise are told one by one, and made so', async () => {
  await apply(deskWith(HOW_TO, NETWORK));
  expect(await apply(deskWith('{ key: how_to, name: How to }', NETWORK))).toEqual([
    '~ group "support": processing type "how_to": en: How-to, it: Istruzioni → How to',
  ]);
  expect(await apply(deskWith(NETWORK, HOW_TO))).toEqual([
    '~ group "support": processing type "how_to": How to → en: How-to, it: Istruzioni',
    '~ order of the processing types of group "support": how_to, network → network, how_to',
  ]);
  expect(await apply(deskWith(HOW_TO))).toEqual(['- group "support": processing type "network": Network']);
  expect(await apply(deskWith(HOW_TO))).toEqual([]);
});

test('categories and ways to end written in Slack are told before a file undoes them, and not once it says so; what goes keeps its name', async () => {
  const desk = deskWith(HOW_TO, NETWORK);
  await apply(desk);
  const { sql, db } = connection;
  const lea = personId(idOf('lea'));
  const [workspace, support] = [workspaceId(NORTHWIND.id), groupKey('support')];
  const book = openCategoryBook(sql);
  const gone = () => sql`select t ->> 'key' as key from groups, jsonb_array_elements(gone_processing) t`;
  const inSlack = async () => {
    const [its] = await book.all(workspace);
    const now = [{ key: 'access', name: 'Access' }, ...(its?.types.filter(({ key }) => key === 'how_to') ?? [])];
    expect(await book.change(workspace, support, { mark: its?.mark ?? '', now, by: lea })).toBe(true);
    await book.decide(workspace, support, { document_on_close: 'required', customer_for_agents: false }, lea);
  };
  await inSlack();
  const file = (await exportDesk(db, NORTHWIND.id, directory)) ?? '';
  expect(file).toMatch(/processing_types:\n +- key: access\n[\s\S]*document_on_close: required/);
  expect(await gone()).toEqual([{ key: 'network' }]);
  expect(await apply(desk)).toEqual([
    expect.stringContaining('! group "support": processing_types was written in Slack by lea@northwind.example on '),
    expect.stringContaining('! group "support": document_on_close was written in Slack by lea@northwind.example on '),
    expect.stringContaining('! group "support": customer_for_agents was written in Slack by lea@northwind.example on '),
    '~ group "support": document_on_close: required → off',
    '~ group "support": customer_for_agents: false → true',
    '+ group "support": processing type "network": Network',
    '- group "support": processing type "access": Access',
  ]);
  expect(await gone()).toEqual([{ key: 'access' }]);

  await inSlack();
  expect(await apply(file)).toEqual([]);
  expect((await apply(desk)).filter((line) => line.startsWith('!'))).toEqual([]);
});

const faultsWith = (...types: string[]) =>
  faultsOf(changed(['    name: IT', `    name: IT\n    policies: { processing_types: [${types.join(', ')}] }`]));

test('no key stands twice, and there are no more than fit into a menu', () => {
  expect(faultsWith(HOW_TO, NETWORK)).toEqual([]);
  expect(faultsWith(HOW_TO, NETWORK, '{ key: how_to, name: Other }')).toEqual([
    '17: group "it" has the processing type "how_to" twice; keep one of the two.',
  ]);
  const many = Array.from({ length: MOST_PROCESSING + 1 }, (_, at) => `{ key: k${at}, name: N }`);
  expect(faultsWith(...many)).toEqual(['17: group "it" has more than 100 processing types; take some away.']);
});
