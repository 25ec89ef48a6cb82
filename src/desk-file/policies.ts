import { eq } from 'drizzle-orm';
import { z } from 'zod';
import * as t from '../db/schema.ts';
import { type Policies, policies } from '../domain/group.ts';
import { goneAfter, type ProcessingType, processingType } from '../domain/processing.ts';
import type { Database, Transaction } from './database.ts';

/** What a group decides that may be said in Slack as well. */
export const SAID_IN_SLACK = [
  'banned_words',
  'processing_types',
  'document_on_close',
  'customer_for_agents',
] as const satisfies readonly (keyof Policies)[];

/** One of them, for the difference. */
export const policyOf = (group: string, policy: string): string => `group "${group}": ${policy}`;

/** The processing types of a group that nobody chooses any more, once it decides so. */
export const goneTypes = (was: { policies: unknown; goneProcessing: unknown }, now: Policies): ProcessingType[] =>
  goneAfter(
    { gone: z.array(processingType).parse(was.goneProcessing), types: policies.parse(was.policies).processing_types },
    now.processing_types,
  );

const said = z.record(z.string(), z.object({ by: z.string(), at: z.coerce.date() }));

/** Which of them were said in Slack since a file was last applied. */
export async function policiesInSlack(db: Database | Transaction, workspace: string) {
  const rows = await db
    .select({ key: t.groups.key, said: t.groups.said })
    .from(t.groups)
    .where(eq(t.groups.workspace, workspace));
  return rows.flatMap((row) =>
    Object.entries(said.parse(row.said)).map(([policy, { by, at }]) => ({ of: policyOf(row.key, policy), by, at })),
  );
}
