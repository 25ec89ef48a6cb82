import type { Logger } from 'pino';
import { type Connection, connect } from '../db/connect.ts';
import { startEmbeddedPostgres } from '../db/embedded.ts';
import { migrate } from '../db/migrate.ts';
import type { Env } from '../env.ts';

/** Has something undone when the app stops, the last thing first. */
export type OnStop = (step: () => Promise<unknown>) => void;
export type Database = Connection & { url: string };

/** The given database, or one of our own; migrated, and connected to. */
export async function openDatabase(
  { DATABASE_URL }: Env,
  dataDir: string,
  log: Logger,
  onStop: OnStop,
): Promise<Database> {
  const own =
    DATABASE_URL === undefined ? await startEmbeddedPostgres({ dataDir, log: (line) => log.info(line) }) : null;
  if (own) onStop(own.stop);
  const url = DATABASE_URL ?? own?.url ?? '';
  await migrate(url);
  const connection = await connect(url);
  onStop(connection.close);
  return { ...connection, url };
}
