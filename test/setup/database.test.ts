import postgres from 'postgres';
import { expect, inject, it } from 'vitest';
import { freshDatabase } from './database.ts';

const connect = (url: string): postgres.Sql => postgres(url, { max: 1 });

it('gives each its own database', async () => {
  const [one, two] = await Promise.all([freshDatabase(), freshDatabase()]);
  const [mine, theirs] = [connect(one.url), connect(two.url)];
  await mine`create table only_here ()`;
  expect(await theirs`select to_regclass('only_here') as it`).toEqual([{ it: null }]);
  await Promise.all([mine.end(), theirs.end()]);
  await Promise.all([one.drop(), two.drop()]);
});

it('fails loudly when a connection was left open, and takes the database away all the same', async () => {
  const database = await freshDatabase();
  const forgotten = connect(database.url);
  await forgotten`select 'forgotten'`;
  await expect(database.drop()).rejects.toThrow(/Connections were left open: .*forgotten/);
  await forgotten.end();
  const server = connect(inject('serverUrl'));
  const name = new URL(database.url).pathname.slice(1);
  expect(await server`select 1 from pg_database where datname = ${name}`).toEqual([]);
  await server.end();
});
