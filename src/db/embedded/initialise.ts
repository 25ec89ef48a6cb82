import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { binaries } from './binaries.ts';
import { EmbeddedPostgresError, explained } from './fault.ts';
import type { Folder } from './folder.ts';
import { identityFor, letThrough } from './identity.ts';
import { passwordOf, secretOf } from './secret.ts';
import type { Way } from './server.ts';

/** Makes the data folder if there is none. It appears whole or not at all: a death on the way leaves only scraps beside it. */
export async function initialise(folder: Folder, { durable, log }: Way): Promise<void> {
  await sweepScraps(folder);
  if (await isInitialised(folder)) return;
  log('Preparing the database for the first time');
  const scrap = `${folder.data}.new-${process.pid}`;
  const identity = identityFor(scrap);
  const password = `${scrap}.password`;
  letThrough(folder, identity);
  await mkdir(scrap, { mode: 0o700 });
  await writeFile(password, passwordOf(secretOf(folder), 'postgres'), { mode: 0o600 });
  if (identity.owner) for (const its of [scrap, password]) await chown(its, identity.owner.uid, identity.owner.gid);
  const lock = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${password}`];
  const args = ['-D', scrap, ...lock, '--encoding=UTF8', '--locale=C'];
  const child = identity.run(binaries().initdb, durable ? args : [...args, '--no-sync'], ['ignore', 'pipe', 'pipe']);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (words) => (said += String(words)));
  const [code] = await once(child, 'close').catch((error: unknown) => [String(error)]);
  await rm(password, { force: true });
  if (code !== 0) {
    await rm(scrap, { recursive: true, force: true });
    throw explained(`${said}\n${code}`, folder.root);
  }
  await rename(scrap, folder.data);
}

async function isInitialised({ data }: Folder): Promise<boolean> {
  if (!existsSync(data)) return false;
  const version = await readFile(path.join(data, 'PG_VERSION'), 'utf8').catch(() => null);
  if (version === null && (await readdir(data)).length === 0) return false;
  if (version?.trim() === '17') return true;
  const writer =
    version === null ? 'is not the data of a Postgres server' : `was written by Postgres ${version.trim()}, not 17`;
  throw new EmbeddedPostgresError(`The folder ${data} ${writer}: move it away and start again.`);
}

async function sweepScraps({ root, data }: Folder): Promise<void> {
  for (const name of await readdir(root))
    if (name.startsWith(`${path.basename(data)}.new-`))
      // Who was killed may have left a process that still writes there, for a moment.
      await rm(path.join(root, name), { recursive: true, force: true, maxRetries: 10 });
}
