import type { Reminder } from '../desk/outbox.ts';
import type { TicketNumber, WorkspaceId } from '../domain/language.ts';
import type { Sql } from './connect.ts';

/** Where these events of a ticket were told in one DM. */
export async function reminders(
  sql: Sql,
  workspace: WorkspaceId,
  ticket: TicketNumber,
  channel: string,
  seqs: readonly number[],
): Promise<Reminder[]> {
  if (seqs.length === 0) return [];
  return sql<Reminder[]>`
    select seq, channel, ts from letters
    where workspace = ${workspace} and channel = ${channel} and attempted_at is not null and kind = 'ping'
      and ticket = ${ticket} and seq in ${sql([...seqs])} and state = 'sent' and ts is not null
    order by seq`;
}
