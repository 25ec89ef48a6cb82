import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { markOf } from '../../src/db/embedded/alive.ts';
import { migrate } from '../../src/db/migrate.ts';
import {
  type EmbeddedPostgres,
  EmbeddedPostgresError,
  startEmbeddedPostgres,
  stopUnusedPostgres,
} from '../../src/db/embedded.ts';
import { startUnlocked } from './unlocked.ts';

let dataDir: string;
let made: string; // one folder for all who do not need an empty one: making the data takes longest
const processes: ChildProcess[] = [];
const servers: EmbeddedPostgres[] = [];
const emptyFolder = (): Promise<string> => mkdtemp(path.join(tmpdir(), 'threadesk-embedded-'));

beforeAll(async () => {
  made = await emptyFolder();
});
beforeEach(() => {
  dataDir = made;
});
afterEach(async () => {
  for (const one of processes.splice(0)) await kill(one);
  for (const one of servers.splice(0)) await one.stop();
  if (await isFolder(dataDir)) await stopUnusedPostgres(dataDir);
  if (dataDir !== made) await rm(dataDir, { recursive: true });
});
afterAll(() => rm(made, { recursive: true }));

const isFolder = (it: string): Promise<boolean> => stat(it).then((it) => it.isDirectory());

async function start({ durable = false } = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, durable });
  servers.push(server);
  return server;
}

/** Another process that starts or adopts the server, tells what it got, and stops when it is told so. */
async function another(): Promise<{ url: string; adopted: boolean; process: ChildProcess }> {
  const child = fork(new URL('./user.ts', import.meta.url), [dataDir], { execArgv: ['--import', 'tsx'] });
  processes.push(child);
  const [got] = (await once(child, 'message')) as [{ url: string; adopted: boolean }];
  return { ...got, process: child };
}

async function leave(child: ChildProcess): Promise<void> {
  child.send('stop');
  await once(child, 'exit');
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function ask(url: string, query: string): Promise<unknown> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    const [row] = await sql.unsafe(query);
    return row ? Object.values(row)[0] : undefined;
  } finally {
    await sql.end();
  }
}

const serverPid = async (): Promise<number> =>
  Number((await readFile(path.join(dataDir, 'pg17', 'postmaster.pid'), 'utf8')).split('\n')[0]);

const lives = (pid: number): boolean => markOf(pid) !== null;

it('serves UTF-8 in the C locale, on loopback only and on no unix socket', async () => {
  const server = await start();
  expect(server.adopted).toBe(false);
  expect(new URL(server.url)).toMatchObject({ hostname: '127.0.0.1', pathname: '/threadesk' });
  const settings = `select string_agg(name || '=' || setting, ' ' order by name) from pg_settings
    where name in ('listen_addresses', 'server_encoding', 'TimeZone')`;
  expect(await ask(server.url, settings)).toBe('TimeZone=UTC listen_addresses=127.0.0.1 server_encoding=UTF8');
  const [, , , , socket] = (await readFile(path.join(dataDir, 'pg17', 'postmaster.pid'), 'utf8')).split('\n');
  expect(socket).toBe('');
  expect(await ask(server.url, `select datcollate from pg_database where datname = 'threadesk'`)).toBe('C');
  expect(await ask(server.url, 'show server_version')).toMatch(/^17\./);
  await server.stop();
});

it('lets nobody in without the secret, which only its owner can read, and the desk is no superuser', async () => {
  const server = await start();
  const modeOf = async (name: string) => ((await stat(path.join(dataDir, name))).mode & 0o777).toString(8);
  expect([await modeOf('.'), await modeOf('pg17.secret')]).toEqual(['700', '600']);
  for (const [username, password] of [
    ['postgres', ''],
    ['threadesk', ''],
    ['postgres', new URL(server.url).password],
  ] as const) {
    const url = Object.assign(new URL(server.url), { username, password });
    await expect(ask(url.href, 'select 1')).rejects.toThrow(/password/);
  }
  expect(await ask(server.url, 'select rolsuper from pg_roles where rolname = current_user')).toBe(false);
  await expect(ask(server.url, `copy (select 1) to program 'true'`)).rejects.toThrow(/permission denied/);
  await server.stop();
});

it('locks data that was made without a lock, also while it is served, and keeps what was written', async () => {
  dataDir = await emptyFolder();
  const unlocked = await startUnlocked(dataDir);
  await migrate(unlocked);
  await ask(unlocked, `insert into workspaces (id, name) values ('T1', 'kept')`);
  await ask(unlocked, `create function public.aged(date) returns interval language sql as 'select age($1)'`);

  const server = await start();
  expect(server.adopted).toBe(false);
  expect(await ask(server.url, 'select name from workspaces')).toBe('kept');
  await migrate(server.url);
  await ask(server.url, 'drop function public.aged(date)');
  await ask(server.url, 'alter table tickets add column one_more int');
  await ask(server.url, `select graphile_worker.add_job('nothing')`);
  await expect(ask(`postgres://postgres@127.0.0.1:${new URL(server.url).port}/threadesk`, 'select 1')).rejects.toThrow(
    /password/,
  );
  await server.stop();
});

it('makes a new secret when it was lost', async () => {
  const first = await start();
  await ask(first.url, 'create table behind_the_lock as select 42 as answer');
  await first.stop();
  await rm(path.join(dataDir, 'pg17.secret'));
  const second = await start();
  expect(second.url).not.toContain(new URL(first.url).password);
  expect(await ask(second.url, 'select answer from behind_the_lock')).toBe(42);
  await second.stop();
});

it('keeps what was written, and leaves no process behind', async () => {
  const first = await start();
  await ask(first.url, 'create table answers as select 42 as answer');
  const pid = await serverPid();
  await first.stop();
  expect(lives(pid)).toBe(false);
  const second = await start();
  expect(await ask(second.url, 'select answer from answers')).toBe(42);
  await second.stop();
});

