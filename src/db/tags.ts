import type { WorkspaceId } from '../domain/language.ts';
import type { Sql } from './connect.ts';

/** The tags that were used last, in the order of the alphabet. */
export async function usedTags(sql: Sql, workspace: WorkspaceId, limit: number): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select name from tags where workspace = ${workspace} order by used_at desc limit ${limit}`;
  return rows.map(({ name }) => name).toSorted((one, other) => one.localeCompare(other));
}
