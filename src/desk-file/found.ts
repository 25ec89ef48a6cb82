import { eq } from 'drizzle-orm';
import * as t from '../db/schema.ts';
import type { Transaction } from './database.ts';
import type { DeskOfFile } from './schema.ts';

type Sections = Pick<DeskOfFile, 'triggers' | 'templates' | 'banned_words'>;

/** What was written in Slack stands in the file as well, as far as the file speaks of it. */
export async function foundInFile(tx: Transaction, workspace: string, file: Sections): Promise<void> {
  const found = { editedBy: null, editedAt: null };
  await tx.update(t.groups).set({ said: {} }).where(eq(t.groups.workspace, workspace));
  const { submissionTypes, removedTypes } = t;
  const ofTypes = { ...found, madeBy: null, madeAt: null, movedBy: null, movedAt: null };
  await tx.update(submissionTypes).set(ofTypes).where(eq(submissionTypes.workspace, workspace));
  await tx.update(removedTypes).set({ by: null }).where(eq(removedTypes.workspace, workspace));
  if (file.triggers !== undefined) await tx.update(t.triggers).set(found).where(eq(t.triggers.workspace, workspace));
  if (file.templates !== undefined) await tx.update(t.templates).set(found).where(eq(t.templates.workspace, workspace));
  if (file.banned_words !== undefined)
    await tx.update(t.bannedWords).set(found).where(eq(t.bannedWords.workspace, workspace));
}
