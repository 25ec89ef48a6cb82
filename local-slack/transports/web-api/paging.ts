import { refuse } from '../../core/refusal.ts';
import { count } from './method.ts';

const MOST = 1000;

export type Paged = { cursor?: string | undefined; limit?: number | undefined };

type Sizes = { usual?: number; most?: number; strict?: boolean };

/**
 * One page of a list, and the cursor of the next ("" at the end). Cursors are opaque, as Slack's are.
 * A size out of bounds is `invalid_limit` where Slack documents that error (`strict`), else it is brought into bounds.
 */
export function page<T>(
  rows: T[],
  { cursor, limit }: Paged,
  { usual = 100, most = MOST, strict = false }: Sizes = {},
): { rows: T[]; next_cursor: string } {
  const asked = limit === undefined || limit === 0 ? usual : limit;
  if (strict && (asked < 1 || asked > most)) refuse('invalid_limit');
  const size = Math.min(Math.max(asked, 1), most);
  const from = start(cursor);
  const next = from + size;
  return {
    rows: rows.slice(from, next),
    next_cursor: next < rows.length ? Buffer.from(`next:${next}`).toString('base64') : '',
  };
}

function start(cursor: string | undefined): number {
  if (cursor === undefined || cursor === '') return 0;
  const found = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8'));
  return found ? Number(found[1]) : refuse('invalid_cursor');
}

export const numbered = { count: count.optional(), page: count.optional() };

/** The older paging by page numbers, with what Slack says of it. */
export function numberedPage<T>(
  rows: T[],
  asked: { count?: number | undefined; page?: number | undefined },
): { rows: T[]; paging: { count: number; total: number; page: number; pages: number } } {
  const size = Math.min(Math.max(asked.count ?? 100, 1), MOST);
  const n = Math.max(asked.page ?? 1, 1);
  return {
    rows: rows.slice((n - 1) * size, n * size),
    paging: { count: size, total: rows.length, page: n, pages: Math.ceil(rows.length / size) },
  };
}
