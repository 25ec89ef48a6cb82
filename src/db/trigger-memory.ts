import { z } from 'zod';
import type { CallJob, Into, LogRow, Planned, Scene, TriggerMemory, TriggerTrouble } from '../desk/trigger-memory.ts';
import { groupKey, personId, type TicketNumber, type WorkspaceId } from '../domain/language.ts';
import { condition } from '../domain/triggers/conditions.ts';
import { HAPPENINGS } from '../domain/triggers/happenings.ts';
import { definition, type Known, type Trigger, type TriggerFault } from '../domain/triggers.ts';
import { type How, nextFree, pool } from '../domain/distribution.ts';
import { result } from '../domain/triggers/results.ts';
import { triggeredBy } from '../domain/verbs/triggering.ts';
import type { Sql } from './connect.ts';
import { groupRow } from './desk-rows.ts';
import { callSpec } from './jobs.ts';
import { poolJson } from './pool.ts';
import { ticketFrom, type TicketRow } from './rows.ts';
import { groupJson } from './select.ts';
import { wake } from './wake.ts';
import { json } from './writing.ts';

/** What the triggers of the desk need while they act. */
export const openTriggerMemory = (sql: Sql): TriggerMemory => ({
  enabled: async (workspace) =>
    (await readTriggers(sql, workspace)).filter(({ enabled, broken }) => enabled && !broken),
  known: (workspace, people) => known(sql, workspace, people),
  scene: (workspace, ticket, seq) => scene(sql, workspace, ticket, seq),
  planned: (workspace, ticket, seq) => planned(sql, workspace, ticket, seq),
  plan: (workspace, ticket, seq, rows, at) => plan(sql, workspace, ticket, seq, rows, at),
  settle: async (id, nth, outcome, again = false) => {
    await sql`
      update trigger_log set deeds = jsonb_set(deeds, array[${String(nth)}, 'outcome'], to_jsonb(${outcome}::text))
      where id = ${id} and (${again} or deeds -> ${nth}::int ->> 'outcome' is null)`;
  },
  mended: async (workspace, trigger, kind) => {
    await sql`
      update trigger_troubles set over_at = now()
      where workspace = ${workspace} and trigger = ${trigger} and kind = ${kind} and over_at is null`;
  },
  often: (workspace, ticket, since) => often(sql, workspace, ticket, since),
  trouble: (workspace, trigger, trouble) => noteTrouble(sql, workspace, trigger, trouble),
  pickAgent: (workspace, into, how, at) => pickAgent(sql, workspace, into, how, at),
  called: async (workspace, { ticket, seq, trigger, nth, attempt, name, host, at, outcome, ms, nextAt }) => {
    await sql`
      insert into trigger_calls (workspace, trigger, name, ticket, seq, nth, host, attempt, at, outcome, ms, next_at)
      values (${workspace}, ${trigger}, ${name}, ${ticket}, ${seq}, ${nth}, ${host}, ${attempt}, ${at}, ${outcome},
        ${ms}, ${nextAt})
      on conflict do nothing`;
  },
  queueCall: (workspace, call, at) => queueCall(sql, workspace, call, at),
});

type Row = {
  key: string;
  name: string;
  group_key: string | null;
  enabled: boolean;
  position: number;
  events: string[];
  match: string;
  conditions: unknown;
  results: unknown;
  broken: TriggerFault[] | null;
  tried: string | null;
  version: number;
};
type KeptTrigger = Trigger & { broken: TriggerFault[] | null; tried: string | null; version: number };

/** All triggers in their order. What an older version of this program kept and nobody understands any more is broken. */
export async function readTriggers(sql: Sql, workspace: WorkspaceId): Promise<KeptTrigger[]> {
  const rows = await sql<Row[]>`
    select key, name, group_key, enabled, position, events, match, conditions, results, broken, tried, version
    from triggers where workspace = ${workspace} order by position, key`;
  return rows.map(({ key, enabled, broken, tried, version, ...row }) => {
    const given = { name: row.name, group: row.group_key, on: row.events, match: row.match };
    const read = definition.safeParse({ ...given, conditions: row.conditions, results: row.results });
    if (read.success) return { ...read.data, key, enabled, broken, tried, version };
    const fault: TriggerFault = { part: 'conditions', at: 0, why: 'makes_no_sense', named: '' };
    const bare = definition.parse({ name: row.name, group: row.group_key, on: ['created'] });
    return { ...bare, key, enabled, broken: [fault], tried: null, version };
  });
}

