import { sql } from 'drizzle-orm';
import { deskLock } from '../db/desk-lock.ts';
import { type Database, readDesk, ticketsByGroup, writeDesk } from './database.ts';
import { type Directory, directoryOf, joined } from './directory.ts';
import { DeskFileFault } from './fault.ts';
import { type Plan, planDesk } from './plan.ts';
import { type DeskFile, readDeskFile } from './read.ts';
import { foundInFile } from './found.ts';

export type Workspace = { id: string; name: string };
export type Applied = { changed: boolean; lines: readonly string[] };

/**
 * Makes the desk of the database what the file says. With `onlyIfEmpty`, a database that has a desk keeps it, and the
 * file is not even read. Throws `DeskFileFault`.
 */
export async function applyDeskFile(given: {
  file: string;
  db: Database;
  workspace: Workspace;
  directory: Directory;
  onlyIfEmpty?: boolean;
}): Promise<Applied> {
  const { db, workspace, directory, onlyIfEmpty = false } = given;
  const isKept = async () => onlyIfEmpty && (await readDesk(db, workspace.id)).groups.length > 0;
  if (await isKept()) return { changed: false, lines: [] };
  const file = await readDeskFile(given.file);
  const plan = await proposal({ file, db, workspace, directory });
  try {
    await carryOut({ plan, file, db, workspace, directory });
  } catch (error) {
    // Two processes may meet an empty database; one fills it, for both.
    if (error instanceof DeskChanged && (await isKept())) return { changed: false, lines: [] };
    throw error;
  }
  return { changed: plan.lines.length > 0, lines: plan.lines };
}

type Given = { file: DeskFile; db: Database; workspace: Workspace; directory: Directory };

/** What would change. Throws `DeskFileFault`. */
export async function proposal({ file, db, workspace, directory }: Given): Promise<Plan> {
  const plan = planDesk(file, await readDesk(db, workspace.id), joined(directory, await directoryOf(db, workspace.id)));
  const faults = await orphans(db, workspace, plan);
  if (faults.length > 0) throw new DeskFileFault(faults);
  return plan;
}

/** Makes a proposal true, all of it or nothing. Throws `DeskChanged` when it is no longer what would change. */
export async function carryOut({ plan, file, db, workspace, directory }: Given & { plan: Plan }): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${deskLock(workspace.id)}))`);
    const known = joined(directory, await directoryOf(tx, workspace.id));
    const { lines, after } = planDesk(file, await readDesk(tx, workspace.id), known);
    if (lines.join('\n') !== plan.lines.join('\n')) throw new DeskChanged();
    if (lines.length > 0) await writeDesk(tx, workspace, after, known.people);
    await foundInFile(tx, workspace.id, file);
  });
}

/** Somebody else changed the desk between the look and the deed. */
export class DeskChanged extends Error {
  override name = 'DeskChanged';
  override message =
    'The desk was changed by somebody else in this moment: nothing was done. Look at the difference again.';
}

/** A ticket cannot be read without its group. */
async function orphans(db: Database, { id }: Workspace, { after }: Plan): Promise<string[]> {
  const tickets = await ticketsByGroup(db, id);
  return [...tickets].flatMap(([key, many]) =>
    after.groups.some((group) => group.key === key)
      ? []
      : [
          `The group "${key}" has ${many === 1 ? 'one ticket' : `${many} tickets`}, so it cannot be taken away: leave it in the file.`,
        ],
  );
}
