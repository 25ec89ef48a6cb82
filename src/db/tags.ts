import type { WorkspaceId } from '../domain/language.ts';
import type { Sql } from './connect.ts';

/** The tags that were used last, in the order of the alphabet. */
export async function usedTags(sql: Sql, workspace: WorkspaceId, limit: number): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select name from tags where workspace = ${workspace} order by used_at desc limit ${limit}`;
  return rows.map(({ name }) => name).toSorted((one, other) => one.localeCompare(other));
}

/** The tags that a written ticket `w` brings, with those of `given`. */
export const TAGGED = `
    insert into tags (workspace, name, used_at)
    select w.workspace, g.name, now() from w, given, jsonb_array_elements_text(j->'tags') as g(name) order by g.name
    on conflict (workspace, name) do update set used_at = excluded.used_at`;
