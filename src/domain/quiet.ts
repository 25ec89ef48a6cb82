import { z } from 'zod';

/** When a person wants no pings, on the clock that hangs on his wall: `18:00` to `08:00`, and whole weekends. */
export const quiet = z.object({ from: z.string(), to: z.string(), weekends: z.boolean() });
export type Quiet = z.output<typeof quiet>;

const MINUTE = 60_000;
/** Looked at in such steps: a shorter pause between two quiet times is none. */
const STEP = 15 * MINUTE;
const LONGEST = 4 * 24 * 60 * MINUTE;
const TYPED = /^(?:(\d{1,2})(?::([0-5]\d))?\s*(?:-|–|to)\s*(\d{1,2})(?::([0-5]\d))?)?(?:\s*,?\s*(weekends?))?$/i;

const clock = (hours: string, minutes = '00'): string | null =>
  Number(hours) > 24 ? null : `${String(Number(hours) % 24).padStart(2, '0')}:${minutes}`;

/** `18:00-08:00`, `18-8 weekends`, `weekends`. Null: nothing of the kind. */
export function quietOf(typed: string): Quiet | null {
  const [whole, h = '', m, toH = '', toM, weekends] = TYPED.exec(typed.trim()) ?? [];
  if (!whole) return null;
  if (h === '') return { from: '00:00', to: '00:00', weekends: true };
  const [from, to] = [clock(h, m), clock(toH, toM)];
  return from === null || to === null || from === to ? null : { from, to, weekends: weekends !== undefined };
}

function isQuiet({ from, to, weekends }: Quiet, zone: string, at: number): boolean {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  if (weekends && ['Sat', 'Sun'].includes(part('weekday'))) return true;
  const now = `${part('hour')}:${part('minute')}`;
  return from <= to ? from <= now && now < to : now >= from || now < to;
}

/** When the quiet time ends that it is now; null: it is none. */
export function quietUntil(quiet: Quiet, zone: string, at: Date): Date | null {
  const now = Math.floor(at.getTime() / MINUTE) * MINUTE;
  if (!isQuiet(quiet, zone, now)) return null;
  let last = now;
  while (last < now + LONGEST && isQuiet(quiet, zone, last + STEP)) last += STEP;
  do last += MINUTE;
  while (isQuiet(quiet, zone, last) && last < now + LONGEST);
  return new Date(last);
}
