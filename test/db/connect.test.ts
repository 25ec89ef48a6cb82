import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../../src/db/connect.ts';
import { migrate } from '../../src/db/migrate.ts';
import { DatabaseUnreachable } from '../../src/db/unreachable.ts';
import { type FreshDatabase, freshDatabase } from '../setup/database.ts';

let fresh: FreshDatabase;
beforeAll(async () => (fresh = await freshDatabase()));
afterAll(() => fresh.drop());

describe('migrating', () => {
  test('by three processes at once gives one database with every table, and again changes nothing', async () => {
    const { pathname } = new URL(fresh.url);
    const name = `${pathname.slice(1)}_empty`;
    const url = new URL(`/${name}`, fresh.url).href;
    const admin = postgres(fresh.url, { max: 1, onnotice: () => {} });
    await admin`create database ${admin(name)}`;
    try {
      expect(await Promise.all([1, 2, 3].map(() => migrateInProcess(url)))).toEqual([0, 0, 0]);
      await migrate(url);
      const { sql, close } = await connect(url);
      const tables = await sql`
        select table_name as name from information_schema.columns
        where table_schema = 'public' and column_name in ('workspace', 'next_number') order by 1`;
      const all = await sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`;
      expect(all.length).toBeGreaterThan(10);
      expect(all).toEqual(tables);
      await close();
    } finally {
      await admin`drop database ${admin(name)} with (force)`;
      await admin.end();
    }
  });
});

async function migrateInProcess(url: string): Promise<unknown> {
  const script = fileURLToPath(new URL('./migrate-once.ts', import.meta.url));
  const [code] = (await once(
    spawn(process.execPath, ['--import', 'tsx', script, url], { stdio: ['ignore', 'inherit', 'inherit'] }),
    'exit',
  )) as [unknown];
  return code;
}

describe('an unreachable database', () => {
  test('is one sentence without the password', async () => {
    const url = `postgres://me:s3cret@127.0.0.1:${await freePort()}/desk`;
    for (const attempt of [connect(url), migrate(url)]) {
      const error: unknown = await attempt.catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(DatabaseUnreachable);
      expect(String(error)).toMatch(
        /^DatabaseUnreachable: No database answers at 127\.0\.0\.1:\d+\/desk\. Check DATABASE_URL\.$/,
      );
    }
  });

  test('that does not exist says so', async () => {
    await expect(connect(new URL('/no_such_desk', fresh.url).href)).rejects.toThrow(/^The database does not exist at /);
    await expect(connect('not a url')).rejects.toThrow(DatabaseUnreachable);
  });

  test('that comes back is used again, without anybody doing anything', async () => {
    const { sql, close } = await connect(fresh.url);
    const killer = postgres(fresh.url, { max: 1 });
    await killer`
      select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'threadesk' and datname = current_database()`;
    await killer.end();
    const answer = async (): Promise<unknown> => sql`select 1 as one`.catch(() => answer());
    expect(await answer()).toEqual([{ one: 1 }]);
    await close();
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
