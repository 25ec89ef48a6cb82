import type { WorkspaceId } from '../domain/language.ts';
import type { Sql } from './connect.ts';
import { awaited, clockSpec, deliverSpec } from './jobs.ts';

/** Conversations with a letter that nobody has taken and no job that is going to take it. */
const LOOK = `
  select count(*) from (
    select array_agg(${deliverSpec('$1::text', 'c')} order by c) as specs from unnest($2::text[]) c
    where exists (select from letters l where l.workspace = $1 and l.conversation = c and l.state = 'pending'
        and not l.taken)
      and not ${awaited('$1::text', 'c')}
    having count(*) > 0) s, lateral graphile_worker.add_jobs(s.specs)`;

/** Long enough that a burst is looked at once, too short for anybody to notice. */
const SOON_MS = 10;
const waiting = new WeakMap<Sql, Map<WorkspaceId, Set<string>>>();

/**
 * Has committed letters looked at once more, shortly: the job that was to carry them may have started before they were
 * there. What is lost with the process is found by the sweep.
 */
export function look(sql: Sql, workspace: WorkspaceId, conversations: readonly string[]): void {
  if (conversations.length === 0) return;
  const all = waiting.get(sql) ?? new Map<WorkspaceId, Set<string>>();
  waiting.set(sql, all);
  const set = all.get(workspace);
  if (set) for (const conversation of conversations) set.add(conversation);
  else {
    const fresh = new Set(conversations);
    all.set(workspace, fresh);
    setTimeout(() => {
      all.delete(workspace);
      sql.unsafe(LOOK, [workspace, [...fresh]], { prepare: true }).catch(() => {});
    }, SOON_MS);
  }
}

/** A desk whose clock is behind that of the database looks again every second and not without a pause. */
const NOT_AT_ONCE = `greatest($3::timestamptz, now() + interval '1 second')`;
const WIND = `select count(*) from graphile_worker.add_jobs(array[${clockSpec('$1::text', '$2::int', NOT_AT_ONCE)}], true)`;

/**
 * Has the clock look at a ticket at this time. A look that somebody has asked for meanwhile stays where it is: he knows
 * something that this reading of the ticket did not.
 */
export async function wind(sql: Sql, workspace: WorkspaceId, number: number, at: Date): Promise<void> {
  await sql.unsafe(WIND, [workspace, number, at.toISOString()], { prepare: true });
}
