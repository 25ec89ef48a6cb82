import { describe, expect, test } from 'vitest';
import { slaContent, hoursContent } from '../../src/desk-file/hours.ts';
import { parseDeskFile } from '../../src/desk-file/read.ts';
import { type Case, changed, faultsLike } from './small.ts';

const withLine = (line: string) =>
  changed(['    leads: [nora@x.example]\n', `    leads: [nora@x.example]\n    ${line}\n`]);
const HOURS = 'hours: { zone: Europe/Rome, week: { monday: [09:00-13:00, 14:00-18:00] }';

describe('what an agent may be given', () => {
  const ana = (given: string) =>
    changed(['  ana@x.example: { manager: lea@x.example }', `  ana@x.example: { ${given} }`]);
  test.each<Case>([
    ['all of it', ana('capacity: 0, hours: { zone: UTC, week: { monday: [09:00-10:00] } }, skills: [technical]'), []],
    [
      'half a ticket',
      ana('capacity: 1.5'),
      [
        '5: person "ana@x.example" needs a whole number for "capacity", at most 999, not "1.5", for example  capacity: 5.',
      ],
    ],
    [
      'a type that does not exist',
      ana('skills: [malfunction, plumbing]'),
      ['5: person "ana@x.example" names the type "plumbing", which does not exist.'],
    ],
  ])('%s', (_what, text, wanted) => {
    expect(faultsLike(text, wanted)).toEqual(wanted);
  });
});

describe('business hours and promises', () => {
  test('are read, and written as they were', () => {
    const holidays = ['2026-12-24', { date: '12-25', name: 'Christmas' }, '02-29'];
    const promises = { first_response: '1h 30m', pauses_in: ['check'], priorities: { urgent: { resolution: '45m' } } };
    const text = withLine(`${HOURS}, holidays: ${JSON.stringify(holidays)} }\n    sla: ${JSON.stringify(promises)}`);
    const { hours, sla } = parseDeskFile('desk.yml', text).groups['it']!;
    expect(sla).toMatchObject({ first_response: 90, priorities: { urgent: { resolution: 45 } } });
    expect(slaContent(sla)).toEqual(promises);
    expect(hoursContent(hours!)).toEqual({
      zone: 'Europe/Rome',
      week: { monday: ['09:00-13:00', '14:00-18:00'] },
      holidays,
    });
  });

  test.each<Case>([
    [
      'a zone that is a city',
      withLine('hours: { zone: Rome, week: { monday: [09:00-10:00] } }'),
      ['20: group "it" needs a time zone by its IANA name, not "Rome", for example  zone: Europe/Rome.'],
    ],
    [
      'a span that ends before it begins, and one alone',
      withLine('hours: { zone: UTC, week: { monday: [18:00-09:00], friday: 09:00-10:00 } }'),
      [
        '20: group "it" needs a span of time within a day, in four digits each, not "18:00-09:00", for example  monday: [09:00-13:00, 14:00-18:00].',
        '20: group "it" needs a list of spans, not "09:00-10:00", for example  monday: [09:00-13:00, 14:00-18:00].',
      ],
    ],
    [
      'spans that overlap',
      withLine('hours: { zone: UTC, week: { monday: [12:00-14:00, 09:00-13:00] } }'),
      ['20: group "it" has two spans that overlap; let one end before the next begins.'],
    ],
    [
      'a group that is never open',
      withLine('hours: { zone: UTC, week: { monday: [] } }'),
      ['20: group "it" is never open; give at least one weekday a span, or leave "hours" out to be always open.'],
    ],
    [
      'a day that no year has',
      withLine(`${HOURS}, holidays: [02-30] }`),
      [
        '20: group "it" needs a date, with its year or for every year, not "02-30", for example  holidays: [2026-12-24, { date: 12-25, name: Christmas }].',
      ],
    ],
    [
      'a promise in days, of nothing, and to nobody',
      withLine(
        'sla: { first_response: 2d, resolution: 0m, priorities: { top: { resolution: 1h } }, pauses_in: requester }',
      ),
      [
        '20: group "it" needs a time for "first_response", in business hours and minutes, not "2d", for example  first_response: 4h.',
        '20: group "it" needs a time for "resolution", in business hours and minutes, not "0m", for example  resolution: 24h.',
        '20: group "it" needs a list for "pauses_in", not "requester", for example  pauses_in: [dependency].',
        '20: group "it" needs a block with one entry per priority, not a block with top, for example  priorities: { urgent: { first_response: 30m } }.',
      ],
    ],
  ])('%s', (_what, text, faults) => expect(faultsLike(text, faults)).toEqual(faults));
});
