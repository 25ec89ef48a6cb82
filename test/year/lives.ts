import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '../../src/db/connect.ts';
import type { Begin, Said } from './life.ts';
import { moveClock } from './moved.ts';
import { planOf, START } from './plan.ts';
import { type Random, seeded } from './random.ts';
import { settle } from './world.ts';

export type Year = { url: string; seed: number; tickets: number; kills: number };
/** `held`: the jobs that it had begun when it was killed. */
export type Kill = { at: Date; held: number };

const PROGRAM = fileURLToPath(new URL('./life.ts', import.meta.url));
/** How long, of the moved time, nobody is there after a kill; then the desk starts, and five seconds later knows who is dead. */
const AWAY_S = 25;

/** Has a year go by in an empty, migrated database, in one process after another, each killed while something is due. */
export async function liveThrough(year: Year): Promise<Kill[]> {
  const random = seeded(year.seed + 1);
  const { sql, db, close } = await connect(year.url);
  await settle({ db });
  await moveClock(sql, START);
  const { deeds } = planOf(year.seed, year.tickets);
  const ends = Array.from({ length: year.kills }, () => random.oneOf(deeds).at).toSorted((a, b) => a - b);
  const lives = [startLife(year)];
  const kills: Kill[] = [];
  try {
    let present = lives[0]!;
    present.begin({ away: 0 });
    for (const end of ends) {
      const next = startLife(year);
      lives.push(next);
      const at = await present.reaches(end);
      if (at === null) break;
      await present.kill(random);
      const [row] = await sql<{ held: number }[]>`
        select count(*) as held from graphile_worker._private_jobs where locked_at is not null`;
      kills.push({ at: new Date(at), held: row?.held ?? 0 });
      present = next;
      present.begin({ away: random.between(1, AWAY_S) * 1000 });
    }
    await present.over();
    return kills;
  } finally {
    for (const life of lives) life.end();
    await close();
  }
}

/** A process that waits for its turn to live. */
function startLife({ url, seed, tickets }: Year) {
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, url, String(seed), String(tickets)], {
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  let reached = { at: 0, due: false };
  let wanted = Infinity;
  let tell: (at: number | null) => void = () => {};
  let isReady = () => {};
  const ready = new Promise<void>((resolve) => (isReady = resolve));
  const gone = once(child, 'exit').then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as string | null,
  }));
  let over = false;
  child.on('message', (said: Said) => {
    if ('ready' in said) isReady();
    else if ('over' in said) over = true;
    else {
      reached = said;
      if (said.due && said.at >= wanted) tell(said.at);
    }
  });
  void gone.then(() => tell(null));
  return {
    begin: (begin: Begin) => void ready.then(() => child.send(begin)),
    /** When it comes to a time, or past it, at which something is due; null when it has ended before. */
    reaches: (at: number) =>
      new Promise<number | null>((resolve) => {
        tell = resolve;
        wanted = at;
        if (reached.due && reached.at >= at) resolve(reached.at);
      }),
    async kill(random: Random) {
      await sleep(random.between(0, 8));
      child.kill('SIGKILL');
      await gone;
    },
    async over() {
      const { code, signal } = await gone;
      if (!over) throw new Error(`The desk ended with ${code ?? signal} before the year did.`);
    },
    end: () => end(child),
  };
}

const end = (child: ChildProcess): void => {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
};
