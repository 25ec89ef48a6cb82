import { afterAll, beforeAll, expect, test } from 'vitest';
import { digest } from '../../src/db/digest.ts';
import { openRegistry } from '../../src/db/registry.ts';
import { who, WORKSPACE } from '../make.ts';
import { done, openTestDesk, type TestDesk } from './open.ts';

let house: TestDesk;
beforeAll(async () => {
  house = await openTestDesk();
  await house.sql`update people set digest = id in (${who.marta}, ${who.lea})`;
});
afterAll(() => house.close());

const letters = async () =>
  (await house.sql<{ to: string }[]>`select to_person as to from letters where kind = 'digest' order by id`).map(
    ({ to }) => to,
  );
const look = (at: string) => digest(house.sql, WORKSPACE, new Date(at));

test('whoever is asked is told in the morning where he is, once a day, and nobody else', async () => {
  // Marta is in Rome: one hour ahead of UTC in winter, two in summer.
  expect(await look('2026-03-02T08:30:00Z')).toBe(0);
  const number = await house.raise({ to: who.ana }, 'kofi');
  done(
    await house.desk.act(number, { verb: 'escalate', by: who.ana, input: { to: who.marta, ask: 'A?', reason: 'B' } }),
  );
  expect(await look('2026-03-02T07:59:00Z')).toBe(0);
  const told = await Promise.all(Array.from({ length: 5 }, () => look('2026-03-02T08:01:00Z')));
  expect(told.filter((count) => count === 1)).toHaveLength(1);
  expect(told.filter((count) => count === 0)).toHaveLength(4);
  expect(await look('2026-03-02T09:00:00Z')).toBe(0);
  expect(await letters()).toEqual([who.marta]);
});

test('by the clock on the wall, not on a free day, and not in the afternoon', async () => {
  await house.sql`delete from letters`;
  // Summer time began on Sunday 29 March.
  expect(await look('2026-03-28T08:30:00Z')).toBe(0);
  expect(await look('2026-03-29T08:30:00Z')).toBe(0);
  expect(await look('2026-03-30T06:59:00Z')).toBe(0);
  expect(await look('2026-03-30T07:01:00Z')).toBe(1);
  expect(await look('2026-03-31T10:30:00Z')).toBe(0);
  expect(await look('2026-04-01T09:59:00Z')).toBe(1);
});

test('a lead is told when the group opens, nobody who is away, and nobody on a holiday of those who ask', async () => {
  const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
  const week = Object.fromEntries(days.map((day) => [day, ['08:00-18:00']]));
  const hours = { zone: 'Europe/Rome', week, holidays: [{ date: '2026-04-08' }] };
  await house.sql`update groups set hours = ${house.sql.json(hours)} where key = 'support'`;
  const number = await house.raise({ to: who.ana }, 'kofi');
  done(await house.desk.act(number, { verb: 'escalate', by: who.ana, input: { to: who.lea, ask: 'A?', reason: 'B' } }));
  expect(await look('2026-04-07T05:59:00Z')).toBe(0);
  expect(await look('2026-04-07T06:01:00Z')).toBe(1);
  expect(await look('2026-04-07T07:01:00Z')).toBe(1);
  expect((await letters()).slice(-2)).toEqual([who.lea, who.marta]);
  expect(await look('2026-04-08T07:01:00Z')).toBe(0);
  await house.sql`update people set out_until = '2026-04-10T00:00:00Z' where id = ${who.lea}`;
  expect(await look('2026-04-09T06:01:00Z')).toBe(0);
  expect(await look('2026-04-10T06:01:00Z')).toBe(1);
  done(await house.desk.act(number, { verb: 'withdraw', by: who.ana, input: { reason: 'It works.' } }));
  expect(await look('2026-04-13T06:01:00Z')).toBe(0);
});

test('a time zone that nobody knows stops nobody', async () => {
  await house.sql`update people set tz = 'Mars/Olympus' where id = ${who.marta}`;
  expect(await look('2026-04-15T09:30:00Z')).toBe(1);
});

test('an agent is told of what he has, or nobody in his group, and not where he is away or wants not to be', async () => {
  await house.sql`delete from letters`;
  await house.sql`update tickets set state = 'completed'`;
  const registry = openRegistry(house.sql);
  for (const name of ['ana', 'kofi', 'yuki'] as const) await registry.saveDigest(WORKSPACE, who[name], true);
  await registry.saveDigest(WORKSPACE, who.lea, false);
  expect(await registry.wantsDigest(WORKSPACE, who.lea)).toBe(false);
  // Support opens at eight in Rome; nobody there has anything, and nobody is told later that morning either.
  expect(await look('2026-05-04T06:01:00Z')).toBe(0);
  await house.raise({ to: who.kofi }, 'kofi');
  expect(await look('2026-05-04T06:02:00Z')).toBe(0);
  const told = await Promise.all(Array.from({ length: 5 }, () => look('2026-05-05T06:01:00Z')));
  expect(told.filter((count) => count === 1)).toHaveLength(1);
  expect(await letters()).toEqual([who.kofi]);
  await house.raise();
  expect(await look('2026-05-06T05:59:00Z')).toBe(0);
  expect(await look('2026-05-06T06:01:00Z')).toBe(2);
  expect((await letters()).slice(1)).toEqual([who.ana, who.kofi]);
  // By her own hours, and not on the day of which the group knows nothing.
  const hours = { zone: 'Asia/Tokyo', week: { thursday: ['10:00-16:00'] }, holidays: [] };
  await house.sql`update people set hours = ${house.sql.json(hours)} where id = ${who.ana}`;
  await house.sql`update people set out_until = '2026-05-08T00:00:00Z' where id = ${who.kofi}`;
  expect(await look('2026-05-07T06:01:00Z')).toBe(0);
  expect(await look('2026-05-14T00:59:00Z')).toBe(0);
  expect(await look('2026-05-14T01:01:00Z')).toBe(1);
  await registry.saveDigest(WORKSPACE, who.ana, false);
  expect(await look('2026-05-21T01:01:00Z')).toBe(0);
});
