import type { Past, TriggerBook } from '../desk/trigger-book.ts';
import { type GroupKey, personId, type State, type WorkspaceId } from '../domain/language.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Happening } from '../domain/triggers/happenings.ts';
import type { Sql } from './connect.ts';
import { groupRow } from './desk-rows.ts';
import { ticketFrom, type TicketRow } from './rows.ts';
import { groupJson } from './select.ts';
import { known, readTriggers, TYPES_ABOVE } from './trigger-memory.ts';
import { openTriggerLogs } from './trigger-logs.ts';
import { json } from './writing.ts';

/** The triggers, for those who look after them. */
export const openTriggerBook = (sql: Sql): TriggerBook => ({
  all: (workspace) => readTriggers(sql, workspace),
  known: (workspace, people) => known(sql, workspace, people),
  order: async (workspace, keys) => {
    await sql`
      update triggers t set position = k.nth
      from jsonb_array_elements_text(${json(keys)}::text::jsonb) with ordinality as k(key, nth)
      where t.workspace = ${workspace} and t.key = k.key`;
  },
  tried: async (workspace, key, seen) => {
    await sql`update triggers set tried = ${seen} where workspace = ${workspace} and key = ${key}`;
  },
  turnOn: async (workspace, key, seen) => {
    const { count } = await sql`
      with turned as (
        update triggers set enabled = true, broken = null
        where workspace = ${workspace} and key = ${key} and tried = ${seen} returning key),
      over as (
        update trigger_troubles set over_at = now() where workspace = ${workspace} and over_at is null
          and trigger in (select key from turned))
      select from turned`;
    return count > 0;
  },
  turnOff: async (workspace, key) => {
    await sql`update triggers set enabled = false where workspace = ${workspace} and key = ${key}`;
  },
  change: (workspace, seen, given) => change(sql, workspace, seen, given),
  add: async (workspace, key, { given, by }) => {
    const { count } = await sql`
      insert into triggers (workspace, key, name, group_key, enabled, position, events, match, conditions, results,
        edited_by, edited_at)
      select ${workspace}, ${key}, ${given.name}, ${given.group}, false, coalesce(max(position), 0) + 1,
        ${given.on}::text[], ${given.match}, ${json(given.conditions)}::text::jsonb, ${json(given.results)}::text::jsonb,
        ${by}, now()
      from triggers where workspace = ${workspace}
      on conflict do nothing`;
    return count > 0;
  },
  remove: async (workspace, { key, version }) => {
    const { count } = await sql`
      delete from triggers
      where workspace = ${workspace} and key = ${key} and version = ${version} and not enabled`;
    return count > 0;
  },
  past: (workspace, group, limit) => past(sql, workspace, group, limit),
  ...openTriggerLogs(sql),
});

/** What was wrong with it is over: whoever changes it has been told what is wrong now. */
const change: (sql: Sql, ...given: Parameters<TriggerBook['change']>) => Promise<boolean> = async (
  sql,
  workspace,
  { key, version },
  { given, by, rests },
) => {
  const { count } = await sql`
    with changed as (
      update triggers set name = ${given.name}, group_key = ${given.group}, events = ${given.on}::text[],
        match = ${given.match}, conditions = ${json(given.conditions)}::text::jsonb,
        results = ${json(given.results)}::text::jsonb, enabled = enabled and not ${rests}, broken = null, tried = null,
        version = version + 1, edited_by = ${by}, edited_at = now()
      where workspace = ${workspace} and key = ${key} and version = ${version} returning key),
    over as (
      update trigger_troubles set over_at = now() where workspace = ${workspace} and over_at is null
        and trigger in (select key from changed))
    select from changed`;
  return count > 0;
};

/** A group with few tickets is not looked for in all of them. */
const NEWEST = 5000;
const PAST = `
  select t.*, ${groupJson('t.workspace', 't.group_key')} as its_group, ${TYPES_ABOVE} as types,
    (select p.email from people p where p.workspace = t.workspace and p.id = t.requester) as email,
    array(select distinct e.verb from events e where e.workspace = t.workspace and e.ticket = t.number) as verbs,
    array(select distinct e.to_state from events e where e.workspace = t.workspace and e.ticket = t.number) as states,
    (select string_agg(m.text, ' ' order by m.seq) from messages m where m.workspace = t.workspace
      and m.ticket = t.number and m.audience = 'main' and m.author = t.requester and m.deleted_at is null) as words
  from (select * from tickets where workspace = $1 order by number desc limit ${NEWEST}) t
  where ($2::text is null or t.group_key = $2) and t.deleted_at is null order by t.number desc limit $3`;
type PastRow = TicketRow & {
  its_group: unknown;
  types: string[];
  email: string | null;
  verbs: string[];
  states: State[];
  words: string | null;
};

async function past(sql: Sql, workspace: WorkspaceId, group: GroupKey | null, limit: number): Promise<Past[]> {
  const rows = await sql.unsafe<PastRow[]>(PAST, [workspace, group, limit], { prepare: true });
  return rows.map((row) => {
    const ticket = ticketFrom(row);
    const scene = {
      ticket,
      group: groupRow.parse(row.its_group),
      by: personId(row.requester),
      at: row.created_at,
      words: [row.content, row.words ?? ''].join('\n'),
      email: row.email,
      types: row.types,
      depth: 0,
    };
    return { scene, happened: happenedTo(ticket, row) };
  });
}

/** What has ever happened, as far as the verbs and the states tell it. */
function happenedTo(ticket: Ticket, { verbs, states }: PastRow): Happening[] {
  const did = (...some: string[]) => some.some((verb) => verbs.includes(verb));
  const facts: Record<Happening, boolean> = {
    created: true,
    changed: did('edit', 'tag', 'forward', 'change_owner', 'change_by_trigger', 'assign_by_trigger'),
    assigned: ticket.assignedAt !== null,
    wrote: did('message', 'not_solved'),
    replied: did('reply'),
    rated: ticket.rating !== null,
    reopened: ticket.reopened > 0,
    resolved: states.includes('resolved'),
    escalated: states.includes('escalated'),
    at_risk: did('warn'),
    late: did('breach'),
  };
  return (Object.keys(facts) as Happening[]).filter((one) => facts[one]);
}
