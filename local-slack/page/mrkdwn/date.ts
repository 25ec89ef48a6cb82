/** How a reader sees instants: in which zone, in which manner, and what "now" is. */
export type Reader = { tz: string; locale: string; now: number };

const formats = new Map<string, Intl.DateTimeFormat>();

type Manner = Pick<Reader, 'tz' | 'locale'>;

function format({ tz, locale }: Manner, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${tz} ${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(tongue(locale), { ...options, timeZone: zone(tz) });
  formats.set(key, made);
  return made;
}

/** A locale as a world wrote it; English where it is none. */
function tongue(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
}

function zone(tz: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: tz }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

function isEnglish({ locale }: Pick<Reader, 'locale'>): boolean {
  return /^en\b/.test(tongue(locale));
}

function hour12(locale: string): boolean {
  return /^en-(US|AU|CA|IN|NZ|PH)|^(hi|ko|ar)\b/.test(locale);
}

function clock(reader: Manner, seconds = false): Intl.DateTimeFormat {
  const second = seconds ? ({ second: '2-digit' } as const) : {};
  const rest = { minute: '2-digit', ...second } as const;
  return hour12(reader.locale)
    ? format(reader, { hour: 'numeric', ...rest, hourCycle: 'h12' })
    : format(reader, { hour: '2-digit', ...rest, hourCycle: 'h23' });
}

export function clockTime(ms: number, reader: Manner, seconds = false): string {
  return clock(reader, seconds).format(ms);
}

/** The time without its "AM" or "PM", for narrow places. */
export function bareTime(ms: number, reader: Manner): string {
  const parts = clock(reader).formatToParts(ms);
  const bare = parts.filter((part) => part.type !== 'dayPeriod');
  return bare
    .map((part) => part.value)
    .join('')
    .trim();
}

/** `2026-11-21` in the reader's zone: two instants are of one day if these are equal. */
export function dayOf(ms: number, tz: string): string {
  const part = parts(ms, tz);
  return `${part('year')}-${part('month')}-${part('day')}`;
}

function parts(ms: number, tz: string): (type: string) => string {
  const all = format({ tz, locale: 'en-US' }, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(ms);
  return (type) => all.find((one) => one.type === type)?.value ?? '';
}

function ordinal(day: number): string {
  const tail = day % 100 >= 11 && day % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
  return `${day}${tail}`;
}

type Spelling = { month: 'long' | 'short'; weekday?: 'long'; year?: 'numeric' };

/** English in Slack's own manner ("February 18th, 2014"), other languages in theirs. */
function spelled(ms: number, reader: Reader, spelling: Spelling): string {
  if (!isEnglish(reader)) return format(reader, { day: 'numeric', ...spelling }).format(ms);
  const english = { tz: reader.tz, locale: 'en-US' };
  const { month, weekday, year } = spelling;
  const day = Number(parts(ms, reader.tz)('day'));
  const written = [
    weekday && format(english, { weekday }).format(ms),
    `${format(english, { month }).format(ms)} ${month === 'long' ? ordinal(day) : day}`,
    year && parts(ms, reader.tz)('year'),
  ];
  return written.filter(Boolean).join(', ');
}

function relative(ms: number, reader: Reader): string | null {
  const day = dayOf(ms, reader.tz);
  const near = [0, -1, 1].find((one) => day === dayOf(reader.now + one * 86_400_000, reader.tz));
  if (near === undefined) return null;
  const language = tongue(reader.locale);
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(near, 'day').toLocaleLowerCase(language);
}

function capital(text: string, { locale }: Reader): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(tongue(locale)) + text.slice(first.length);
}

export function ago(ms: number, reader: Omit<Reader, 'tz'>): string {
  const seconds = Math.round((ms - reader.now) / 1000);
  const rule = new Intl.RelativeTimeFormat(tongue(reader.locale), { numeric: 'auto' });
  const steps: [Intl.RelativeTimeFormatUnit, number][] = [
    ['year', 31_536_000],
    ['month', 2_592_000],
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ];
  for (const [unit, size] of steps) if (Math.abs(seconds) >= size) return rule.format(Math.trunc(seconds / size), unit);
  if (Math.abs(seconds) >= 10) return rule.format(seconds, 'second');
  return isEnglish(reader) ? 'just now' : rule.format(0, 'second');
}

/** "Today", "Yesterday", or "Friday, November 20th": what stands between two days. */
export function dayDivider(ms: number, reader: Reader): string {
  const near = relative(ms, reader);
  const sameYear = parts(ms, reader.tz)('year') === parts(reader.now, reader.tz)('year');
  const year = sameYear ? {} : ({ year: 'numeric' } as const);
  return capital(near ?? spelled(ms, reader, { month: 'long', weekday: 'long', ...year }), reader);
}

/**
 * The tokens of `<!date^...>`, as docs.slack.dev/messaging/formatting-message-text lists them. `begins`: nothing stands
 * before it, so that "today" becomes "Today".
 */
export function slackDate(unix: number, pattern: string, reader: Reader, begins = true): string {
  const ms = unix * 1000;
  const { tz } = reader;
  const near = relative(ms, reader);
  const year = 'numeric';
  const date = (): string => spelled(ms, reader, { month: 'long', year });
  const short = (): string => spelled(ms, reader, { month: 'short', year });
  const long = (): string => spelled(ms, reader, { month: 'long', weekday: 'long', year });
  const tokens: Record<string, () => string> = {
    date_num: () => dayOf(ms, tz),
    date_slash: () => format(reader, { year, month: '2-digit', day: '2-digit' }).format(ms),
    date,
    date_short: short,
    date_long: long,
    date_long_full: long,
    date_pretty: () => near ?? date(),
    date_short_pretty: () => near ?? short(),
    date_long_pretty: () => near ?? long(),
    day_divider_pretty: () => dayDivider(ms, reader),
    time: () => clockTime(ms, reader),
    time_secs: () => clockTime(ms, reader, true),
    ago: () => ago(ms, reader),
  };
  const text = pattern.replace(/\{(\w+)\}/g, (whole, name: string) => tokens[name]?.() ?? whole);
  return begins && /^\{\w*pretty\}/.test(pattern) ? capital(text, reader) : text;
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
  return format({ tz, locale: 'en-US' }, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(ms);
}
