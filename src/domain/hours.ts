import { z } from 'zod';

/** When a group is there for people. Times are read on the clock that hangs on the wall in `zone`. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** So many holidays at most that every week of a year cannot be one. */
export const MOST_HOLIDAYS = 200;

/** Written as in the desk file: spans `09:00-13:00`, holidays `2026-12-25`, or `12-25` for every year. */
export const hours = z.object({
  zone: z.string(),
  week: z.partialRecord(z.enum(WEEKDAYS), z.array(z.string())),
  holidays: z.array(z.object({ date: z.string(), name: z.string().optional() })).default([]),
});
export type Hours = z.output<typeof hours>;

/** From and to in milliseconds of the day. */
type Span = readonly [from: number, to: number];
const SPAN = /^([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/** `09:00-13:00` in milliseconds of the day; null for anything else. */
export function spanOf(text: string): Span | null {
  const [whole, h, m, toH = '24', toM = '00'] = SPAN.exec(text) ?? [];
  if (whole === undefined) return null;
  const span: Span = [Number(h) * HOUR + Number(m) * MINUTE, Number(toH) * HOUR + Number(toM) * MINUTE];
  return span[0] < span[1] ? span : null;
}

/** A time zone by its IANA name, as it is properly written; null: there is none of that name. */
export function zoneCalled(name: string): string | null {
  if (!/[A-Za-z]/.test(name)) return null;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const two = '2-digit' as const;
  const numbers = { year: 'numeric', month: two, day: two, hour: two, minute: two, second: two } as const;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    ...numbers,
  });
  formats.set(zone, format);
  return format;
}

/** How far the clock on the wall is ahead of UTC at a moment. */
function offsetAt(zone: string, at: number): number {
  const part = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

/** A stretch of time in which no clock on the wall is moved. */
type Stretch = { start: number; end: number; offset: number };
const MOST_DAYS = 20_000;
const days = new Map<string, readonly Stretch[]>();

/** One day of UTC, in two where the clocks are moved in it. */
function stretchesOf(zone: string, day: number): readonly Stretch[] {
  const key = `${zone} ${day}`;
  const known = days.get(key);
  if (known) return known;
  const [start, end] = [day * DAY, (day + 1) * DAY];
  const [offset, after] = [offsetAt(zone, start), offsetAt(zone, end)];
  const moved = offset === after ? end : movedIn(zone, start, end, offset);
  const found = [
    { start, end: moved, offset },
    { start: moved, end, offset: after },
  ].filter((stretch) => stretch.start < stretch.end);
  if (days.size >= MOST_DAYS) days.clear();
  days.set(key, found);
  return found;
}

/** The second at which the clocks are moved. */
function movedIn(zone: string, start: number, end: number, offset: number): number {
  let [before, after] = [start / 1000, end / 1000];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(zone, middle * 1000) === offset) before = middle;
    else after = middle;
  }
  return after * 1000;
}

/** The spans of a day of the calendar, counted from 1970-01-01, which was a Thursday. */
function spansOf({ week, holidays }: Hours, day: number): readonly Span[] {
  const weekday = WEEKDAYS[(((day + 3) % 7) + 7) % 7] ?? 'monday';
  const spans = week[weekday] ?? [];
  if (spans.length === 0) return [];
  const date = new Date(day * DAY).toISOString().slice(0, 10);
  if (holidays.some((holiday) => holiday.date === date || holiday.date === date.slice(5))) return [];
  return spans
    .flatMap((text) => {
      const span = spanOf(text);
      return span ? [span] : [];
    })
    .toSorted(([a], [b]) => a - b);
}

/** With an hour that comes twice. */
const LONGEST_DAY = 25 * HOUR;
const dayAt = (zone: string, at: number): number => Math.floor((at + offsetAt(zone, at)) / DAY);

/** The day of a moment on the calendar in `zone`, and when it opens that day; null: not at all. */
export function openingOf(hours: Hours, at: Date): { day: string; opens: Date | null } {
  const now = at.getTime();
  const day = dayAt(hours.zone, now);
  const name = new Date(day * DAY).toISOString().slice(0, 10);
  if (spansOf(hours, day).length === 0) return { day: name, opens: null };
  for (const [start] of openFrom(now - LONGEST_DAY, hours)) {
    const its = dayAt(hours.zone, start);
    if (its === day) return { day: name, opens: new Date(start) };
    if (its > day) break;
  }
  return { day: name, opens: null };
}

const WHOLE = Object.fromEntries(WEEKDAYS.map((day) => [day, ['00:00-24:00']]));
/** When a day of the calendar, `2026-12-01`, begins in `zone`. Where the clocks are moved at midnight, that is later. */
export function dayBegins(day: string, zone: string): Date {
  const noon = Date.parse(`${day}T12:00:00Z`);
  const wanted = Math.floor(noon / DAY);
  for (const [start] of openFrom(noon - 2 * DAY, { zone, week: WHOLE, holidays: [] }))
    if (dayAt(zone, start) >= wanted) return new Date(start);
  return new Date(noon);
}

/** The open times that end after a moment, in order, without end. */
function* openFrom(from: number, hours: Hours): Generator<readonly [start: number, end: number], never> {
  for (let day = Math.floor(from / DAY); ; day++)
    for (const { start, end, offset } of stretchesOf(hours.zone, day))
      for (let local = Math.floor((start + offset) / DAY); local * DAY < end + offset; local++)
        for (const [opens, closes] of spansOf(hours, local)) {
          const first = Math.max(from, start, local * DAY + opens - offset);
          const last = Math.min(end, local * DAY + closes - offset);
          if (first < last) yield [first, last];
        }
}

/** How much of the time between two moments is business time, in milliseconds. Without hours all of it is. */
export function businessMs(from: Date, to: Date, hours: Hours | null): number {
  const until = to.getTime();
  if (until <= from.getTime()) return 0;
  if (!hours) return until - from.getTime();
  let sum = 0;
  for (const [start, end] of openFrom(from.getTime(), hours)) {
    if (start >= until) break;
    sum += Math.min(end, until) - start;
  }
  return sum;
}

/** Is a moment business time? */
export const isOpenAt = (at: Date, hours: Hours | null): boolean =>
  businessMs(at, new Date(at.getTime() + 1), hours) > 0;

/** The first moment at which so much business time, in milliseconds, has gone by. */
export function addBusinessMs(from: Date, ms: number, hours: Hours | null): Date {
  if (ms <= 0) return from;
  if (!hours) return new Date(from.getTime() + ms);
  let left = ms;
  for (const [start, end] of openFrom(from.getTime(), hours)) {
    if (left <= end - start) return new Date(start + left);
    left -= end - start;
  }
  return from;
}
