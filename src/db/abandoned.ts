import type { PersonId, WorkspaceId } from '../domain/language.ts';
import type { Sql } from './connect.ts';
import { ticketFrom, type TicketRow } from './rows.ts';
import { callable, OPEN } from './select.ts';

const ABANDONED = `
  select t.*, count(*) over () as total from tickets t
  join people a on a.workspace = t.workspace and a.id = t.assignee and not a.active
  where t.workspace = $1 and t.state in ${OPEN} and t.deleted_at is null and $2 in (select unnest(${callable('t')}))
  order by t.number limit $3`;

/** The open tickets of people who have left that this person is asked to give away, the oldest first. */
export async function abandoned(sql: Sql, workspace: WorkspaceId, lead: PersonId, limit: number) {
  const values = [workspace, lead, limit];
  const rows = await sql.unsafe<(TicketRow & { total: number })[]>(ABANDONED, values, { prepare: true });
  return { tickets: rows.map(ticketFrom), total: rows[0]?.total ?? 0 };
}
