import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { inject } from 'vitest';

export type FreshDatabase = {
  url: string;
  /** Fails if somebody is still connected: whoever opened a connection closes it first. */
  drop(): Promise<void>;
};

const IN_USE = '55006';

/** A migrated database of one's own. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const fault = inject('templateFault');
  if (fault !== '') throw new Error(`The template database could not be migrated: ${fault}`);
  const server = inject('serverUrl');
  const template = inject('template');
  const name = `${template}_${randomUUID().slice(0, 8)}`;
  await onServer(server, (sql) => patiently(50, () => sql`create database ${sql(name)} template ${sql(template)}`));
  return { url: new URL(`/${name}`, server).href, drop: () => onServer(server, (sql) => drop(sql, name)) };
}

async function drop(sql: postgres.Sql, name: string): Promise<void> {
  try {
    await patiently(20, () => sql`drop database ${sql(name)}`);
  } catch (error) {
    const open = await sql`
      select application_name, state, left(query, 80) as query from pg_stat_activity where datname = ${name}`;
    await sql`drop database ${sql(name)} with (force)`;
    throw new Error(`Connections were left open: ${JSON.stringify(open)}`, { cause: error });
  }
}

/** Tries again while others are connected: a closed connection takes a moment to be gone. */
async function patiently(tries: number, work: () => Promise<unknown>): Promise<void> {
  for (let left = tries; ; left--) {
    try {
      await work();
      return;
    } catch (error) {
      if (left === 0 || !(error instanceof postgres.PostgresError) || error.code !== IN_USE) throw error;
      await sleep(100);
    }
  }
}

async function onServer(url: string, work: (sql: postgres.Sql) => Promise<void>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}
