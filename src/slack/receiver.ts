import { setTimeout as sleep } from 'node:timers/promises';
import { App, type CodedError, type Receiver, type ReceiverEvent } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Inbox } from '../desk/ports.ts';
import { slackClients, writeOptions } from './clients.ts';
import { slackLogger, traceOf } from './log.ts';
import { busy } from './receivers/busy.ts';
import { eventsOf, keptOf, storedBody } from './receivers/kept.ts';
import { type RequestListener, slackRequests } from './receivers/requests.ts';
import { socketLines } from './receivers/sockets.ts';

export type Mode = { kind: 'socket'; appToken: string } | { kind: 'http'; signingSecret: string };
/** Who we are, as Slack sees us. `scopes`: what the token may do. */
type Identity = { team: string; teamName: string; botUserId: string; botId: string; scopes: readonly string[] };

type Intake = { inbox: Pick<Inbox, 'put'>; log: Logger; botUserId: string };

/** The whole of a stop. */
const STOP_MS = 8000;
/** What is under way may still answer, before the door closes. */
const ANSWER_MS = 2000;

/**
 * A receiver for Bolt that stores an event before it acks it: Bolt alone acks first, so that a crash loses the event.
 * A put that fails is not acked, and Slack delivers again. Interactions go to Bolt at once.
 */
function durableReceiver({
  mode,
  apiUrl,
  inbox,
  log,
  botUserId,
}: Intake & { mode: Mode; apiUrl?: string | undefined }) {
  let app: Pick<App, 'processEvent'> | null = null;
  const work = busy();

  async function take(event: ReceiverEvent): Promise<void> {
    const { type } = event.body;
    if (type === 'app_rate_limited') {
      log.warn({ minute: event.body['minute_rate_limited'] }, 'Slack sends us too many events and leaves some out');
      return event.ack();
    }
    if (type !== 'event_callback') return app?.processEvent(event);
    const kept = keptOf(event.body, botUserId);
    if (kept) await inbox.put(kept.key, kept.conversation, kept.body);
    return event.ack();
  }

  const receive = (event: ReceiverEvent) => work.during(() => take(event));
  const lines =
    mode.kind === 'socket'
      ? socketLines({
          appToken: mode.appToken,
          apiUrl,
          log,
          // Not acked, an event comes again; the person who clicked is told by Slack that it did not work.
          receive: (event) =>
            receive(event).catch((error: unknown) => log.error(traceOf(error), 'an inbound event failed')),
        })
      : null;
  const requestListener =
    mode.kind === 'http' ? slackRequests({ signingSecret: mode.signingSecret, log, receive }) : undefined;

  const receiver: Receiver = {
    init: (bolt) => void (app = bolt),
    start: async () => lines?.start(),
    async stop() {
      const end = Date.now() + STOP_MS;
      await work.rest(ANSWER_MS);
      if (lines) await Promise.race([lines.stop(), sleep(end - Date.now(), undefined, { ref: false })]);
      await work.rest(Math.max(0, end - Date.now()));
    },
  };
  return { receiver, requestListener, connections: () => lines?.open() ?? 0, during: work.during };
}

export type AppDeps = {
  mode: Mode;
  botToken: string;
  apiUrl?: string | undefined;
  inbox: Pick<Inbox, 'put'>;
  log: Logger;
};

export type SlackApp = {
  /** For the listeners. */
  app: App;
  identity: Identity;
  start(): Promise<void>;
  /** Takes nothing more in, finishes what is under way, closes the sockets; at most eight seconds. */
  stop(): Promise<void>;
  /** In HTTP mode, for our own server: `/slack/events`. */
  requestListener: RequestListener | undefined;
  /** Open Socket Mode connections. */
  connections(): number;
  /** Works on an event out of the inbox; rejects when a listener failed, so that it is tried again. */
  process(body: unknown): Promise<void>;
};

/** Rejects when Slack does not know the token or cannot be reached. */
export async function createApp({ mode, botToken, apiUrl, inbox, log }: AppDeps): Promise<SlackApp> {
  // At the start nobody waits for retries: the sentence is wanted at once.
  const identity = await whoAmI(slackClients({ token: botToken, apiUrl, log }).write);
  const { botUserId, botId } = identity;
  const intake = durableReceiver({ mode, apiUrl, inbox, log, botUserId });
  const app = new App({
    token: botToken,
    botId,
    botUserId,
    receiver: intake.receiver,
    logger: slackLogger(log, 'bolt'),
    clientOptions: writeOptions({ apiUrl, log }, 'listener'),
    convoStore: false,
    deferInitialization: true,
    tokenVerificationEnabled: false,
    extendedErrorHandler: true,
  });
  /** What went wrong with which body. Bolt swallows it once it has been told. */
  const faults = new WeakMap<object, unknown[]>();
  app.error(async ({ error, body }: { error: CodedError; body: object }) => {
    log.error({ ...idsOf(body), ...traceOf(error.original ?? error) }, 'a listener failed');
    faults.get(body)?.push(error);
  });
  await app.init();

  async function process(stored: unknown): Promise<void> {
    for (const body of eventsOf(storedBody.parse(stored), botUserId)) {
      const failed: unknown[] = [];
      faults.set(body, failed);
      await app.processEvent({ body, ack: async () => {} });
      if (failed.length > 0) throw failed[0];
    }
  }

  return {
    app,
    identity,
    start: async () => void (await app.start()),
    stop: async () => void (await app.stop()),
    requestListener: intake.requestListener,
    connections: intake.connections,
    process: (body) => intake.during(() => process(body)),
  };
}

async function whoAmI(client: WebClient): Promise<Identity> {
  const { team_id = '', team = team_id, user_id = '', bot_id = '', response_metadata } = await client.auth.test();
  return { team: team_id, teamName: team, botUserId: user_id, botId: bot_id, scopes: response_metadata?.scopes ?? [] };
}

/** What names a payload without quoting it. */
function idsOf(body: unknown): Record<string, unknown> {
  const { type, event_id, event, user, user_id, view, actions, command } = body as Record<string, unknown>;
  const idIn = (value: unknown): unknown =>
    typeof value === 'object' && value !== null ? Reflect.get(value, 'id') : value;
  const [action] = Array.isArray(actions) ? (actions as unknown[]) : [];
  const ids = {
    type,
    event: event_id,
    event_type: typeof event === 'object' && event !== null ? Reflect.get(event, 'type') : undefined,
    user: idIn(user) ?? user_id,
    view: idIn(view),
    action: typeof action === 'object' && action !== null ? Reflect.get(action, 'action_id') : undefined,
    command,
  };
  return Object.fromEntries(Object.entries(ids).filter(([, id]) => typeof id === 'string'));
}
