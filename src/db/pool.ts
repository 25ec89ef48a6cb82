import { OPEN } from './select.ts';

/** A type, and those under which it stands: whoever takes one of these takes it. */
const TYPES_ABOVE = (workspace: string, type: string) => `
  with recursive up as (
    select y.key, y.parent, 1 as step from submission_types y where y.workspace = ${workspace} and y.key = ${type}
    union all
    select y.key, y.parent, up.step + 1 from up join submission_types y
      on y.workspace = ${workspace} and y.key = up.parent where up.step < 20)
  select key from up`;

/** How many open tickets somebody has. */
export const OPEN_OF = (person: string) => `(select count(*) from tickets o
  where o.workspace = ${person}.workspace and o.assignee = ${person}.id and o.state in ${OPEN})`;

const turnOf = (workspace: string, group: string, person: string) =>
  `(select n.turn from turns n where n.workspace = ${workspace} and n.group_key = ${group} and n.person = ${person})`;

/** Whoever of a group takes tickets of a type, apart from one person, as `domain/distribution.ts` reads it. */
export const poolJson = (workspace: string, group: string, type: string, not: string) => `(
  select json_build_object('group', ${group}, 'turn', coalesce(${turnOf(workspace, group, "''")}, 0),
    'agents', coalesce(json_agg(json_build_object('person', p.id, 'open', ${OPEN_OF('p')}, 'capacity', p.capacity,
      'outUntil', p.out_until, 'hours', p.hours, 'turn', coalesce(${turnOf(workspace, "''", 'p.id')}, 0),
      'last', ${turnOf(workspace, group, 'p.id')})), '[]'))
  from people p
  where p.workspace = ${workspace} and p.active and not p.bot and p.id <> ${not}
    and p.id in (select m.person from group_members m
      where m.workspace = ${workspace} and m.group_key = ${group} and m.role = 'agent')
    and (p.skills = '{}' or ${type} is null or p.skills && array(${TYPES_ABOVE(workspace, type)})))`;

/** The agents among whom the ticket `t` is given, of a group that gives tickets away: it is new, or nobody has begun with it. */
export const FREE = `case when (t.state = 'new' or t.offer is not null) and exists (select from groups g
    where g.workspace = t.workspace and g.key = t.group_key and coalesce(g.policies ->> 'auto_assign', 'off') <> 'off')
  then ${poolJson('t.workspace', 't.group_key', 't.type', 't.requester')} end`;
