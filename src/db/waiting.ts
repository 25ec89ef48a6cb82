import type { OutLetter } from '../desk/letters.ts';
import type { WorkspaceId } from '../domain/language.ts';
import type { Sql } from './connect.ts';
import { letterFrom, type LetterRow } from './tell.ts';

/** So many of a batch are carried before it is looked whether somebody else waits. */
const BULK = 10;

/**
 * Takes the letters whose turn it is. From now on a change needs a letter of its own, because these may have been drawn
 * already. A letter that failed holds up the whole conversation; one of unknown fate, or that stays for a while, only those
 * of its ticket. Those of a batch come last, a few at a time.
 */
const WAITING = `
  with waiting as (
    select id, kind, ticket, seq, state, error is not null as failed, coalesce(not_before > now(), false) as put_off,
      bool_and(bulk) over (partition by ticket) as bulk
    from letters
    where workspace = $1 and conversation = $2 and state in ('pending', 'sending', 'unknown')),
  twin as (
    select b.id from waiting a join waiting b on a.id < b.id and a.kind = b.kind and a.seq = b.seq
      and a.ticket is not distinct from b.ticket
    where a.state = 'pending' and b.state = 'pending' and b.kind not in ('main', 'line', 'ping')),
  collapsed as (
    update letters set state = 'collapsed', settled_at = now() where id in (select id from twin)),
  off as (
    select ticket, min(id) as id, min(id) filter (where state = 'pending' and failed) as stop
    from waiting where put_off group by ticket),
  due as (
    select w.id, w.bulk, row_number() over (partition by w.bulk order by w.id) as nth from waiting w
    where not w.put_off and w.id not in (select id from twin)
      and w.id < coalesce((select min(stop) from off), w.id + 1)
      and not exists (select from off b where b.ticket = w.ticket and b.id < w.id)),
  taken as (
    update letters l set taken = true from due
    where l.id = due.id and (not due.bulk or due.nth <= ${BULK})
    returning l.*, due.bulk as late)
  select * from taken order by late, id`;

/** The letters of one conversation whose turn it is, in order. */
export async function waiting(sql: Sql, workspace: WorkspaceId, conversation: string): Promise<OutLetter[]> {
  const rows = await sql.unsafe<LetterRow[]>(WAITING, [workspace, conversation], { prepare: true });
  return rows.map(letterFrom);
}
