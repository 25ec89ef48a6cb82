import { zoneCalled } from '../domain/hours.ts';
import { type Quiet, quiet, quietUntil } from '../domain/quiet.ts';
import type { PersonId, WorkspaceId } from '../domain/language.ts';
import type { OutLetter } from '../desk/letters.ts';
import type { Outbox } from '../desk/outbox.ts';
import type { Sql } from './connect.ts';
import { deliverSpec } from './jobs.ts';
import { json } from './writing.ts';

/** When this person wants no pings; null: never. */
export async function quietOf(sql: Sql, workspace: WorkspaceId, person: PersonId): Promise<Quiet | null> {
  const [row] = await sql<{ quiet: unknown }[]>`
    select quiet from people where workspace = ${workspace} and id = ${person}`;
  return quiet.nullable().parse(row?.quiet ?? null);
}

export async function saveQuiet(sql: Sql, workspace: WorkspaceId, person: PersonId, given: Quiet | null) {
  await sql`
    update people set quiet = ${given && json(given)}::text::jsonb where workspace = ${workspace} and id = ${person}`;
}

/** Until when this person wants no pings, if he wants none now. */
export async function quietNow(sql: Sql, workspace: WorkspaceId, person: PersonId, now: Date): Promise<Date | null> {
  const [row] = await sql<{ quiet: unknown; tz: string }[]>`
    select quiet, tz from people where workspace = ${workspace} and id = ${person} and quiet is not null`;
  return row ? quietUntil(quiet.parse(row.quiet), zoneCalled(row.tz) ?? 'UTC', now) : null;
}

/** Out of the way of what may be said meanwhile: a conversation of its own, whose turn comes when the quiet time ends. */
const KEEP = `
  with kept as (
    update letters set conversation = 'q:' || to_person, not_before = $2::timestamptz, taken = false, state = 'pending'
    where id = $1 returning workspace, conversation),
  spec as (select ${deliverSpec('workspace', 'conversation', { at: '$2::timestamptz' })} as spec from kept)
  select count(*) from (select array_agg(spec) as specs from spec having count(*) > 0) s,
    lateral graphile_worker.add_jobs(s.specs)`;

async function keep(sql: Sql, id: number, until: Date): Promise<void> {
  await sql.unsafe(KEEP, [id, until.toISOString()], { prepare: true });
}

type Kept = Pick<OutLetter, 'id' | 'ticket' | 'seq'>;

/** The pings that were kept for this person, the oldest first. */
const keptFor = (sql: Sql, workspace: WorkspaceId, person: PersonId): Promise<Kept[]> => sql<Kept[]>`
  select id, ticket, seq from letters
  where workspace = ${workspace} and conversation = ${`q:${person}`} and state = 'pending' and kind = 'ping' order by id`;

/** What the outbox does with a ping that comes at a quiet time. */
export const keeping = (sql: Sql): Pick<Outbox, 'keep' | 'kept'> => ({
  keep: (id, until) => keep(sql, id, until),
  kept: (workspace, person) => keptFor(sql, workspace, person),
});

/** Told together with another one. */
export async function toldTogether(sql: Sql, ids: readonly number[]): Promise<void> {
  await sql`update letters set state = 'sent', settled_at = now() where id = any(${[...ids]}) and state = 'pending'`;
}
