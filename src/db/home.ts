import { z } from 'zod';
import { groupsIn, type HomeAsk, type HomeCounts, type HomePage, ledIn, type Load } from '../desk/home.ts';
import {
  type BoardName,
  boardsFor,
  HOME_BOARDS,
  type HomeBoard,
  type HomeLeaf,
  hasGroups,
  isList,
  MOST,
  type Viewer,
} from '../domain/boards.ts';
import { groupKey, type PersonId, personId, type WorkspaceId } from '../domain/language.ts';
import type { Ticket } from '../domain/ticket.ts';
import { compile, countOf, countsByGroup, LATE, AT_RISK, rowsOf, THEIR_TURN } from './board-sql.ts';
import type { Sql } from './connect.ts';
import { personFrom, type Seats } from './desk-rows.ts';
import { ticketFrom, type TicketRow } from './rows.ts';
import { OPEN, personJson } from './select.ts';

/** An App Home in three statements: whose it is and where he was, all counts, the rows of one page. */

const VIEWER = `
  select ${personJson('$1', '$2')} as person,
    (select json_build_object('board', h.board, 'group', h.group_key, 'agent', h.agent, 'page', h.page)
      from homes h where h.workspace = $1 and h.person = $2) as leaf,
    array(select g.key from groups g where g.workspace = $1 order by g.position, g.key) as all_groups,
    array(select p.id from people p where p.workspace = $1 and p.manager = $2 and p.active and not p.bot
      order by p.id) as reports,
    (select coalesce(json_agg(json_build_object('id', v.id, 'name', v.name, 'group', v.group_key)
        order by v.group_key nulls first, v.key), '[]')
      from saved_views v where v.workspace = $1 and (v.person = $2 or v.group_key in (
        select m.group_key from group_members m where m.workspace = $1 and m.person = $2))) as views`;
type ViewerRow = { person: Seats | null; leaf: unknown; all_groups: string[]; reports: string[]; views: unknown };

const leafRow = z
  .object({
    board: z.enum(HOME_BOARDS),
    group: z.string().transform(groupKey).nullable(),
    agent: z.string().transform(personId).nullable(),
    page: z.number().int().min(0),
  })
  .nullable()
  .catch(null) satisfies z.ZodType<HomeLeaf | null>;

const viewRows = z.array(
  z.object({ id: z.number(), name: z.string(), group: z.string().transform(groupKey).nullable() }),
) satisfies z.ZodType<Viewer['views']>;

export async function readViewer(sql: Sql, workspace: WorkspaceId, id: PersonId): Promise<Viewer | null> {
  const [row] = await sql.unsafe<ViewerRow[]>(VIEWER, [workspace, id], { prepare: true });
  const person = personFrom(row?.person ?? null);
  if (!row || !person) return null;
  const all = row.all_groups.map(groupKey);
  return {
    person,
    groups: all.filter((key) => person.admin || person.agentOf.includes(key) || person.leadOf.includes(key)),
    led: all.filter((key) => person.admin || person.leadOf.includes(key)),
    reports: row.reports.map(personId),
    views: viewRows.parse(row.views),
    leaf: leafRow.parse(row.leaf),
  };
}

const valuesOf = (workspace: WorkspaceId, ask: HomeAsk) => {
  const { viewer, leaf, now } = ask;
  const { person, reports } = viewer;
  return {
    workspace,
    person: person.id,
    groups: groupsIn(ask),
    own: [...person.agentOf, ...person.leadOf],
    led: ledIn(ask),
    leads: person.leadOf,
    reports,
    agent: leaf.agent,
    group: leaf.group,
    now: now.toISOString(),
  };
};

/** Those whose load a viewer sees, and what they have of it that is his business: of his groups, or all of whom he manages. */
const AGENTS = `
  agent as (
    select p.id, p.out_until from people p where p.workspace = {workspace} and p.active and not p.bot and p.id in (
      select m.person from group_members m where m.workspace = {workspace} and m.group_key = any({led})
      union select unnest({reports})))`;
