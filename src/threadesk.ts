import type { Logger } from 'pino';
import { type Database, type OnStop, openDatabase } from './compose/database.ts';
import { furnish, tellThePast } from './compose/furnish.ts';
import { triggering } from './compose/triggering.ts';
import { gauges, unready } from './compose/health.ts';
import { openBanned } from './db/banned.ts';
import { openBatches } from './db/batches.ts';
import type { Sql } from './db/connect.ts';
import { digest } from './db/digest.ts';
import { openDrafts } from './db/drafts.ts';
import { openInbox } from './db/inbox.ts';
import { openOutbox } from './db/outbox.ts';
import { openRegistry } from './db/registry.ts';
import { openStore } from './db/store.ts';
import { liken } from './db/liken.ts';
import { reseal } from './db/masking/reseal.ts';
import { makeFindable } from './db/search/keep.ts';
import { sweep } from './db/sweep.ts';
import { openTemplates } from './db/templates.ts';
import { wakeWaiters } from './db/waiters.ts';
import { wake } from './db/wake.ts';
import { takeTurn } from './desk/batching.ts';
import { tellUndelivered } from './desk/delivering.ts';
import { type Desk, openDesk } from './desk/desk.ts';
import type { Inbox } from './desk/ports.ts';
import { workspaceId } from './domain/language.ts';
import type { Env } from './env.ts';
import { startHttp } from './http/server.ts';
import { fillOf } from './slack/batch.ts';
import { type Clients, slackClients } from './slack/clients.ts';
import { carrier } from './slack/deliver.ts';
import { batchSaid } from './slack/deliver/batch.ts';
import type { Waits } from './slack/deliver/carry.ts';
import { digestOf } from './slack/digest.ts';
import { bringFiles } from './slack/files/bringing.ts';
import { home } from './slack/home.ts';
import { listen } from './slack/listeners.ts';
import type { Parts } from './slack/parts.ts';
import { createBook, people, reseat } from './slack/people.ts';
import { createApp, type Mode, type SlackApp } from './slack/receiver.ts';
import { refusedBy, SlackRefused } from './slack/refused.ts';
import { startWorker } from './worker/worker.ts';

export type Threadesk = {
  port: number;
  mode: 'socket' | 'http';
  desk: Desk;
  /** Takes nothing more in, finishes what is under way, and closes everything, the last opened first. */
  stop(): Promise<void>;
};
type Given = {
  env: Env;
  log: Logger;
  dataDir?: string;
  /** Other waits between calls to Slack than the usual ones. */
  waits?: Partial<Waits>;
};

const CONCURRENCY = 8;

