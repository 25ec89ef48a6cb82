import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Connection, connect } from '../../src/db/connect.ts';
import { carryOut, proposal } from '../../src/desk-file/apply.ts';
import { exportDesk } from '../../src/desk-file/export.ts';
import { parseDeskFile } from '../../src/desk-file/read.ts';
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
