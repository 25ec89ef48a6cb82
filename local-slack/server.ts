import { bare } from './core/bare.ts';
import { createBus } from './core/bus.ts';
import { STRICT, type Strictness } from './core/checks/strictness.ts';
import { createClock } from './core/clock.ts';
import type { Levers } from './core/controls.ts';
import { createFaults } from './core/faults.ts';
import { type Habits, USUAL } from './core/habits.ts';
import { genesis } from './core/genesis.ts';
import { createJournal } from './core/journal.ts';
import { type Manifest, readManifest } from './core/manifest.ts';
import { createMint } from './core/mint.ts';
import type { State } from './core/model.ts';
import { awaitScheduled } from './core/scheduled.ts';
import { createRates } from './core/rates.ts';
import { refuse } from './core/refusal.ts';
import type { Slack } from './core/slack.ts';
import { fromSnapshot, loadSnapshot, saveSnapshot, toSnapshot } from './core/snapshot.ts';
import { type Subscription, createSubscription } from './core/subscription.ts';
import { createTriggers } from './core/triggers.ts';
import { readWorld } from './core/world.ts';
import { createApi } from './transports/api.ts';
import type { Carrier } from './transports/carrier.ts';
import { createDeliver } from './transports/deliver.ts';
import { createFront, listen } from './transports/front.ts';
import { type RequestUrls, createHttpDelivery } from './transports/http-delivery.ts';
import { createLocal } from './transports/local.ts';
import { createPage } from './transports/page.ts';
import { createSocketMode } from './transports/socket-mode.ts';
import { webApi } from './transports/web-api/table.ts';

const BOT_TOKEN = 'xoxb-local-slack';
const APP_TOKEN = 'xapp-local-slack';
const SIGNING_SECRET = 'local-signing-secret';

const SAVE_AFTER_MS = 500;

export type Options = {
  port: number;
  /** A path, YAML or JSON text, or the object itself. */
  manifest: unknown;
  /** The seed file, likewise; a small office when there is none. */
  world?: unknown;
  stateFile?: string;
  rates?: boolean;
  /** Where the sources disagree; strict unless said otherwise. `LENIENT` of `core/checks/strictness.ts` is the other end. */
  strictness?: Partial<Strictness>;
  /** What Slack does now one way and now another. */
  habits?: Partial<Habits>;
  /** Real time in ms; the emulator's clock runs on it. */
  now?: () => number;
  seed?: number;
  /** Deliver by signed HTTP to this address instead of Socket Mode. */
  httpUrl?: string;
};

export type LocalSlack = {
  url: string;
  botToken: string;
  appToken: string;
  signingSecret: string;
  /** Ids by handle and by channel name. */
  ids: { bot: string; app: string; team: string; users: Record<string, string>; channels: Record<string, string> };
  /** The running workspace itself, for tests that look inside. */
  slack: Slack;
  sockets(): number;
  warmPage(): Promise<unknown>;
  close(): Promise<void>;
};

function requestUrls(manifest: Manifest, url: string | undefined): RequestUrls | undefined {
  if (url !== undefined) return { events: url, interactive: url, options: url, command: () => url };
  const { settings, features } = manifest;
  if (settings.socket_mode_enabled) return undefined;
  const { request_url: interactive = '', message_menu_options_url: options = '' } = settings.interactivity;
  const command = (name: string): string => features.slash_commands.find((one) => one.command === name)?.url ?? '';
  return { events: settings.event_subscriptions.request_url ?? '', interactive, options, command };
}

/** Writes the state down soon after a change, at most twice a second. */
function createSaver(file: string | undefined, state: () => State): { soon(): void; now(): void } {
  let waiting: NodeJS.Timeout | undefined;
  const now = (): void => {
    clearTimeout(waiting);
    waiting = undefined;
    if (file !== undefined) saveSnapshot(file, state());
  };
  const soon = (): void => {
    if (file !== undefined) waiting ??= setTimeout(now, SAVE_AFTER_MS);
  };
  return { soon, now };
}

