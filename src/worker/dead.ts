import { type Logger, makeWorkerUtils, type WorkerUtils } from 'graphile-worker';

/**
 * A process that was killed keeps its jobs, and with them their conversations, locked for hours. So every pool of workers
 * holds a lock that dies with its connection; a pool without one is dead, and what it held is given back.
 */

type Client = { query(text: string, values: unknown[]): Promise<unknown> };

/** Held as long as the connection by which the pool hears of new jobs. */
export async function liveSign(client: Client, pool: string): Promise<void> {
  await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [pool]);
}

/** A pool has a moment to give its sign after it took its first job, and after its connection broke. */
const RELEASE = `
  select graphile_worker.force_unlock_workers(array_agg(pool)) from (
    select distinct locked_by as pool from graphile_worker.jobs where locked_at < now() - interval '3 seconds') holding
  where pg_try_advisory_xact_lock(hashtextextended(pool, 0))`;

export type Morgue = ReturnType<typeof openMorgue>;

export function openMorgue(url: string, logger: Logger) {
  let utils: Promise<WorkerUtils> | null = null;
  const open = () =>
    (utils ??= makeWorkerUtils({ connectionString: url, maxPoolSize: 1, logger }).catch((error: unknown) => {
      utils = null;
      throw error;
    }));
  return {
    /** Gives back what the dead held. */
    release: async () => (await open()).withPgClient((client) => client.query(RELEASE)),
    close: async () => (await utils)?.release(),
  };
}
