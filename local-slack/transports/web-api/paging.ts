import { refuse } from '../../core/refusal.ts';

const MOST = 1000;

export type Paged = { cursor?: string | undefined; limit?: number | undefined };

/** One page of a list, and the cursor of the next ("" at the end). Cursors are opaque, as Slack's are. */
export function page<T>(rows: T[], { cursor, limit }: Paged, usual = 100): { rows: T[]; next_cursor: string } {
  const size = limit === undefined || limit === 0 ? usual : limit;
  if (size < 1 || size > MOST) refuse('invalid_limit');
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
