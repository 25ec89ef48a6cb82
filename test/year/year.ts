import type { Sql } from '../../src/db/connect.ts';
import type { State } from '../../src/domain/language.ts';
import { FOR_EVER } from './moved.ts';
import { planOf } from './plan.ts';
import { type DoneAfter, type Fault, type Fired, type Line, reckon } from './reckon.ts';

/** What the clock did in a year that has gone by, and what it should have done. */
export type Looked = {
  fired: Fired[];
  faults: Fault[];
  /** The tickets whose request is missing, or came twice. */
  births: number[];
  /** How many tickets ended in which state. */
  ends: Partial<Record<State, number>>;
  /** Escalations to people, by people and by rules. */
  escalated: number;
  byRule: number;
  /** Jobs of the clock that still wait. */
  waiting: number;
};

const DONE: readonly State[] = ['resolved', 'completed', 'cancelled', 'spam'];

export async function lookBack(sql: Sql, seed: number, count: number): Promise<Looked> {
  const { tickets } = planOf(seed, count);
  const { lines, places } = await histories(sql);
  const doneAfter: DoneAfter = (number, at) => {
    let since: number | null = null;
    for (const line of lines.get(number) ?? []) {
      if (line.at > at && since !== null) break;
      since = DONE.includes(line.to) ? (since ?? Math.max(line.at, at)) : null;
    }
    return since;
  };
  const looked: Looked = { fired: [], faults: [], births: [], ends: {}, escalated: 0, byRule: 0, waiting: 0 };
  for (const [index, { group, priority }] of tickets.entries()) {
    const born = places.get(index) ?? [];
    if (born.length !== 1) looked.births.push(index);
    const its = lines.get(born[0] ?? 0) ?? [];
    const { fired, faults } = reckon({ group, priority, lines: its }, doneAfter);
    for (const one of fired) looked.fired.push(one);
    looked.faults.push(...faults);
    const end = its.at(-1)?.to;
    if (end) looked.ends[end] = (looked.ends[end] ?? 0) + 1;
    const asked = its.filter(({ verb, to }) => verb.startsWith('escalate') && to === 'escalated');
    looked.escalated += asked.length;
    looked.byRule += asked.filter(({ byClock }) => byClock).length;
  }
  const [row] = await sql<{ n: number }[]>`select count(*) as n from graphile_worker._private_jobs
    where attempts < max_attempts and run_at < ${FOR_EVER}`;
  return { ...looked, waiting: row?.n ?? 0 };
}

type Row = {
  ticket: number;
  seq: number;
  verb: string;
  by: string | null;
  at: Date;
  from_state: State | null;
  to_state: State;
  input: Record<string, unknown>;
  key: string | null;
};

async function histories(sql: Sql) {
  const lines = new Map<number, Line[]>();
  const places = new Map<number, number[]>();
  const rows = sql<Row[]>`
    select ticket, seq, verb, by_person as by, at, from_state, to_state, input, key
    from events order by ticket, seq`;
  for await (const batch of rows.cursor(2000))
    for (const { ticket, seq, verb, by, at, from_state, to_state, input, key } of batch) {
      const what = { at: at.getTime(), from: from_state, to: to_state, input };
      const line = { ticket, seq, verb, by, byClock: by === null, ...what };
      lines.set(ticket, [...(lines.get(ticket) ?? []), line]);
      if (verb !== 'create') continue;
      const place = Number(key?.split(':')[1]);
      places.set(place, [...(places.get(place) ?? []), ticket]);
    }
  return { lines, places };
}
