import type { MessageAt, WhichWords } from '../desk/ports.ts';
import { type PersonId, ticketNumber, type TicketNumber, type WorkspaceId } from '../domain/language.ts';
import type { Uttered } from '../domain/verbs/rule.ts';
import type { Sql } from './connect.ts';

/** Words of a ticket that still stand: of one event, or the last that we posted for a person. */
export async function uttered(
  sql: Sql,
  workspace: WorkspaceId,
  number: TicketNumber,
  which: WhichWords,
): Promise<Uttered | null> {
  const these =
    'of' in which
      ? sql`m.seq = ${which.of}`
      : sql`m.author = ${which.lastBy} and e.input -> 'source' is null and m.audience = 'main'`;
  const [row] = await sql<Uttered[]>`
    select m.seq, m.audience, m.author, m.text, e.input -> 'source' is not null as typed
    from messages m join events e using (workspace, ticket, seq)
    where m.workspace = ${workspace} and m.ticket = ${number} and m.deleted_at is null and ${these}
    order by m.seq desc limit 1`;
  return row ?? null;
}

type Row = { ticket: number; seq: number; author: PersonId | null; typed: boolean };

/** Whose message of which ticket stands at a place in Slack. */
export async function messageAt(
  sql: Sql,
  workspace: WorkspaceId,
  { channel, ts }: { channel: string; ts: string },
): Promise<MessageAt | null> {
  const [row] = await sql<Row[]>`
    select m.ticket, m.seq, m.author, e.input -> 'source' is not null as typed
    from messages m join events e using (workspace, ticket, seq)
    where m.workspace = ${workspace} and m.channel = ${channel} and m.ts = ${ts} and m.deleted_at is null`;
  return row ? { number: ticketNumber(row.ticket), seq: row.seq, author: row.author, typed: row.typed } : null;
}
