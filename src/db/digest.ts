import { z } from 'zod';
import { hours } from '../domain/hours.ts';
import type { WorkspaceId } from '../domain/language.ts';
import { morningOf } from '../domain/morning.ts';
import type { Sql } from './connect.ts';
import { deliverSpec } from './jobs.ts';
import { json } from './writing.ts';

/** Those who are asked for a decision and are there, with the hours of the groups that they lead and that ask them. */
const ASKED = `
  select p.id, p.tz as zone, p.digest_on as "toldOn",
    array(select coalesce(g.hours, 'null') from group_members m join groups g on g.workspace = m.workspace and g.key = m.group_key
      where m.workspace = p.workspace and m.person = p.id and m.role = 'lead') as leads,
    a.hours as "askedBy"
  from (select t.detail ->> 'to' as id, array_agg(distinct coalesce(g.hours, 'null')) as hours
    from tickets t join groups g on g.workspace = t.workspace and g.key = t.group_key
    where t.workspace = $1 and t.state = 'escalated' and t.archived_at is null group by 1) a
  join people p on p.workspace = $1 and p.id = a.id
  where p.active and not p.bot and (p.out_until is null or p.out_until <= $2::timestamptz)`;

const asked = z.array(
  z.object({
    id: z.string(),
    zone: z.string(),
    toldOn: z.string().nullable(),
    leads: z.array(hours.nullable()),
    askedBy: z.array(hours.nullable()),
  }),
);

/** Once a day, however many processes look. */
const TELL = `
  with due as (
    update people p set digest_on = d.day from jsonb_to_recordset($2::text::jsonb) as d(id text, day text)
    where p.workspace = $1 and p.id = d.id and p.digest_on is distinct from d.day
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

/** Whoever is asked for a decision is told at the start of his working day. How many people are told now. */
export async function digest(sql: Sql, workspace: WorkspaceId, now: Date): Promise<number> {
  const rows = await sql.unsafe(ASKED, [workspace, now.toISOString()], { prepare: true });
  const due = asked.parse([...rows]).flatMap(({ id, toldOn, ...worker }) => {
    const day = morningOf(worker, now);
    return day === null || day === toldOn ? [] : [{ id, day }];
  });
  if (due.length === 0) return 0;
  const [row] = await sql.unsafe<{ told: number }[]>(TELL, [workspace, json(due)], { prepare: true });
  return row?.told ?? 0;
}
