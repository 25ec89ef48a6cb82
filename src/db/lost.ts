import { ticketNumber, type TicketNumber, type WorkspaceId } from '../domain/language.ts';
import type { Sql } from './connect.ts';
import { wake } from './wake.ts';

/**
 * What stood there is forgotten, and of a ticket that somebody still works with it is drawn anew: the card with its whole
 * story under it. What is over comes back with the next thing that happens to it.
 */
const LOST = `
  with gone as (
    delete from places where workspace = $1 and channel = $2 and ts = $3 returning workspace, ticket, kind, seq),
  wanted as (
    select g.workspace, g.ticket, g.seq, k.kind, k.nth,
      case g.kind when 'card' then 'c:' || o.agents_channel
        when 'requester_card' then coalesce('c:' || t.main_channel, 'u:' || t.requester)
        else 'u:' || e.to_person end as conversation
    from gone g
    join tickets t on t.workspace = g.workspace and t.number = g.ticket
    join groups o on o.workspace = t.workspace and o.key = t.group_key
    left join escalations e on e.workspace = g.workspace and e.ticket = g.ticket and e.seq = g.seq
      and g.kind = 'escalation_card'
    cross join lateral unnest(case g.kind when 'card' then array['card', 'thread'] else array[g.kind] end)
      with ordinality as k(kind, nth)
    where t.state not in ('completed', 'cancelled', 'spam') and t.deleted_at is null and t.archived_at is null
      and (e.seq is null or e.closed_at is null)),
  put as (
    insert into letters (workspace, ticket, kind, seq, conversation)
    select workspace, ticket, kind, seq, conversation from wanted where conversation is not null order by nth
    on conflict do nothing)
  select g.ticket, w.conversation from gone g left join wanted w on w.ticket = g.ticket`;

/** A message of ours was deleted in Slack. Null: it was no card. */
export async function lost(
  sql: Sql,
  workspace: WorkspaceId,
  { channel, ts }: { channel: string; ts: string },
): Promise<TicketNumber | null> {
  const rows = await sql.unsafe<{ ticket: number; conversation: string | null }[]>(LOST, [workspace, channel, ts]);
  for (const conversation of new Set(rows.map((row) => row.conversation)))
    if (conversation !== null) await wake(sql, workspace, conversation, new Date());
  const [first] = rows;
  return first ? ticketNumber(first.ticket) : null;
}
