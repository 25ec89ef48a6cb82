import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Connection, connect } from '../../src/db/connect.ts';
import { carryOut, proposal } from '../../src/desk-file/apply.ts';
import { openTypeBook } from '../../src/db/types.ts';
import { exportDesk } from '../../src/desk-file/export.ts';
import { parseDeskFile } from '../../src/desk-file/read.ts';
import type { SubmissionType } from '../../src/domain/fields.ts';
import { groupKey, personId, workspaceId } from '../../src/domain/language.ts';
import { type FreshDatabase, freshDatabase } from '../setup/database.ts';
import { directory, idOf, NORTHWIND } from './northwind.ts';

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

const exported = async () => (await exportDesk(connection.db, NORTHWIND.id, directory)) ?? '';
async function apply(text: string) {
  const given = { file: parseDeskFile('my.yml', text), db: connection.db, workspace: NORTHWIND, directory };
  const plan = await proposal(given);
  await carryOut({ ...given, plan });
  return plan.lines;
}
const DESK = `
people: { lea@northwind.example: {} }
groups:
  support: { name: Support, kind: consultation, channel: support-desk, leads: [lea@northwind.example], chain: [] }
types:
  prices: { name: Prices, group: support, fields: [{ key: product, label: Product }] }
  orders: { name: Orders, group: support }
`;

test('questions written in Slack are told before a file undoes them, stand in the export, and are then the file’s', async () => {
  await apply(DESK);
  const { sql } = connection;
  const now = JSON.stringify([{ key: 'offer', label: 'Offer', ask: 'line', required: false }]);
  const inSlack = () => sql`update submission_types set fields = ${now}::text::jsonb, edited_by = ${idOf('lea')},
    edited_at = '2026-11-22' where key = 'prices'`;
  await inSlack();
  const file = await exported();
  expect(file).toContain('key: offer');
  const [warning, ...lines] = await apply(DESK);
  expect(warning).toContain('! what type "prices" asks was written in Slack by lea@northwind.example on 2026-11-22');
  expect(lines).toContain('- type "prices": field "offer": label: Offer');
  expect(await apply(file)).not.toContainEqual(expect.stringMatching(/^!/));

  await inSlack();
  expect(await apply(file)).toEqual([]);
  expect(await apply(DESK)).not.toContainEqual(expect.stringMatching(/^!/));
});

test('types written, moved or taken away in Slack are told before a file undoes them, and not once it says so', async () => {
  await apply(DESK);
  const { sql } = connection;
  const lea = personId(idOf('lea'));
  const book = openTypeBook(sql);
  const workspace = workspaceId(NORTHWIND.id);
  const change = async (to: (types: readonly SubmissionType[]) => SubmissionType[], what: object) => {
    const { types, mark } = await book.all(workspace);
    expect(await book.change(workspace, { mark, now: to(types), by: lea, ...what })).toBe(true);
    expect(await book.change(workspace, { mark, now: types, by: lea, made: 'prices' })).toBe(false);
  };
  const inSlack = async () => {
    const refunds = { key: 'refunds', parent: 'orders', name: 'Refunds', group: groupKey('support'), hint: null };
    await change((types) => [...types, { ...refunds, fields: [] }], { made: 'refunds' });
    await change((types) => types.toSorted((a, b) => a.key.localeCompare(b.key)), { moved: 'orders' });
    await change((types) => types.filter(({ key }) => key !== 'prices'), {});
  };
  await inSlack();
  const file = await exported();
  expect(file).toMatch(/^types:\n {2}orders:\n {4}name: Orders\n {4}group: support\n {4}types:\n {6}refunds:/m);
  expect(await sql`select key from removed_types`).toEqual([{ key: 'prices' }]);
  expect((await apply(DESK)).filter((line) => line.startsWith('!'))).toEqual([
    expect.stringContaining('! type "refunds" was written in Slack by lea@northwind.example on '),
    expect.stringMatching(/^! type "prices" was taken away in Slack by lea@northwind\.example on .+ brings it back/),
  ]);
  expect(await sql`select key from removed_types`).toEqual([{ key: 'refunds' }]);
  await change((types) => types.toReversed(), { moved: 'orders' });
  expect(await apply(DESK)).toEqual([
    expect.stringContaining('! the place of type "orders" was written in Slack by '),
    '~ order of the types: orders, prices → prices, orders',
  ]);

  await inSlack();
  expect(await apply(file)).toEqual([]);
  expect((await apply(DESK)).filter((line) => line.startsWith('!'))).toEqual([]);
});
