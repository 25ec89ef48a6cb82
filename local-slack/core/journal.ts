import type { JournalRow } from '../wire.ts';
import type { Bus } from './bus.ts';
import type { Clock } from './clock.ts';

const KEPT = 10_000;

/** One ordered record of calls, deliveries and people's acts; the oldest rows fall out. */
export type Journal = {
  write(row: Omit<JournalRow, 'n' | 'at'>): JournalRow;
  /** Fills in what is known only later: the answer and how long it took. */
  close(row: JournalRow, answer: unknown, more?: Partial<Pick<JournalRow, 'fault' | 'link'>>): void;
  after(n: number): JournalRow[];
  find(n: number): JournalRow | undefined;
  clear(): void;
};

export function createJournal(clock: Clock, bus: Bus): Journal {
  let rows: JournalRow[] = [];
  let n = 0;
  return {
    write(entry) {
      n += 1;
      const row: JournalRow = { n, at: clock.now(), ...entry };
      rows.push(row);
      if (rows.length > KEPT + 500) rows = rows.slice(-KEPT);
      bus.tell(() => ({ kind: 'journal', row }));
      return row;
    },
    close(row, answer, more = {}) {
      Object.assign(row, more, { answer, ms: clock.now() - row.at });
      bus.tell(() => ({ kind: 'journal', row }));
    },
    after: (from) => rows.filter((row) => row.n > from),
    find: (wanted) => rows.find((row) => row.n === wanted),
    clear() {
      rows = [];
    },
  };
}
