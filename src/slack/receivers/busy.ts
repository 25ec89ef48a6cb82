import { setTimeout as sleep } from 'node:timers/promises';

/** Counts what is under way: Bolt's own stop does not wait for it. */
export function busy() {
  let under = 0;
  let idle: (() => void)[] = [];
  return {
    under: () => under,
    async during<T>(work: () => Promise<T>): Promise<T> {
      under++;
      try {
        return await work();
      } finally {
        under--;
        if (under === 0) for (const tell of idle.splice(0)) tell();
      }
    },
    /** Resolves when nothing is under way, or after so many ms. */
    async rest(ms: number): Promise<void> {
      if (under === 0) return;
      const enough = new AbortController();
      await Promise.race([
        new Promise<void>((done) => (idle = [...idle, done])),
        sleep(ms, undefined, { signal: enough.signal }).catch(() => {}),
      ]);
      enough.abort();
    },
  };
}
