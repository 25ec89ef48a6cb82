import type { TypeBook } from '../desk/type-editing.ts';
import { type PersonId, personId, type WorkspaceId } from '../domain/language.ts';
import { inOrder } from '../domain/type-making.ts';
import type { Sql, Transaction } from './connect.ts';
import { holdDesk } from './desk-lock.ts';
import { typeRow } from './desk-rows.ts';
import { typeJson } from './select.ts';
import { json } from './writing.ts';

const ALL = `
  select ${typeJson('o.workspace', 'o.key')} as it from submission_types o where o.workspace = $1 order by o.position, o.key`;

/** The submission types, written in Slack. */
export const openTypeBook = (sql: Sql): TypeBook => ({
  all: async (workspace) =>
    sql.begin('isolation level repeatable read read only', async (tx) => {
      const rows = await tx.unsafe<{ it: unknown }[]>(ALL, [workspace]);
      const gone = await tx<{ key: string }[]>`select key from removed_types where workspace = ${workspace}`;
      return {
        types: inOrder(rows.map(({ it }) => typeRow.parse(it))),
        gone: gone.map(({ key }) => key),
        mark: await markOf(tx, workspace),
      };
    }),
  change: async (workspace, { mark, now, by, made = null, moved = null }) =>
    sql.begin(async (tx) => {
      await holdDesk(tx, workspace);
      if ((await markOf(tx, workspace)) !== mark) return false;
      await takeAway(tx, workspace, { staying: now.map(({ key }) => key), by });
      await tx`
        insert into submission_types as y
          (workspace, key, parent, name, group_key, hint, position, made_by, made_at, moved_by, moved_at)
        select ${workspace}, it ->> 'key', it ->> 'parent', it -> 'name', it ->> 'group', nullif(it -> 'hint', 'null'), nth,
          case when it ->> 'key' = ${made} then ${by} end, case when it ->> 'key' = ${made} then now() end, null, null
        from jsonb_array_elements(${json(now)}::text::jsonb) with ordinality as x(it, nth)
        on conflict (workspace, key) do update set parent = excluded.parent, name = excluded.name,
          group_key = excluded.group_key, hint = excluded.hint, position = excluded.position,
          made_by = coalesce(excluded.made_by, y.made_by), made_at = coalesce(excluded.made_at, y.made_at),
          moved_by = case when y.key = ${moved} then ${by} else y.moved_by end,
          moved_at = case when y.key = ${moved} then now() else y.moved_at end`;
      return true;
    }),
  async takers(workspace, key) {
    const rows = await sql<{ id: string }[]>`
      select id from people where workspace = ${workspace} and ${key} = any(skills) order by name, id`;
    return rows.map(({ id }): PersonId => personId(id));
  },
});

async function markOf(tx: Transaction, workspace: WorkspaceId): Promise<string> {
  const [row] = await tx<{ mark: string }[]>`
    select md5(coalesce(string_agg(jsonb_build_array(key, parent, name, group_key, hint, position)::text, ' ' order by key), ''))
      as mark from submission_types where workspace = ${workspace}`;
  return row?.mark ?? '';
}

/** What stays not is kept as it was, for the tickets about it. */
async function takeAway(
  tx: Transaction,
  workspace: WorkspaceId,
  { staying, by }: { staying: readonly string[]; by: PersonId },
): Promise<void> {
  const stays = tx`key = any(array(select jsonb_array_elements_text(${json(staying)}::text::jsonb)))`;
  await tx`
    insert into removed_types (workspace, key, type, by_person, at)
    select workspace, key, ${tx.unsafe(typeJson('o.workspace', 'o.key'))}::jsonb, ${by}, now()
    from submission_types o where workspace = ${workspace} and not ${stays}
    on conflict (workspace, key) do update set type = excluded.type, by_person = excluded.by_person, at = excluded.at`;
  await tx`delete from submission_types where workspace = ${workspace} and not ${stays}`;
}
