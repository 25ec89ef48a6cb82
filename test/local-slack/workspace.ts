/** A workspace of its own for each test, with the helpers that do things as a person. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach } from 'vitest';
import { parse } from 'yaml';
import type { Act, ActAnswer, Change, Control, JournalRow, Sight } from '../../local-slack/wire.ts';
import type { LocalSlack, Options } from '../../local-slack/server.ts';
import { startWatched } from '../judge/watched.ts';
import { App, LogLevel } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { freePort } from '../setup/port.ts';

export type Manifest = {
  features: Record<string, unknown> & { app_home: Record<string, boolean> };
  oauth_config: { scopes: { bot: string[] } };
  settings: { event_subscriptions: { bot_events: string[] }; socket_mode_enabled: boolean };
};

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** More than the product asks for: the emulator is tried with every event it knows. */
export const MANIFEST = `${ROOT}test/local-slack/manifest.yml`;
export const WORLD = `${ROOT}local-slack/worlds/demo.yml`;

/** The product's manifest, with changes. */
export function manifest(change: (m: Manifest) => void = () => {}): Manifest {
  const m = parse(readFileSync(MANIFEST, 'utf8')) as Manifest;
  change(m);
  return m;
}

const open: (() => Promise<unknown>)[] = [];

const closeAll = async (): Promise<void> => {
  for (const close of open.splice(0).toReversed()) await close();
};
// The bench reads the rules, and with them this file, outside of any test.
if (process.env['VITEST'] !== undefined) afterEach(closeAll);

export function later(close: () => Promise<unknown>): void {
  open.push(close);
}

type Doing = Act extends infer One ? (One extends Act ? Omit<One, 'as'> : never) : never;

/** The two ways in which Slack reaches an app. */
export const MODES = ['socket', 'http'] as const;
export type Mode = (typeof MODES)[number];

export type Workspace = LocalSlack & {
  /** Where an app in HTTP mode has to listen; undefined in Socket Mode. */
  port: number | undefined;
  /** Does something as a person, by handle. */
  act(as: string, doing: Doing): Promise<ActAnswer>;
  control(order: Control): Promise<Record<string, unknown> & { ok: boolean; error?: string }>;
  sight(as: string): Promise<Sight>;
  journal(after?: number): Promise<JournalRow[]>;
  client: WebClient;
  /** The bot posts, and the message's ts comes back. */
  post(channel: string, text: string, more?: Record<string, unknown>): Promise<string>;
  /** A raw call: what Slack answers, whatever it is. */
  call(
    method: string,
    args?: Record<string, unknown>,
    token?: string,
  ): Promise<Record<string, unknown> & { ok: boolean; error?: string }>;
};

export async function workspace({
  mode = 'socket',
  ...options
}: Partial<Options> & { mode?: Mode } = {}): Promise<Workspace> {
  const port = mode === 'http' ? await freePort() : undefined;
  const reached = port === undefined ? {} : { httpUrl: `http://127.0.0.1:${port}/slack/events` };
  const running = await startWatched({
    port: 0,
    manifest: MANIFEST,
    world: WORLD,
    rates: false,
    ...reached,
    ...options,
  });
  later(() => running.close());
  const post = async (path: string, body: unknown): Promise<unknown> => {
    const response = await fetch(`${running.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.json();
  };
  const idOf = (name: string): string => running.ids.users[name] ?? name;
  const client = new WebClient(running.botToken, {
    slackApiUrl: `${running.url}/api/`,
    retryConfig: { retries: 0 },
    logLevel: LogLevel.ERROR,
  });
  const own = {
    port,
    act: async (as: string, doing: Doing) => (await post('/_local/act', { as: idOf(as), ...doing })) as ActAnswer,
    control: async (order: Control) => (await post('/_local/control', order)) as { ok: boolean },
    sight: async (as: string) => (await (await fetch(`${running.url}/_local/state?as=${idOf(as)}`)).json()) as Sight,
    journal: async (after = 0) =>
      (await (await fetch(`${running.url}/_local/journal?after=${after}`)).json()) as JournalRow[],
    client,
    post: async (channel: string, text: string, more: Record<string, unknown> = {}) => {
      const answer = await client.apiCall('chat.postMessage', { channel, text, ...more });
      return (answer as unknown as { ts: string }).ts;
    },
    call: async (method: string, args: Record<string, unknown> = {}, token = running.botToken) => {
      const fields = Object.entries(args).map(([key, value]) => [
        key,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]);
      const headers: Record<string, string> = {
        'content-type': 'application/x-www-form-urlencoded',
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      };
      const response = await fetch(`${running.url}/api/${method}`, {
        method: 'POST',
        headers,
        body: new URLSearchParams(Object.fromEntries(fields) as Record<string, string>).toString(),
      });
      return (await response.json()) as { ok: boolean };
    },
  };
  return Object.assign(running, own);
}

/** An unmodified Bolt app on this workspace, in the workspace's mode; `define` registers its listeners. */
export async function bolt(
  on: Workspace,
  define: (app: App) => void,
  { ignoreSelf = true }: { ignoreSelf?: boolean } = {},
): Promise<App> {
  const { port } = on;
  const common = {
    token: on.botToken,
    deferInitialization: true,
    ignoreSelf,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: `${on.url}/api/` },
  };
  const app = new App(
    port === undefined
      ? { ...common, appToken: on.appToken, socketMode: true }
      : { ...common, signingSecret: on.signingSecret },
  );
  define(app);
  await app.init();
  await (port === undefined ? app.start() : app.start({ port, host: '127.0.0.1' }));
  later(async () => {
    await app.stop();
    await until(() => (on.sockets() === 0 ? true : undefined));
  });
  return app;
}

/** Enough for a busy machine; nothing is measured by it. */
const PATIENCE_MS = 40_000;

/** Waits until `look` finds something. */
export async function until<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error('Waited in vain.');
    await new Promise((done) => setTimeout(done, 10));
  }
}

/** The changes that a person's open page hears. */
export async function page(on: Workspace, as: string): Promise<Change[]> {
  const heard: Change[] = [];
  const { WebSocket } = await import('ws');
  const socket = new WebSocket(`${on.url.replace('http', 'ws')}/_local/live?as=${on.ids.users[as]}`);
  socket.on('message', (data: Buffer) => heard.push(JSON.parse(data.toString('utf8')) as Change));
  await new Promise((done, fail) => {
    socket.once('open', done);
    socket.once('error', fail);
  });
  later(async () => socket.close());
  return heard;
}
