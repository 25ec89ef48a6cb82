import type { Reader } from '../mrkdwn/date.ts';
import { slackDate } from '../mrkdwn/date.ts';

/** Days of the calendar as `2026-11-21`, without hours or zones. */
type Day = string;
type Where = Pick<Reader, 'locale'>;

const dayMs = 86_400_000;

function utc(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && Number.isFinite(utc(text)) && addDays(text, 0) === text;
}

export function addDays(day: Day, by: number): Day {
  return new Date(utc(day) + by * dayMs).toISOString().slice(0, 10);
}

/** The same day of another month, or that month's last. */
export function addMonths(day: Day, by: number): Day {
  const date = new Date(utc(day));
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + by);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return date.toISOString().slice(0, 10);
}

/** How many days `day` stands after the first day of its week. */
export function inWeek(day: Day, { locale }: Where): number {
  return (new Date(utc(day)).getUTCDay() - firstWeekday(locale) + 7) % 7;
}

function firstWeekday(locale: string): number {
  return /[-_](US|CA|MX|BR|JP|KR|IN|IL|TW|HK|PH|ZA)\b/.test(locale) ? 0 : 1;
}

/** The six weeks that a calendar shows of a month. */
export function weeksOf(day: Day, where: Where): Day[][] {
  const first = `${day.slice(0, 7)}-01`;
  const start = addDays(first, -inWeek(first, where));
  const weeks = Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (__, n) => addDays(start, week * 7 + n)),
  );
  return weeks.filter((week, n) => n < 4 || week.some((one) => one.slice(0, 7) === day.slice(0, 7)));
}

function named(day: Day, { locale }: Where, options: Intl.DateTimeFormatOptions): string {
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(utc(day));
  } catch {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' }).format(utc(day));
  }
}

export const monthName = (day: Day, where: Where): string => named(day, where, { month: 'long', year: 'numeric' });
export const weekdayName = (day: Day, where: Where, width: 'long' | 'short'): string =>
  named(day, where, { weekday: width });
export const fullName = (day: Day, where: Where): string =>
  named(day, where, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** As Slack writes a chosen date. */
export function shortDate(day: Day, { locale, now }: Reader): string {
  return slackDate(utc(day) / 1000, '{date_short}', { tz: 'UTC', locale, now });
}

/** Is the day written before the month, as nearly everywhere? */
function dayFirst({ locale }: Where): boolean {
  return !/[-_](US|PH|CA)\b/.test(locale);
}

/** A date as people type it: `2026-11-21`, `21.11.`, `11/21/26`, `Nov 21`, `21 November 2026`, `today`. */
export function readDay(text: string, today: Day, where: Where): Day | null {
  const words = text.trim().toLowerCase();
  const near = { today: 0, tomorrow: 1, yesterday: -1 }[words];
  if (near !== undefined) return addDays(today, near);
  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(words);
  if (iso) return made(iso[1], iso[2], iso[3]);
  const numbers = /^(\d{1,2})[-./](\d{1,2})(?:[-./](\d{2}|\d{4})?)?$/.exec(words);
  if (numbers) {
    const [, one, other, year] = numbers;
    return dayFirst(where) ? made(year, other, one, today) : made(year, one, other, today);
  }
  const written =
    /^(?:(\d{1,2})(?:st|nd|rd|th|\.)? )?(\p{L}{3,})\.?(?: (\d{1,2})(?:st|nd|rd|th)?)?,?(?: (\d{4}))?$/u.exec(words);
  if (!written) return null;
  const [, before, name = '', after, year] = written;
  const month = monthIn(name, where);
  return month ? made(year, String(month), before ?? after, today) : null;
}

function monthIn(name: string, where: Where): number {
  const begins = (locale: string, month: number): boolean =>
    named(`2026-${String(month).padStart(2, '0')}-01`, { locale }, { month: 'long' })
      .toLowerCase()
      .startsWith(name);
  for (const locale of [where.locale, 'en-US'])
    for (let month = 1; month <= 12; month += 1) if (begins(locale, month)) return month;
  return 0;
}

function made(year: string | undefined, month: string | undefined, day: string | undefined, today = ''): Day | null {
  const full = year?.length === 2 ? `20${year}` : (year ?? today.slice(0, 4));
  const found = `${full}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  return isDay(found) ? found : null;
}