export async function known(sql: Sql, workspace: WorkspaceId, people: readonly string[]): Promise<Known> {
  type Row = {
    groups: { key: string; channel: string | null }[];
    types: string[];
    people: string[];
    fields: string[];
    processing: string[];
  };
  const [row] = await sql<Row[]>`
    select (select coalesce(json_agg(json_build_object('key', key, 'channel', agents_channel)), '[]') from groups
        where workspace = ${workspace}) as groups,
      array(select key from submission_types where workspace = ${workspace}) as types,
      array(select distinct f ->> 'key' from submission_types, jsonb_array_elements(fields) f
        where workspace = ${workspace}) as fields,
      array(select distinct p ->> 'key' from groups, jsonb_array_elements(policies -> 'processing_types') p
        where workspace = ${workspace}) as processing,
      array(select id from people where workspace = ${workspace} and active
        and id in (select jsonb_array_elements_text(${json(people)}::text::jsonb))) as people`;
  return {
    groups: new Map((row?.groups ?? []).map(({ key, channel }) => [groupKey(key), { agentsChannel: channel }])),
    types: new Set(row?.types),
    people: new Set(row?.people),
    fields: new Set(row?.fields),
    processing: new Set(row?.processing),
  };
}

/** The type of a ticket and all above it. */
export const TYPES_ABOVE = `array(
  with recursive up as (
    select y.key, y.parent, 1 as step from submission_types y where y.workspace = t.workspace and y.key = t.type
    union all
    select y.key, y.parent, up.step + 1 from up join submission_types y
      on y.workspace = t.workspace and y.key = up.parent where up.step < 20)
  select key from up)`;

const SCENE = `
  select t.*, ${groupJson('t.workspace', 't.group_key')} as its_group, ${TYPES_ABOVE} as types,
    (select p.email from people p where p.workspace = t.workspace and p.id = t.requester) as email,
    e.by_person, e.at as happened_at, e.input as happened, coalesce(m.text, case e.verb when 'create' then t.content else '' end) as words
  from tickets t
  join events e on e.workspace = t.workspace and e.ticket = t.number and e.seq = $3
  left join messages m on m.workspace = e.workspace and m.ticket = e.ticket and m.seq = e.seq and m.deleted_at is null
  where t.workspace = $1 and t.number = $2 and t.deleted_at is null`;
type SceneRow = TicketRow & {
  its_group: unknown;
  types: string[];
  email: string | null;
  by_person: string | null;
  happened_at: Date;
  happened: unknown;
  words: string;
};
const happened = z.looseObject({ trigger: triggeredBy.optional() });

async function scene(sql: Sql, workspace: WorkspaceId, number: TicketNumber, seq: number): Promise<Scene | null> {
  const [row] = await sql.unsafe<SceneRow[]>(SCENE, [workspace, number, seq], { prepare: true });
  if (!row) return null;
  return {
    ticket: ticketFrom(row),
    group: groupRow.parse(row.its_group),
    by: row.by_person === null ? null : personId(row.by_person),
    at: row.happened_at,
    words: row.words,
    email: row.email,
    types: row.types,
    depth: happened.safeParse(row.happened).data?.trigger?.depth ?? 0,
  };
}

const deeds = z.array(
  z.object({ nth: z.number(), result, overtaken: z.boolean(), outcome: z.string().nullable().default(null) }),
);
const why = z.array(z.number());
// What an older version of this program kept is not lost to those who look.
const held = z.array(condition).catch([]);
const happenedOf = z.array(z.enum(HAPPENINGS)).catch([]);
export type LogLine = {
  id: number;
  ticket: number;
  seq: number;
  trigger: string;
  name: string;
  depth: number;
  at: Date;
  why: unknown;
  deeds: unknown;
  held: unknown;
  happened: unknown;
  stopped: LogRow['stopped'];
};
export const logRow = (row: LogLine): LogRow => ({
  id: row.id,
  trigger: row.trigger,
  name: row.name,
  depth: row.depth,
  at: row.at,
  stopped: row.stopped,
  why: why.parse(row.why),
  deeds: deeds.parse(row.deeds),
  held: held.parse(row.held),
  happened: happenedOf.parse(row.happened),
});

async function planned(sql: Sql, workspace: WorkspaceId, ticket: TicketNumber, seq: number): Promise<LogRow[]> {
  const rows = await sql<LogLine[]>`
    select id, ticket, seq, trigger, name, depth, at, why, deeds, held, happened, stopped from trigger_log
    where workspace = ${workspace} and ticket = ${ticket} and seq = ${seq} order by nth`;
  return rows.map(logRow);
}

