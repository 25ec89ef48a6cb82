import { type BoardAsk, BOARDS, type BoardName } from '../domain/boards.ts';
import type { WorkspaceId } from '../domain/language.ts';
import { among, compile, rowsOf } from './board-sql.ts';
import type { Sql } from './connect.ts';
import { ticketFrom, type TicketRow } from './rows.ts';

/** One statement per list, with its states written out, so that the list's own index is found. */
const statements = Object.fromEntries(
  BOARDS.map((name) => {
    const total = `select count(*) from (${among(name, '{limit}')}) x`;
    return [name, compile(rowsOf(name, `, (${total}) as total`))];
  }),
) as Record<BoardName, ReturnType<typeof compile>>;

/** A list of one person's, and how many it holds in all. */
export async function readBoard(
  sql: Sql,
  workspace: WorkspaceId,
  { board, person, limit, skip = 0 }: BoardAsk,
): Promise<{ tickets: ReturnType<typeof ticketFrom>[]; total: number }> {
  const { text, values } = statements[board];
  const rows = await sql.unsafe<(TicketRow & { total: number })[]>(text, values({ workspace, person, limit, skip }), {
    prepare: true,
  });
  return { tickets: rows.map(ticketFrom), total: rows[0]?.total ?? 0 };
}
