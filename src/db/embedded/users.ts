import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isAlive, markOf } from './alive.ts';
import type { Folder } from './folder.ts';

/** Notes that this process uses the server; the answer takes the note back. */
export async function register(folder: Folder): Promise<() => Promise<void>> {
  const note = path.join(folder.users, `${process.pid}-${randomUUID()}`);
  await writeFile(note, markOf(process.pid) ?? String(process.pid));
  return () => rm(note, { force: true });
}

/** Whether any living process uses the server. Notes of the dead are swept. */
export async function inUse(folder: Folder): Promise<boolean> {
  let used = false;
  for (const name of await readdir(folder.users)) {
    const note = path.join(folder.users, name);
    const mark = await readFile(note, 'utf8').catch(() => '');
    if (isAlive(mark)) used = true;
    else await rm(note, { force: true });
  }
  return used;
}
