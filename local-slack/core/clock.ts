/** The emulator's own time: it runs with the real one and can be wound forward; timers set on it move along. */
export type Clock = {
  now(): number;
  ahead(): number;
  forward(ms: number): void;
  /** Calls `what` when `ms` have passed on this clock; answers how to call it off. */
  after(ms: number, what: () => void): () => void;
  stop(): void;
};

type Alarm = { at: number; what: () => void };

const LONGEST_SLEEP_MS = 2_000_000_000;

export function createClock(real: () => number = Date.now, ahead_ms = 0): Clock {
  let ahead = ahead_ms;
  let sleeping: NodeJS.Timeout | undefined;
  const alarms = new Set<Alarm>();
  const now = (): number => Math.floor(real()) + ahead;

  function ring(): void {
    const due = [...alarms].filter((alarm) => alarm.at <= now()).sort((a, b) => a.at - b.at);
    try {
      for (const alarm of due) if (alarms.delete(alarm)) alarm.what();
    } finally {
      // One that fails does not take the others' turn.
      sleep();
    }
  }

  function sleep(): void {
    clearTimeout(sleeping);
    sleeping = undefined;
    if (alarms.size === 0) return;
    const next = Math.min(...[...alarms].map((alarm) => alarm.at));
    sleeping = setTimeout(ring, Math.min(Math.max(next - now(), 0), LONGEST_SLEEP_MS));
  }

  return {
    now,
    ahead: () => ahead,
    forward(ms) {
      ahead += ms;
      ring();
    },
    after(ms, what) {
      const alarm = { at: now() + ms, what };
      alarms.add(alarm);
      sleep();
      return () => {
        alarms.delete(alarm);
        if (alarms.size === 0) sleep();
      };
    },
    stop() {
      alarms.clear();
      clearTimeout(sleeping);
    },
  };
}
