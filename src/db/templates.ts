import { z } from 'zod';
import type { KeptTemplate, TemplateShelf } from '../desk/templates.ts';
import { localized } from '../domain/fields.ts';
import { groupKey, type WorkspaceId } from '../domain/language.ts';
import { templateAct, type TemplateGiven } from '../domain/templates.ts';
import type { Sql } from './connect.ts';
import { isCodeTaken } from './violation.ts';
import { json } from './writing.ts';

/** A row of the table. */
export const templateRow = z.object({
  code: z.string(),
  group: z.string().transform(groupKey).nullable(),
  title: z.string(),
  text: localized,
  variants: z.record(z.string(), localized),
  processing: z.string().nullable(),
  acts: z.array(templateAct),
  uses: z.number(),
  usedAt: z.date().nullable(),
  version: z.number(),
}) satisfies z.ZodType<KeptTemplate>;

/** Those whose words are in what is written are counted with it, in the statement of `write.ts`. */
export const USED = `
    update templates t set uses = t.uses + 1, used_at = now() from w, given
    where t.workspace = w.workspace and j->'templates' ? t.code`;

const COLUMNS = `code, group_key as "group", title, text, variants, processing, acts, uses, used_at as "usedAt", version`;

export const openTemplates = (sql: Sql): TemplateShelf => ({
  async all(workspace) {
    const rows = await sql`
      select ${sql.unsafe(COLUMNS)} from templates where workspace = ${workspace} and removed_at is null order by code`;
    return rows.map((row) => templateRow.parse({ ...row }));
  },
  async add(workspace, given, by) {
    const { count } = await sql`
      insert into templates (workspace, code, group_key, title, text, variants, processing, acts, edited_by, edited_at)
      values (${workspace}, ${given.code}, ${given.group}, ${given.title}, ${json(given.text)}::text::jsonb,
        ${json(given.variants)}::text::jsonb, ${given.processing}, ${json(given.acts)}::text::jsonb, ${by}, now())
      on conflict (workspace, code) do update set group_key = excluded.group_key, title = excluded.title,
        text = excluded.text, variants = excluded.variants, processing = excluded.processing, acts = excluded.acts,
        edited_by = excluded.edited_by, edited_at = excluded.edited_at, uses = 0, used_at = null, removed_at = null,
        version = templates.version + 1
      where templates.removed_at is not null`;
    return count > 0;
  },
  change: (workspace, seen, given, by) => change(sql, workspace, seen, given, by),
  async remove(workspace, { code, version }) {
    const { count } = await sql`
      update templates set removed_at = now(), version = version + 1
      where workspace = ${workspace} and code = ${code} and version = ${version} and removed_at is null`;
    return count > 0;
  },
  async removed(workspace, code) {
    const [row] = await sql`
      select ${sql.unsafe(COLUMNS)} from templates
      where workspace = ${workspace} and code = ${code} and removed_at is not null`;
    return row ? templateRow.parse({ ...row }) : null;
  },
  async restore(workspace, code) {
    const [row] = await sql`
      update templates set removed_at = null where workspace = ${workspace} and code = ${code} and removed_at is not null
      returning ${sql.unsafe(COLUMNS)}`;
    return row ? templateRow.parse({ ...row }) : null;
  },
});

/** One that was taken away gives its code up to whoever wants it. */
async function change(
  sql: Sql,
  workspace: WorkspaceId,
  seen: { code: string; version: number },
  given: TemplateGiven,
  by: string,
): Promise<'done' | 'changed' | 'taken'> {
  try {
    return await sql.begin(async (tx) => {
      if (given.code !== seen.code)
        await tx`
          delete from templates
          where workspace = ${workspace} and code = ${given.code} and removed_at is not null`;
      const { count } = await tx`
        update templates set code = ${given.code}, group_key = ${given.group}, title = ${given.title},
          text = ${json(given.text)}::text::jsonb, variants = ${json(given.variants)}::text::jsonb,
          processing = ${given.processing}, acts = ${json(given.acts)}::text::jsonb,
          edited_by = ${by}, edited_at = now(), version = version + 1
        where workspace = ${workspace} and code = ${seen.code} and version = ${seen.version} and removed_at is null`;
      return count > 0 ? 'done' : 'changed';
    });
  } catch (error) {
    if (isCodeTaken(error)) return 'taken';
    throw error;
  }
}
