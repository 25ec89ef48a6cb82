import { z } from 'zod';
import type { TemplateShelf } from '../desk/templates.ts';
import { localized } from '../domain/fields.ts';
import { groupKey } from '../domain/language.ts';
import { type Template, templateAct } from '../domain/templates.ts';
import type { Sql } from './connect.ts';

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
}) satisfies z.ZodType<Template>;

export const openTemplates = (sql: Sql): TemplateShelf => ({
  async all(workspace) {
    const rows = await sql`
      select code, group_key as "group", title, text, variants, processing, acts, uses
      from templates where workspace = ${workspace} order by code`;
    return rows.map((row) => templateRow.parse({ ...row }));
  },
  async used(workspace, codes) {
    if (codes.length > 0)
      await sql`update templates set uses = uses + 1 where workspace = ${workspace} and code in ${sql(codes)}`;
  },
});
