import type { WorkspaceId } from '../domain/language.ts';
import type { Sql } from './connect.ts';
import { deliverSpec } from './jobs.ts';

/**
 * Whoever is asked for a decision is told in the morning of his working day, in his own time zone, once a day however many
 * processes look; who is asked for none is not told. A desk that was down in the morning tells until noon.
 */
const DIGEST = `
  with asked as materialized (
    select p.workspace, p.id, p.digest_on, $2::timestamptz at time zone
      case when exists (select from pg_timezone_names z where z.name = p.tz) then p.tz else 'UTC' end as there
    from people p
    where p.workspace = $1 and p.active and not p.bot and p.id in (
      select t.detail ->> 'to' from tickets t
      where t.workspace = $1 and t.state = 'escalated' and t.archived_at is null)),
  due as (
    update people p set digest_on = a.there::date::text from asked a
    where p.workspace = a.workspace and p.id = a.id and p.digest_on is distinct from a.there::date::text
      and extract(isodow from a.there) between 1 and 5 and extract(hour from a.there) between 9 and 11
    returning p.workspace, p.id),
  letter as (
    insert into letters (workspace, kind, to_person, conversation)
    select workspace, 'digest', id, 'u:' || id from due
    on conflict do nothing returning workspace, conversation),
  job as (
    select added.id from (
      select array_agg(${deliverSpec('l.workspace', 'l.conversation')} order by l.conversation) as specs from letter l
      having count(*) > 0) s, lateral graphile_worker.add_jobs(s.specs) added)
  select (select count(*) from letter) as told, (select count(*) from job) as jobs`;

/** How many people are told now. */
export async function digest(sql: Sql, workspace: WorkspaceId, now: Date): Promise<number> {
  const [row] = await sql.unsafe<{ told: number }[]>(DIGEST, [workspace, now.toISOString()], { prepare: true });
  return row?.told ?? 0;
}
