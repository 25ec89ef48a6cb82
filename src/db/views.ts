import { z } from 'zod';
import type { ViewShelf } from '../desk/views.ts';
import { groupKey, personId, type WorkspaceId } from '../domain/language.ts';
import { asked } from '../domain/search.ts';
import { MOST_VIEWS, type SavedView } from '../domain/views.ts';
import type { Sql } from './connect.ts';
import { isNameTaken } from './violation.ts';
import { json } from './writing.ts';

const row = z
  .object({
    id: z.number(),
    name: z.string(),
    person: z.string().nullable(),
    group_key: z.string().nullable(),
    // What an older or newer version kept and this one does not know is not looked for.
    said: asked.catch({}),
  })
  .transform(({ id, name, person, group_key, said }): SavedView => ({
    id,
    name,
    owner: person === null ? { group: groupKey(group_key ?? '') } : { person: personId(person) },
    said,
  }));

/** Saved views, in the database. */
export const openViews = (sql: Sql): ViewShelf => ({
  async list(workspace, person, groups) {
    const rows = await sql`
      select id, name, person, group_key, said from saved_views
      where workspace = ${workspace} and (person = ${person} or group_key = any(${[...groups]}::text[]))
      order by group_key nulls first, key`;
    return rows.map((one) => row.parse(one));
  },
  async one(workspace, id) {
    const [found] = await sql`
      select id, name, person, group_key, said from saved_views where workspace = ${workspace} and id = ${id}`;
    return found ? row.parse(found) : null;
  },
  put: (workspace, view) => put(sql, workspace, view),
  async remove(workspace, id) {
    await sql`delete from saved_views where workspace = ${workspace} and id = ${id}`;
  },
});

async function put(
  sql: Sql,
  workspace: WorkspaceId,
  { id, name, key, owner, said }: Parameters<ViewShelf['put']>[1],
): ReturnType<ViewShelf['put']> {
  const person = 'person' in owner ? owner.person : null;
  const group = 'group' in owner ? owner.group : null;
  const mine = sql`v.workspace = ${workspace} and v.person is not distinct from ${person}
    and v.group_key is not distinct from ${group}`;
  const [before] = await sql<{ taken: boolean; many: number }[]>`
    select coalesce(bool_or(v.key = ${key} and v.id is distinct from ${id}), false) as taken, count(*)::int as many
    from saved_views v where ${mine}`;
  if (before?.taken) return 'taken';
  if (id === null && (before?.many ?? 0) >= MOST_VIEWS) return 'too_many';
  // Two who take the same name at once: the index lets one of them.
  const write =
    id === null
      ? sql`
          insert into saved_views (workspace, person, group_key, name, key, said)
          values (${workspace}, ${person}, ${group}, ${name}, ${key}, ${json(said)}::text::jsonb)`
      : sql`update saved_views v set name = ${name}, key = ${key} where v.id = ${id} and ${mine}`;
  try {
    const { count } = await write;
    return count > 0 ? 'saved' : 'gone';
  } catch (error) {
    if (isNameTaken(error)) return 'taken';
    throw error;
  }
}
