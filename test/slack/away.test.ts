import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayBegins } from '../../src/domain/hours.ts';
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
  expect(awayIn('away until friday')).toBe('friday');
  expect(awayIn('away until next week')).toBe('next week');
  expect(awayIn('away 2 weeks')).toBe('2 weeks');
  expect(awayIn('back')).toBe('back');
  expect(awayIn('back door is broken')).toBeNull();
  expect(awayIn('away team needs laptops')).toBeNull();
});

test('a day begins at midnight where somebody is, or when the clocks are moved over it', () => {
  expect(dayBegins('2030-12-01', 'Europe/Rome')).toEqual(new Date('2030-11-30T23:00:00Z'));
  expect(dayBegins('2030-12-01', 'Pacific/Kiritimati')).toEqual(new Date('2030-11-30T10:00:00Z'));
  expect(dayBegins('2030-12-01', 'Pacific/Pago_Pago')).toEqual(new Date('2030-12-01T11:00:00Z'));
  // Beirut has no midnight on that day.
  expect(dayBegins('2026-03-29', 'Asia/Beirut')).toEqual(new Date('2026-03-28T22:00:00Z'));
});

test('who is away is said to be, until he is back', async () => {
  const registry = openRegistry(house.sql);
  const until = new Date('2030-11-30T23:00:00Z');
  await registry.saveAway(WORKSPACE, who.ana, until);
  expect((await registry.superior(WORKSPACE, who.ana)).outUntil).toEqual(until);
  await registry.saveAway(WORKSPACE, who.ana, null);
  expect((await registry.superior(WORKSPACE, who.ana)).outUntil).toBeNull();
});
