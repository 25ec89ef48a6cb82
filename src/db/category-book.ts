import { z } from 'zod';
import { type Categories, type CategoryBook, MOST_USES } from '../desk/category-editing.ts';
import { policies } from '../domain/group.ts';
import { groupKey, type WorkspaceId } from '../domain/language.ts';
import { goneAfter, processingType } from '../domain/processing.ts';
import type { Sql, Transaction } from './connect.ts';
import { holdDesk } from './desk-lock.ts';
import { putPolicies, sayPolicies } from './policies.ts';
import { json } from './writing.ts';

const ALL = `
  select key as "group", policies, gone_processing as gone, md5(coalesce(policies ->> 'processing_types', '[]')) as mark
  from groups where workspace = $1 order by position, key`;

const row = z
  .object({
    group: z.string().transform(groupKey),
    policies,
    gone: z.array(processingType),
    mark: z.string(),
  })
  .transform(({ policies: { processing_types: types, document_on_close, customer_for_agents }, ...rest }) => ({
    ...rest,
    types,
    decided: { document_on_close, customer_for_agents },
  }));
const readAll = async (sql: Sql | Transaction, workspace: WorkspaceId): Promise<Categories[]> =>
  z.array(row).parse(await sql.unsafe(ALL, [workspace]));

/** What tickets may turn out to be about, written in Slack. */
export const openCategoryBook = (sql: Sql): CategoryBook => ({
  all: (workspace) => readAll(sql, workspace),
  change: async (workspace, group, { mark, now, by }) =>
    sql.begin(async (tx) => {
      await holdDesk(tx, workspace);
      const was = (await readAll(tx, workspace)).find((one) => one.group === group);
      if (was?.mark !== mark) return false;
      await putPolicies(tx, { workspace, group, by }, { processing_types: [...now] });
      await tx`
        update groups set gone_processing = ${json(goneAfter(was, now))}::text::jsonb
        where workspace = ${workspace} and key = ${group}`;
      return true;
    }),
  async uses(workspace, group, keys) {
    const rows = await sql<{ key: string; uses: number }[]>`
      select k.key, (select count(*)::int from (
        select from tickets t
        where t.workspace = ${workspace} and t.group_key = ${group} and t.processing = k.key and t.deleted_at is null
        limit ${MOST_USES}) of_it) as uses
      from unnest(${[...keys]}::text[]) as k(key)`;
    return new Map(rows.map(({ key, uses }) => [key, uses]));
  },
  decide: (workspace, group, decided, by) => sayPolicies(sql, { workspace, group, by }, decided),
});