const THEIRS = `t.workspace = {workspace} and t.state in ${OPEN} and t.deleted_at is null and t.archived_at is null
  and (t.group_key = any({led}) or (t.assignee = any({reports}) and ({group} is null or t.group_key = {group})))`;

const statements = new Map<string, ReturnType<typeof compile>>();
/** Boards are few and combinations of them fewer: each is compiled once. */
function statement(name: string, make: () => string): ReturnType<typeof compile> {
  const known = statements.get(name) ?? compile(make());
  statements.set(name, known);
  return known;
}

const LOADED = `
    (select count(*) from (select from agent a join tickets t on t.assignee = a.id and ${THEIRS} limit ${MOST + 1}) n)
      as load, (select count(*) from agent) as agents,
    (select count(*) from (select from agent a join tickets t on t.assignee = a.id and ${THEIRS}
      where a.id = {agent} limit ${MOST + 1}) n) as theirs`;

function countsText(boards: readonly HomeBoard[], by: BoardName | null): string {
  const loads = boards.includes('load');
  const counts = boards.filter(isList).map((name) => `${countOf(name, MOST + 1)} as "${name}"`);
  const groups = `${by === null ? `'[]'::json` : countsByGroup(by, MOST + 1)} as groups`;
  return `with ${AGENTS} select ${[...counts, ...(loads ? [LOADED] : []), groups].join(',\n')}`;
}

const groupRows = z.array(z.object({ key: z.string().transform(groupKey), count: z.number() }));
type CountRow = { [Board in HomeBoard]?: number } & { agents?: number; theirs?: number; groups: unknown };

export async function readCounts(sql: Sql, workspace: WorkspaceId, ask: HomeAsk): Promise<HomeCounts> {
  const boards = boardsFor(ask.viewer);
  const { board } = ask.leaf;
  const by = isList(board) && hasGroups(board) ? board : null;
  const { text, values } = statement(`${boards.join(' ')} by ${by}`, () => countsText(boards, by));
  const [row] = await sql.unsafe<CountRow[]>(text, values(valuesOf(workspace, ask)), { prepare: true });
  if (!row) throw new Error('The statement gave no answer.');
  const { groups, agents = 0, theirs = 0, ...counts } = row;
  return { counts, agents, theirs, groups: groupRows.parse(groups) };
}

export async function readRows(sql: Sql, workspace: WorkspaceId, ask: HomeAsk, page: HomePage): Promise<Ticket[]> {
  const { board } = ask.leaf;
  if (!isList(board)) return [];
  const { text, values } = statement(`rows ${board}`, () => rowsOf(board));
  const rows = await sql.unsafe<TicketRow[]>(text, values({ ...valuesOf(workspace, ask), ...page }), { prepare: true });
  return rows.map(ticketFrom);
}

/** Who has most comes first; what of it waits is looked at for one page only. */
const LOAD = `
  with ${AGENTS},
  shown as (
    select a.id, a.out_until, (select count(*) from tickets t where t.assignee = a.id and ${THEIRS}) as open
    from agent a order by open desc, a.id limit {limit} offset {skip})
  select s.id as agent, s.out_until as "outUntil", s.open, x.waiting, x.risk, x.late
  from shown s cross join lateral (
    select count(*) filter (where ${THEIR_TURN} or t.state in ('pending', 'escalated')) as waiting,
      count(*) filter (where ${AT_RISK}) as risk, count(*) filter (where ${LATE}) as late
    from tickets t where t.assignee = s.id and ${THEIRS}) x
  order by s.open desc, s.id`;

export async function readLoad(sql: Sql, workspace: WorkspaceId, ask: HomeAsk, page: HomePage): Promise<Load[]> {
  const { text, values } = statement('load', () => LOAD);
  const rows = await sql.unsafe<Load[]>(text, values({ ...valuesOf(workspace, ask), ...page }), { prepare: true });
  return rows.map((row) => ({ ...row }));
}