function createSlack(
  options: Options,
  deliver: Slack['deliver'],
): { slack: Slack; born: () => State; save: () => void } {
  const manifest = readManifest(options.manifest);
  const world = readWorld(options.world);
  const seed = options.seed ?? 1;
  const kept = options.stateFile === undefined ? undefined : loadSnapshot(options.stateFile);
  const clock = createClock(options.now, kept?.ahead_ms ?? 0);
  const born = (): State => genesis(world, manifest, clock, seed);
  const bus = createBus();
  const mint = createMint(seed, clock, () => slack.state);
  const saver = createSaver(options.stateFile, () => slack.state);
  const slack: Slack = {
    state: bare(kept ?? born()),
    manifest,
    strictness: { ...STRICT, ...options.strictness },
    habits: { ...USUAL, ...options.habits },
    clock,
    mint,
    bus,
    journal: createJournal(clock, bus),
    faults: createFaults(bus, clock),
    rates: createRates(clock, options.rates ?? true),
    triggers: createTriggers(clock, mint),
    base: '',
    deliver,
    changed: saver.soon,
  };
  return { slack, born, save: saver.now };
}

function idsOf({ state }: Slack): LocalSlack['ids'] {
  const users = Object.fromEntries(Object.values(state.users).map((user) => [user.name, user.id]));
  const channels = Object.fromEntries(Object.values(state.channels).map((channel) => [channel.name, channel.id]));
  return { bot: state.app.bot, app: state.app.id, team: state.team.id, users, channels };
}

type Running = { slack: Slack; born: () => State; subscription: Subscription; resume(): void };

function leversOf({ slack, born, subscription, resume }: Running, socket: Levers['socket']): Levers {
  const become = (state: State): void => {
    slack.state = bare(state);
    resume();
    slack.faults.disarm();
    subscription.begin();
    slack.journal.clear();
    slack.bus.tell(() => ({ kind: 'reload' }));
    slack.changed();
  };
  return {
    socket,
    enableEvents: subscription.begin,
    reset: () => become({ ...born(), ahead_ms: slack.clock.ahead() }),
    export: () => toSnapshot(slack.state),
    import(world) {
      let state: State;
      try {
        state = fromSnapshot(world);
      } catch {
        return refuse('invalid_snapshot');
      }
      become({ ...state, ahead_ms: slack.clock.ahead() });
    },
  };
}

/** A whole workspace on loopback; `port: 0` takes a free one. */
export async function startLocalSlack(options: Options): Promise<LocalSlack> {
  const deliveries = createDeliver({ slack: () => slack, carrier: () => carrier, subscription: () => subscription });
  const { slack, born, save } = createSlack(options, deliveries.deliver);
  const resume = (): void => {
    awaitScheduled(slack);
    deliveries.resume();
  };
  const subscription = createSubscription(slack.clock, slack.habits);
  const sockets = createSocketMode(slack);
  const urls = requestUrls(slack.manifest, options.httpUrl);
  const carrier: Carrier = urls ? createHttpDelivery(slack, SIGNING_SECRET, urls) : sockets;
  const methods = webApi(sockets);
  const local = createLocal(slack, leversOf({ slack, born, subscription, resume }, sockets.trouble), () => ({
    bot_token: BOT_TOKEN,
    app_token: APP_TOKEN,
    methods: Object.keys(methods).toSorted(),
    rates: slack.rates.on,
    sockets: sockets.count(),
  }));
  const api = createApi(slack, methods, { bot: BOT_TOKEN, app: APP_TOKEN });
  const page = createPage();
  const rooms = { slack, api, local, page, sockets, botToken: BOT_TOKEN };
  const server = createFront(() => rooms);
  slack.base = await listen(server, options.port);
  resume();
  return {
    url: slack.base,
    botToken: BOT_TOKEN,
    appToken: APP_TOKEN,
    signingSecret: SIGNING_SECRET,
    get ids() {
      return idsOf(slack);
    },
    slack,
    sockets: sockets.count,
    warmPage: page.warm,
    close() {
      slack.clock.stop();
      sockets.close();
      local.close();
      save();
      return new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      });
    },
  };
}
