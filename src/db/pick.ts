import type { How } from '../domain/triggers/results.ts';
import { OPEN } from './select.ts';

/** Whoever of group $2 of workspace $1 may be given a ticket, and is not $3. */
const candidates = (order: string) => `
  select m.person from group_members m
  join people p on p.workspace = m.workspace and p.id = m.person
  where m.workspace = $1 and m.group_key = $2 and m.role = 'agent' and p.active and not p.bot and p.id <> $3
    and (p.out_until is null or p.out_until <= now())
  order by ${order} limit 1`;

const LOAD = `(select count(*) from tickets o where o.workspace = m.workspace and o.assignee = m.person
  and o.state in ${OPEN})`;
const LAST_GIVEN = `(select max(o.assigned_at) from tickets o where o.workspace = m.workspace and o.assignee = m.person
  and o.group_key = m.group_key)`;

/** Who of a group is next. One row is one way of choosing. */
export const PICK: Record<How, string> = {
  least_loaded: candidates(`${LOAD}, ${LAST_GIVEN} nulls first, m.person`),
  round_robin: candidates(`${LAST_GIVEN} nulls first, m.person`),
  random: candidates('random()'),
};
