import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as migrateTables } from 'drizzle-orm/postgres-js/migrator';
import { Logger, runMigrations } from 'graphile-worker';
import postgres from 'postgres';
import { reaching } from './unreachable.ts';

const FOLDER = fileURLToPath(new URL('../../drizzle', import.meta.url));
/** Any number, the same in every process. */
const TURN = 7_236_101;

/** Brings the database to the newest shape. Several processes may start at once: one works, the others wait. */
export async function migrate(url: string): Promise<void> {
  await reaching(url, async () => {
    const client = postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: 'threadesk-migrate' } });
    try {
      // The lock belongs to the session, and there is only one.
      await client`select pg_advisory_lock(${TURN})`;
      await migrateTables(drizzle({ client }), { migrationsFolder: FOLDER });
      await runMigrations({ connectionString: url, logger: new Logger(() => () => {}) });
    } finally {
      await client.end({ timeout: 5 });
    }
  });
}
