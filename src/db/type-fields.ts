import { z } from 'zod';
import type { FieldBook } from '../desk/field-editing.ts';
import { field } from '../domain/fields.ts';
import type { Sql } from './connect.ts';
import { json } from './writing.ts';

/** The questions of submission types, written in Slack. */
export const openFieldBook = (sql: Sql): FieldBook => ({
  async of(workspace, type) {
    const [row] = await sql<{ fields: unknown; mark: string }[]>`
      select fields, md5(fields::text) as mark from submission_types where workspace = ${workspace} and key = ${type}`;
    return row ? { fields: z.array(field).parse(row.fields), mark: row.mark } : null;
  },
  async change(workspace, type, { mark, now, by }) {
    const rows = await sql`
      update submission_types set fields = ${json(now)}::text::jsonb, edited_by = ${by}, edited_at = now()
      where workspace = ${workspace} and key = ${type} and md5(fields::text) = ${mark} returning key`;
    return rows.length > 0;
  },
});
