import type { Outbox } from '../desk/outbox.ts';
import type { Sql } from './connect.ts';
import { deliverSpec } from './jobs.ts';
import { wake } from './wake.ts';

/** An answer `l` that Slack has not taken, though it was tried, and will not be for some seconds after it was given. */
export const LATE = `(l.kind = 'main' and l.state in ('pending', 'sending', 'unknown') and l.error is not null
  and l.not_before > l.created_at + interval '5 s')`;

/** A job of the letter's own: one that is wanted at once must not take its place. */
const LATER = `
  with letter as (
    update letters u set state = $2, not_before = $3::timestamptz, error = $4 where u.id = $1
    returning workspace, conversation, created_at, kind, (select ${LATE} from letters l where l.id = $1) as was),
  spec as (
    select ${deliverSpec('workspace', 'conversation', { at: '$3::timestamptz', key: "('later:' || $1::int8)" })} as spec
    from letter)
  select (select count(*) from (select array_agg(spec) as specs from spec having count(*) > 0) s,
      lateral graphile_worker.add_jobs(s.specs)) as jobs,
    exists (select from letter where kind = 'main' and not was and $3::timestamptz > created_at + interval '5 s') as late`;

/** Put off: from some seconds on the agents' card says so, and is drawn for that once. */
export const later: (sql: Sql, ...put: Parameters<Outbox['later']>) => Promise<void> = async (
  sql,
  id,
  state,
  at,
  error,
) => {
  const [row] = await sql.unsafe<{ late: boolean }[]>(LATER, [id, state, at.toISOString(), error], { prepare: true });
  if (row?.late) await redrawCard(sql, id);
};

const CARD = `
  insert into letters (workspace, ticket, kind, conversation)
  select t.workspace, t.number, 'card', 'c:' || g.agents_channel from letters l
  join tickets t on t.workspace = l.workspace and t.number = l.ticket
  join groups g on g.workspace = t.workspace and g.key = t.group_key and g.agents_channel is not null
  where l.id = $1
  on conflict do nothing returning workspace, conversation`;

/** The card of the ticket that a letter is about. */
export async function redrawCard(sql: Sql, id: number): Promise<void> {
  const rows = await sql.unsafe<{ workspace: never; conversation: string }[]>(CARD, [id]);
  for (const { workspace, conversation } of rows) await wake(sql, workspace, conversation, new Date());
}
