import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../src/db/embedded.ts';
import { chromiumPath } from './browser.ts';
import { dropDatabase } from './drop.ts';
import { FOLDER, removeRun, sweepKilledRuns } from './sweep.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server's maintenance database. */
    serverUrl: string;
    /** The migrated database that each test file's own is copied from. */
    template: string;
    /** Why the template has no tables, if migrating failed: only the tests that need it fail then. */
    templateFault: string;
  }
}

/** One server for the whole run, one migrated template, and a look at what the tests left behind. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  if (chromiumPath() === null && process.env['CI'] !== 'true')
    console.warn('\n!!! NO CHROMIUM: THE BROWSER TESTS ARE SKIPPED. Install chromium or set CHROMIUM_PATH. !!!\n');
  const server = await findServer();
  const template = `threadesk_template_${process.pid}`;
  const sql = postgres(server.url, { max: 1, onnotice: () => {} });
  await sql`create database ${sql(template)}`;
  provide('serverUrl', server.url);
  provide('template', template);
  provide('templateFault', await migrateTemplate(databaseUrl(server.url, template)));
  return async () => {
    const left = await leftBehind(sql, template);
    await dropDatabase(sql, template);
    await sql.end();
    await server.stop();
    if (left.length === 0) return;
    process.exitCode = 1; // vitest only prints what a teardown throws
    throw new Error(`The tests left this behind:\n${left.join('\n')}`);
  };
}

async function findServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return { url: given, stop: async () => {} };
  await sweepKilledRuns();
  const dataDir = await mkdtemp(path.join(tmpdir(), FOLDER));
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  return {
    url: databaseUrl(server.url, 'postgres'),
    async stop() {
      await server.stop();
      await removeRun(dataDir);
    },
  };
}

async function migrateTemplate(url: string): Promise<string> {
  try {
    const { migrate } = await import('../../src/db/migrate.ts');
    await migrate(url);
    return '';
  } catch (error) {
    return String(error);
  }
}

const databaseUrl = (server: string, database: string): string => new URL(`/${database}`, server).href;

async function leftBehind(sql: postgres.Sql, template: string): Promise<string[]> {
  await sleep(200); // sockets of workers that have just ended
  const connections = await sql`
    select format('a connection to %s by %s, last: %s', datname, application_name, left(query, 80)) as it
    from pg_stat_activity
    where backend_type = 'client backend' and pid <> pg_backend_pid() and datname like ${`${template}%`}`;
  const databases = await sql`
    select format('the database %s', datname) as it from pg_database where datname like ${`${template}\\_%`}`;
  return [...connections, ...databases].map(({ it }) => String(it));
}
