import { GONE, TELLING } from './replay.ts';

/** The ticket itself as the statements of `write.ts` write it: only if nobody was faster. */

export const KEYED = `select e.ticket from events e, given where e.workspace = j->>'workspace' and e.key = j->>'key'`;

/** Held first, so that a letter which is just being taken is seen as taken. */
const HELD = `
  held as (
    select l.taken, l.state from letters l, given
    where l.workspace = j->>'workspace' and l.ticket = (j->>'number')::int and l.seq = (j->>'undone')::int
      and l.kind in ${TELLING} for update of l),`;

export const change = (columns: readonly string[], undoes: boolean) => `${undoes ? HELD : ''}
  w as (
    update tickets t set ${columns.map((column) => `${column} = r.${column}`).join(', ')}
    from given, lateral jsonb_populate_record(null::tickets, j->'ticket') r
    where t.workspace = j->>'workspace' and t.number = (j->>'number')::int and t.version = (j->>'before')::int${undoes ? ` and not exists (select from held l where ${GONE})` : ''}
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
