/** A server such as earlier versions made: it lets everybody in, and all in it belongs to the superuser. */
import { once } from 'node:events';
import { chown, mkdir } from 'node:fs/promises';
import postgres from 'postgres';
import { binaries } from '../../src/db/embedded/binaries.ts';
import { openFolder } from '../../src/db/embedded/folder.ts';
import { identityFor, letThrough } from '../../src/db/embedded/identity.ts';
import { freePort } from '../setup/port.ts';

/** Makes its data and starts it; the address of its database `threadesk`. */
export async function startUnlocked(dataDir: string): Promise<string> {
  const folder = await openFolder(dataDir);
  const identity = identityFor(folder.data);
  letThrough(folder, identity);
  await mkdir(folder.data, { mode: 0o700 });
  if (identity.owner) await chown(folder.data, identity.owner.uid, identity.owner.gid);
  const made = identity.run(
    binaries().initdb,
    ['-D', folder.data, '-U', 'postgres', '-A', 'trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
    'ignore',
  );
  await once(made, 'exit');
  const port = await freePort();
  const quiet = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'fsync=off'];
  identity.run(binaries().postgres, ['-D', folder.data, '-p', String(port), ...quiet], 'ignore').unref();
  const url = `postgres://postgres@127.0.0.1:${port}`;
  for (;;) {
    const sql = postgres(`${url}/postgres`, { max: 1, onnotice: () => {} });
    try {
      await sql`create database threadesk`;
      return `${url}/threadesk`;
    } catch (error) {
      if (!/ECONNREFUSED|starting up/.test(String(error))) throw error;
    } finally {
      await sql.end();
    }
  }
}
