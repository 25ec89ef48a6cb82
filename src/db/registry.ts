import { z } from 'zod';
import type { UserGroup } from '../desk/hierarchy.ts';
import type { Book, PersonCard, Usual } from '../desk/book.ts';
import type { Registry } from '../desk/registry.ts';
import { type GroupKey, type PersonId, ticketNumber, type WorkspaceId } from '../domain/language.ts';
import { processingType } from '../domain/processing.ts';
import { readBanned } from './banned.ts';
import { closed, opened } from './closed.ts';
import type { Sql } from './connect.ts';
import { wake } from './wake.ts';
import { groupRow, typeRow } from './desk-rows.ts';
import { saveDigest, wantsDigest } from './digest.ts';
import { redrawHomes, sawHome } from './homes.ts';
import { quietNow, quietOf, saveQuiet } from './quiet.ts';
import { callable, groupJson, OPEN, OPEN_STATES, typeJson } from './select.ts';
import { openRoster } from './roster.ts';
import { openFieldBook } from './type-fields.ts';
import { openCategoryBook } from './category-book.ts';
import { openTypeBook } from './types.ts';
import { openTriggerBook } from './trigger-book.ts';
import { saveAway, saveSuperior, superior } from './superior.ts';
import { json } from './writing.ts';
import { eventAt } from './uttered.ts';

/** What the desk knows of people, groups and types. */
export const openRegistry = (sql: Sql): Registry => ({
  load: (workspace) => load(sql, workspace),
  usual: (workspace) => usualOf(sql, workspace),
  watch: (onChange) => watch(sql, onChange),
  savePeople: (workspace, people) => savePeople(sql, workspace, people),
  redrawFor: (workspace, person) => redrawFor(sql, workspace, person),
  saveUserGroups: (workspace, groups) => saveUserGroups(sql, workspace, groups),
  async managerField(workspace) {
    const [row] = await sql<{ manager_field: string | null }[]>`
      select manager_field from workspaces where id = ${workspace}`;
    return row?.manager_field ?? null;
  },
  async saveManagers(workspace, managers) {
    await sql`
      update people p set manager = x.manager, manager_source = case when x.manager is null then 'desk' else 'slack' end
      from jsonb_to_recordset(${json(managers)}::text::jsonb) as x(person text, manager text)
      where p.workspace = ${workspace} and p.id = x.person and (p.manager is null or p.manager_source = 'slack')
        and p.manager is distinct from x.manager`;
  },
  quiet: (workspace, person) => quietOf(sql, workspace, person),
  saveQuiet: (workspace, person, quiet) => saveQuiet(sql, workspace, person, quiet),
  wantsDigest: (workspace, person) => wantsDigest(sql, workspace, person),
  saveDigest: (workspace, person, wanted) => saveDigest(sql, workspace, person, wanted),
  quietNow: (workspace, person, now) => quietNow(sql, workspace, person, now),
  triggers: openTriggerBook(sql),
  fields: openFieldBook(sql),
  types: openTypeBook(sql),
  categories: openCategoryBook(sql),
  roster: openRoster(sql),
  saveAway: (workspace, person, until) => saveAway(sql, workspace, person, until),
  superior: (workspace, person) => superior(sql, workspace, person),
  saveSuperior: (workspace, person, given) => saveSuperior(sql, workspace, person, given),
  setChannelMembers: (workspace, group, people) => setChannelMembers(sql, workspace, group, people),
  closed: (workspace, channel, why) => closed(sql, workspace, channel, why),
  opened: (workspace, channel) => opened(sql, workspace, channel),
  ticketAt: (workspace, channel, thread) => ticketAt(sql, workspace, channel, thread),
  eventAt: (workspace, number, where) => eventAt(sql, workspace, number, where),
  sawHome: (workspace, person, seen) => sawHome(sql, workspace, person, seen),
  redrawHomes: (workspace) => redrawHomes(sql, workspace),
  async dm(workspace, person) {
    const [row] = await sql<{ dm_channel: string | null }[]>`
      select dm_channel from people where workspace = ${workspace} and id = ${person}`;
    return row?.dm_channel ?? null;
  },
  async saveDm(workspace, person, channel) {
    await sql`update people set dm_channel = ${channel} where workspace = ${workspace} and id = ${person}`;
  },
});

