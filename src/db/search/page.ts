import type { Sql, Transaction } from '../connect.ts';
import type { TicketRow } from '../rows.ts';
import { lately, type Stretch, stretchesOf } from './parts.ts';
import { type Asked, countOf, type Part, statementOf, type Way } from './statement.ts';

export type Row = TicketRow & { seen: number; keys: unknown; in_main: boolean | null };
type Rows = { rows: Row[]; total: number };

/** How much is done of one thing before another one is tried. */
type Bounds = {
  /** Tickets that are gone through in their order; reading the words of one takes longer. */
  near: number;
  nearWords: number;
  /** Found ones that are sorted. */
  sorted: number;
  /** Found ones that are counted. */
  counted: number;
};
export const BOUNDS: Bounds = { near: 400, nearWords: 200, sorted: 1000, counted: 1001 };

/**
 * A page, and how many are found in all. What is common is found on the first steps through the tickets in their order; what is
 * rare is found by the index over the documents and sorted; what is neither is found so month by month.
 */
export async function pageOf(sql: Sql | Transaction, asked: Asked, now: Date, bounds = BOUNDS): Promise<Rows> {
  const { conditions, by, sort, start, limit } = asked;
  const whole: Part = { facets: [], start };
  const few = conditions.rare || (!by.admin && by.agentOf.length + by.leadOf.length === 0);
  if (!few) {
    const far = conditions.text === null && conditions.main === null ? bounds.near : bounds.nearWords;
    const { rows } = await read(sql, asked, whole, { by: 'near', far });
    if (rows.length === limit) return { rows, total: await totalOf(sql, asked, now, bounds.counted) };
  }
  const all = await read(sql, asked, whole, { by: 'sorted', most: bounds.sorted, start: 'of all' });
  if (all.seen <= bounds.sorted) return { rows: all.rows, total: Math.min(all.seen, bounds.counted) };
  const first = sort === 'oldest' && start === null ? await firstOf(sql, asked, now) : now;
  return { rows: await through(sql, asked, stretchesOf(sort, start, first), bounds.sorted), total: bounds.counted };
}

async function through(sql: Sql | Transaction, asked: Asked, stretches: Stretch[], most: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { parts, ...part } of stretches) {
    const rest = { ...asked, limit: asked.limit - rows.length };
    const found = await read(sql, rest, part, { by: 'sorted', most, start: 'of this part' });
    if (found.seen <= most) rows.push(...found.rows);
    else if (parts) rows.push(...(await through(sql, rest, parts(), most)));
    // So many of them are not far from one another.
    else rows.push(...(await read(sql, rest, part, { by: 'near', far: null })).rows);
    if (rows.length >= asked.limit) break;
  }
  return rows;
}

async function read(sql: Sql | Transaction, asked: Asked, part: Part, way: Way) {
  const { text, values } = statementOf(asked, part, way);
  const rows = await sql.unsafe<Row[]>(text, values as never[]);
  return { rows: rows.filter(({ number }) => number !== null), seen: rows[0]?.seen ?? 0 };
}

/** Where much is found, as much as is counted is mostly found among what changed lately already. */
async function totalOf(sql: Sql | Transaction, asked: Asked, now: Date, most: number): Promise<number> {
  const sure = await count(sql, asked, [lately(now)], most, true);
  return sure === most ? most : count(sql, asked, [], most, false);
}

async function count(
  sql: Sql | Transaction,
  asked: Asked,
  facets: Part['facets'],
  most: number,
  sure: boolean,
): Promise<number> {
  const { text, values } = countOf(asked, { facets, start: null }, most, sure);
  const rows = await sql.unsafe<{ seen: number }[]>(text, values as never[]);
  return rows[0]?.seen ?? 0;
}

const FIRST =
  'select created_at from ticket_search where workspace = $1 order by workspace, created_at, number limit 1';
async function firstOf(sql: Sql | Transaction, { workspace }: Asked, now: Date): Promise<Date> {
  const [row] = await sql.unsafe<{ created_at: Date }[]>(FIRST, [workspace]);
  return row?.created_at ?? now;
}
