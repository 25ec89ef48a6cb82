import type { WorkspaceId } from '../domain/language.ts';
import type { Sql } from './connect.ts';
import { wake } from './wake.ts';

/** Whoever changed words while they were on their way found no post yet that tells them: only now is it known. */
const LATE = `
  insert into letters (workspace, ticket, kind, seq, conversation)
  select l.workspace, l.ticket, 'retell', $3::int, l.conversation from letters l
  where l.id = $1 and exists (select from events e
    where e.workspace = l.workspace and e.ticket = l.ticket and e.seq > $3::int
      and (e.verb in ('mask', 'unmask') or e.verb in ('correct', 'retract', 'undo')
        and coalesce(e.input->>'of', e.input->>'seq')::int > $2::int
        and coalesce(e.input->>'of', e.input->>'seq')::int <= $3::int))
  on conflict do nothing returning workspace, conversation`;

/** A post that tells the events after `since` up to `upto` has arrived: what was changed meanwhile is told once more. */
export async function retellLate(sql: Sql, letter: number, since: number, upto: number): Promise<void> {
  const values = [letter, since, upto];
  const [late] = await sql.unsafe<{ workspace: WorkspaceId; conversation: string }[]>(LATE, values, { prepare: true });
  if (late) await wake(sql, late.workspace, late.conversation, new Date());
}