const GROUPS = `
  select ${groupJson('o.workspace', 'o.key')} as it,
    array(select r.channel from request_channels r
      where r.workspace = o.workspace and r.group_key = o.key order by r.channel) as requests,
    array(select distinct m.person from group_members m
      where m.workspace = o.workspace and m.group_key = o.key order by m.person) as members,
    o.gone_processing as gone
  from groups o where o.workspace = $1 order by o.position, o.key`;
type GroupLine = { it: unknown; requests: string[]; members: PersonId[]; gone: unknown };
const TYPES = `
  select ${typeJson('o.workspace', 'o.key')} as it from submission_types o where o.workspace = $1 order by o.position, o.key`;

/** The median of the last hundred of each type and group in ninety days; of fewer than five nothing is said. */
const USUAL = `
  select type, group_key, percentile_cont(0.5) within group (order by took) as ms
  from (
    select coalesce(t.type, '') as type, t.group_key,
      1000 * extract(epoch from t.first_reply_at - t.created_at)::float8 as took,
      row_number() over (partition by t.type, t.group_key order by t.first_reply_at desc) as nth
    from tickets t where t.workspace = $1 and t.first_reply_at > now() - interval '90 days') answered
  where nth <= 100
  group by grouping sets ((type), (group_key)) having count(*) >= 5`;

async function usualOf(sql: Sql, workspace: WorkspaceId): Promise<Usual> {
  type Row = { type: string | null; group_key: string | null; ms: number };
  const rows = await sql.unsafe<Row[]>(USUAL, [workspace], { prepare: true });
  const by = (key: 'type' | 'group_key') => new Map(rows.flatMap((row) => (row[key] ? [[row[key], row.ms]] : [])));
  return { types: by('type'), groups: by('group_key') };
}

async function load(sql: Sql, workspace: WorkspaceId): Promise<Book> {
  const [groups, types, gone, people, banned] = await Promise.all([
    sql.unsafe<GroupLine[]>(GROUPS, [workspace], { prepare: true }),
    sql.unsafe<{ it: unknown }[]>(TYPES, [workspace], { prepare: true }),
    sql<{ type: unknown }[]>`select type from removed_types where workspace = ${workspace} order by key`,
    sql<PersonCard[]>`
      select id, name, email, language, tz, active, guest, bot from people where workspace = ${workspace} order by name, id`,
    readBanned(sql, workspace),
  ]);
  return {
    workspace,
    groups: groups.map(({ it, requests, members, gone: its }) => ({
      ...groupRow.parse(it),
      requestChannels: requests,
      members,
      gone: z.array(processingType).parse(its),
    })),
    types: types.map(({ it }) => typeRow.parse(it)),
    gone: gone.map(({ type }) => typeRow.parse(type)),
    people: new Map(people.map((person) => [person.id, { ...person }])),
    banned,
  };
}

/** Notices are sent by the tables themselves. After a lost connection something may have been missed: look again. */
async function watch(sql: Sql, onChange: () => void): Promise<() => Promise<void>> {
  let first = true;
  const { unlisten } = await sql.listen('threadesk_book', onChange, () => {
    if (!first) onChange();
    first = false;
  });
  return unlisten;
}

/** The cards of whatever somebody asked for or has, as long as it is neither over nor put away: each part of it has an index. */
const HIS_CARDS = `
  with letter as (
    insert into letters (workspace, ticket, kind, conversation)
    select p.workspace, p.ticket, 'card', 'c:' || p.channel from tickets t
    join places p on p.workspace = t.workspace and p.ticket = t.number and p.kind = 'card'
    where t.workspace = $1 and t.archived_at is null and t.deleted_at is null and (
      (t.requester = $2 and t.state in (${OPEN_STATES}, 'resolved')) or
      (t.assignee = $2 and t.state in ${OPEN}) or (t.assignee = $2 and t.state = 'resolved'))
    order by p.ticket
    on conflict do nothing returning conversation)
  select distinct conversation from letter`;

