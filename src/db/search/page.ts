import type { Total } from '../../desk/searching.ts';
import type { Sql, Transaction } from '../connect.ts';
import type { TicketRow } from '../rows.ts';
import { type Stretch, stretchesOf } from './parts.ts';
import { type Prospect, prospectOf } from './prospect.ts';
import { type Asked, type Part, statementOf, type Way } from './statement.ts';

export type Row = TicketRow & { seen: number; ended: boolean; keys: unknown; in_main: boolean | null };
type Rows = { rows: Row[]; total: Total };

/** How much is done of one thing before another one is tried. */
type Bounds = {
  /** Tickets that are gone through in their order, at least and at most. */
  near: number;
  far: number;
  /** Found ones that are sorted. */
  sorted: number;
};
const BOUNDS: Bounds = { near: 1000, far: 30_000, sorted: 1000 };

/**
 * A page, and how many are found, as far as that was seen on the way. What is common is found on the first steps through
 * the tickets in their order; what is rare is found by the index over the documents and sorted; what is neither is found so
 * month by month.
 */
export async function pageOf(sql: Sql | Transaction, asked: Asked, now: Date, bounds = BOUNDS): Promise<Rows> {
  const { sort, start, limit } = asked;
  const whole: Part = { facets: [], start };
  const { far, most, driven, ways } = prospectOf(asked, bounds.sorted);
  const [first] = ways;
  if (first === 'near') {
    const counted = far <= bounds.near;
    const steps = counted ? bounds.near : Math.min(bounds.far, most);
    const { rows, seen, ended } = await read(sql, asked, whole, { by: 'near', far: steps, counted });
    if (ended || rows.length === limit) return { rows, total: { count: seen, over: !ended || start !== null } };
    // Fewer than was thought, but not far: as many steps more as it looks like.
    if (counted && 6 * seen > limit) {
      const next = { by: 'near', far: Math.min(bounds.far, 12 * steps), counted: false } as const;
      const further = await read(sql, asked, whole, next);
      if (further.rows.length === limit) return { rows: further.rows, total: { count: limit, over: true } };
    }
  }
  if (ways.includes('sorted')) {
    const { rows, seen } = await read(sql, asked, whole, {
      by: 'sorted',
      most: bounds.sorted,
      start: 'of all',
      driven,
    });
    if (seen <= bounds.sorted) return { rows, total: { count: seen, over: false } };
  }
  const from = sort === 'oldest' && start === null ? await firstOf(sql, asked, now) : now;
  const { before } = asked.conditions.created;
  const until = before === null ? null : new Date(Date.parse(before) - 1);
  const { rows, seen, ended } = await through(sql, asked, stretchesOf(sort, start, from, until), bounds.sorted, driven);
  const over = !ended || start !== null;
  return { rows, total: { count: over && ways.includes('sorted') ? bounds.sorted + 1 : seen, over } };
}

async function through(
  sql: Sql | Transaction,
  asked: Asked,
  stretches: Stretch[],
  most: number,
  driven: Prospect['driven'],
) {
  const rows: Row[] = [];
  let [seen, ended] = [0, true];
  for (const { parts, ...part } of stretches) {
    if (rows.length >= asked.limit) return { rows, seen, ended: false };
    const rest = { ...asked, limit: asked.limit - rows.length };
    const found = await read(sql, rest, part, { by: 'sorted', most, start: 'of this part', driven });
    const over = found.seen > most;
    const inside = over && parts ? await through(sql, rest, parts(), most, driven) : { ...found, ended: !over };
    // So many of them are not far from one another.
    const near =
      over && !parts ? (await read(sql, rest, part, { by: 'near', far: null, counted: false })).rows : inside.rows;
    rows.push(...near);
    seen += inside.seen;
    ended &&= inside.ended;
  }
  return { rows, seen, ended };
}

async function read(sql: Sql | Transaction, asked: Asked, part: Part, way: Way) {
  const { text, values } = statementOf(asked, part, way);
  const rows = await sql.unsafe<Row[]>(text, values as never[]);
  const { seen = 0, ended = false } = rows[0] ?? {};
  return { rows: rows.filter(({ number }) => number !== null), seen, ended };
}

const FIRST =
  'select created_at from ticket_search where workspace = $1 order by workspace, created_at, number limit 1';
async function firstOf(sql: Sql | Transaction, { workspace }: Asked, now: Date): Promise<Date> {
  const [row] = await sql.unsafe<{ created_at: Date }[]>(FIRST, [workspace]);
  return row?.created_at ?? now;
}
