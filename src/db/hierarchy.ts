import { z } from 'zod';
import type { Hierarchy, HierarchyAsk } from '../desk/hierarchy.ts';
import { type PersonId, personId, type WorkspaceId } from '../domain/language.ts';
import type { Sql } from './connect.ts';
import { json } from './writing.ts';

type Row = {
  managers: PersonId[];
  circle: boolean;
  it_support: PersonId[];
  user_groups: { handle: string; people: PersonId[] }[];
  standing: unknown;
};
const standings = z.array(
  z.object({ id: z.string().transform(personId), active: z.boolean(), outUntil: z.coerce.date().nullable() }),
);

/** Upward from a person, nearest first; a circle ends where it closes. */
export async function hierarchy(
  sql: Sql,
  workspace: WorkspaceId,
  { of, people, userGroups }: HierarchyAsk,
): Promise<Hierarchy> {
  const [row] = await sql<[Row?]>`
    with recursive up as (
      select p.manager as id, array[p.id] as seen from people p
      where p.workspace = ${workspace} and p.id = ${of} and p.manager <> p.id
      union all
      select p.manager, up.seen || p.id from up join people p on p.workspace = ${workspace} and p.id = up.id
      where not p.manager = any(up.seen || p.id)),
    it as (
      select m.person as id from workspaces w join group_members m on m.workspace = w.id
        and m.group_key = w.it_support_group and m.role = 'lead' where w.id = ${workspace}),
    named as (
      select u.handle, u.people from user_groups u where u.workspace = ${workspace}
        and u.handle in (select jsonb_array_elements_text(${json(userGroups)}::text::jsonb))),
    everybody as (
      select id from up union select id from it union select jsonb_array_elements_text(people) from named
      union select jsonb_array_elements_text(${json(people)}::text::jsonb))
    select array(select id from up order by cardinality(seen)) as managers,
      exists (select from up join people p on p.workspace = ${workspace} and p.id = up.id
        where p.manager = any(up.seen || p.id)) as circle,
      array(select id from it order by id) as it_support,
      (select coalesce(json_agg(json_build_object('handle', handle, 'people', people)), '[]') from named) as user_groups,
      (select coalesce(json_agg(json_build_object('id', p.id, 'active', p.active, 'outUntil', p.out_until)), '[]')
        from everybody e join people p on p.workspace = ${workspace} and p.id = e.id) as standing`;
  return {
    managers: row?.managers ?? [],
    circle: row?.circle ?? false,
    itSupport: row?.it_support ?? [],
    userGroups: new Map((row?.user_groups ?? []).map((group) => [group.handle, group.people])),
    standing: new Map(standings.parse(row?.standing ?? []).map(({ id, ...how }) => [id, how])),
  };
}
