import type postgres from 'postgres';

/** Takes a database away, whoever is connected to it. */
export async function dropDatabase(sql: postgres.Sql, name: string): Promise<void> {
  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = ${name} and backend_type = 'client backend'`;
  // Without `force`, which may not end the server's own vacuum: only so is that one sent away and waited for.
  await sql`drop database if exists ${sql(name)}`;
}
