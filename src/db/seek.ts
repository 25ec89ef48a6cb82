import type { WorkspaceId } from '../domain/language.ts';
import type { Sql } from './connect.ts';
import { searchSpec } from './jobs.ts';

const SEEK = `select count(*) from (
  select array_agg(${searchSpec('$1::text', 'n')} order by n) as specs from unnest($2::int[]) n having count(*) > 0) a,
  lateral graphile_worker.add_jobs(a.specs)`;

/** Has tickets made findable as they are now, in the background. */
export async function seek(sql: Sql, workspace: WorkspaceId, numbers: readonly number[]): Promise<void> {
  await sql.unsafe(SEEK, [workspace, [...numbers]], { prepare: true });
}
