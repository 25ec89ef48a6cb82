import { existsSync, readFileSync } from 'node:fs';
import type { HomeView } from '@slack/types';
import { parse } from 'yaml';
import type { Logger } from 'pino';
import { collectDefaultMetrics, Gauge, Registry as Metrics } from 'prom-client';
import { z } from 'zod';
import { type Connection, connect } from './db/connect.ts';
import { startEmbeddedPostgres } from './db/embedded.ts';
import { openInbox } from './db/inbox.ts';
import { migrate } from './db/migrate.ts';
import { openOutbox } from './db/outbox.ts';
import { openRegistry } from './db/registry.ts';
import { openStore } from './db/store.ts';
import { sweep } from './db/sweep.ts';
import { wake } from './db/wake.ts';
import { applyDeskFile } from './desk-file/apply.ts';
import { readDesk } from './desk-file/database.ts';
import { slackDirectory } from './desk-file/slack.ts';
import { seedTickets } from './desk-file/tickets.ts';
import { type Desk, openDesk } from './desk/desk.ts';
import type { Inbox } from './desk/ports.ts';
import { type PersonId, workspaceId } from './domain/language.ts';
import type { Env } from './env.ts';
import { startHttp } from './http/server.ts';
import { type Clients, slackClients } from './slack/clients.ts';
import { carrier } from './slack/deliver.ts';
import { home } from './slack/home.ts';
import { listen } from './slack/listeners.ts';
import type { Parts } from './slack/parts.ts';
import { createBook, type Pages, people } from './slack/people.ts';
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
type Given = { env: Env; log: Logger; dataDir?: string };

const CONCURRENCY = 8;

/** Everything, in the order in which one thing needs another; what fails half-way takes the rest down again. */
export async function startThreadesk(given: Given): Promise<Threadesk> {
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    return { ...(await assemble({ dataDir: '.data', ...given }, (step) => void undo.push(step))), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type OnStop = (step: () => Promise<unknown>) => void;

async function assemble({ env, log, dataDir }: Required<Given>, onStop: OnStop): Promise<Omit<Threadesk, 'stop'>> {
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
  const { sql, url } = database;
  const workspace = workspaceId(slack.identity.team);
  const inbox = openInbox(sql, workspace);
  door.inbox = inbox;
  const outbox = openOutbox(sql);
  const store = openStore(sql);
  const registry = openRegistry(sql);
  const desk = openDesk({ store, workspace });

  await furnish({ env, database, clients, slack });
  const pages = await createBook(registry, workspace, log);
  onStop(pages.stop);
  const who = people({ client: clients.read, registry, workspace, book: pages.now, reload: pages.reload, log });
  await who.sync();
  await tellThePast({ env, desk, pages, log, database });

  const parts: Parts = {
    desk,
    store,
    outbox,
    registry,
    log,
    people: who,
    book: pages.now,
    read: clients.read,
    write: clients.write,
    now: () => new Date(),
    botUser: slack.identity.botUserId,
  };
  listen(slack.app, parts);
  const drained = new AbortController();
  const carry = carrier({
    workspace,
    outbox,
    registry,
    clients,
    log,
    book: pages.now,
    botUserId: slack.identity.botUserId,
    signal: drained.signal,
    wake: (conversation, at) => wake(sql, workspace, conversation, at),
    home: (person: PersonId): Promise<HomeView | null> => home(parts, person),
  });
  const worker = await startWorker({
    url,
    log,
    concurrency: CONCURRENCY,
    deliver: carry.deliver,
    clock: (ticket) => desk.tick(ticket),
    inbox: async (id) => {
      const body = await inbox.take(id);
      if (body !== null) await slack.process(body);
      await inbox.done(id);
    },
    sweep: () => sweep(sql),
  });
  onStop(() => {
    drained.abort();
    return worker.stop();
  });

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

type Database = Connection & { url: string };

async function openDatabase({ DATABASE_URL }: Env, dataDir: string, log: Logger, onStop: OnStop): Promise<Database> {
  const own =
    DATABASE_URL === undefined ? await startEmbeddedPostgres({ dataDir, log: (line) => log.info(line) }) : null;
  if (own) onStop(own.stop);
  const url = DATABASE_URL ?? own?.url ?? '';
  await migrate(url);
  const connection = await connect(url);
  onStop(connection.close);
  return { ...connection, url };
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

/** Fills an empty database from the desk file; afterwards the database is the truth, and Slack is not even asked. */
async function furnish({
  env,
  database,
  clients,
  slack,
}: {
  env: Env;
  database: Database;
  clients: Clients;
  slack: SlackApp;
}) {
  const { team: id, teamName: name } = slack.identity;
  if ((await readDesk(database.db, id)).groups.length > 0) return;
  const directory = await slackDirectory(clients.read);
  await applyDeskFile({ file: env.DESK_FILE, db: database.db, workspace: { id, name }, directory, onlyIfEmpty: true });
}

/** The tickets of the desk file, for a desk that has none yet. */
async function tellThePast({
  env,
  desk,
  pages,
  log,
  database,
}: {
  env: Env;
  desk: Desk;
  pages: Pages;
  log: Logger;
  database: Database;
}) {
  const [any] = await database.sql`select from tickets where workspace = ${desk.workspace} limit 1`;
  if (any || !existsSync(env.DESK_FILE)) return;
  const byEmail = [...pages.now().people.values()].flatMap(({ email, id }) =>
    email === null ? [] : [[email, id] as const],
  );
  const { tickets, refused } = await seedTickets({
    file: env.DESK_FILE,
    desk,
    people: new Map(byEmail),
    now: new Date(),
  });
  for (const sentence of refused) log.warn({ sentence }, 'a ticket of the desk file was refused');
  log.info({ tickets }, 'the desk file told its tickets');
}

/** What keeps the app from working, a line each. */
async function unready(mode: Mode, slack: SlackApp, { sql }: Database): Promise<string[]> {
  const lines: string[] = [];
  if (mode.kind === 'socket' && slack.connections() === 0) lines.push('no connection to Slack');
  await sql`select 1`.catch(() => lines.push('no connection to the database'));
  const missing = manifestScopes().filter((scope) => !slack.identity.scopes.includes(scope));
  if (slack.identity.scopes.length > 0 && missing.length > 0)
    lines.push(`the app lacks the scopes ${missing.join(', ')}: reinstall it from manifest.yml`);
  return lines;
}

const manifest = new URL('../manifest.yml', import.meta.url);
const scopes = z.object({ oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }) });
const manifestScopes = () => scopes.parse(parse(readFileSync(manifest, 'utf8'))).oauth_config.scopes.bot;

function gauges(slack: SlackApp, { sql }: Database): Metrics {
  const register = new Metrics();
  collectDefaultMetrics({ register });
  const registers = [register];
  new Gauge({
    name: 'threadesk_slack_connections',
    help: 'Open Socket Mode connections',
    registers,
    collect() {
      this.set(slack.connections());
    },
  });
  new Gauge({
    name: 'threadesk_letters_waiting',
    help: 'Letters that are not in Slack yet',
    registers,
    async collect() {
      const [row] = await sql<
        { n: number }[]
      >`select count(*) as n from letters where state in ('pending', 'sending', 'unknown')`;
      this.set(row?.n ?? 0);
    },
  });
  return register;
}
