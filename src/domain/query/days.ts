import type { Language } from '../language.ts';
import { fold } from './conditions.ts';
import { quote } from './tokens.ts';

/** A stretch of days as it was said, each as `domain/search.ts` has them. `open`: it goes on until today. */
export type Stretch = { from: string; before: string; open: boolean };

/** Days that have a name: from which one, until which one, and what they are called. */
const NAMED: readonly ({ from: string; before: string } & Record<Language, readonly [string, ...string[]]>)[] = [
  { from: '0d', before: '1d', en: ['today'], it: ['oggi'] },
  { from: '-1d', before: '0d', en: ['yesterday'], it: ['ieri'] },
  { from: '0week', before: '1week', en: ['this week'], it: ['questa settimana'] },
  { from: '-1week', before: '0week', en: ['last week'], it: ['settimana scorsa', 'la settimana scorsa'] },
  { from: '0month', before: '1month', en: ['this month'], it: ['questo mese'] },
  { from: '-1month', before: '0month', en: ['last month'], it: ['mese scorso', 'il mese scorso'] },
  { from: '0year', before: '1year', en: ['this year'], it: ["quest'anno", 'questo anno'] },
  { from: '-1year', before: '0year', en: ['last year'], it: ['anno scorso', "l'anno scorso"] },
];
/** Behind a number, and how many of what it counts. */
const UNITS: Readonly<Record<string, readonly [number, 'd' | 'm' | 'y']>> = {
  ...Object.fromEntries(['d', 'day', 'days', 'g', 'giorno', 'giorni'].map((word) => [word, [1, 'd']])),
  ...Object.fromEntries(['w', 'week', 'weeks', 'settimana', 'settimane'].map((word) => [word, [7, 'd']])),
  ...Object.fromEntries(['m', 'month', 'months', 'mese', 'mesi'].map((word) => [word, [1, 'm']])),
  ...Object.fromEntries(['y', 'year', 'years', 'anno', 'anni'].map((word) => [word, [1, 'y']])),
};
const COUNTED = /^(\d{1,4}) ?([a-z]+)(?: ago| fa)?$/;
const SIGNED = /^([+-][1-9]\d{0,3}|0)(d|m|y|week|month|year)$/;

/** What somebody meant by days; null: nothing that exists. `dayFirst`: 1/10 is the first of October. */
export function stretchOf(typed: string, dayFirst: boolean): Stretch | null {
  const word = fold(typed);
  const named = NAMED.find(({ en, it }) => [...en, ...it].some((name) => fold(name) === word));
  if (named) return { from: named.from, before: named.before, open: false };
  const [, signed, unit = ''] = SIGNED.exec(typed.trim().toLowerCase()) ?? [];
  if (signed !== undefined) return since(Number(signed), unit);
  const [, count = '', of = ''] = COUNTED.exec(word) ?? [];
  const [many, short] = UNITS[of] ?? [0, 'd'];
  const back = Number(count) * many;
  if (many > 0 && back < 10_000) return since(-back, short);
  return written(typed.trim(), dayFirst);
}

const since = (count: number, unit: string): Stretch => ({
  // No zero has a sign here.
  from: `${count === 0 ? 0 : count}${unit}`,
  before: `${count + 1}${unit}`,
  open: count < 0,
});

/** 2026-10-01, 1.10.2026, 01/10/2026 where it can only mean one day or `dayFirst` says which; 2026-10 and 2026 as a whole. */
function written(typed: string, dayFirst: boolean): Stretch | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(typed) ?? [];
  if (year !== undefined) return calendar(Number(year), month ? Number(month) : null, day ? Number(day) : null);
  const [, one = '', sign, two = '', of = ''] = /^(\d{1,2})([./])(\d{1,2})[./](\d{4})$/.exec(typed) ?? [];
  const [first, second] = [Number(one), Number(two)];
  if (sign === '.' || dayFirst || (sign === '/' && first > 12)) return calendar(Number(of), second, first);
  return sign === '/' && second > 12 ? calendar(Number(of), first, second) : null;
}

function calendar(year: number, month: number | null, day: number | null): Stretch | null {
  if (year < 1900 || year > 2200) return null;
  const from = dated(year, month ?? 1, day ?? 1);
  if (from.getUTCMonth() + 1 !== (month ?? 1) || from.getUTCDate() !== (day ?? 1)) return null;
  const before =
    month === null ? dated(year + 1, 1, 1) : day === null ? dated(year, month + 1, 1) : dated(year, month, day + 1);
  return { from: iso(from), before: iso(before), open: false };
}

const dated = (year: number, month: number, day: number) => new Date(Date.UTC(year, month - 1, day));
const iso = (date: Date): string => date.toISOString().slice(0, 10);

/** How a day is typed. */
export function printDay(day: string, language: Language): string {
  const named = NAMED.find(({ from }) => from === day);
  if (named) return quote(named[language][0]);
  const [, back] = /^-(\d+[dmy])$/.exec(day) ?? [];
  return back ?? (/^[1-9]\d*[a-z]/.test(day) ? `+${day}` : day);
}

/** A day that moves with today, as it was said; null: it is always the same. */
export function movingDay(said: string): { by: number; unit: string } | null {
  const [, count, unit] = /^(-?\d+)([a-z]+)$/.exec(said) ?? [];
  return count === undefined || unit === undefined ? null : { by: Number(count), unit };
}

/** The day itself, seen from this one. */
export function dayOf(said: string, today: string): string {
  const moving = movingDay(said);
  if (!moving) return said;
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const date = moved([year, month, day], moving.by, moving.unit);
  return date.getUTCFullYear() < 1900 ? '1900-01-01' : date.getUTCFullYear() > 2999 ? '2999-12-31' : iso(date);
}

function moved([year, month, day]: readonly [number, number, number], by: number, unit: string): Date {
  switch (unit) {
    case 'week':
      return dated(year, month, day - ((dated(year, month, day).getUTCDay() + 6) % 7) + 7 * by);
    case 'month':
      return dated(year, month + by, 1);
    case 'year':
      return dated(year + by, 1, 1);
    case 'm':
      return lastOf(year, month + by, day);
    case 'y':
      return lastOf(year + by, month, day);
    default:
      return dated(year, month, day + by);
  }
}

/** The 31st of a month that has fewer days is its last one. */
const lastOf = (year: number, month: number, day: number): Date =>
  dated(year, month, Math.min(day, dated(year, month + 1, 0).getUTCDate()));
