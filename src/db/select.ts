import { isOpen, STATES } from '../domain/language.ts';

/** Pieces of SQL that several statements share. Each takes SQL expressions, never values. */

export const OPEN_STATES = STATES.filter(isOpen)
  .map((state) => `'${state}'`)
  .join(', ');

/** A group as `rows.ts` reads it, or null. */
export const groupJson = (workspace: string, key: string) => `(
  select json_build_object('key', g.key, 'name', g.name, 'kind', g.kind, 'language', g.language,
    'agentsChannel', g.agents_channel, 'chain', g.chain, 'policies', g.policies, 'hours', g.hours, 'sla', g.sla, 'leads', array(
      select m.person from group_members m
      where m.workspace = g.workspace and m.group_key = g.key and m.role = 'lead' order by m.person))
  from groups g where g.workspace = ${workspace} and g.key = ${key})`;

/** A person with his seats as `rows.ts` reads him, or null. */
export const personJson = (workspace: string, id: string) => `(
  select json_build_object('id', p.id, 'admin', p.admin, 'active', p.active, 'agentOf', s.agent_of, 'leadOf', s.lead_of)
  from people p, lateral (
    select coalesce(array_agg(m.group_key) filter (where m.role = 'agent'), '{}') as agent_of,
      coalesce(array_agg(m.group_key) filter (where m.role = 'lead'), '{}') as lead_of
    from group_members m where m.workspace = p.workspace and m.person = p.id) s
  where p.workspace = ${workspace} and p.id = ${id})`;

/** A submission type as `rows.ts` reads it, or null. */
export const typeJson = (workspace: string, key: string) => `(
  select json_build_object('key', y.key, 'parent', y.parent, 'name', y.name, 'group', y.group_key, 'hint', y.hint,
    'fields', y.fields)
  from submission_types y where y.workspace = ${workspace} and y.key = ${key})`;

/** Who is asked to see to the ticket `t` when nobody else can: the leads of its group, else the administrators. */
export const callable = (t: string, here = 'p.active') => `(
  with lead as (
    select p.id from group_members m join people p on p.workspace = m.workspace and p.id = m.person
    where m.workspace = ${t}.workspace and m.group_key = ${t}.group_key and m.role = 'lead' and not p.bot and ${here})
  select array_agg(id) from (select id from lead union all
    select p.id from people p where p.workspace = ${t}.workspace and p.admin and not p.bot and ${here}
      and not exists (select from lead)) called)`;
/** The states in which somebody still has something to do. */
export const OPEN = `(${OPEN_STATES})`;

/** The number of the ticket that `t` waits for, or repeats. */
export const other = (t: string) => `coalesce(${t}.detail ->> 'blockedBy', ${t}.detail ->> 'duplicateOf')`;
/** States in which a ticket may name another one in its detail; the index on that says the same. */
export const NAMING = `('pending', 'resolved', 'completed')`;

/** How the ticket stands that `t` waits for, repeats, or has had made for another team: where that one repeats a third one, the third. */
export const otherState = (t: string) => `(case when ${other(t)} is null then (
    select o.state from tickets o where o.workspace = ${t}.workspace and o.number = (${t}.detail -> 'team' ->> 'child')::int)
  else (
  with recursive chain as (
    select o.workspace, o.state, o.detail, 1 as step from tickets o
    where o.workspace = ${t}.workspace and o.number = ${other(t)}::int
    union all
    select o.workspace, o.state, o.detail, chain.step + 1 from chain join tickets o
      on o.workspace = chain.workspace and o.number = (chain.detail ->> 'duplicateOf')::int
    where chain.state in ('resolved', 'completed') and chain.step < 50)
  select state from chain order by step desc limit 1) end)`;
