import type { Sql } from '../../src/db/connect.ts';

/**
 * A database whose `now()` is moved by hand: all that asks it for the time, the queue and its functions as well as the desk's own statements,
 * hears the same. `done`: all that was to be done up to then has been done.
 */
export type Moved = { at: number; done: number };

/** Nobody reads letters in this year, so none are written; and nobody looks for anything, so what makes it findable waits for ever. */
export const FOR_EVER = '2999-01-01Z';
const SETUP = `
  create schema moved;
  create table moved.clock (at timestamptz not null, done timestamptz not null);
  create function moved.now() returns timestamptz language plpgsql stable as 'begin return (select at from moved.clock); end';
  create function moved.nothing() returns trigger language plpgsql as 'begin return null; end';
  create trigger nobody_reads before insert on letters for each row execute function moved.nothing();
  create function moved.later() returns trigger language plpgsql as $$begin new.run_at := '${FOR_EVER}'; return new; end$$;
  create trigger nobody_looks before insert or update on graphile_worker._private_jobs for each row
    when (new.key like 'search:%') execute function moved.later()`;

/** From the next connection on. */
export async function moveClock(sql: Sql, at: number): Promise<void> {
  await sql.unsafe(SETUP);
  await sql`insert into moved.clock values (${new Date(at)}, ${new Date(at)})`;
  const [row] = await sql<{ name: string }[]>`select current_database() as name`;
  await sql.unsafe(`alter database "${row?.name ?? ''}" set search_path = moved, pg_catalog, public`);
}

export async function readMoved(sql: Sql): Promise<Moved> {
  const [row] = await sql<{ at: Date; done: Date }[]>`select at, done from moved.clock`;
  if (!row) throw new Error('The clock was not set.');
  return { at: row.at.getTime(), done: row.done.getTime() };
}

export async function writeMoved(sql: Sql, { at, done }: Moved): Promise<void> {
  await sql`update moved.clock set at = ${new Date(at)}, done = ${new Date(done)}`;
}
