import type { RememberedAsk } from '../desk/ports.ts';
import type { WorkspaceId } from '../domain/language.ts';
import type { Sql } from './connect.ts';

/** How many of a person's tickets are looked through: his last answer stands in the newest of them. */
const LATEST = 200;

/** What this person answered last to questions of these keys, as far as whoever asks may read it. */
export async function remembered(
  sql: Sql,
  workspace: WorkspaceId,
  { of, by, keys }: RememberedAsk,
): Promise<Record<string, string>> {
  if (keys.length === 0) return {};
  const rows = await sql<{ key: string; answer: string }[]>`
    with latest as (
      select t.number, t.fields, t.group_key, t.private from tickets t
      where t.workspace = ${workspace} and t.requester = ${of} and t.deleted_at is null
      order by t.updated_at desc limit ${LATEST})
    select distinct on (k.key) k.key, l.fields ->> k.key as answer
    from latest l, unnest(${[...keys]}::text[]) as k(key)
    where coalesce(l.fields ->> k.key, '') <> '' and (${of}::text = ${by}::text or (not l.private and exists (
      select from group_members m
      where m.workspace = ${workspace} and m.person = ${by} and m.group_key = l.group_key)))
    order by k.key, l.number desc`;
  return Object.fromEntries(rows.map(({ key, answer }) => [key, answer]));
}
