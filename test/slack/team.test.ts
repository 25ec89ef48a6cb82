import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRegistry } from '../../src/db/registry.ts';
import { maySayShare, rosterOf, sayGiving, sayShare } from '../../src/desk/roster.ts';
import { readGiving, readMember } from '../../src/slack/forms/team.ts';
import { wordsOf } from '../../src/slack/words/catalog.ts';
import { groupKey } from '../../src/domain/language.ts';
import { openTestDesk, type TestDesk } from '../db/open.ts';
import { who, WORKSPACE } from '../make.ts';

const SUPPORT = groupKey('support');
let house: TestDesk;
beforeAll(async () => {
  house = await openTestDesk();
});
afterAll(() => house.close());
const deps = () => ({ desk: house.desk, roster: openRegistry(house.sql).roster });

test('agents see their group, leads and administrators change it, and nobody else sees it', async () => {
  expect(await rosterOf(deps(), who.bao, SUPPORT)).toBeNull();
  expect(await rosterOf(deps(), who.ana, SUPPORT)).toMatchObject({ mayChange: false, giving: { auto_assign: 'off' } });
  const seen = await rosterOf(deps(), who.lea, SUPPORT);
  expect(seen?.mayChange).toBe(true);
  expect(seen?.members[0]).toMatchObject({ person: who.lea, lead: true, open: 0, capacity: null, hours: null });
  expect(seen?.members.map(({ person }) => person)).toContain(who.ana);
  expect(await sayGiving(deps(), who.ana, SUPPORT, { auto_assign: 'random', reoffer_minutes: 5 })).toBe(false);
  expect(await sayGiving(deps(), who.lea, SUPPORT, { auto_assign: 'random', reoffer_minutes: 5 })).toBe(true);
  expect(await rosterOf(deps(), who.ana, SUPPORT)).toMatchObject({
    giving: { auto_assign: 'random', reoffer_minutes: 5 },
  });
});

test('everybody says until when he is away, and only a lead of his the rest', async () => {
  const until = new Date('2030-12-01T23:00:00Z');
  const week = { monday: ['09:00-12:00'] };
  const all = { outUntil: null, capacity: 3, hours: { zone: 'UTC', week, holidays: [] }, skills: ['payments'] };
  expect(await maySayShare(deps(), who.bao, who.bao)).toBeNull();
  expect(await maySayShare(deps(), who.ana, who.kofi)).toBeNull();
  expect(await sayShare(deps(), who.ana, who.kofi, all)).toBe(false);
  expect(await sayShare(deps(), who.lea, who.ana, all)).toBe(true);
  expect(await sayShare(deps(), who.ana, who.ana, { outUntil: until, capacity: 99, hours: null, skills: [] })).toBe(
    true,
  );
  expect(await deps().roster.member(WORKSPACE, who.ana)).toEqual({ ...all, outUntil: until });
});

test('what is written in the forms is read, or told to be wrong at its question', () => {
  const now = new Date('2026-11-23T10:00:00Z');
  const none = { outUntil: null, capacity: null, hours: null, skills: [] };
  const frame = { zone: 'Europe/Rome', now, holidays: [{ date: '12-25' }] };
  const words = wordsOf('en');
  expect(readMember({}, none, frame, words)).toEqual({ share: none });
  expect(readMember({ until: '2026-11-23', capacity: '1.5', hours: 'sometimes' }, none, frame, words)).toEqual({
    errors: { until: expect.any(String), capacity: expect.any(String), hours: expect.any(String) },
  });
  expect(
    readMember({ until: '2026-12-01', capacity: '0', hours: 'mon 9-12', skills: ['payments'] }, none, frame, words),
  ).toEqual({
    share: {
      outUntil: new Date('2026-11-30T23:00:00Z'),
      capacity: 0,
      hours: { zone: 'Europe/Rome', week: { monday: ['09:00-12:00'] }, holidays: [{ date: '12-25' }] },
      skills: ['payments'],
    },
  });
  // Away until an hour, as a manager may say it: it stays, unless another day is chosen.
  const outUntil = new Date('2026-11-23T15:00:00Z');
  expect(readMember({ until: '2026-11-23' }, { ...none, outUntil }, frame, words)).toEqual({
    share: { ...none, outUntil },
  });
  expect(readGiving({ way: 'random', reoffer: '30' }, words)).toEqual({
    giving: { auto_assign: 'random', reoffer_minutes: 30 },
  });
  expect(readGiving({ way: 'off' }, words)).toEqual({ giving: { auto_assign: 'off', reoffer_minutes: 0 } });
  for (const reoffer of ['-1', 'soon', '99999'])
    expect(readGiving({ reoffer }, words)).toHaveProperty('errors.reoffer');
});
