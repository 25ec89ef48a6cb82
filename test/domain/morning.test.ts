import { expect, test } from 'vitest';
import type { Hours } from '../../src/domain/hours.ts';
import { morningOf, type Worker } from '../../src/domain/morning.ts';

const open = (span: string, more: Partial<Hours> = {}): Hours => ({
  zone: 'Europe/Rome',
  week: { monday: [span], tuesday: [span], wednesday: [span], thursday: [span], friday: [span] },
  holidays: [],
  ...more,
});
const marta: Worker = { zone: 'Europe/Rome', leads: [], askedBy: [open('08:00-20:00')] };
const tells = (who: Worker, at: string) => morningOf(who, new Date(at)) !== null;

test.each([
  ['in winter', '2026-03-02T08:00:00Z'],
  ['in summer, which began the night before', '2026-03-30T07:00:00Z'],
])('at nine where he is, %s, to the minute and until noon', (_when, nine) => {
  const at = new Date(nine).getTime();
  const told = [-1, 0, 179, 180].map((minutes) => morningOf(marta, new Date(at + minutes * 60_000)));
  expect(told).toEqual([null, nine.slice(0, 10), nine.slice(0, 10), null]);
});

test('on no Saturday and no Sunday, and in a zone that nobody knows by UTC', () => {
  expect(tells(marta, '2026-03-28T08:30:00Z')).toBe(false);
  expect(tells(marta, '2026-03-29T07:30:00Z')).toBe(false);
  const lost = { ...marta, zone: 'Mars/Olympus' };
  expect([tells(lost, '2026-03-02T08:59:00Z'), tells(lost, '2026-03-02T09:00:00Z')]).toEqual([false, true]);
});

test('a lead begins with the group, wherever he is himself, and with the earliest of several', () => {
  const lea = { ...marta, zone: 'America/New_York', leads: [open('10:00-18:00'), open('08:00-20:00')] };
  expect([tells(lea, '2026-03-02T06:59:00Z'), tells(lea, '2026-03-02T07:00:00Z')]).toEqual([false, true]);
  const saturdays = { ...marta, leads: [open('08:00-20:00', { week: { saturday: ['10:00-13:00'] } })] };
  expect([tells(saturdays, '2026-03-28T09:00:00Z'), tells(saturdays, '2026-03-30T09:00:00Z')]).toEqual([true, false]);
  // A group that never closes has no morning of its own; nor has one that works by night.
  for (const leads of [[null], [open('00:00-24:00')]])
    expect([
      tells({ ...marta, leads }, '2026-03-02T07:59:00Z'),
      tells({ ...marta, leads }, '2026-03-02T08:00:00Z'),
    ]).toEqual([false, true]);
});

test('not on a holiday of the group that he leads, nor on one of all who ask him', () => {
  const christmas = open('08:00-20:00', { holidays: [{ date: '12-25' }, { date: '2026-12-24' }] });
  for (const who of [
    { ...marta, leads: [christmas] },
    { ...marta, askedBy: [christmas, christmas] },
  ])
    expect(['23', '24', '25', '28'].map((day) => tells(who, `2026-12-${day}T08:30:00Z`))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  expect(tells({ ...marta, askedBy: [christmas, open('08:00-20:00')] }, '2026-12-25T08:30:00Z')).toBe(true);
});
