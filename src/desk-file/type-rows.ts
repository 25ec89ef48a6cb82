import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { typeJson } from '../db/select.ts';
import * as t from '../db/schema.ts';
import { field, type SubmissionType } from '../domain/fields.ts';
import { groupKey } from '../domain/language.ts';
import { inOrder } from '../domain/type-making.ts';
import type { Database, Transaction } from './database.ts';
import type { WrittenInSlack } from './outline.ts';
import { fieldsOfType, placeOfType, typeItself } from './tree.ts';

/** Which types were written in Slack, whose questions, and which ones were given another place. */
export async function typesInSlack(db: Database | Transaction, workspace: string) {
  const { key, editedBy, editedAt, madeBy, madeAt, movedBy, movedAt } = t.submissionTypes;
  const rows = await db
    .select({ key, editedBy, editedAt, madeBy, madeAt, movedBy, movedAt })
    .from(t.submissionTypes)
    .where(eq(t.submissionTypes.workspace, workspace));
  return rows.flatMap((row) => [
    { of: typeItself(row), by: row.madeBy, at: row.madeAt },
    { of: placeOfType(row), by: row.movedBy, at: row.movedAt },
    { of: fieldsOfType(row), by: row.editedBy, at: row.editedAt },
  ]);
}

/** Which types were taken away in Slack, by their keys. */
export async function takenInSlack(
  db: Database | Transaction,
  workspace: string,
): Promise<ReadonlyMap<string, WrittenInSlack>> {
  const { key, by, at } = t.removedTypes;
  const rows = await db
    .select({ key, by, at })
    .from(t.removedTypes)
    .where(and(eq(t.removedTypes.workspace, workspace), isNotNull(by)));
  return new Map(rows.flatMap(({ key: of, by: person, at: then }) => (person ? [[of, { by: person, at: then }]] : [])));
}

export async function readTypes(db: Database | Transaction, workspace: string): Promise<SubmissionType[]> {
  const rows = await db
    .select()
    .from(t.submissionTypes)
    .where(eq(t.submissionTypes.workspace, workspace))
    .orderBy(t.submissionTypes.position, t.submissionTypes.key);
  return inOrder(
    rows.map((row) => ({
      key: row.key,
      parent: row.parent,
      name: row.name,
      group: groupKey(row.groupKey),
      hint: row.hint,
      fields: z.array(field).parse(row.fields),
    })),
  );
}

/** What goes is kept as it was, for the tickets about it. */
export async function writeTypes(tx: Transaction, workspace: string, types: readonly SubmissionType[]): Promise<void> {
  const keys = JSON.stringify(types.map(({ key }) => key));
  const stays = sql`key = any(array(select jsonb_array_elements_text(${keys}::text::jsonb)))`;
  await tx.execute(sql`
    insert into removed_types (workspace, key, type, at)
    select workspace, key, ${sql.raw(typeJson('o.workspace', 'o.key'))}::jsonb, now()
    from submission_types o where workspace = ${workspace} and not ${stays}
    on conflict (workspace, key) do update set type = excluded.type, by_person = null, at = excluded.at`);
  await tx.execute(sql`delete from removed_types where workspace = ${workspace} and ${stays}`);
  await tx.delete(t.submissionTypes).where(eq(t.submissionTypes.workspace, workspace));
  const rows = types.map(({ group, ...type }, position) => ({
    workspace,
    ...type,
    fields: [...type.fields],
    groupKey: group,
    position,
  }));
  if (rows.length > 0) await tx.insert(t.submissionTypes).values(rows);
}
