import type { Inbox } from '../desk/ports.ts';
import type { WorkspaceId } from '../domain/language.ts';
import type { Sql } from './connect.ts';
import { inboxSpec } from './jobs.ts';
import { json } from './writing.ts';

const PUT = `
  with new as (
    insert into inbox (workspace, key, conversation, body) values ($1, $2, $3, $4::text::jsonb)
    on conflict do nothing returning id, workspace, conversation)
  select count(*) from (
    select array_agg(${inboxSpec('workspace', 'conversation', 'id')}) as specs from new having count(*) > 0) s,
    lateral graphile_worker.add_jobs(s.specs)`;

/** What comes in from Slack, stored before it is acked. */
export const openInbox = (sql: Sql, workspace: WorkspaceId): Inbox => ({
  async put(key, conversation, body) {
    const values = [workspace, key, conversation, json(body)];
    const [row] = await sql.unsafe<{ count: number }[]>(PUT, values, { prepare: true });
    return row?.count === 1;
  },
  /** Null when it is done already. */
  async take(id) {
    const [row] = await sql<{ body: unknown }[]>`
      select body from inbox where workspace = ${workspace} and id = ${id} and done_at is null`;
    return row?.body ?? null;
  },
  /** Only the key is kept, so that the same delivery is known again. */
  async done(id) {
    await sql`update inbox set done_at = now(), body = null where workspace = ${workspace} and id = ${id}`;
  },
});
