import type { Sql } from './connect.ts';
import { deliverSpec, FAR, stayingSpec } from './jobs.ts';

/** Letters that stay for a while, with a job of their own for when their time has come. */
export const STAYED = `
    select added.key from (
      select array_agg(${stayingSpec('w.workspace', 's.conversation', 's.at')} order by s.conversation) as specs
      from w, given, lateral (select conversation, max(not_before) as at
        from jsonb_to_recordset(j->'letters') as l(conversation text, not_before timestamptz)
        where not_before < ${FAR} group by 1) s
      having count(*) > 0) a, lateral graphile_worker.add_jobs(a.specs) added`;

/** Whoever changes one of the tickets of a batch does not wait with it for its turn. */
export const HURRIED = `
    update letters l set bulk = false, not_before = null from w, given
    where l.workspace = w.workspace and l.ticket = w.number and l.bulk and l.kind in ('card', 'thread')
      and l.state = 'pending' and l.error is null
      and l.conversation in (select conversation from jsonb_to_recordset(j->'letters') as x(conversation text))`;

/** What was to be drawn again meanwhile serves for this one as well. */
const TWIN = `exists (select from letters t where t.workspace = l.workspace and t.conversation = l.conversation
  and t.kind = l.kind and t.seq = l.seq and t.ticket is not distinct from l.ticket and t.state = 'pending' and not t.taken
  and t.id <> l.id and t.kind not in ('main', 'line', 'ping'))`;
/** As LATER, of a letter of which nothing was tried: it is drawn when it comes, and holds up nobody but its ticket. */
const STAY = `
  with letter as (
    update letters l set taken = false, not_before = $2::timestamptz,
      state = case when ${TWIN} then 'collapsed' else 'pending' end, settled_at = case when ${TWIN} then now() end
    where l.id = $1 and l.state = 'pending'
    returning l.workspace, l.conversation),
  spec as (
    select ${deliverSpec('workspace', 'conversation', { at: '$2::timestamptz', key: "('later:' || $1::int8)" })} as spec
    from letter)
  select count(*) from (select array_agg(spec) as specs from spec having count(*) > 0) s,
    lateral graphile_worker.add_jobs(s.specs)`;

/** A letter of a batch waits for its turn. */
export async function stay(sql: Sql, id: number, at: Date): Promise<void> {
  await sql.unsafe(STAY, [id, at.toISOString()], { prepare: true });
}
