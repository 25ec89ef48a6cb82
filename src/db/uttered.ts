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

/** Cards tell of the request itself, a post in the agents' thread of all that came after the one before it. */
const EVENT_AT = `
  select e.seq from events e left join messages m using (workspace, ticket, seq)
  where e.workspace = $1 and e.ticket = $2 and (e.verb = 'create' or m.seq is not null and m.deleted_at is null)
    and (m.channel = $3 and m.ts = $4
      or exists (select from tellings g where g.workspace = $1 and g.ticket = $2 and g.channel = $3 and g.ts = $4
        and e.seq > g.since and e.seq <= g.upto)
      or e.verb = 'create' and (
        exists (select from places p where p.workspace = $1 and p.ticket = $2 and p.channel = $3 and p.ts = $4)
        or exists (select from tickets t where t.workspace = $1 and t.number = $2 and t.main_channel = $3 and t.main_ts = $4)))
  order by (m.channel = $3 and m.ts = $4) is true desc, e.seq desc limit 1`;

/** Which words of a ticket are told at a place in Slack, ours or a person's. */
export async function eventAt(
  sql: Sql,
  workspace: WorkspaceId,
  number: TicketNumber,
  { channel, ts }: { channel: string; ts: string },
): Promise<number | null> {
  const [row] = await sql.unsafe<{ seq: number }[]>(EVENT_AT, [workspace, number, channel, ts], { prepare: true });
  return row?.seq ?? null;
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
