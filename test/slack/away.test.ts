import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRegistry } from '../../src/db/registry.ts';
import { awayIn } from '../../src/slack/away.ts';
import { openTestDesk, type TestDesk } from '../db/open.ts';
import { who, WORKSPACE } from '../make.ts';

let house: TestDesk;
beforeAll(async () => {
  house = await openTestDesk();
});
afterAll(() => house.close());

test('what is typed to be away or back, and what is a request', () => {
  expect(awayIn('away until 2030-12-01')).toBe('2030-12-01');
  expect(awayIn('Away 2030-12-01')).toBe('2030-12-01');
  expect(awayIn('away')).toBe('');
  expect(awayIn('back')).toBe('back');
  expect(awayIn('back door is broken')).toBeNull();
  expect(awayIn('away team needs laptops')).toBeNull();
});

test('away until the day begins where the person is; a day that has begun changes nothing', async () => {
  const registry = openRegistry(house.sql);
  await house.sql`update people set tz = 'Europe/Rome' where id = ${who.ana}`;
  const until = new Date('2030-11-30T23:00:00Z');
  expect(await registry.saveAway(WORKSPACE, who.ana, '2030-12-01')).toEqual(until);
  expect(await registry.saveAway(WORKSPACE, who.ana, '2020-12-01')).toBeNull();
  expect((await registry.superior(WORKSPACE, who.ana)).outUntil).toEqual(until);
  expect(await registry.saveAway(WORKSPACE, who.ana, null)).toBeNull();
  expect((await registry.superior(WORKSPACE, who.ana)).outUntil).toBeNull();
});
