import type { Clock } from './clock.ts';
import type { Habits } from './habits.ts';

const MINUTE_MS = 60_000;
const WINDOW_MINUTES = 60;
const WORST_SHARE = 0.95;

type Minute = { events: number; tries: number; failures: number; told: boolean };

/** How the app's event subscription fares: too many events in an hour are held back, too many failures end it. */
export type Subscription = {
  /** Counts one more event: `tell` when the app has to hear that this minute's events are held back. */
  admit(): 'send' | 'hold' | 'tell';
  /** Counts one try; answers whether this one ended the subscription. */
  tried(ok: boolean): boolean;
  minute(): number;
  on: boolean;
  begin(): void;
};

export function createSubscription(clock: Clock, habits: Habits): Subscription {
  const minutes = new Map<number, Minute>();
  const index = (): number => Math.floor(clock.now() / MINUTE_MS);

  function current(): Minute {
    const now = index();
    for (const old of minutes.keys()) if (old <= now - WINDOW_MINUTES) minutes.delete(old);
    const minute = minutes.get(now) ?? { events: 0, tries: 0, failures: 0, told: false };
    minutes.set(now, minute);
    return minute;
  }
  const sum = (what: 'events' | 'tries' | 'failures'): number =>
    [...minutes.values()].reduce((total, minute) => total + minute[what], 0);

  const subscription: Subscription = {
    on: true,
    minute: () => index() * (MINUTE_MS / 1000),
    admit() {
      if (!subscription.on) return 'hold';
      const minute = current();
      if (sum('events') < habits.events_per_hour) {
        minute.events += 1;
        return 'send';
      }
      if (minute.told) return 'hold';
      minute.told = true;
      return 'tell';
    },
    tried(ok) {
      const minute = current();
      minute.tries += 1;
      if (!ok) minute.failures += 1;
      const busy = sum('events') >= habits.disabled_from;
      if (!subscription.on || !busy || sum('failures') <= WORST_SHARE * sum('tries')) return false;
      subscription.on = false;
      return true;
    },
    begin() {
      minutes.clear();
      subscription.on = true;
    },
  };
  return subscription;
}
