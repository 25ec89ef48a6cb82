import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quietOf, quietUntil } from '../../src/domain/quiet.ts';

test.each([
  ['18:00-08:00', { from: '18:00', to: '08:00', weekends: false }],
  ['18-8 weekends', { from: '18:00', to: '08:00', weekends: true }],
  ['9 to 12:30', { from: '09:00', to: '12:30', weekends: false }],
  ['weekend', { from: '00:00', to: '00:00', weekends: true }],
  ['25-8', null],
  ['8-8', null],
  ['tonight', null],
])('%s', (typed, quiet) => expect(quietOf(typed)).toEqual(quiet));

const until = (typed: string, at: string, zone = 'Europe/Rome') =>
  quietUntil(quietOf(typed)!, zone, new Date(at))?.toISOString() ?? null;

test('by the clock on his wall, over midnight, over the weekend, and over a change of the clocks', () => {
  expect(until('18:00-08:00', '2026-11-23T16:59:59Z')).toBeNull();
  expect(until('18:00-08:00', '2026-11-23T17:00:00Z')).toBe('2026-11-24T07:00:00.000Z');
  expect(until('18:00-08:00', '2026-11-24T07:00:00Z')).toBeNull();
  expect(until('18-8 weekends', '2026-11-20T18:00:00Z')).toBe('2026-11-23T07:00:00.000Z');
  expect(until('weekends', '2026-11-21T12:00:00Z')).toBe('2026-11-22T23:00:00.000Z');
  expect(until('weekends', '2026-11-20T12:00:00Z')).toBeNull();
  expect(until('18:00-08:00', '2026-10-24T20:00:00Z')).toBe('2026-10-25T07:00:00.000Z');
});

test('what is kept comes at the first minute that is not quiet any more', () => {
  const minute = fc.integer({ min: 0, max: 7 * 24 * 60 });
  fc.assert(
    fc.property(
      minute,
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 1, max: 20 }),
      fc.boolean(),
      (m, h, long, weekends) => {
        const quiet = quietOf(`${h}-${(h + long) % 24}${weekends ? ' weekends' : ''}`)!;
        const end = quietUntil(quiet, 'Asia/Kolkata', new Date(Date.UTC(2026, 10, 16) + m * 60_000));
        if (!end) return;
        expect(quietUntil(quiet, 'Asia/Kolkata', end)).toBeNull();
        expect(quietUntil(quiet, 'Asia/Kolkata', new Date(end.getTime() - 60_000))).toEqual(end);
      },
    ),
    { numRuns: 150 },
  );
});
