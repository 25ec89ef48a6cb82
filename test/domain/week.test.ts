import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hours, WEEKDAYS } from '../../src/domain/hours.ts';
import { weekOf, weekText } from '../../src/domain/week.ts';

test('a week as people write it', () => {
  const office = ['09:00-13:00', '14:00-18:00'];
  expect(weekOf('mon-wed 09:00-13:00 14:00-18:00; sat 9-12')).toEqual({
    monday: office,
    tuesday: office,
    wednesday: office,
    saturday: ['09:00-12:00'],
  });
  expect(weekOf('Lunedì, venerdì: 8.30–12\nsat-mon 20-24')).toEqual({
    monday: ['08:30-12:00', '20:00-24:00'],
    friday: ['08:30-12:00'],
    saturday: ['20:00-24:00'],
    sunday: ['20:00-24:00'],
  });
  expect(weekOf('mon, tue 9-18, sat 9-12, 14-18')).toEqual({
    monday: ['09:00-18:00'],
    tuesday: ['09:00-18:00'],
    saturday: ['09:00-12:00', '14:00-18:00'],
  });
  for (const wrong of ['', 'always', 'mon', '9-12', 'mon 12-9', 'mon 9-25', 'foo 9-12', 'mon 9-12; monday 11-13'])
    expect(weekOf(wrong), wrong).toBeNull();
});

const span = fc
  .tuple(fc.integer({ min: 0, max: 1438 }), fc.integer({ min: 1, max: 1440 }))
  .filter(([from, to]) => from < to)
  .map((ends) =>
    ends.map((at) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`).join('-'),
  );
const anyWeek = fc.dictionary(
  fc.constantFrom(...WEEKDAYS),
  span.map((one) => [one]),
  { minKeys: 1, noNullPrototype: true },
);

test('what is shown means what it is, in either language', () => {
  fc.assert(
    fc.property(anyWeek, fc.constantFrom('en' as const, 'it' as const), (given, language) => {
      const { week } = hours.parse({ zone: 'UTC', week: given });
      expect(weekOf(weekText(week, language))).toEqual(week);
    }),
  );
});
