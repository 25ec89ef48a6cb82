import { and, eq, isNull, notInArray, sql } from 'drizzle-orm';
import * as t from '../db/schema.ts';
import { definition } from '../domain/triggers.ts';
import type { Database, Transaction } from './database.ts';
import type { TriggerOutline } from './triggers.ts';

/** The triggers that there are, in their order. */
export async function readTriggers(db: Database | Transaction, workspace: string): Promise<TriggerOutline[]> {
  const rows = await db
    .select()
    .from(t.triggers)
    .where(eq(t.triggers.workspace, workspace))
    .orderBy(t.triggers.position, t.triggers.key);
  return rows.map(({ key, enabled, name, groupKey, events, match, conditions, results }) => ({
    key,
    enabled,
    ...definition.parse({ name, group: groupKey, on: events, match, conditions, results }),
  }));
}

/** Which of them were written in Slack since a file was last applied. */
export async function writtenInSlack(db: Database | Transaction, workspace: string) {
  const { key, editedBy, editedAt } = t.triggers;
  const rows = await db.select({ key, editedBy, editedAt }).from(t.triggers).where(eq(t.triggers.workspace, workspace));
  return rows.map((row) => ({ of: `trigger "${row.key}"`, by: row.editedBy, at: row.editedAt }));
}

/** Those that there are afterwards, and no others. What is said anew is whole again, whatever was wrong with it. */
export async function writeTriggers(
  tx: Transaction,
  workspace: string,
  triggers: readonly TriggerOutline[],
): Promise<void> {
  const before = await readTriggers(tx, workspace);
  const keys = triggers.map(({ key }) => key);
  await tx
    .delete(t.triggers)
    .where(and(eq(t.triggers.workspace, workspace), ...(keys.length === 0 ? [] : [notInArray(t.triggers.key, keys)])));
  for (const [position, { key, enabled, group, on, ...rest }] of triggers.entries()) {
    const now = JSON.stringify(triggers[position]);
    const same = before.some((one) => JSON.stringify(one) === now);
    const row = {
      ...rest,
      enabled,
      groupKey: group,
      events: on,
      position,
      ...(same
        ? {}
        : { editedBy: null, editedAt: null, broken: null, tried: null, version: sql`${t.triggers.version} + 1` }),
    };
    await tx
      .insert(t.triggers)
      .values({ workspace, key, ...row, version: 0 })
      .onConflictDoUpdate({ target: [t.triggers.workspace, t.triggers.key], set: row });
    if (!same)
      await tx
        .update(t.triggerTroubles)
        .set({ overAt: new Date() })
        .where(
          and(
            eq(t.triggerTroubles.workspace, workspace),
            eq(t.triggerTroubles.trigger, key),
            isNull(t.triggerTroubles.overAt),
          ),
        );
  }
}
