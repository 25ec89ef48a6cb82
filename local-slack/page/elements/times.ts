/** Every quarter of an hour of a day, as `HH:mm`. */
export const quarters: readonly string[] = Array.from({ length: 96 }, (_, n) => clock(Math.floor(n / 4), (n % 4) * 15));

function clock(hours: number, minutes: number): string {
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** A time as people type it: `9:07`, `0907`, `14h30`, `2pm`, `12:15 am`. */
export function readTime(text: string): string | null {
  const found = /^(\d{1,2})(?:[:.h ]?([0-5]\d))?h? ?(?:([ap])\.?m?\.?)?$/.exec(text.trim().toLowerCase());
  if (!found) return null;
  const [, first = '', second, half] = found;
  const hours = Number(first);
  const minutes = Number(second ?? 0);
  if (!half) return hours < 24 ? clock(hours, minutes) : null;
  if (hours < 1 || hours > 12) return null;
  return clock((hours % 12) + (half === 'p' ? 12 : 0), minutes);
}

/** "CET" or "GMT+9": how a zone is called at an instant. */
export function zoneName(tz: string, ms: number): string | undefined {
  try {
    const parts = new Intl.DateTimeFormat('en-GB', { timeZone: tz, timeZoneName: 'short' }).formatToParts(ms);
    return parts.find((one) => one.type === 'timeZoneName')?.value;
  } catch {
    return undefined;
  }
}
