import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { startEmbeddedPostgres } from '../src/db/embedded.ts';

type Step = () => Promise<unknown>;
export type Ground = {
  /** A folder that is gone when the bench ends. */
  folder: string;
  /** An empty database, on a server that is as careful with its data as in use. */
  database(): Promise<string>;
  onStop(step: Step): void;
  /** Runs one section and takes down all that it put up. */
  within<T>(work: (ground: Ground) => Promise<T>): Promise<T>;
  stop(): Promise<void>;
};

/** What every section stands on: one Postgres of the bench's own, in a temporary folder. */
export async function breakGround(): Promise<Ground> {
  const folder = await mkdtemp(path.join(tmpdir(), 'threadesk-bench-'));
  const server = startEmbeddedPostgres({ dataDir: path.join(folder, 'data') });
  const steps: Step[] = [() => rm(folder, { recursive: true, force: true }), async () => (await server).stop()];
  let databases = 0;
  const database = async () => {
    const { url } = await server;
    const sql = postgres(url, { max: 1, onnotice: () => {} });
    const name = `bench_${++databases}`;
    await sql`create database ${sql(name)}`;
    await sql.end();
    return new URL(`/${name}`, url).href;
  };
  const groundOf = (steps: Step[]): Ground => ({
    folder,
    database,
    onStop: (step) => void steps.push(step),
    async within(work) {
      const own: Step[] = [];
      const all = () => takeDown(own);
      steps.push(all);
      try {
        return await work(groundOf(own));
      } finally {
        await all();
      }
    },
    stop: () => takeDown(steps),
  });
  return groundOf(steps);
}

async function takeDown(steps: Step[]): Promise<void> {
  for (const step of steps.splice(0).toReversed()) await step().catch((error: unknown) => console.error(error));
}