/** Everything, in the order in which one thing needs another; what fails half-way takes the rest down again. */
export async function startThreadesk(given: Given): Promise<Threadesk> {
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).toReversed()) await step();
  };
  try {
    return { ...(await assemble({ dataDir: '.data', waits: {}, ...given }, (step) => void undo.push(step))), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const shelvesIn = (sql: Sql) => ({
  batches: openBatches(sql),
  templates: openTemplates(sql),
  banning: openBanned(sql),
});

async function assemble(
  { env, log, dataDir, waits }: Required<Given>,
  onStop: OnStop,
): Promise<Omit<Threadesk, 'stop'>> {
  const { mode, token } = slackOf(env);
  const clients = slackClients({ token, apiUrl: env.SLACK_API_URL, log });
  // Events come in after `start` only, when the desk behind this inbox is open.
  const door: { inbox?: Inbox } = {};
  const put: Inbox['put'] = async (...event) =>
    door.inbox ? door.inbox.put(...event) : Promise.reject(new Error('not open yet'));
  const [database, slack] = await bothOf(
    openDatabase(env, dataDir, log, onStop),
    createApp({ mode, botToken: token, apiUrl: env.SLACK_API_URL, inbox: { put }, log }),
    (error) => refusedBy(error, 'SLACK_BOT_TOKEN', env.SLACK_API_URL),
  );
  const { sql } = database;
  const workspace = workspaceId(slack.identity.team);
  const inbox = openInbox(sql, workspace);
  door.inbox = inbox;
  const outbox = openOutbox(sql);
  const store = openStore(sql, env.MASKING_KEYS ?? null);
  const registry = openRegistry(sql);

  if (env.MASKING_KEYS) await reseal(sql, env.MASKING_KEYS);
  else log.info('MASKING_KEYS is not set: personal data cannot be masked');
  await furnish({ env, database, clients, slack });
  const pages = await createBook(registry, workspace, log);
  onStop(pages.stop);
  const desk = openDesk({ store, workspace, book: pages.now });
  const { read, write } = clients;
  const folk = { client: read, registry, workspace, book: pages.now, reload: pages.reload, log };
  const who = people(folk);
  await who.sync();
  pages.turned(async (before) => {
    await reseat(folk, before);
    await registry.redrawHomes(workspace);
  });
  await tellThePast({ env, desk, pages, log, database });

  const botUser = slack.identity.botUserId;
  const now = () => new Date();
  const drafts = openDrafts(sql, env.MASKING_KEYS ?? null);
  const kept = { store, outbox, registry, drafts, ...shelvesIn(sql) };
  const secrets = new Set(env.secrets.keys());
  const parts: Parts = { desk, ...kept, log, people: who, book: pages.now, read, write, now, botUser, secrets };
  listen(slack.app, parts);
  const triggers = triggering({ desk, sql, env, now });
  onStop(triggers.close);
  await startJobs({ parts, inbox, slack, clients, database, triggers, waits }, onStop);
  const http = await startHttp({
    host: env.HOST,
    port: env.PORT,
    metrics: gauges(slack, database),
    unready: () => unready(mode, slack, database),
    slack: slack.requestListener,
  });
  onStop(http.stop);
  await slack.start().catch((error: unknown) => {
    throw refusedBy(error, 'SLACK_APP_TOKEN', env.SLACK_API_URL);
  });
  onStop(slack.stop);
  return { port: http.port, mode: mode.kind, desk };
}

type Jobs = {
  parts: Parts;
  inbox: Inbox;
  slack: SlackApp;
  clients: Clients;
  database: Database;
  triggers: ReturnType<typeof triggering>;
  waits: Partial<Waits>;
};

/** What goes on in the background: letters to Slack, events out of the inbox, and the clock. */
async function startJobs(
  { parts, inbox, slack, clients, triggers, waits, database: { sql, url } }: Jobs,
  onStop: OnStop,
): Promise<void> {
  const { desk, outbox, registry, book, log, botUser } = parts;
  const drained = new AbortController();
  const carry = carrier({
    workspace: desk.workspace,
    outbox,
    registry,
    clients,
    log,
    book,
    botUserId: botUser,
    signal: drained.signal,
    waits,
    wake: (conversation, at) => wake(sql, desk.workspace, conversation, at),
    home: (person) => home(parts, person),
    digest: (person) => digestOf(parts, person),
    person: (id) => desk.person(id),
    quiet: (person) => registry.quietNow(desk.workspace, person, parts.now()),
    batch: (letter) => batchSaid(parts, letter),
    undelivered: tellUndelivered(desk),
  });
  const worker = await startWorker({
    url,
    log,
    concurrency: CONCURRENCY,
    deliver: carry.deliver,
    clock: (ticket) => desk.tick(ticket),
    trigger: triggers.trigger,
    call: triggers.call,
    files: (event, attempt) => bringFiles(parts, event, attempt),
    batch: (id) => takeTurn({ ...parts, fill: fillOf(parts) }, id),
    inbox: async (id) => {
      const body = await inbox.take(id);
      if (body !== null) await slack.process(body);
      await inbox.done(id);
    },
    search: async (wanted) => {
      await makeFindable(sql, desk.workspace, wanted);
      if ('ticket' in wanted) await liken(sql, desk.workspace, wanted.ticket);
    },
    sweep: async () => {
      await sweep(sql);
      await wakeWaiters(sql, desk.workspace, parts.now());
      await digest(sql, desk.workspace, parts.now());
    },
  });
  onStop(() => {
    drained.abort();
    return worker.stop();
  });
}

/** Socket Mode when there is an app token, else HTTP. */
function slackOf({ SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret }: Env): {
  token: string;
  mode: Mode;
} {
  if (token && appToken) return { token, mode: { kind: 'socket', appToken } };
  if (token && signingSecret) return { token, mode: { kind: 'http', signingSecret } };
  throw new SlackRefused(
    'SLACK_BOT_TOKEN is not set: run  npm start  for the local Slack, or put your tokens into .env.',
  );
}

/** Waits for both, whatever happens to either, so that what was opened can be closed again. */
async function bothOf<A, B>(
  first: Promise<A>,
  second: Promise<B>,
  explain: (error: unknown) => Error,
): Promise<[A, B]> {
  const [a, b] = await Promise.allSettled([first, second]);
  if (a.status === 'rejected') throw a.reason;
  if (b.status === 'rejected') throw explain(b.reason);
  return [a.value, b.value];
}
