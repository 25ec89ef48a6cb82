import type { Outbox, Telling } from '../desk/outbox.ts';
import type { Sql } from './connect.ts';
import { letterFrom, type LetterRow } from './tell.ts';

/** Where our posts stand, and what they tell. */
export const posts = (sql: Sql): Pick<Outbox, 'telling' | 'hasTold' | 'posted'> => ({
  async telling(workspace, ticket, channel, upto) {
    const [row] = await sql<Telling[]>`
      select since, upto, thread, ts from tellings where workspace = ${workspace} and ticket = ${ticket}
        and channel = ${channel} and upto = ${upto} order by ts desc limit 1`;
    return row ?? null;
  },
  async hasTold(workspace, ticket, { channel, ts }) {
    const rows = await sql`select from tellings where workspace = ${workspace} and ticket = ${ticket}
      and channel = ${channel} and thread = ${ts} limit 1`;
    return rows.length > 0;
  },
  async posted(workspace, id) {
    const [row] = await sql<(LetterRow & { ts: string })[]>`
      select * from letters where workspace = ${workspace} and id = ${id} and channel is not null and ts is not null`;
    return row?.channel ? { letter: letterFrom(row), at: { channel: row.channel, ts: row.ts } } : null;
  },
});
