import { type Hours, spanOf, WEEKDAYS } from './hours.ts';
import { type Language, LANGUAGES } from './language.ts';

/** A week of work as people write it: `mon-fri 09:00-13:00 14:00-18:00; sat 9-12`. */
type Week = Hours['week'];

const SHORT: Record<Language, readonly string[]> = {
  en: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
  it: ['lun', 'mar', 'mer', 'gio', 'ven', 'sab', 'dom'],
};
const DAYS = String.raw`\p{L}{3,}\.?(?:\s*[-–]\s*\p{L}{3,}\.?)?`;
const PART = new RegExp(`^(${DAYS}(?:\\s*,\\s*${DAYS})*)\\s*:?\\s+(\\d.*)$`, 'u');
const TIME = /^(\d{1,2})(?:[:.](\d{2}))?[-–](\d{1,2})(?:[:.](\d{2}))?$/;

/** Which day of the week a word is the beginning or the whole name of; -1: none. */
function dayCalled(word: string): number {
  const name = word.trim().toLowerCase().slice(0, 3);
  for (const language of LANGUAGES) {
    const at = SHORT[language].indexOf(name);
    if (at !== -1) return at;
  }
  return -1;
}

/** The days that `mon-fri, sun` speaks of; null: it speaks of none. */
function daysOf(text: string): number[] | null {
  const days: number[] = [];
  for (const part of text.split(',')) {
    const [first = '', last = first] = part.split(/[-–]/);
    const [from, to] = [dayCalled(first), dayCalled(last)];
    if (from === -1 || to === -1) return null;
    for (let day = from; ; day = (day + 1) % 7) {
      days.push(day);
      if (day === to) break;
    }
  }
  return days;
}

/** `9-12` as `09:00-12:00`; null: no span of time within a day. */
function spanCalled(text: string): string | null {
  const [, h = '', m = '00', toH = '', toM = '00'] = TIME.exec(text) ?? [];
  const span = `${h.padStart(2, '0')}:${m}-${toH.padStart(2, '0')}:${toM}`;
  return spanOf(span) ? span : null;
}

/** Days that begin anew: behind a semicolon, on a line of their own, or behind the comma that ends the times before. */
const ANEW = /[;\n]|(?<=\d\s*),(?=\s*\p{L})/u;

/** The week that somebody wrote; null: it is none, or two of its spans meet. */
export function weekOf(text: string): Week | null {
  const week: Week = {};
  for (const part of text.split(ANEW).filter((each) => each.trim() !== '')) {
    const [, named = '', times = ''] = PART.exec(part.trim()) ?? [];
    const days = named === '' ? null : daysOf(named);
    const spans = times
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(spanCalled);
    if (!days || spans.length === 0 || spans.includes(null)) return null;
    for (const day of days) {
      const name = WEEKDAYS[day] ?? 'monday';
      week[name] = [...(week[name] ?? []), ...spans.filter((span) => span !== null)].toSorted();
    }
  }
  const meet = Object.values(week).some((spans) =>
    spans.some((span, at) => at > 0 && (spanOf(span)?.[0] ?? 0) < (spanOf(spans[at - 1] ?? '')?.[1] ?? 0)),
  );
  return meet || Object.keys(week).length === 0 ? null : week;
}

/** The same as it is read: days that are alike and follow one another together. */
export function weekText(week: Week, language: Language): string {
  const names = SHORT[language];
  const runs: { from: number; to: number; spans: string }[] = [];
  for (const [day, name] of WEEKDAYS.entries()) {
    const spans = (week[name] ?? []).join(' ');
    const last = runs.at(-1);
    if (last && last.to === day - 1 && last.spans === spans) last.to = day;
    else if (spans !== '') runs.push({ from: day, to: day, spans });
  }
  return runs
    .map(({ from, to, spans }) => `${names[from] ?? ''}${to > from ? `-${names[to] ?? ''}` : ''} ${spans}`)
    .join('; ');
}
