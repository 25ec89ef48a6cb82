import type { Sql, Transaction } from '../connect.ts';

/** Nobody waits longer, and nobody else has to. */
const PATIENCE_MS = 2000;
/** The statements find their rows as they were written to, and not as other statements would; what each costs is bounded. */
const SETTINGS = `select set_config('statement_timeout', '${PATIENCE_MS}', true), set_config('enable_seqscan', 'off', true),
  set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true), set_config('work_mem', '32MB', true),
  set_config('max_parallel_workers_per_gather', '0', true)`;
const CANCELLED = '57014';

/** Looks among the documents, each statement of it for a while only. */
export async function bounded<T>(sql: Sql, work: (transaction: Transaction) => Promise<T>): Promise<T | 'too_slow'> {
  try {
    const done = await sql.begin(async (transaction) => {
      const [, found] = await Promise.all([transaction.unsafe(SETTINGS).execute(), work(transaction)]);
      return { found };
    });
    return (done as { found: T }).found;
  } catch (error) {
    if ((error as { code?: unknown }).code === CANCELLED) return 'too_slow';
    throw error;
  }
}
