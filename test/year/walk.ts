import { type Hours, WEEKDAYS } from '../../src/domain/hours.ts';

const MINUTE = 60_000;
const PER_DAY = 24 * 60;

/**
 * Business time as somebody reckons it who looks at the clock on the wall every minute and asks whether the door is open. It knows nothing of
 * how far that clock is ahead, nor of when it is moved.
 */
export function watcher({ zone, week, holidays }: Hours) {
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const days = new Map<number, Uint8Array>();
  const isOpenAt = (at: number): boolean => {
    const [date = '', time = ''] = wall.format(at).split(' ');
    if (holidays.some((holiday) => date.endsWith(holiday.date))) return false;
    const weekday = WEEKDAYS[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'monday';
    return (week[weekday] ?? []).some((span) => {
      const [from = '', to = ''] = span.split('-');
      return time >= from && time < to;
    });
  };
  const isOpen = (minute: number): boolean => {
    const day = Math.floor(minute / PER_DAY);
    const known = days.get(day);
    const minutes = known ?? Uint8Array.from({ length: PER_DAY }, (_, n) => +isOpenAt((day * PER_DAY + n) * MINUTE));
    if (!known) days.set(day, minutes);
    return minutes[minute - day * PER_DAY] === 1;
  };
  return {
    /** When so much business time has gone by. */
    after(from: number, ms: number): number {
      let [at, left] = [from, ms];
      while (left > 0) {
        const minute = Math.floor(at / MINUTE);
        const end = (minute + 1) * MINUTE;
        if (isOpen(minute)) {
          if (left <= end - at) return at + left;
          left -= end - at;
        }
        at = end;
      }
      return at;
    },
    /** How much business time lies between. */
    between(from: number, to: number): number {
      let sum = 0;
      for (let at = from; at < to;) {
        const minute = Math.floor(at / MINUTE);
        const end = Math.min((minute + 1) * MINUTE, to);
        if (isOpen(minute)) sum += end - at;
        at = end;
      }
      return sum;
    },
  };
}
export type Watcher = ReturnType<typeof watcher>;
