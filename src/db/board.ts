import { type BoardAsk, type BoardName, boardOf, boards } from '../domain/boards.ts';
import type { WorkspaceId } from '../domain/language.ts';
import type { Sql } from './connect.ts';
import { ticketFrom, type TicketRow } from './rows.ts';

const WHOSE = {
  requester: 't.requester = $2',
  creator: 't.creator = $2 and t.creator <> t.requester',
  assignee: 't.assignee = $2',
  group: 't.group_key = any($2::text[])',
  /** Read by following only where that is enough, as `followable` has it. */
  follower: `t.followers @> array[$2]::text[] and t.followers <> '{}' and (not t.private and t.parent is null
    or t.assignee = $2 or exists (select from group_members m
      where m.workspace = $1 and m.person = $2 and m.group_key = t.group_key))`,
  target: `t.detail ->> 'to' = $2`,
};

/** One statement per list, with its states written out, so that the list's own index is found. */
const statements = Object.fromEntries(
  (Object.keys(boards) as BoardName[]).map((name) => {
    const { states, whose, archived } = boardOf(name);
    const among = `t.state in (${states.map((state) => `'${state}'`).join(', ')})`;
    const text = `
      select t.*, count(*) over () as total from tickets t
      where t.workspace = $1 and ${WHOSE[whose]} and ${among} and t.deleted_at is null
        ${archived ? '' : 'and t.archived_at is null'}
      order by ${name === 'decide' ? 't.since, t.number' : 't.updated_at desc, t.number desc'} limit $3 offset $4`;
    return [name, text];
  }),
) as Record<BoardName, string>;

/** A list, the ticket that changed last first, and how many it holds in all. */
export async function readBoard(
  sql: Sql,
  workspace: WorkspaceId,
  { board, person, groups, limit, skip = 0 }: BoardAsk,
) {
  const values = [workspace, boardOf(board).whose === 'group' ? [...groups] : person, limit, skip];
  const rows = await sql.unsafe<(TicketRow & { total: number })[]>(statements[board], values, { prepare: true });
  return { tickets: rows.map(ticketFrom), total: rows[0]?.total ?? 0 };
}
