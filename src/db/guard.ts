import { GONE, TELLING } from './replay.ts';

/** The ticket itself as the statements of `write.ts` write it: only if nobody was faster. */

export const KEYED = `select e.ticket from events e, given where e.workspace = j->>'workspace' and e.key = j->>'key'`;

/** Held first, so that a letter which is just being taken is seen as taken. */
const HELD = `
  held as (
    select l.taken, l.state from letters l, given
    where l.workspace = j->>'workspace' and l.ticket = (j->>'number')::int and l.seq = (j->>'undone')::int
      and l.kind in ${TELLING} for update of l),`;

/** Taken before the ticket, in one order by everybody; whoever waited for another sees what that one has made of it. */
export const TURNED = `
  turned as (
    insert into turns (workspace, group_key, person, turn)
    select j->>'workspace', x.group_key, x.person, x.turn
    from given, jsonb_to_recordset(j->'turns') as x(group_key text, person text, turn int) order by 2, 3
    on conflict (workspace, group_key, person) do update set turn = turns.turn + 1
    where turns.turn = coalesce((
      select x.was from given, jsonb_to_recordset(j->'turns') as x(group_key text, person text, was int)
      where x.group_key = excluded.group_key and x.person = excluded.person), turns.turn)
    returning 1),`;
/** When the written ticket `w` was given to somebody. */
export const LAST_GIVEN = `
    insert into turns (workspace, group_key, person, turn)
    select w.workspace, l.* from w, given, jsonb_to_record(j->'last') as l(group_key text, person text, turn int)
    on conflict (workspace, group_key, person) do update set turn = excluded.turn`;
const IS_TURNED = `(select count(*) from turned) = jsonb_array_length(j->'turns')`;

export const change = (columns: readonly string[], undoes: boolean, turns: boolean) => `${undoes ? HELD : ''}
  w as (
    update tickets t set ${columns.map((column) => `${column} = r.${column}`).join(', ')}
    from given, lateral jsonb_populate_record(null::tickets, j->'ticket') r
    where t.workspace = j->>'workspace' and t.number = (j->>'number')::int and t.version = (j->>'before')::int${undoes ? ` and not exists (select from held l where ${GONE})` : ''}${turns ? ` and ${IS_TURNED}` : ''}
    returning t.workspace, t.number)`;

export const BIRTH = `
  numbered as (
    update workspaces set next_number = next_number + 1 from given
    where id = j->>'workspace' and not exists (${KEYED})
    returning next_number - 1 as number),
  w as (
    insert into tickets select r.* from numbered n, given,
      lateral jsonb_populate_record(null::tickets, (j->'ticket') || jsonb_build_object('number', n.number)) r
    returning workspace, number)`;
