import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, type Sql } from '../../src/db/connect.ts';
import { openStore } from '../../src/db/store.ts';
import { sweep } from '../../src/db/sweep.ts';
import { openDesk } from '../../src/desk/desk.ts';
import { type TicketNumber, ticketNumber } from '../../src/domain/language.ts';
import { startWorker } from '../../src/worker/worker.ts';
import { FOR_EVER, readMoved, writeMoved } from './moved.ts';
import { type Deed, planOf } from './plan.ts';
import { WORKSPACE } from './world.ts';

/**
 * The desk as a process of its own that lives through the year, or through what is left of it: real Postgres, law, door, worker and
 * sweep; only the time is moved. It may be killed at any moment; another one goes on.
 */
export type Begin = { away: number };
export type Said = { ready: true } | { at: number; due: boolean } | { over: true };

/** As in use: so often the queue is looked at, and so long after the start what the dead held is given back. */
const EVERY = 2000;
const SURELY_DEAD = 5000;
/** Jobs, and people beside them. */
const AT_ONCE = 3;
const STUCK_MS = 30_000;
const TIDIED = 200;

/** When the first job is due, and how many the living hold. Told of one that is due, the worker need not wait until it looks again. */
const LOOK = `
  select first, held, case when first <= $1 then pg_notify('jobs:insert', '{"count":${AT_ONCE}}') end
  from (select
    (select min(run_at) from graphile_worker._private_jobs where is_available = true and priority = 0
      and run_at < '${FOR_EVER}') as first,
    (select count(*) from graphile_worker._private_jobs where locked_by is not null and locked_at >= $2) as held) jobs`;

const [url = '', seed = '0', count = '0'] = process.argv.slice(2);
const say = (said: Said) => process.send?.(said);
const nothing = async () => {};
const complain = (fields: object, message: string) => console.error(message, JSON.stringify(fields));

const { deeds } = planOf(Number(seed), Number(count));
say({ ready: true });
const [{ away }] = (await once(process, 'message')) as [Begin];
process.once('disconnect', () => process.exit(1));

const { sql, close } = await connect(url);
const before = await readMoved(sql);
let now = before.at + away;
let { done } = before;
const desk = openDesk({ store: openStore(sql), workspace: WORKSPACE, now: () => new Date(now) });
const numbers = await numbersSoFar(sql);
/** What is held since before is held by the dead. */
let alive = now;
/** When something will be due next, as far as is known. */
let waiting: number | null = null;
let moves = 0;
let cursor = deeds.findIndex((deed) => deed.at > done);
if (cursor === -1) cursor = deeds.length;

await writeMoved(sql, { at: now, done });
const worker = await startWorker({
  url,
  concurrency: AT_ONCE,
  clock: (number) => desk.tick(number),
  deliver: nothing,
  inbox: nothing,
  search: nothing,
  trigger: nothing,
  call: nothing,
  files: nothing,
  batch: nothing,
  sweep: nothing,
  log: { debug: () => {}, warn: complain, error: complain },
});
if (away > 0) {
  await sweep(sql);
  await live();
  await move(now + SURELY_DEAD);
  await sweep(sql);
}
alive = 0;
for (let next = await live(); next !== null; next = await live()) await move(Math.ceil(next / EVERY) * EVERY);
await worker.stop();
await close();
say({ over: true });
process.disconnect();

async function move(to: number): Promise<void> {
  done = now;
  now = to;
  await writeMoved(sql, { at: now, done });
  // A year's work of the server's own housekeeping falls into these minutes.
  if (++moves % TIDIED === 0) await sql.unsafe('vacuum graphile_worker._private_jobs');
}

/** Does all that is to be done now. Gives the time of what comes next; null when nothing comes any more. */
async function live(): Promise<number | null> {
  say({ at: now, due: waiting !== null && waiting <= now });
  const present: Deed[] = [];
  for (let deed = deeds[cursor]; deed && deed.at <= now; deed = deeds[++cursor]) present.push(deed);
  const tickets = [...new Set(present.map(({ ticket }) => ticket))];
  const lane = async () => {
    for (let one = tickets.shift(); one !== undefined; one = tickets.shift())
      for (const deed of present.filter(({ ticket }) => ticket === one)) await act(deed);
  };
  const people = Promise.all(Array.from({ length: AT_ONCE }, lane));
  await drain();
  await people;
  waiting = await drain();
  const next = Math.min(deeds[cursor]?.at ?? Infinity, waiting ?? Infinity);
  return next === Infinity ? null : next;
}

/** What a person does, said again by whoever does not know whether it was done before the end: it has one effect. */
async function act({ ticket, nth, by, verb, input, blocker }: Deed): Promise<void> {
  const key = `year:${ticket}:${nth}`;
  if (verb === 'create') {
    const outcome = await desk.open(by, input, key);
    if (outcome.kind === 'refused') throw new Error(`A request was refused: ${outcome.why}`);
    numbers.set(ticket, outcome.kind === 'done' ? outcome.ticket.number : outcome.number);
    return;
  }
  const more = blocker === undefined ? {} : { blocked_by: numbers.get(blocker) };
  const number = numbers.get(ticket);
  if (number === undefined) throw new Error(`The ticket ${ticket} is not there.`);
  const request = { verb, by, input: { ...input, ...more }, key };
  for (let outcome = await desk.act(number, request); ; outcome = await desk.act(number, request))
    if (outcome.kind !== 'refused' || outcome.why !== 'busy') return;
}

/** Has the worker do what is due; gives the time at which something will be. */
async function drain(): Promise<number | null> {
  const began = Date.now();
  for (;;) {
    const { first, held } = await look();
    if (held === 0 && (first === null || first > now)) return first;
    if (Date.now() - began > STUCK_MS)
      throw new Error(`Jobs of the clock are stuck at ${new Date(now).toISOString()}.`);
    await sleep(2);
  }
}

async function look(): Promise<{ first: number | null; held: number }> {
  const times = [new Date(now).toISOString(), new Date(alive).toISOString()];
  const [row] = await sql.unsafe<{ first: Date | null; held: number }[]>(LOOK, times, { prepare: true });
  return { first: row?.first?.getTime() ?? null, held: row?.held ?? 0 };
}

async function numbersSoFar(sql: Sql): Promise<Map<number, TicketNumber>> {
  const rows = await sql<{ ticket: number; key: string }[]>`
    select ticket, key from events where key like 'year:%:0'`;
  return new Map(rows.map(({ ticket, key }) => [Number(key.split(':')[1]), ticketNumber(ticket)]));
}
