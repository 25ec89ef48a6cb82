/** Programs in processes of their own on a workspace of local-slack, and what people see of them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { OFFICE } from '../../local-slack/core/world.ts';
import type { ActAnswer, ElementValue, Message, Place, StateValues, ViewSeen } from '../../local-slack/wire.ts';
import { type Workspace, later, until, workspace } from '../local-slack/workspace.ts';
import { freePort } from '../setup/port.ts';

const REDIRECT = new URL('../../local-slack/redirect.mjs', import.meta.url).href;

export type Program = { child: ChildProcess; said(): string; exit: Promise<number | null> };

type Way = { env?: Record<string, string> };

/** Runs a file, or source text as an ES module; what it sends to slack.com goes to the workspace. */
export function run(on: Workspace, source: URL | string, { env = {} }: Way = {}): Program {
  const what =
    source instanceof URL
      ? [...(source.pathname.endsWith('.ts') ? ['--import', 'tsx'] : []), fileURLToPath(source)]
      : ['--input-type=module', '--eval', source];
  const child = spawn(process.execPath, ['--import', REDIRECT, ...what], {
    env: { PATH: process.env['PATH'] ?? '', SLACK_API_URL: `${on.url}/api/`, SLACK_BOT_TOKEN: on.botToken, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let all = '';
  for (const out of [child.stdout, child.stderr]) out.on('data', (data: Buffer) => (all += data.toString('utf8')));
  const exit = once(child, 'close').then(([code]) => code as number | null);
  later(async () => {
    child.kill('SIGKILL');
    await exit;
  });
  return { child, said: () => all, exit };
}

async function ready(program: Program, look: () => Promise<boolean> | boolean): Promise<void> {
  const { child, said } = program;
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}:\n${said()}`);
    return (await look()) || undefined;
  }).catch((error: unknown) => {
    throw new Error(`It did not start:\n${said()}`, { cause: error });
  });
}

export type Office = Workspace & { program: Program };

/** A workspace with the office, the manifest of that name, and its program connected by Socket Mode. */
export async function bySocket(source: URL, way: Way = {}): Promise<Office> {
  return connected(await workspace({ manifest: manifestOf(source), world: OFFICE }), source, way);
}

export async function connected(on: Workspace, source: URL, way: Way = {}): Promise<Office> {
  const program = run(on, source, { ...way, env: { SLACK_APP_TOKEN: on.appToken, ...way.env } });
  await ready(program, () => on.sockets() > 0);
  return Object.assign(on, { program });
}

/** The same with a program that listens on `PORT`. */
export async function byHttp(source: URL | string, path = '/slack/events', manifest?: unknown): Promise<Office> {
  const port = await freePort();
  const from = manifest ?? manifestOf(source as URL);
  const on = await workspace({ manifest: from, world: OFFICE, httpUrl: `http://127.0.0.1:${port}${path}` });
  const program = run(on, source, { env: { SLACK_SIGNING_SECRET: on.signingSecret, PORT: String(port) } });
  await ready(program, () => answers(port));
  return Object.assign(on, { program });
}

export const manifestOf = (source: URL): string => fileURLToPath(source).replace(/\.\w+$/, '.yml');

function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  return new Promise((done) => {
    socket.once('connect', () => done(true));
    socket.once('error', () => done(false));
  }).finally(() => socket.destroy()) as Promise<boolean>;
}

export const channelOf = (on: Workspace, name = 'general'): string => on.ids.channels[name] ?? name;

export async function say(
  on: Workspace,
  as: string,
  text: string,
  more: { channel?: string; thread_ts?: string } = {},
) {
  const { channel = channelOf(on), ...rest } = more;
  const answer = await on.act(as, { do: 'send', channel, text, ...rest });
  return (answer as { ts: string }).ts;
}

const wordsOf = (message: Message): string => `${message.text} ${JSON.stringify(message.blocks)}`;

/** The newest message that fits, when this person sees it. */
export function sees(on: Office, as: string, sign: RegExp | ((message: Message) => boolean)): Promise<Message> {
  const fits = typeof sign === 'function' ? sign : (message: Message) => sign.test(wordsOf(message));
  return until(async () => (await on.sight(as)).messages.toReversed().find(fits)).catch((error: unknown) => {
    throw new Error(`${as} does not see ${String(sign)}. The program said:\n${on.program.said()}`, { cause: error });
  });
}

export function seesView(on: Office, as: string, title: string): Promise<ViewSeen> {
  return until(async () => {
    const top = (await on.sight(as)).views.at(-1);
    return top?.type === 'modal' && top.title.text === title ? top : undefined;
  }).catch((error: unknown) => {
    throw new Error(`${as} does not see the modal ${title}. The program said:\n${on.program.said()}`, { cause: error });
  });
}

type Element = { action_id?: string; type?: string };

/** The block that holds the element of this action, wherever it stands in it. */
function blockOf(blocks: readonly unknown[], action: string): string {
  const holds = (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    ((value as Element).action_id === action || Object.values(value).some(holds));
  const block = blocks.find(holds) as { block_id?: string } | undefined;
  if (block?.block_id === undefined) throw new Error(`Nothing to click called ${action}.`);
  return block.block_id;
}

type Chosen = { value?: ElementValue; state?: StateValues };

export function click(
  on: Office,
  as: string,
  where: Message | ViewSeen,
  action: string,
  chosen: Chosen = {},
): Promise<ActAnswer> {
  const place: Place =
    'ts' in where ? { kind: 'message', channel: where.channel, ts: where.ts } : { kind: 'view', view_id: where.id };
  return on.act(as, { do: 'click', place, block_id: blockOf(where.blocks, action), action_id: action, ...chosen });
}
