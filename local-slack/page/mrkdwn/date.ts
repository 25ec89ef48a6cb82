/** How a reader sees instants: in which zone, in which manner, and what "now" is. */
export type Reader = { tz: string; locale: string; now: number };

const formats = new Map<string, Intl.DateTimeFormat>();

function format(tz: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = tz + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', { ...options, timeZone: zone(tz) });
  formats.set(key, made);
  return made;
}

function zone(tz: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: tz }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

function hour12(locale: string): boolean {
  return /^en-(US|AU|CA|IN|NZ|PH)|^(hi|ko|ar)\b/.test(locale);
}

export function clockTime(ms: number, reader: Reader, seconds = false): string {
  const second = seconds ? ({ second: '2-digit' } as const) : {};
  return hour12(reader.locale)
    ? format(reader.tz, { hour: 'numeric', minute: '2-digit', ...second, hourCycle: 'h12' }).format(ms)
    : format(reader.tz, { hour: '2-digit', minute: '2-digit', ...second, hourCycle: 'h23' }).format(ms);
}

/** `2026-11-21` in the reader's zone: two instants are of one day if these are equal. */
export function dayOf(ms: number, tz: string): string {
  const part = parts(ms, tz);
  return `${part('year')}-${part('month')}-${part('day')}`;
}

function parts(ms: number, tz: string): (type: string) => string {
  const all = format(tz, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(ms);
  return (type) => all.find((one) => one.type === type)?.value ?? '';
}

function ordinal(day: number): string {
  const tail = day % 100 >= 11 && day % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
  return `${day}${tail}`;
}

function spelled(ms: number, tz: string, month: 'long' | 'short', weekday: boolean): string {
  const day = Number(parts(ms, tz)('day'));
  const name = format(tz, { month }).format(ms);
  const year = parts(ms, tz)('year');
  const date = month === 'long' ? `${name} ${ordinal(day)}, ${year}` : `${name} ${day}, ${year}`;
  return weekday ? `${format(tz, { weekday: 'long' }).format(ms)}, ${date}` : date;
}

function relative(ms: number, reader: Reader): string | null {
  const day = dayOf(ms, reader.tz);
  if (day === dayOf(reader.now, reader.tz)) return 'today';
  if (day === dayOf(reader.now - 86_400_000, reader.tz)) return 'yesterday';
  if (day === dayOf(reader.now + 86_400_000, reader.tz)) return 'tomorrow';
  return null;
}

export function ago(ms: number, now: number): string {
  const seconds = Math.round((ms - now) / 1000);
  const rule = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  const steps: [Intl.RelativeTimeFormatUnit, number][] = [
    ['year', 31_536_000],
    ['month', 2_592_000],
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ];
  for (const [unit, size] of steps) if (Math.abs(seconds) >= size) return rule.format(Math.trunc(seconds / size), unit);
  return Math.abs(seconds) < 10 ? 'just now' : rule.format(seconds, 'second');
}

/** "Today", "Yesterday", or "Friday, November 20th": what stands between two days. */
export function dayDivider(ms: number, reader: Reader): string {
  const near = relative(ms, reader);
  if (near) return near[0]?.toUpperCase() + near.slice(1);
  const long = spelled(ms, reader.tz, 'long', true);
  return parts(ms, reader.tz)('year') === parts(reader.now, reader.tz)('year') ? long.replace(/, \d{4}$/, '') : long;
}

/** The tokens of `<!date^...>`, as docs.slack.dev/messaging/formatting-message-text lists them. */
export function slackDate(unix: number, pattern: string, reader: Reader): string {
  const ms = unix * 1000;
  const { tz } = reader;
  const near = relative(ms, reader);
  const tokens: Record<string, () => string> = {
    date_num: () => dayOf(ms, tz),
    date_slash: () => format(tz, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(ms),
    date: () => spelled(ms, tz, 'long', false),
    date_short: () => spelled(ms, tz, 'short', false),
    date_long: () => spelled(ms, tz, 'long', true),
    date_long_full: () => spelled(ms, tz, 'long', true),
    date_pretty: () => near ?? spelled(ms, tz, 'long', false),
    date_short_pretty: () => near ?? spelled(ms, tz, 'short', false),
    date_long_pretty: () => near ?? spelled(ms, tz, 'long', true),
    day_divider_pretty: () => dayDivider(ms, reader),
    time: () => clockTime(ms, reader),
    time_secs: () => clockTime(ms, reader, true),
    ago: () => ago(ms, reader.now),
  };
  const text = pattern.replace(/\{(\w+)\}/g, (whole, name: string) => tokens[name]?.() ?? whole);
  return near && /^\{\w*pretty\}/.test(pattern) ? (text[0]?.toUpperCase() ?? '') + text.slice(1) : text;
}

/** Unix seconds of a wall clock reading in a zone; the earlier one where the clock is set back. */
export function instantOf(day: string, time: string, tz: string): number {
  const guess = Date.parse(`${day}T${time}:00Z`);
  const first = guess - offset(guess, tz);
  return Math.round((guess - offset(first, tz)) / 1000);
}

function offset(ms: number, tz: string): number {
  return Date.parse(`${dayOf(ms, tz)}T${wall(ms, tz)}:00Z`) - Math.floor(ms / 60_000) * 60_000;
}

/** `HH:mm` in a zone. */
export function wall(ms: number, tz: string): string {
  return format(tz, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(ms);
}
