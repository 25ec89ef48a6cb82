import { z } from 'zod';
import type { CategoriesAsk, CategoryFigures, Spared } from '../desk/categories.ts';
import { groupKey, type WorkspaceId } from '../domain/language.ts';
import type { Sql } from './connect.ts';

/** A ticket is of the period in which it was solved; what was only ended, as spam or as a test, was not. */
const CATEGORIES = `
  with done as (
    select t.group_key, t.processing, (t.detail ->> 'at')::timestamptz as at, t.created_at
    from tickets t
    where t.workspace = $1 and t.state in ('resolved', 'completed') and t.deleted_at is null and t.updated_at >= $2
      and t.detail ->> 'reason' not in ('duplicate', 'test', 'abuse')
      and ($4::boolean or t.group_key = any($5::text[]) or t.assignee = $6))
  select group_key as "group", processing, count(*)::int as count,
    percentile_cont(0.5) within group (order by extract(epoch from at - created_at) / 60) as median
  from done where at >= $2 and at < $3 group by group_key, processing
  order by group_key, processing is null, count(*) desc, processing`;

const row = z.object({
  group: z.string().transform(groupKey),
  processing: z.string().nullable(),
  count: z.number(),
  median: z.number(),
});

/** What tickets of a period were about, group by group: the most frequent first, and last those of which nothing was said. */
export async function readCategories(
  sql: Sql,
  workspace: WorkspaceId,
  { from, until, all, groups, person }: CategoriesAsk,
): Promise<CategoryFigures[]> {
  const values = [workspace, from.toISOString(), until.toISOString(), all, [...groups], person];
  return z.array(row).parse(await sql.unsafe(CATEGORIES, values));
}

export async function spare(sql: Sql, workspace: WorkspaceId, { window, ticket, at }: Spared): Promise<void> {
  await sql`insert into spared (workspace, "window", ticket, at) values (${workspace}, ${window}, ${ticket}, ${at})
    on conflict do nothing`;
}

export async function readSpared(
  sql: Sql,
  workspace: WorkspaceId,
  { from, until, all, groups, person }: CategoriesAsk,
): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from spared s join tickets t on t.workspace = s.workspace and t.number = s.ticket
    where s.workspace = ${workspace} and s.at >= ${from} and s.at < ${until}
      and (${all} or t.group_key = any(${[...groups]}) or t.assignee = ${person})`;
  return row?.count ?? 0;
}