/** Somebody left or came back: the cards say so. */
async function redrawFor(sql: Sql, workspace: WorkspaceId, person: PersonId): Promise<void> {
  const letters = await sql.unsafe<{ conversation: string }[]>(HIS_CARDS, [workspace, person]);
  for (const { conversation } of letters) await wake(sql, workspace, conversation, new Date());
}

/** Whoever leaves is seen here and nowhere else: in the same statement the leads get their letter, or a crash would lose it. */
const SAVE = `
  with given as (
    select * from jsonb_to_recordset($2::text::jsonb) as p(id text, name text, email text, language text, tz text,
      active boolean, guest boolean, bot boolean)),
  gone as (select p.id from people p join given g using (id) where p.workspace = $1 and p.active and not g.active),
  saved as (
    insert into people (workspace, id, name, email, language, tz, active, guest, bot) select $1, given.* from given
    on conflict (workspace, id) do update set name = excluded.name, email = excluded.email,
      language = excluded.language, tz = excluded.tz, active = excluded.active, guest = excluded.guest,
      bot = excluded.bot)
  insert into letters (workspace, kind, to_person, conversation)
  select distinct $1, 'left', lead, 'u:' || lead
  from gone join tickets t on t.workspace = $1 and t.assignee = gone.id and t.state in ${OPEN} and t.deleted_at is null,
    unnest(${callable('t', 'p.active and p.id not in (select id from gone)')}) lead
  returning conversation`;

/** Manager and rights are the desk's own and are left alone. */
async function savePeople(sql: Sql, workspace: WorkspaceId, people: readonly PersonCard[]): Promise<void> {
  const letters = await sql.unsafe<{ conversation: string }[]>(SAVE, [workspace, json(people)], { prepare: true });
  for (const { conversation } of letters) await wake(sql, workspace, conversation, new Date());
}

async function saveUserGroups(sql: Sql, workspace: WorkspaceId, groups: readonly UserGroup[]): Promise<void> {
  await sql`
    with now_there as (
      select * from jsonb_to_recordset(${json(groups)}::text::jsonb) as g(id text, handle text, people jsonb)),
    gone as (
      delete from user_groups u where u.workspace = ${workspace} and u.id not in (select id from now_there))
    insert into user_groups (workspace, id, handle, people)
    select ${workspace}, g.* from now_there g
    on conflict (workspace, id) do update set handle = excluded.handle, people = excluded.people`;
}

async function setChannelMembers(
  sql: Sql,
  workspace: WorkspaceId,
  group: GroupKey,
  people: readonly PersonId[],
): Promise<void> {
  await sql`
    with now_there as (select jsonb_array_elements_text(${json(people)}::text::jsonb) as person),
    gone as (
      delete from group_members m where m.workspace = ${workspace} and m.group_key = ${group} and m.source = 'channel'
        and m.person not in (select person from now_there))
    insert into group_members (workspace, group_key, person, role, source)
    select distinct ${workspace}, ${group}, person, 'agent', 'channel' from now_there
    on conflict do nothing`;
}

/** Whose conversation a thread is. Two tickets made from one message: the newer one is spoken of. */
async function ticketAt(sql: Sql, workspace: WorkspaceId, channel: string, thread: string) {
  const [row] = await sql<{ number: number; side: 'main' | 'internal' }[]>`
    select number, 'main' as side from tickets
      where workspace = ${workspace} and main_channel = ${channel} and main_ts = ${thread}
    union all
    select ticket, case kind when 'requester_card' then 'main' else 'internal' end from places
      where workspace = ${workspace} and channel = ${channel} and ts = ${thread}
    union all
    select ticket, audience from messages
      where workspace = ${workspace} and channel = ${channel} and ts = ${thread}
    order by 1 desc limit 1`;
  return row ? { number: ticketNumber(row.number), side: row.side } : null;
}
