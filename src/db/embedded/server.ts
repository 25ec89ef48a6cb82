import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { markOf, serves } from './alive.ts';
import { binaries } from './binaries.ts';
import { codeOf, EmbeddedPostgresError, explained } from './fault.ts';
import { furnishServer } from './estate.ts';
import type { Folder } from './folder.ts';
import { handOver, identityFor } from './identity.ts';
import { secure } from './secret.ts';

const START_MS = 120_000; // recovery after a crash can take long
const STOP_MS = 30_000;
const LONGEST_LOG = 10 * 1024 * 1024;

/** The errors of a server that is on its way up or down. */
const PASSING = new Set([
  '57P03',
  'ECONNREFUSED',
  'ECONNRESET',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  '57P01',
  '57P02',
]);

/** The living server of this folder, by the pid file that it keeps. */
export function serverPid(folder: Folder): number | null {
  const pid = Number(pidFile(folder)[0]);
  return markOf(pid) !== null && serves(pid, folder.data) ? pid : null;
}

/** Waits for the server that runs on this folder to answer, and tells its port. Null if none runs. */
export async function meet(folder: Folder): Promise<number | null> {
  const patience = Date.now() + START_MS;
  for (;;) {
    if (serverPid(folder) === null) return null;
    const port = Number(pidFile(folder)[3]);
    if (port > 0 && (await answers(folder, port))) return port;
    if (Date.now() > patience)
      throw new EmbeddedPostgresError(`The Postgres of ${folder.root} runs but does not answer: see ${folder.log}.`);
    await sleep(50);
  }
}

export type Way = { durable: boolean; log: (line: string) => void };

/** Starts a server, on a certain port if its users know one already. Nobody else may do so meanwhile. */
export async function launch(folder: Folder, { durable, log }: Way, known?: number): Promise<number> {
  const { postgres: program } = binaries();
  log('Starting the database');
  const identity = identityFor(folder.data);
  handOver(folder, identity);
  // The number in a dead server's file may belong to somebody else by now, and Postgres would wait for that one.
  rmSync(path.join(folder.data, 'postmaster.pid'), { force: true });
  await secure(folder, identity);
  for (let attempt = 1; ; attempt++) {
    const before = layAside(folder.log);
    const said = openSync(folder.log, 'a', 0o600);
    const child = identity.run(program, settings(folder, known ?? (await freePort()), durable), ['ignore', said, said]);
    closeSync(said);
    child.unref();
    const port = await first(child, folder, before);
    if (typeof port === 'number') return port;
    // The port can be lost to another program, and the children of a killed server take a moment to go.
    const passing = /could not bind|Address already in use|pre-existing shared memory block/.test(port);
    if (!passing || attempt === 40) throw explained(port, folder.root);
    await sleep(250);
  }
}

/** The port, once the new server answers, or its last words. */
async function first(child: ChildProcess, folder: Folder, before: number): Promise<number | string> {
  const over = new AbortController();
  const failed = once(child, 'error', { signal: over.signal }).then(([error]) => String(error));
  const ended = once(child, 'exit', { signal: over.signal }).then(() =>
    readFileSync(folder.log).subarray(before).toString(),
  );
  const ready = (async () => {
    for (;;) {
      const port = await meet(folder);
      if (port !== null) return port;
      await sleep(20, undefined, { signal: over.signal });
    }
  })();
  for (const outcome of [failed, ended, ready]) outcome.catch(() => {});
  try {
    return await Promise.race([failed, ended, ready]);
  } finally {
    over.abort();
  }
}

/** Renames a log that has become long, and tells how long it is now. */
function layAside(log: string): number {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= LONGEST_LOG) return size;
  renameSync(log, `${log}.1`);
  return 0;
}

/** Lets transactions be rolled back and everything be written, then waits until the process is gone. */
export async function stopServer(folder: Folder): Promise<void> {
  const pid = serverPid(folder);
  if (pid === null) return;
  for (const [signal, patience] of [
    ['SIGINT', STOP_MS],
    ['SIGQUIT', 5000],
  ] as const) {
    process.kill(pid, signal);
    for (const until = Date.now() + patience; Date.now() < until; await sleep(20)) if (markOf(pid) === null) return;
  }
  throw new EmbeddedPostgresError(`The embedded Postgres (process ${pid}) does not stop: see ${folder.log}.`);
}

const settings = (folder: Folder, port: number, durable: boolean): string[] => [
  '-D',
  folder.data,
  '-p',
  String(port),
  ...Object.entries({
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    log_min_messages: 'log', // what clients did wrong may hold people's words
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
];

/** Whether the server takes connections; makes the role and the database on the way. */
async function answers(folder: Folder, port: number): Promise<boolean> {
  try {
    await furnishServer(folder, port);
    return true;
  } catch (error) {
    if (PASSING.has(codeOf(error))) return false;
    throw error;
  }
}

function pidFile(folder: Folder): string[] {
  try {
    return readFileSync(path.join(folder.data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
