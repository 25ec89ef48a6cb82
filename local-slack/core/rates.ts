import type { Clock } from './clock.ts';

/** Calls per minute of Slack's tiers; `special` methods allow hundreds. Source: docs.slack.dev/apis/web-api/rate-limits. */
const PER_MINUTE = { 1: 1, 2: 20, 3: 50, 4: 100, special: 300 } as const;
export type Tier = keyof typeof PER_MINUTE;

/** One post a second per channel, with the short bursts that Slack lets through. */
const POST_BURST = 5;
const POSTS_PER_SECOND = 1;

export type Rates = {
  on: boolean;
  /** Seconds to wait, or 0 when the call may pass. */
  call(method: string, tier: Tier): number;
  post(channel: string): number;
  clear(): void;
};

export function createRates(clock: Clock, on: boolean): Rates {
  const buckets = new Map<string, { left: number; at: number }>();

  function take(key: string, size: number, perSecond: number): number {
    const now = clock.now();
    const bucket = buckets.get(key) ?? { left: size, at: now };
    bucket.left = Math.min(size, bucket.left + ((now - bucket.at) / 1000) * perSecond);
    bucket.at = now;
    buckets.set(key, bucket);
    if (bucket.left >= 1) {
      bucket.left -= 1;
      return 0;
    }
    return Math.max(1, Math.ceil((1 - bucket.left) / perSecond));
  }

  return {
    on,
    call(method, tier) {
      return this.on ? take(`method:${method}`, PER_MINUTE[tier], PER_MINUTE[tier] / 60) : 0;
    },
    post(channel) {
      return this.on ? take(`channel:${channel}`, POST_BURST, POSTS_PER_SECOND) : 0;
    },
    clear: () => buckets.clear(),
  };
}
