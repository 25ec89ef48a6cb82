import type { Superior } from '../desk/registry.ts';
import type { PersonId, WorkspaceId } from '../domain/language.ts';
import type { Sql } from './connect.ts';

export async function superior(sql: Sql, workspace: WorkspaceId, person: PersonId): Promise<Superior> {
  const [row] = await sql<Superior[]>`
    select manager, out_until as "outUntil" from people where workspace = ${workspace} and id = ${person}`;
  return { manager: row?.manager ?? null, outUntil: row?.outUntil ?? null };
}

export async function saveAway(sql: Sql, workspace: WorkspaceId, person: PersonId, until: Date | null): Promise<void> {
  await sql`update people set out_until = ${until} where workspace = ${workspace} and id = ${person}`;
}

/**
 * Upward from the new manager; who is met there cannot become his subordinate. A union without doubles ends in any circle.
 * One that stands there already, out of Slack's profiles, stays.
 */
export async function saveSuperior(
  sql: Sql,
  workspace: WorkspaceId,
  person: PersonId,
  { manager, outUntil }: Superior,
): Promise<boolean> {
  const saved = await sql`
    with recursive up as (
      select p.id, p.manager from people p where p.workspace = ${workspace} and p.id = ${manager}
      union
      select p.id, p.manager from up join people p on p.workspace = ${workspace} and p.id = up.manager)
    update people p set manager = ${manager}, out_until = ${outUntil},
      manager_source = case when p.manager is distinct from ${manager} then 'hand' else p.manager_source end
    where p.workspace = ${workspace} and p.id = ${person}
      and (p.manager is not distinct from ${manager} or not exists (select from up where up.id = p.id))
    returning p.id`;
  return saved.length > 0;
}
