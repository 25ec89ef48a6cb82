import { z } from 'zod';
import { hours } from '../domain/hours.ts';
import type { PersonId, WorkspaceId } from '../domain/language.ts';
import { morningOf } from '../domain/morning.ts';
import type { Sql } from './connect.ts';
import { deliverSpec } from './jobs.ts';
import { OPEN } from './select.ts';
import { json } from './writing.ts';

const seats = (role: string) => `
    array(select coalesce(g.hours, 'null') from group_members m
      join groups g on g.workspace = m.workspace and g.key = m.group_key
      where m.workspace = p.workspace and m.person = p.id and m.role = '${role}')`;

/** Those who work in a group or are asked for a decision, and are there, with the hours by which they may go. */
const WORKERS = `
  select p.id, p.tz as zone, p.hours, p.digest_on as "toldOn", ${seats('lead')} as leads, ${seats('agent')} as works,
    coalesce(a.hours, '{}') as "askedBy"
  from people p left join (
    select t.detail ->> 'to' as id, array_agg(distinct coalesce(g.hours, 'null')) as hours
    from tickets t join groups g on g.workspace = t.workspace and g.key = t.group_key
    where t.workspace = $1 and t.state = 'escalated' and t.archived_at is null group by 1) a on a.id = p.id
  where p.workspace = $1 and p.active and not p.bot and p.digest
    and (p.out_until is null or p.out_until <= $2::timestamptz)
    and (a.id is not null or exists (select from group_members m where m.workspace = $1 and m.person = p.id))`;

const workers = z.array(
  z.object({
    id: z.string(),
    zone: z.string(),
    hours: hours.nullable().catch(null),
    toldOn: z.string().nullable(),
    leads: z.array(hours.nullable()),
    works: z.array(hours.nullable()),
    askedBy: z.array(hours.nullable()),
  }),
);

/** Once a day, however many processes look; a letter only where there may be something to tell. */
const TELL = `
  with due as (
    update people p set digest_on = d.day from jsonb_to_recordset($2::text::jsonb) as d(id text, day text)
    where p.workspace = $1 and p.id = d.id and p.digest_on is distinct from d.day
    returning p.workspace, p.id),
  letter as (
    insert into letters (workspace, kind, to_person, conversation)
    select d.workspace, 'digest', d.id, 'u:' || d.id from due d
    where exists (select from tickets t where t.workspace = $1 and t.detail ->> 'to' = d.id and t.state = 'escalated')
      or exists (select from tickets t where t.workspace = $1 and t.assignee = d.id and t.state in ${OPEN})
      or exists (select from group_members m join tickets t on t.workspace = m.workspace and t.group_key = m.group_key
        where m.workspace = $1 and m.person = d.id and t.state = 'new' and t.assignee is null)
    on conflict do nothing returning workspace, conversation),
  job as (
    select added.id from (
      select array_agg(${deliverSpec('l.workspace', 'l.conversation')} order by l.conversation) as specs from letter l
      having count(*) > 0) s, lateral graphile_worker.add_jobs(s.specs) added)
  select (select count(*) from letter) as told, (select count(*) from job) as jobs`;

/** Whoever finds something is told at the start of his working day. How many people are told now. */
export async function digest(sql: Sql, workspace: WorkspaceId, now: Date): Promise<number> {
  const rows = await sql.unsafe(WORKERS, [workspace, now.toISOString()], { prepare: true });
  const due = workers.parse([...rows]).flatMap(({ id, toldOn, ...worker }) => {
    const day = morningOf(worker, now);
    return day === null || day === toldOn ? [] : [{ id, day }];
  });
  if (due.length === 0) return 0;
  const [row] = await sql.unsafe<{ told: number }[]>(TELL, [workspace, json(due)], { prepare: true });
  return row?.told ?? 0;
}

/** Does this person want to be told? */
export async function wantsDigest(sql: Sql, workspace: WorkspaceId, person: PersonId): Promise<boolean> {
  const [row] = await sql<{ digest: boolean }[]>`
    select digest from people where workspace = ${workspace} and id = ${person}`;
  return row?.digest ?? true;
}

export async function saveDigest(sql: Sql, workspace: WorkspaceId, person: PersonId, wanted: boolean): Promise<void> {
  await sql`update people set digest = ${wanted} where workspace = ${workspace} and id = ${person}`;
}
