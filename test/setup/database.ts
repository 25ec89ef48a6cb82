import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { inject } from 'vitest';
import { dropDatabase } from './drop.ts';

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
  await onServer(server, (sql) => copy(sql, template, name));
  return { url: new URL(`/${name}`, server).href, drop: () => onServer(server, (sql) => drop(sql, name)) };
}

/** Copies of one template can get in one another's way; Postgres itself waits some seconds before it says so. */
async function copy(sql: postgres.Sql, template: string, name: string): Promise<void> {
  for (let left = 5; ; left--) {
    try {
      await sql`create database ${sql(name)} template ${sql(template)}`;
      return;
    } catch (error) {
      if (left === 0 || !(error instanceof postgres.PostgresError) || error.code !== IN_USE) throw error;
    }
  }
}

async function drop(sql: postgres.Sql, name: string): Promise<void> {
  const open = await stillOpen(sql, name);
  await dropDatabase(sql, name);
  if (open.length > 0) throw new Error(`Connections were left open: ${JSON.stringify(open)}`);
}

/** The connections that do not go away: a closed one takes a moment. */
async function stillOpen(sql: postgres.Sql, name: string): Promise<postgres.Row[]> {
  for (let left = 10; ; left--) {
    const open = await sql`
      select application_name, state, left(query, 80) as query
      from pg_stat_activity where datname = ${name} and backend_type = 'client backend'`;
    if (open.length === 0 || left === 0) return open;
    await sleep(100);
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
