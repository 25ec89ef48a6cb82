import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type JobHelpers, Logger, run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker';
import { Client, type ClientBase, Pool } from 'pg';
import { z } from 'zod';
import { HAPPENINGS } from '../domain/triggers/happenings.ts';
import { type TicketNumber, ticketNumber, type WorkspaceId, workspaceId } from '../domain/language.ts';

type Line = (fields: Record<string, unknown>, message: string) => void;
/** As much of pino as the worker needs. */
type WorkerLog = { debug: Line; warn: Line; error: Line };

export type WorkerDeps = {
  url: string;
  /** Carries the letters of one conversation. */
  deliver(workspace: WorkspaceId, conversation: string): Promise<unknown>;
  /** The clock's turn on a ticket. */
  clock(ticket: TicketNumber, workspace: WorkspaceId): Promise<unknown>;
  /** Does one inbound event. */
  inbox(id: number): Promise<unknown>;
  /** Makes tickets findable: one of them, all of one person, or those that are not. */
  search(wanted: SearchJob, workspace: WorkspaceId): Promise<unknown>;
  /** Has the triggers act that wait for an event. */
  trigger(event: z.output<typeof heardJob>): Promise<unknown>;
  /** Tries to call what a trigger names. */
  call(call: z.output<typeof callJob>): Promise<unknown>;
  /** Carries the files that came with an event. `attempt`: the first is 1. */
  files(event: z.output<typeof eventOfTicket>, attempt: number): Promise<unknown>;
  /** The next few tickets of a batch. */
  batch(id: number): Promise<unknown>;
  /** Gives jobs to all that waits without one, and takes them from the dead. */
  sweep(): Promise<unknown>;
  log: WorkerLog;
  /** Jobs that run at once; those of one conversation never do. */
  concurrency: number;
};
export type Worker = {
  /** Takes no more jobs and waits for those that run, about eight seconds at most. */
  stop(): Promise<void>;
};

const DRAIN_MS = 7000;
const RESTART_MS = 1000;
const CONNECT_MS = 5000;
const SWEEP_MS = 30_000;
/** By then a pool that has just died can be told from one that is busy. */
const SURELY_DEAD_MS = 5000;
function* steadily() {
  yield 0;
  yield SURELY_DEAD_MS;
  for (;;) yield SWEEP_MS;
}

/** Starts the background jobs. Throws when the database does not answer; later it is awaited. */
export async function startWorker(deps: WorkerDeps): Promise<Worker> {
  const stopping = new AbortController();
  let running = await startRunner(deps);
  const patrols = [patrol(deps, stopping.signal, steadily())];
  const watching = keepRunning(deps, stopping.signal, running, (next) => {
    running = next;
    patrols.push(patrol(deps, stopping.signal, [SURELY_DEAD_MS]));
  });
  return {
    async stop() {
      stopping.abort();
      await drain(running);
      await watching;
      await Promise.all(patrols);
    },
  };
}

/**
 * The connection by which a pool of workers hears of new jobs holds a lock named after the pool. It dies with the process,
 * and tells the sweep whose jobs nobody will finish.
 */
async function startRunner({ url, log, concurrency, ...deps }: WorkerDeps): Promise<Running> {
  const events: WorkerEvents = new EventEmitter();
  // It stops by itself too, when one of its own has died, and may then wait for an answer that never comes.
  const stopped = Promise.race([once(events, 'stop'), once(events, 'pool:gracefulShutdown')]);
  events.on('pool:listen:success', ({ workerPool, client }) => {
    // The connection is about to ask for notices; it takes one question at a time.
    client.once('drain', () => {
      client
        .query('select pg_advisory_lock(hashtextextended($1, 0))', [workerPool.id])
        .catch((error: unknown) => log.warn(traceOf(error), 'no sign of life was given'));
    });
  });
  const { pool, close } = openPool(url, concurrency + 2, log);
  try {
    const runner = await run({
      pgPool: pool,
      concurrency,
      noHandleSignals: true,
      parsedCronItems: [],
      gracefulShutdownAbortTimeout: DRAIN_MS,
      // Without a batch nobody waits until the last jobs are marked as done before the connections close.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      events,
      logger: quiet(log),
      taskList: tasksOf(deps, log),
    });
    const end = runner.promise.catch((error: unknown) => log.error(traceOf(error), 'the worker ended'));
    const ended = Promise.race([end, stopped.then(() => sleep(DRAIN_MS, undefined, { ref: false }))]);
    return { runner, ended: ended.finally(close) };
  } catch (error) {
    close();
    throw error;
  }
}

/** `ended`: or stopped long ago. Its own end waits for all that it has asked of the database. */
type Running = { runner: Runner; ended: Promise<unknown> };

/** Connections of which none is waited for without an end, and none of which can end the process or outlive its pool. */
function openPool(connectionString: string, max: number, log: WorkerLog) {
  const pool = new Pool({ connectionString, max, connectionTimeoutMillis: CONNECT_MS, keepAlive: true });
  const cut = (error: unknown) => log.warn(traceOf(error), 'a connection of the worker was cut');
  const clients = new Set<ClientBase>();
  pool.on('connect', (client) => {
    clients.add(client);
    // Whoever uses a connection hears of it by his next question.
    client.on('error', cut);
  });
  pool.on('remove', (client) => clients.delete(client));
  pool.on('error', cut);
  const close = () => {
    pool.end().catch(() => {});
    // One that was never given back would hold the lock by which the pool is taken for alive, and its jobs with it.
    for (const client of clients) if (client instanceof Client) client.end().catch(() => {});
  };
  return { pool, close };
}

