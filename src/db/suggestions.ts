import type { InternalText } from '../desk/told.ts';
import type { Suggestion } from '../desk/outbox.ts';
import { type PersonId, ticketNumber, type TicketNumber, type WorkspaceId } from '../domain/language.ts';
import type { Sql } from './connect.ts';

type Row = { ticket: number; seq: number; by: PersonId | null; at: Date; text: InternalText };
const MOST = 3;
/** How far back it is looked. */
const AMONG = 200;

/** What answered such questions before. Nothing that a private ticket says is shown on another one. */
export async function suggestions(sql: Sql, workspace: WorkspaceId, number: TicketNumber): Promise<Suggestion[]> {
  const rows = await sql<Row[]>`
    with alike as (
      select o.number from tickets t join tickets o on o.workspace = t.workspace and o.type = t.type
        and o.group_key = t.group_key and o.number <> t.number and not o.private and o.deleted_at is null
      where t.workspace = ${workspace} and t.number = ${number}
      order by o.number desc limit ${AMONG}),
    answer as (
      select distinct on (lower(trim(m.text))) m.ticket, m.seq, m.author as by, m.at, m.text
      from alike a join events e on e.workspace = ${workspace} and e.ticket = a.number and e.verb = 'return'
      join messages m using (workspace, ticket, seq)
      where m.deleted_at is null and m.text <> ''
      order by lower(trim(m.text)), m.at desc)
    select * from answer order by at desc, ticket desc limit ${MOST}`;
  return rows.map((row) => ({ ...row, ticket: ticketNumber(row.ticket) }));
}
