import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stopUnusedPostgres } from '../../src/db/embedded.ts';
import { withTurn } from '../../src/db/embedded/turn.ts';

/** What the folders of test runs are called. */
export const FOLDER = 'threadesk-test-';

/** Folders are removed by one run at a time, so that none is removed under the hands of another that looks at it. */
async function alone(inside: string, work: () => Promise<void>): Promise<void> {
  const turns = path.join(inside, `threadesk-sweeping-${process.getuid?.() ?? 'all'}`);
  await mkdir(turns, { recursive: true, mode: 0o700 });
  await withTurn(turns, work);
}

/** A run that was killed could neither stop its server nor remove its folder. */
export const sweepKilledRuns = (inside = tmpdir()): Promise<void> =>
  alone(inside, async () => {
    for (const name of await readdir(inside)) {
      const folder = path.join(inside, name);
      if (!name.startsWith(FOLDER) || !(await isOurs(folder))) continue;
      if (await stopUnusedPostgres(folder)) await rm(folder, { recursive: true, force: true });
    }
  });

/** The folder of a run that has ended, and whose server is stopped. */
export const removeRun = (folder: string, inside = tmpdir()): Promise<void> =>
  alone(inside, () => rm(folder, { recursive: true, force: true }));

/** Whether it is this user's, and not of a run that is only just beginning. */
async function isOurs(folder: string): Promise<boolean> {
  const it = await stat(folder).catch(() => null);
  return it !== null && it.uid === process.getuid?.() && Date.now() - it.mtimeMs > 60_000;
}