const conversationJob = z.object({ workspace: z.string().transform(workspaceId), conversation: z.string() });
const ticketJob = z.object({
  workspace: z.string().transform(workspaceId),
  ticket: z.number().int().transform(ticketNumber),
});
const eventOfTicket = ticketJob.extend({ seq: z.number().int() });
const heardJob = eventOfTicket.extend({ heard: z.array(z.enum(HAPPENINGS)) });
const callJob = ticketJob.extend({ seq: z.number(), trigger: z.string(), nth: z.number(), attempt: z.number() });
const eventJob = z.object({ id: z.number().int() });
const number = z.number().int().transform(ticketNumber);
const searchJob = z.union([
  z.object({ workspace: ticketJob.shape.workspace, ticket: number }),
  z.object({ workspace: ticketJob.shape.workspace, from: number, requester: z.string().nullable() }),
]);
type SearchJob = z.output<typeof searchJob>;

const batchJob = z.object({ batch: z.number().int() });

type Tasks = Pick<WorkerDeps, 'deliver' | 'clock' | 'inbox' | 'search' | 'trigger' | 'call' | 'files' | 'batch'>;
function tasksOf({ deliver, clock, inbox, search, trigger, call, files, batch }: Tasks, log: WorkerLog): TaskList {
  /** A fault is logged here, once, with its ids; the library then tries again later. */
  const task =
    <T extends object>(name: string, payload: z.ZodType<T>, work: (payload: T, attempt: number) => Promise<unknown>) =>
    async (given: unknown, { job }: JobHelpers) => {
      try {
        await work(payload.parse(given), job.attempts);
      } catch (error) {
        log.error({ task: name, job: given, ...traceOf(error) }, 'a job failed and will be tried again');
        throw error;
      }
    };
  return {
    deliver: task('deliver', conversationJob, ({ workspace, conversation }) => deliver(workspace, conversation)),
    clock: task('clock', ticketJob, ({ ticket, workspace }) => clock(ticket, workspace)),
    trigger: task('trigger', heardJob, trigger),
    call: task('call', callJob, call),
    files: task('files', eventOfTicket, files),
    inbox: task('inbox', eventJob, ({ id }) => inbox(id)),
    search: task('search', searchJob, (wanted) => search(wanted, wanted.workspace)),
    batch: task('batch', batchJob, (job) => batch(job.batch)),
  };
}

/** A runner that has lost its database ends; another takes its place as soon as it can. */
async function keepRunning(
  deps: WorkerDeps,
  stopping: AbortSignal,
  first: Running,
  onNext: (running: Running) => void,
): Promise<void> {
  let running: Running | null = first;
  while (!stopping.aborted) {
    await running?.ended;
    if (await pause(RESTART_MS, stopping)) return;
    running = await startRunner(deps).catch((error: unknown) => {
      deps.log.warn(traceOf(error), 'the worker cannot start');
      return null;
    });
    if (running) onNext(running);
    if (running && isAborted(stopping)) await drain(running);
  }
}

/** Looks after what waits without a job, again and again. */
async function patrol({ sweep, log }: WorkerDeps, stopping: AbortSignal, waits: Iterable<number>): Promise<void> {
  for (const wait of waits) {
    if (await pause(wait, stopping)) return;
    try {
      await sweep();
    } catch (error) {
      log.warn(traceOf(error), 'what waits without a job could not be swept');
    }
  }
}

/** The signal may have come while something else was awaited. */
const isAborted = (signal: AbortSignal): boolean => signal.aborted;

/** True when it was cut short. */
const pause = (ms: number, signal: AbortSignal): Promise<boolean> => sleep(ms, false, { signal }).catch(() => true);

async function drain({ runner, ended }: Running): Promise<void> {
  const enough = new AbortController();
  const drained = runner.stop().then(
    () => true,
    () => true, // it has ended already
  );
  const inTime = await Promise.race([drained, sleep(DRAIN_MS, false, { signal: enough.signal }).catch(() => true)]);
  enough.abort();
  if (!inTime) await Promise.race([runner.kill('it took too long'), ended]);
  await ended;
}

/** The library's own words: warnings and errors only, and not those that a task has told already. */
const quiet = (log: WorkerLog): Logger =>
  new Logger(() => (given, message, meta) => {
    const level: string = given;
    if (meta?.['failure'] === true) return;
    if (level === 'error') log.error({}, message);
    else if (level === 'warning') log.warn({}, message);
  });

/** What of an error may stand in a log: where it happened. A message may quote what people wrote. */
function traceOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { fault: typeof error };
  const at = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    fault: error.name,
    ...('code' in error ? { code: error.code } : {}),
    at: at.slice(0, 6).map((line) => line.trim()),
  };
}
