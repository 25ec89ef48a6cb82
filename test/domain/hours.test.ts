import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addBusinessMs, businessMs, type Hours, spanOf, WEEKDAYS } from '../../src/domain/hours.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Where the clocks are moved north and south of the equator, and where they never are. */
const ZONES = ['Europe/Rome', 'America/Sao_Paulo', 'Asia/Ho_Chi_Minh', 'Pacific/Auckland'] as const;
/** Around every change of the clocks in those zones; Sao Paulo has had none since 2019. */
const AROUND = [
  '2026-03-29',
  '2026-10-25',
  '2018-11-04',
  '2019-02-17',
  '2026-04-05',
  '2026-09-27',
  '2026-12-25',
  '2028-02-29',
] as const;

const wall = new Map(
  ZONES.map((zone) => [
    zone as string,
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }),
  ]),
);

/** One minute at a time: it counts when the clock on the wall stands inside a span of its day. */
function isOpen(at: number, { zone, week, holidays }: Hours): boolean {
  const [date = '', time = ''] = wall.get(zone)!.format(at).split(' ');
  if (holidays.some((holiday) => date.endsWith(holiday.date))) return false;
  const weekday = WEEKDAYS[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7]!;
  return (week[weekday] ?? []).some((span) => {
    const [from = '', to = ''] = span.split('-');
    return time >= from && time < to;
  });
}
function slowly(from: number, to: number, hours: Hours): number {
  let sum = 0;
  for (let at = from; at < to; at += MINUTE) if (isOpen(at, hours)) sum += MINUTE;
  return sum;
}

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
/** Spans between an even number of different minutes, some of them in the hours that are skipped or come twice. */
const spans = fc
  .uniqueArray(fc.oneof(fc.integer({ min: 0, max: 1440 }), fc.constantFrom(0, 60, 120, 150, 180, 1440)), {
    maxLength: 4,
  })
  .map((minutes) => {
    const sorted = minutes.toSorted((a, b) => a - b);
    return Array.from(
      { length: Math.floor(sorted.length / 2) },
      (_, index) => `${clock(sorted[index * 2]!)}-${clock(sorted[index * 2 + 1]!)}`,
    );
  });
const calendar: fc.Arbitrary<Hours> = fc.record({
  zone: fc.constantFrom(...ZONES),
  week: fc
    .tuple(...WEEKDAYS.map(() => spans))
    .filter((days) => days.some((day) => day.length > 0))
    .map((days) => Object.fromEntries(WEEKDAYS.map((weekday, index) => [weekday, days[index]!]))),
  holidays: fc
    .subarray(['2026-03-28', '03-29', '10-25', '2018-11-04', '12-25', '02-29'])
    .map((dates) => dates.map((date) => ({ date }))),
});
/** A whole minute within a day before or after a change of the clocks. */
const moment = fc
  .tuple(fc.constantFrom(...AROUND), fc.integer({ min: -1500, max: 2900 }))
  .map(([date, minutes]) => Date.parse(`${date}T00:00:00Z`) + minutes * MINUTE);

const office: Hours = {
  zone: 'Europe/Rome',
  week: Object.fromEntries(WEEKDAYS.slice(0, 5).map((day) => [day, ['09:00-13:00', '14:00-18:00']])),
  holidays: [{ date: '12-25', name: 'Christmas' }, { date: '2026-11-02' }],
};
const rome = (text: string) => new Date(text);

describe('business time', () => {
  test('is what the clock on the wall says, minute by minute', () => {
    fc.assert(
      fc.property(calendar, moment, fc.integer({ min: 0, max: 3000 }), (hours, from, minutes) => {
        const to = from + minutes * MINUTE;
        expect(businessMs(new Date(from), new Date(to), hours)).toBe(slowly(from, to, hours));
      }),
      { numRuns: 60 },
    );
  });

  test('what is added is there afterwards, exactly, and not a moment before', () => {
    fc.assert(
      fc.property(calendar, moment, fc.integer({ min: 1, max: 100 * HOUR }), (hours, from, ms) => {
        const start = new Date(from);
        const end = addBusinessMs(start, ms, hours);
        expect(businessMs(start, end, hours)).toBe(ms);
        expect(businessMs(start, new Date(end.getTime() - 1), hours)).toBe(ms - 1);
      }),
      { numRuns: 150 },
    );
  });

  test('two parts are the whole, wherever it is cut', () => {
    fc.assert(
      fc.property(calendar, moment, fc.nat(90 * HOUR), fc.nat(90 * HOUR), (hours, from, first, second) => {
        const [a, b, c] = [new Date(from), new Date(from + first), new Date(from + first + second)];
        expect(businessMs(a, b, hours) + businessMs(b, c, hours)).toBe(businessMs(a, c, hours));
      }),
      { numRuns: 100 },
    );
  });

  test('without hours it never stands still', () => {
    const at = new Date('2026-12-25T03:00:00Z');
    expect(addBusinessMs(at, HOUR, null).getTime()).toBe(at.getTime() + HOUR);
    expect(businessMs(at, new Date(at.getTime() + HOUR), null)).toBe(HOUR);
    expect(businessMs(new Date(at.getTime() + HOUR), at, null)).toBe(0);
  });

  test('goes on after lunch, after the night, after the weekend and after a holiday', () => {
    const due = (from: string, minutes: number) => addBusinessMs(rome(from), minutes * MINUTE, office).toISOString();
    expect(due('2026-11-23T11:30:00Z', 60)).toBe('2026-11-23T13:30:00.000Z');
    expect(due('2026-11-23T16:30:00Z', 60)).toBe('2026-11-24T08:30:00.000Z');
    expect(due('2026-11-27T16:30:00Z', 60)).toBe('2026-11-30T08:30:00.000Z');
    expect(due('2026-12-24T16:30:00Z', 60)).toBe('2026-12-28T08:30:00.000Z');
    // Monday the second of November is a holiday of this year alone.
    expect(due('2026-10-30T16:30:00Z', 60)).toBe('2026-11-03T08:30:00.000Z');
  });

  test.each([
    ['Europe/Rome', '2026-03-29', 23],
    ['Europe/Rome', '2026-10-25', 25],
    ['Pacific/Auckland', '2026-09-27', 23],
    ['Pacific/Auckland', '2026-04-05', 25],
    ['America/Sao_Paulo', '2018-11-04', 23],
    ['America/Sao_Paulo', '2019-02-16', 25],
    ['Asia/Ho_Chi_Minh', '2026-03-29', 24],
  ])('a day that is open all day in %s, %s, has %i hours', (zone, date, length) => {
    const weekday = WEEKDAYS[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7]!;
    const hours: Hours = { zone, week: { [weekday]: ['00:00-24:00'] }, holidays: [] };
    const around = (days: number) => new Date(Date.parse(`${date}T12:00:00Z`) + days * 24 * HOUR);
    expect(businessMs(around(-3), around(3), hours)).toBe(length * HOUR);
  });

  test('a span is written with two digits, and ends after it begins', () => {
    expect(spanOf('09:00-24:00')).toEqual([9 * HOUR, 24 * HOUR]);
    for (const wrong of ['9:00-18:00', '09:00-09:00', '18:00-09:00', '09:00', '09:00-25:00', '09:60-10:00', ''])
      expect(spanOf(wrong)).toBeNull();
  });
});