it('is stopped by the last one out, whoever started it', async () => {
  const [one, two] = [await another(), await another()];
  expect([one.adopted, two.adopted]).toEqual([false, true]);
  expect(two.url).toBe(one.url);
  const pid = await serverPid();
  await leave(one.process);
  expect(await ask(two.url, 'select 1')).toBe(1);
  await leave(two.process);
  expect(lives(pid)).toBe(false);
});

it('counts every user within one process, and a second stop of the same one is nothing', async () => {
  const [one, two] = [await start(), await start()];
  await one.stop();
  await one.stop();
  expect(await ask(two.url, 'select 1')).toBe(1);
  await two.stop();
  await expect(ask(two.url, 'select 1')).rejects.toThrow('ECONNREFUSED');
});

it('lets first starts in the same second meet: one makes the data, all use it', async () => {
  dataDir = await emptyFolder();
  const all = await Promise.all([another(), another(), another()]);
  expect(new Set(all.map(({ url }) => url)).size).toBe(1);
  expect(all.filter(({ adopted }) => !adopted)).toHaveLength(1);
  await Promise.all(all.map((one) => leave(one.process)));
  expect(await readdir(dataDir)).toEqual(['pg17', 'pg17.log', 'pg17.secret', 'pg17.turns', 'pg17.users']);
});

it('a leaving user and a coming one never miss each other', async () => {
  for (let round = 0; round < 5; round++) {
    const one = await start();
    const [, two] = await Promise.all([one.stop(), start()]);
    expect(await ask(two.url, 'select 1')).toBe(1);
    await two.stop();
  }
});

it('adopts the server of a user that was killed, and does not count the dead', async () => {
  const killed = await another();
  const pid = await serverPid();
  await kill(killed.process);
  const server = await start();
  expect(server).toMatchObject({ url: killed.url, adopted: true });
  await server.stop();
  expect(lives(pid)).toBe(false);
});

it('stops a server that only the dead used, and no other', async () => {
  const [killed, living] = [await another(), await another()];
  const pid = await serverPid();
  await kill(killed.process);
  expect(await stopUnusedPostgres(dataDir)).toBe(false);
  expect(lives(pid)).toBe(true);
  await kill(living.process);
  expect(await stopUnusedPostgres(dataDir)).toBe(true);
  expect(lives(pid)).toBe(false);
});

it('recovers what was committed when the server and its user were killed', async () => {
  const first = await another();
  await ask(first.url, 'create table kept as select 42 as answer');
  await kill(first.process);
  process.kill(await serverPid(), 'SIGKILL');
  const second = await start();
  expect(second.adopted).toBe(false);
  expect(await ask(second.url, 'select answer from kept')).toBe(42);
});

it('starts a killed server again where its users look for it', async () => {
  const [one, two] = [await start({ durable: true }), await another()];
  await ask(one.url, 'create table revived as select 42 as answer');
  const pid = await serverPid();
  process.kill(pid, 'SIGKILL');
  await vi.waitFor(async () => expect(await ask(two.url, 'select answer from revived')).toBe(42), 20_000);
  expect(await serverPid()).not.toBe(pid);
  await one.stop();
  await leave(two.process);
  expect(await readdir(path.join(dataDir, 'pg17'))).not.toContain('postmaster.pid');
});

it('is not misled by a pid file that came with a copied folder', async () => {
  const server = await start();
  await server.stop();
  await writeFile(path.join(dataDir, 'pg17', 'postmaster.pid'), `${process.pid}\n/elsewhere\n1\n1\n\n\n\nready\n`);
  const again = await start();
  expect(again.adopted).toBe(false);
  expect(await ask(again.url, 'select 1')).toBe(1);
  await again.stop();
});

it('a start that was killed half-way leaves nothing that hinders the next', async () => {
  dataDir = await emptyFolder();
  const child = fork(new URL('./user.ts', import.meta.url), [dataDir], { execArgv: ['--import', 'tsx'] });
  processes.push(child);
  while (!(await readdir(dataDir)).some((name) => name.startsWith('pg17.new'))) await new Promise(setImmediate);
  await kill(child);
  const server = await start();
  expect(await ask(server.url, 'select 1')).toBe(1);
  await server.stop();
  expect(await readdir(dataDir)).toEqual(['pg17', 'pg17.log', 'pg17.secret', 'pg17.turns', 'pg17.users']);
});

it('says in a sentence that the data is of another version, and leaves it alone', async () => {
  dataDir = await emptyFolder();
  await mkdir(path.join(dataDir, 'pg17'));
  await writeFile(path.join(dataDir, 'pg17', 'PG_VERSION'), '15\n');
  await expect(start()).rejects.toThrow(/^The folder .*pg17 was written by Postgres 15, not 17: move it away/);
  expect(await readdir(path.join(dataDir, 'pg17'))).toEqual(['PG_VERSION']);
});

it('says in a sentence that a folder holds something else', async () => {
  dataDir = await emptyFolder();
  await mkdir(path.join(dataDir, 'pg17'));
  await writeFile(path.join(dataDir, 'pg17', 'letter.txt'), 'Dear Ana');
  await expect(start()).rejects.toThrow(/is not the data of a Postgres server: move it away/);
});

it('says in a sentence that a file stands where the folder should be', async () => {
  dataDir = await emptyFolder();
  await rm(dataDir, { recursive: true });
  await writeFile(dataDir, '');
  const error: unknown = await start().catch((error: unknown) => error);
  expect(error).toBeInstanceOf(EmbeddedPostgresError);
  expect((error as Error).message).toBe(`${dataDir} is not a folder: remove it, so that the data can be kept there.`);
});
