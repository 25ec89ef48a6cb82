import type { JournalRow } from '../wire.ts';
import type { Bus } from './bus.ts';
import type { Clock } from './clock.ts';

const KEPT = 10_000;
/** In letters: a few calls of the greatest size do not fill the memory. */
const HEAVIEST = 50_000_000;

/** One ordered record of calls, deliveries and people's acts; the oldest rows fall out. */
export type Journal = {
  write(row: Omit<JournalRow, 'n' | 'at'>): JournalRow;
  /** Fills in what is known only later: the answer and how long it took. */
  close(row: JournalRow, answer: unknown, more?: Partial<Pick<JournalRow, 'fault' | 'link'>>): void;
  after(n: number): JournalRow[];
  find(n: number): JournalRow | undefined;
  clear(): void;
};

/** Letters, and a little for each value. */
function weigh(value: unknown): number {
  let weight = 0;
  const waiting = [value];
  while (waiting.length > 0) {
    const one = waiting.pop();
    weight += typeof one === 'string' ? one.length : 8;
    if (typeof one === 'object' && one !== null) for (const inner of Object.values(one)) waiting.push(inner);
  }
  return weight;
}

export function createJournal(clock: Clock, bus: Bus): Journal {
  let rows: JournalRow[] = [];
  let n = 0;
  let weight = 0;
  const weights = new WeakMap<JournalRow, number>();

  function grow(row: JournalRow, by: unknown): void {
    const more = weigh(by);
    weights.set(row, (weights.get(row) ?? 0) + more);
    weight += more;
    if (rows.length > KEPT + 500 || weight > HEAVIEST) trim();
  }

  function trim(): void {
    let gone = 0;
    for (const row of rows) {
      if (rows.length - gone <= KEPT && (weight <= HEAVIEST || rows.length - gone === 1)) break;
      weight -= weights.get(row) ?? 0;
      gone += 1;
    }
    rows = rows.slice(gone);
  }

  return {
    write(entry) {
      n += 1;
      const row: JournalRow = { n, at: clock.now(), ...entry };
      rows.push(row);
      grow(row, entry.request);
      bus.tell(() => ({ kind: 'journal', row }));
      return row;
    },
    close(row, answer, more = {}) {
      Object.assign(row, more, { answer, ms: clock.now() - row.at });
      if (rows.lastIndexOf(row) >= 0) grow(row, answer);
      bus.tell(() => ({ kind: 'journal', row }));
    },
    after: (from) => rows.filter((row) => row.n > from),
    find: (wanted) => rows.find((row) => row.n === wanted),
    clear() {
      rows = [];
      weight = 0;
    },
  };
}
