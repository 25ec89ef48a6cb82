import type { OutLetter } from '../desk/letters.ts';
import type { HomeLeaf } from '../domain/boards.ts';
import type { PersonId, WorkspaceId } from '../domain/language.ts';
import type { Sql } from './connect.ts';
import { deliverKey, deliverSpec } from './jobs.ts';
import { letterFrom, type LetterRow } from './tell.ts';

/**
 * Who looks at his App Home, and the letters by which it is drawn again. All of them go through the one queue of that
 * person, whatever process wrote them: what was read last is what stands there.
 */

/** Slack tells when somebody opens it, and never when he goes. */
const LOOKS = `h.seen_at > now() - interval '15 minutes'`;
/** Changes are drawn at most so often; what he asks for himself is drawn at once. */
const PACE = `interval '1 second'`;

/** With a written ticket `w`: for whoever looks and sees it, has seen it till now, or counts what others have. */
export const HOME_LETTERS = `
    insert into letters (workspace, kind, to_person, conversation)
    select w.workspace, 'home', h.person, 'h:' || h.person
    from w, given, homes h
    where h.workspace = w.workspace and ${LOOKS} and (j->'people' ? h.person
      or exists (select from group_members m
        where m.workspace = h.workspace and m.person = h.person and j->'groups' ? m.group_key)
      or exists (select from people p where p.workspace = h.workspace and p.id = h.person and p.admin)
      or exists (select from people p where p.workspace = h.workspace and p.manager = h.person and j->'people' ? p.id))
    order by h.person
    on conflict do nothing returning conversation`;

export const isHome = (conversation: string): boolean => conversation.startsWith('h:');

const SAW = `
  with seen as (
    insert into homes as h (workspace, person, seen_at, board, group_key, agent, page)
    values ($1::text, $2::text, clock_timestamp(), $3::text, $4::text, $5::text, coalesce($6::int, 0))
    on conflict (workspace, person) do update set seen_at = excluded.seen_at,
      board = case when $3::text is null then h.board else excluded.board end,
      group_key = case when $3::text is null then h.group_key else excluded.group_key end,
      agent = case when $3::text is null then h.agent else excluded.agent end,
      page = case when $3::text is null then h.page else excluded.page end,
      shown = case when $7::boolean then null else h.shown end
    returning h.person),
  letter as (
    insert into letters (workspace, kind, to_person, conversation)
    select $1, 'home', s.person, 'h:' || s.person from seen s
    on conflict do nothing)
  select count(*) from graphile_worker.add_jobs(array[${deliverSpec('$1::text', `('h:' || $2::text)`)}])`;

type Seen = { leaf?: HomeLeaf | null; anew?: boolean };
export async function sawHome(sql: Sql, workspace: WorkspaceId, person: PersonId, seen: Seen = {}): Promise<void> {
  const { leaf = null, anew = false } = seen;
  const { board, group, agent, page } = leaf ?? { board: null, group: null, agent: null, page: null };
  await sql.unsafe(SAW, [workspace, person, board, group, agent, page, anew], { prepare: true });
}

const REDRAW = `
  with letter as (
    insert into letters (workspace, kind, to_person, conversation)
    select h.workspace, 'home', h.person, 'h:' || h.person from homes h where h.workspace = $1 and ${LOOKS}
    order by h.person
    on conflict do nothing returning conversation)
  select count(*) from (
    select array_agg(${deliverSpec('$1::text', 'l.conversation')} order by l.conversation) as specs from letter l
    having count(*) > 0) s, lateral graphile_worker.add_jobs(s.specs)`;

/** What was drawn last stands there from now on. */
export const SHOWN = `
    update homes h set shown = $9::text from letter l
    where $9::text is not null and h.workspace = l.workspace and h.person = l.to_person`;

export async function redrawHomes(sql: Sql, workspace: WorkspaceId): Promise<void> {
  await sql.unsafe(REDRAW, [workspace], { prepare: true });
}

/**
 * The letter whose turn it is, as one for all that wait. One that comes too soon stays as it is, so that all later changes
 * fall into it, and its conversation is looked at again when it may go. Whoever looks meanwhile takes the same row first, so
 * that neither waits for the other. What stands there is not known any more until the letter has arrived.
 */
const WAITING = `
  with home as materialized (
    select h.drawn_at, h.seen_at, h.shown from homes h where h.workspace = $1 and h.person = $3 for update),
  letter as materialized (
    select l.id, l.not_before from letters l
    where l.workspace = $1 and l.conversation = $2 and l.state in ('pending', 'sending', 'unknown')
      and (select count(*) from home) >= 0),
  rest as materialized (
    select greatest((select max(l.not_before) from letter l where l.not_before > now()), (
      select h.drawn_at + ${PACE} from home h
      where h.drawn_at > now() - ${PACE} and h.seen_at <= h.drawn_at)) as until),
  taken as (
    update letters l set taken = true,
      state = case when l.id = (select min(id) from letter) then 'pending' else 'collapsed' end,
      settled_at = case when l.id = (select min(id) from letter) then null else now() end
    where l.id in (select id from letter) and (select until from rest) is null
    returning l.*),
  drawn as (
    update homes h set drawn_at = now(), shown = null where h.workspace = $1 and h.person = $3 and exists (select from taken)),
  job as (
    select count(*) as jobs from (
      select array_agg(${deliverSpec('$1::text', '$2::text', { at: 'r.until', key: `('paced:' || ${deliverKey('$1::text', '$2::text')})` })}) as specs
      from rest r where r.until is not null and exists (select from letter)
      having count(*) > 0) s, lateral graphile_worker.add_jobs(s.specs))
  select t.*, (select shown from home) as shown from job left join taken t on t.state = 'pending'`;

export async function homeWaiting(sql: Sql, workspace: WorkspaceId, conversation: string): Promise<OutLetter[]> {
  const values = [workspace, conversation, conversation.slice('h:'.length)];
  const rows = await sql.unsafe<((LetterRow & { shown: string | null }) | { id: null })[]>(WAITING, values, {
    prepare: true,
  });
  return rows.flatMap((row) => (row.id === null ? [] : [{ ...letterFrom(row), shown: row.shown }]));
}
