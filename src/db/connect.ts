import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as schema from './schema.ts';
import { reaching } from './unreachable.ts';

/** The client for hand-written statements; a bigint comes back as a number. */
export type Sql = postgres.Sql<{ int8: number }>;
export type Transaction = postgres.TransactionSql<{ int8: number }>;
export type Connection = Awaited<ReturnType<typeof connect>>;

const int8 = { to: 20, from: [20], serialize: String, parse: Number };

/**
 * Two clients: one for hand-written statements, one for Drizzle, which changes the client that it is given. Throws
 * `DatabaseUnreachable`; a connection that breaks later is made anew by itself.
 */
export async function connect(url: string) {
  const quiet = { onnotice: () => {}, connect_timeout: 10 };
  return reaching(url, async () => {
    const sql: Sql = postgres(url, {
      ...quiet,
      max: 10,
      types: { int8 },
      // Every statement is prepared and finds its rows by an index: planning it anew would cost more than running it.
      connection: { application_name: 'threadesk', plan_cache_mode: 'force_generic_plan' },
      backoff: (tries) => Math.min(2 ** tries / 10, 5),
    });
    const client = postgres(url, { ...quiet, max: 4, connection: { application_name: 'threadesk-orm' } });
    const close = async () => {
      await Promise.all([sql.end({ timeout: 5 }), client.end({ timeout: 5 })]);
    };
    try {
      await sql`select 1`;
    } catch (error) {
      await close();
      throw error;
    }
    return { sql, db: drizzle({ client, schema }), close };
  });
}
