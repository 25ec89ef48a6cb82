import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connect } from '../../src/db/connect.ts';
import { migrate } from '../../src/db/migrate.ts';
import { DatabaseUnreachable } from '../../src/db/unreachable.ts';
import { type FreshDatabase, freshDatabase } from '../setup/database.ts';
import { dropDatabase } from '../setup/drop.ts';
import { freePort } from '../setup/port.ts';

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
      await dropDatabase(admin, name);
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

describe('a database that is not for us', () => {
  let admin: postgres.Sql;
  const name = () => `${new URL(fresh.url).pathname.slice(1)}_other`;
  const address = () => new URL(`/${name()}`, fresh.url).href;
  beforeEach(() => {
    admin = postgres(fresh.url, { max: 1, onnotice: () => {} });
  });
  afterEach(async () => {
    await dropDatabase(admin, name());
    await admin.end();
  });

  const ask = async (query: string) => {
    const sql = postgres(address(), { max: 1, onnotice: () => {} });
    try {
      return await sql.unsafe(query);
    } finally {
      await sql.end();
    }
  };

  test('because it has tables of such names is left as it was', async () => {
    await admin`create database ${admin(name())}`;
    await ask('create table tickets (id int); create table events (id int)');
    await expect(migrate(address())).rejects.toThrow(/holds tables events, tickets of another program: give Threadesk/);
    const left = `select table_name from information_schema.tables
      where table_schema not in ('pg_catalog', 'information_schema') order by 1`;
    expect(await ask(left)).toEqual([{ table_name: 'events' }, { table_name: 'tickets' }]);
  });

  test('because another program is migrated there in the same way', async () => {
    await admin`create database ${admin(name())}`;
    await ask(`create schema drizzle; create table drizzle.__drizzle_migrations (hash text, created_at bigint);
      insert into drizzle.__drizzle_migrations values ('theirs', 1)`);
    await expect(migrate(address())).rejects.toThrow(/holds migrations of another program/);
  });

  test('because it does not keep every letter', async () => {
    await admin`
      create database ${admin(name())} template template0 encoding 'LATIN1' lc_collate 'C' lc_ctype 'C'`;
    await expect(migrate(address())).rejects.toThrow(/keeps its text in LATIN1: create one for Threadesk/);
  });

  test('because it may only be read', async () => {
    await admin`create database ${admin(name())}`;
    const readOnly = `${address()}?default_transaction_read_only=on`;
    await expect(migrate(readOnly)).rejects.toThrow(/^The database lets this user only read at .*DATABASE_URL\.$/);
  });

  test('because it is none', async () => {
    const server = createServer(
      (socket) => void socket.on('error', () => {}).once('data', () => socket.end('HTTP/1.1')),
    );
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const sentence = `No Postgres answers in time at 127.0.0.1:${port}/desk. Check DATABASE_URL.`;
    await expect(migrate(`postgres://me:s3cret@127.0.0.1:${port}/desk`)).rejects.toThrow(sentence);
    server.close();
  });
});

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
