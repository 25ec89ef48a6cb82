import type { WorkspaceId } from '../domain/language.ts';
import type { Sql } from './connect.ts';
import { clockSpec } from './jobs.ts';
import { OPEN_OF } from './pool.ts';

const MOST_AT_ONCE = 50;
const MOMENT = 5000;
/** New tickets that nobody could be given, of groups in which somebody has room again, the most urgent first. */
const WAITERS = `
  with waiter as (
    select t.number, row_number() over (partition by t.group_key, t.type
      order by t.priority = 'urgent' desc, t.created_at) as nth
    from groups g join tickets t on t.workspace = g.workspace and t.group_key = g.key and t.state = 'new'
      and t.archived_at is null and t.deleted_at is null
    where g.workspace = $1 and coalesce(g.policies ->> 'auto_assign', 'off') <> 'off' and t.since < $3::timestamptz
      and exists (select from group_members m join people p on p.workspace = m.workspace and p.id = m.person
        where m.workspace = g.workspace and m.group_key = g.key and m.role = 'agent' and p.active and not p.bot
          and (p.out_until is null or p.out_until <= $2::timestamptz)
          and (p.capacity is null or p.capacity > ${OPEN_OF('p')}))),
  spec as (select ${clockSpec('$1::text', 'w.number', 'null::timestamptz')} as spec from waiter w where w.nth <= ${MOST_AT_ONCE})
  select count(*) as jobs from (select array_agg(spec) as specs from spec having count(*) > 0) s,
    lateral graphile_worker.add_jobs(s.specs)`;

/** The clock looks once more at what nobody could be given, once somebody has room. */
export async function wakeWaiters(sql: Sql, workspace: WorkspaceId, now: Date): Promise<void> {
  const before = new Date(now.getTime() - MOMENT);
  await sql.unsafe(WAITERS, [workspace, now.toISOString(), before.toISOString()], { prepare: true });
}