async function plan(
  sql: Sql,
  workspace: WorkspaceId,
  ticket: TicketNumber,
  seq: number,
  rows: readonly Planned[],
  at: Date,
): Promise<void> {
  const given = rows.map((row, nth) => ({ ...row, nth }));
  await sql`
    insert into trigger_log (workspace, ticket, seq, trigger, name, nth, depth, at, why, deeds, held,
      happened, stopped)
    select ${workspace}, ${ticket}, ${seq}, r.trigger, r.name, r.nth, r.depth, ${at}, r.why, r.deeds, r.held,
      array(select jsonb_array_elements_text(r.happened)), r.stopped
    from jsonb_to_recordset(${json(given)}::text::jsonb)
      as r(trigger text, name text, nth int, depth int, why jsonb, deeds jsonb, held jsonb, happened jsonb, stopped text)
    on conflict do nothing`;
}

async function often(sql: Sql, workspace: WorkspaceId, ticket: TicketNumber, since: Date) {
  const rows = await sql<{ trigger: string; fired: number }[]>`
    select trigger, count(*)::int as fired from trigger_log
    where workspace = ${workspace} and ticket = ${ticket} and at > ${since} and stopped is null
    group by trigger`;
  return new Map(rows.map(({ trigger, fired }) => [trigger, fired]));
}

/** The administrators, and the leads of the group whose trigger it is. What is told already is not told again. */
const TROUBLE = `
  with noted as (
    insert into trigger_troubles (workspace, trigger, name, kind, ticket, named) values ($1, $2, $3, $4, $5, $6)
    on conflict (workspace, trigger, kind) where over_at is null do nothing returning id),
  rests as (
    update triggers set broken = $7::text::jsonb where workspace = $1 and key = $2 and $7::text is not null),
  who as (
    select p.id from people p where p.workspace = $1 and p.active and not p.bot and (p.admin or p.id in (
      select m.person from triggers t join group_members m on m.workspace = t.workspace and m.group_key = t.group_key
      where t.workspace = $1 and t.key = $2 and m.role = 'lead')))
  insert into letters (workspace, kind, seq, to_person, conversation)
  select $1, 'trigger_trouble', n.id, w.id, 'u:' || w.id from noted n, who w order by w.id
  returning conversation`;

const noteTrouble: (sql: Sql, ...given: Parameters<TriggerMemory['trouble']>) => Promise<void> = async (
  sql,
  workspace,
  { key, name },
  { kind, ticket, faults, named },
) => {
  const values = [
    workspace,
    key,
    name,
    kind,
    ticket ?? null,
    named ?? faults?.[0]?.named ?? null,
    faults ? json(faults) : null,
  ];
  const letters = await sql.unsafe<{ conversation: string }[]>(TROUBLE, values, { prepare: true });
  for (const { conversation } of letters) await wake(sql, workspace, conversation, new Date());
};

export async function triggerTrouble(sql: Sql, workspace: WorkspaceId, id: number): Promise<TriggerTrouble | null> {
  const [row] = await sql<TriggerTrouble[]>`
    select name, kind, ticket, named, over_at as "overAt" from trigger_troubles
    where workspace = ${workspace} and id = ${id}`;
  return row ? { ...row } : null;
}

const POOL = `select ${poolJson('$1', '$2::text', '$3::text', '$4')} as pool`;

/** Who of a group is next. Whoever gives to him says so, and is told if somebody else was given something meanwhile. */
async function pickAgent(sql: Sql, workspace: WorkspaceId, { group, type, not }: Into, how: How, at: Date) {
  const [row] = await sql.unsafe<{ pool: unknown }[]>(POOL, [workspace, group, type, not], { prepare: true });
  return nextFree(pool.parse(row?.pool), how, at, Math.random());
}

const CALL = `select graphile_worker.add_jobs(array[${callSpec('$1::text::json', '$2::timestamptz', '$3::text')}])`;

async function queueCall(sql: Sql, workspace: WorkspaceId, call: CallJob, at: Date): Promise<void> {
  const { ticket, seq, trigger, nth, attempt } = call;
  const key = `call:${workspace}:${ticket}:${seq}:${trigger}:${nth}:${attempt}`;
  await sql.unsafe(CALL, [json({ workspace, ...call }), at.toISOString(), key], { prepare: true });
}
