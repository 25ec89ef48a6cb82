import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, markOf } from './alive.ts';
import { codeOf, EmbeddedPostgresError } from './fault.ts';

const PATIENCE_MS = 180_000;

/**
 * Runs the work while no other process runs its own in the same folder. Turns are numbered files: the highest one
 * belongs to whoever made it, until it is emptied or its maker is dead. It is never deleted before a higher one stands,
 * so nobody can mistake a living turn for the dead one it followed.
 */
export async function withTurn<T>(turns: string, work: () => Promise<T>): Promise<T> {
  const turn = await take(turns);
  try {
    return await work();
  } finally {
    await truncate(turn);
  }
}

async function take(turns: string): Promise<string> {
  const claim = path.join(turns, `claim-${randomUUID()}`);
  const patience = Date.now() + PATIENCE_MS;
  await writeFile(claim, markOf(process.pid) ?? String(process.pid));
  try {
    for (;;) {
      const last = await highest(turns);
      const holder = last === 0 ? '' : await readFile(at(turns, last), 'utf8').catch(() => '');
      if (holder !== '' && isAlive(holder)) {
        if (Date.now() > patience)
          throw new EmbeddedPostgresError(
            `Process ${holder.split(' ')[0]} has been starting or stopping the embedded Postgres for minutes: stop it and start again.`,
          );
        await sleep(50);
      } else if (await claimed(turns, claim, last + 1)) return at(turns, last + 1);
    }
  } finally {
    await rm(claim, { force: true });
  }
}

async function claimed(turns: string, claim: string, turn: number): Promise<boolean> {
  try {
    await link(claim, at(turns, turn));
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
  const all = await numbers(turns);
  if (all.some((other) => other > turn)) {
    await rm(at(turns, turn), { force: true });
    return false;
  }
  for (const other of all) if (other < turn) await rm(at(turns, other), { force: true });
  return true;
}

const at = (turns: string, turn: number): string => path.join(turns, String(turn));

const highest = async (turns: string): Promise<number> => Math.max(0, ...(await numbers(turns)));

const numbers = async (turns: string): Promise<number[]> =>
  (await readdir(turns)).map(Number).filter((turn) => Number.isInteger(turn));
