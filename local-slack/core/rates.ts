import type { Clock } from './clock.ts';

/** Calls per minute of Slack's tiers; `special` methods allow hundreds. Source: docs.slack.dev/apis/web-api/rate-limits. */
const PER_MINUTE = { 1: 1, 2: 20, 3: 50, 4: 100, special: 300 } as const;
export type Tier = keyof typeof PER_MINUTE;

/** One post a second per channel, with the short bursts that Slack lets through. */
const POST_BURST = 5;
const POST_EVERY_MS = 1000;

export type Rates = {
  on: boolean;
  /** Seconds to wait, or 0 when the call may pass. */
  call(method: string, tier: Tier): number;
  post(channel: string): number;
  clear(): void;
};

export function createRates(clock: Clock, on: boolean): Rates {
  /** When each of them may be used to the full again, in ms. */
  const fullAt = new Map<string, number>();

  function take(key: string, size: number, everyMs: number): number {
    const now = clock.now();
    const full = Math.max(now, fullAt.get(key) ?? now);
    const wait = full + everyMs - (now + size * everyMs);
    if (wait > 0) return Math.ceil(wait / 1000);
    fullAt.set(key, full + everyMs);
    return 0;
  }

  return {
    on,
    call(method, tier) {
      return this.on ? take(`method:${method}`, PER_MINUTE[tier], 60_000 / PER_MINUTE[tier]) : 0;
    },
    post(channel) {
      return this.on ? take(`channel:${channel}`, POST_BURST, POST_EVERY_MS) : 0;
    },
    clear: () => fullAt.clear(),
  };
}
