import { z } from 'zod';
import { PAUSES, type Sla } from '../domain/group.ts';
import { type Hours, MOST_HOLIDAYS, spanOf, WEEKDAYS, zoneCalled } from '../domain/hours.ts';
import { CLOCKS, type ClockName, PRIORITIES } from '../domain/language.ts';
import { durationText, milliseconds } from './duration.ts';
import { block, list, needs, orEmpty, text } from './phrase.ts';

/** When a group is open, and what it promises: as the file asks for it, and as it is written. */

const SPAN = needs('a span of time within a day, in four digits each', 'monday: [09:00-13:00, 14:00-18:00]');
const span = z
  .string({ error: SPAN })
  .trim()
  .refine((given) => spanOf(given) !== null, { error: SPAN });

const day = z.array(span, { error: needs('a list of spans', 'monday: [09:00-13:00, 14:00-18:00]') }).refine(
  (given) => {
    const spans = given.map((each) => spanOf(each) ?? [0, 0]).toSorted(([a], [b]) => a - b);
    return spans.every(([from], index) => index === 0 || from >= (spans[index - 1]?.[1] ?? 0));
  },
  { error: 'has two spans that overlap; let one end before the next begins' },
);
const DAYS = Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, day.optional()])) as Record<
  (typeof WEEKDAYS)[number],
  z.ZodOptional<typeof day>
>;

/** A weekday that is left out is closed. */
const week = block(DAYS)
  .refine((given) => Object.values(given).some((spans) => (spans?.length ?? 0) > 0), {
    error: 'is never open; give at least one weekday a span, or leave "hours" out to be always open',
  })
  .transform((given) =>
    Object.fromEntries(Object.entries(given).filter(([, spans]) => spans !== undefined && spans.length > 0)),
  );

const DATE = needs(
  'a date, with its year or for every year',
  'holidays: [2026-12-24, { date: 12-25, name: Christmas }]',
);
/** A leap year, so that the last of February may be a holiday every year. */
const isDate = (given: string): boolean => {
  const whole = given.length === 5 ? `2028-${given}` : given;
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(whole) &&
    !Number.isNaN(Date.parse(whole)) &&
    new Date(whole).toISOString().startsWith(whole)
  );
};
const date = z.string({ error: DATE }).trim().refine(isDate, { error: DATE });
const named = block({ date, name: text('a name', 'name: Christmas', 75).optional() });
const holiday = z.preprocess((given) => (typeof given === 'string' ? { date: given } : given), named);

const zone = text('the name of a time zone', 'zone: Europe/Rome').refine((name) => zoneCalled(name) !== null, {
  error: needs('a time zone by its IANA name', 'zone: Europe/Rome'),
});

export const hoursOfFile = block({
  zone,
  week,
  holidays: list('holidays', '2026-12-24', holiday).pipe(
    z.array(z.custom<{ date: string; name?: string }>()).max(MOST_HOLIDAYS, {
      error: `has too many holidays; at most ${MOST_HOLIDAYS} are kept, so take the old ones away`,
    }),
  ),
} satisfies Record<keyof Hours, z.ZodType>).transform((given): Hours => given);

const TIME_EXAMPLE: Record<ClockName, string> = {
  first_response: '4h',
  next_response: '4h',
  resolution: '24h',
  root_cause: '120h',
};
function promised(clock: ClockName) {
  const error = needs(`a time for "${clock}", in business hours and minutes`, `${clock}: ${TIME_EXAMPLE[clock]}`);
  return z
    .string({ error })
    .trim()
    .refine((given) => /^[^sd]+$/.test(given) && (milliseconds(given) ?? 0) > 0, { error })
    .transform((given) => (milliseconds(given) ?? 0) / 60_000)
    .optional();
}
const PROMISED = Object.fromEntries(CLOCKS.map((clock) => [clock, promised(clock)])) as Record<
  ClockName,
  ReturnType<typeof promised>
>;

const priority = z.enum(PRIORITIES, {
  error: needs(`a known priority (${PRIORITIES.join(', ')})`, 'priorities: { urgent: { first_response: 30m } }'),
});
const priorities = z.partialRecord(priority, orEmpty(block(PROMISED)), {
  error: needs('a block with one entry per priority', 'priorities: { urgent: { first_response: 30m } }'),
});

const pause = z.enum(PAUSES, {
  error: needs(`"pauses_in": a list of what stops the clocks (${PAUSES.join(', ')})`, 'pauses_in: [dependency]'),
});

export const slaOfFile = block({
  ...PROMISED,
  pauses_in: list('pauses_in', 'dependency', pause),
  priorities: orEmpty(priorities),
} satisfies Record<keyof Sla, z.ZodType>);

type Promised = Partial<Record<ClockName, number | undefined>>;
const promisedContent = (given: Promised) =>
  Object.fromEntries(
    CLOCKS.flatMap((clock) => {
      const minutes = given[clock];
      return minutes === undefined ? [] : [[clock, durationText(minutes)]];
    }),
  );

/** What a group promises, as the file says it; nothing where it promises nothing. */
export function slaContent({ pauses_in, priorities, ...all }: Sla): Record<string, unknown> {
  const by = PRIORITIES.flatMap((priority) => {
    const given = promisedContent(priorities[priority] ?? {});
    return Object.keys(given).length === 0 ? [] : [[priority, given] as const];
  });
  return {
    ...promisedContent(all),
    ...(pauses_in.length === 0 ? {} : { pauses_in }),
    ...(by.length === 0 ? {} : { priorities: Object.fromEntries(by) }),
  };
}

/** When a group is open, as the file says it. */
export const hoursContent = ({ zone, week, holidays }: Hours) => ({
  zone,
  week: Object.fromEntries(
    WEEKDAYS.flatMap((weekday) => {
      const spans = week[weekday];
      return spans === undefined ? [] : [[weekday, spans]];
    }),
  ),
  ...(holidays.length === 0
    ? {}
    : { holidays: holidays.map(({ date, name }) => (name === undefined ? date : { date, name })) }),
});
