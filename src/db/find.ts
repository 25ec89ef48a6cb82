import type { FindAsk } from '../desk/finding.ts';
import { STATES, type State, isOpen, type WorkspaceId } from '../domain/language.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Sql } from './connect.ts';
import { ticketFrom, type TicketRow } from './rows.ts';

const quoted = (states: readonly State[]) => states.map((state) => `'${state}'`).join(', ');
const OPEN = `(${quoted(STATES.filter(isOpen))})`;

/** Readable means all of it, as the law has it: an agent of its group, its assignee, an administrator if it is not private. */
const FIND = `
  select t.* from tickets t
  where t.workspace = $1 and t.deleted_at is null and t.state <> 'spam' and t.number is distinct from $5::int
    and (t.assignee = $2
      or exists (select from group_members m where m.workspace = $1 and m.person = $2 and m.group_key = t.group_key)
      or not t.private and exists (select from people p where p.workspace = $1 and p.id = $2 and p.admin))
    and ($3 = '' or t.title ilike '%' || $3 || '%' or t.number::text like $4)
    and (not $6 or t.state in ${OPEN})
  order by $6 and t.requester = (select o.requester from tickets o
      where o.workspace = $1 and o.number = $5::int) desc, t.state in ${OPEN} desc, t.updated_at desc limit $7`;

/** What was typed as words, and as the beginning of a number. */
export async function findTickets(
  sql: Sql,
  workspace: WorkspaceId,
  { by, text, besides, twins = false, limit }: FindAsk,
): Promise<Ticket[]> {
  const typed = text.trim();
  const words = typed.replaceAll(/[\\%_]/g, '\\$&');
  const digits = /^(?:t-?|#)?(\d{1,9})$/i.exec(typed)?.[1];
  const begins = digits === undefined ? '' : `${Number(digits)}%`;
  const values = [workspace, by, words, begins, besides ?? null, twins, limit];
  return (await sql.unsafe<TicketRow[]>(FIND, values, { prepare: true })).map(ticketFrom);
}
