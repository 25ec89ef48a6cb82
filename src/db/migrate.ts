import { fileURLToPath } from 'node:url';
import { getTableName, is, Table } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as migrateTables } from 'drizzle-orm/postgres-js/migrator';
import { Logger, runMigrations } from 'graphile-worker';
import postgres from 'postgres';
import * as schema from './schema.ts';
import { DatabaseUnreachable, placeOf, reaching } from './unreachable.ts';

const FOLDER = fileURLToPath(new URL('../../drizzle', import.meta.url));
/** Any number, the same in every process. */
const TURN = 7_236_101;
const PATIENCE_S = 10;

/**
 * The queue's own indexes begin with the priority: where nothing is due, all that waits is gone through to find that out. And nothing finds the
 * few jobs that are running, which the sweep asks for.
 */
const INDEXES = `
  create index if not exists jobs_due on graphile_worker._private_jobs (run_at) where is_available = true;
  create index if not exists jobs_held on graphile_worker._private_jobs (locked_by) where locked_by is not null`;

/** Brings the database to the newest shape. Several processes may start at once: one works, the others wait. */
export async function migrate(url: string): Promise<void> {
  await reaching(url, async () => {
    const client = postgres(url, {
      max: 1,
      onnotice: () => {},
      connect_timeout: PATIENCE_S,
      connection: { application_name: 'threadesk-migrate' },
    });
    try {
      await greet(client);
      // The lock belongs to the session, and there is only one.
      await client`select pg_advisory_lock(${TURN})`;
      await refuseUnfit(client, url);
      await migrateTables(drizzle({ client }), { migrationsFolder: FOLDER });
      await runMigrations({ connectionString: url, logger: new Logger(() => () => {}) });
      await client.unsafe(INDEXES);
    } finally {
      await client.end({ timeout: 1 });
    }
  });
}

/** Where something else than Postgres answers and hangs up, the driver would try again for ever. */
async function greet(client: postgres.Sql): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, fail) => {
    const give = () => fail(Object.assign(new Error('Nobody said hello.'), { code: 'CONNECT_TIMEOUT' }));
    timer = setTimeout(give, PATIENCE_S * 1000);
  });
  try {
    await Promise.race([client`select 1`, silence]);
  } finally {
    clearTimeout(timer);
  }
}

/** Refuses a database that is not made for us, before anything is left in it. */
async function refuseUnfit(client: postgres.Sql, url: string): Promise<void> {
  const refuse = (why: string) => {
    throw new DatabaseUnreachable(`The database at ${placeOf(url)} ${why}.`);
  };
  const [{ encoding, migrated }] = await client<[{ encoding: string; migrated: boolean }]>`
    select current_setting('server_encoding') as encoding,
      to_regclass('drizzle.__drizzle_migrations') is not null as migrated`;
  if (encoding !== 'UTF8')
    refuse(`keeps its text in ${encoding}: create one for Threadesk with  create database … encoding 'UTF8'`);
  if (migrated && (await isOurs(client))) return;
  const names = Object.values(schema).flatMap((one) => (is(one, Table) ? [getTableName(one)] : []));
  const taken = await client<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = current_schema()::regnamespace and relname = any(${names}) order by 1`;
  const theirs = taken.length > 0 ? `tables ${taken.map(({ name }) => name).join(', ')}` : 'migrations';
  if (migrated || taken.length > 0)
    refuse(`holds ${theirs} of another program: give Threadesk a database of its own in DATABASE_URL`);
}

/** An empty list of migrations is that of a start that did not get further. */
async function isOurs(client: postgres.Sql): Promise<boolean> {
  const made = readMigrationFiles({ migrationsFolder: FOLDER }).map(({ folderMillis }) => folderMillis);
  const [found] = await client<[{ ours: boolean }]>`
    select count(*) = 0 or bool_or(created_at = any(${made}::bigint[])) as ours from drizzle.__drizzle_migrations`;
  return found.ours;
}
