import type { WorkspaceId } from '../domain/language.ts';
import type { Sql } from './connect.ts';
import { deliverSpec } from './jobs.ts';

const WAKE = `select graphile_worker.add_jobs(array[${deliverSpec('$1::text', '$2::text', { at: '$3::timestamptz' })}])`;

/** Has the letters of a conversation looked at again at a later time. */
export async function wake(sql: Sql, workspace: WorkspaceId, conversation: string, at: Date): Promise<void> {
  await sql.unsafe(WAKE, [workspace, conversation, at.toISOString()], { prepare: true });
}
