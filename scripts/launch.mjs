import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseEnv } from 'node:util';
import { keysIn, openData, openLog } from './data.mjs';
import { Family } from './family.mjs';
import { installMissing, root } from './packages.mjs';
import { choosePort } from './ports.mjs';

const DRAIN_MS = 10_000;
const DATA = path.join(root, '.data');
const LOG = path.join(DATA, 'threadesk.log');

const family = new Family();
let stopping = false;

/** Installs what is missing, starts local-slack unless there are Slack tokens, then the app, and stops them together. */
export async function launch() {
  obeySignals();
  const env = environment();
  const real = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'].some((name) => env[name]);
  if (!(await installMissing(family, { production: real }))) return stop(1);
  try {
    const address = await (real ? startAlone(env) : startWithLocalSlack(env));
    if (address !== null && !stopping) console.log(`Threadesk is ready: ${address} (Ctrl-C stops it)`);
  } catch (error) {
    console.error(error.message);
    await stop(1);
  }
}

async function startAlone(env) {
  const port = await appPort(env);
  const ready = await startApp({ PORT: port }, 'inherit');
  return ready && `type /ticket in Slack; its health is at http://${env.HOST || '127.0.0.1'}:${ready.port}/readyz`;
}

async function startWithLocalSlack(env) {
  const asked = env.LOCAL_SLACK_PORT;
  const slackPort = await choosePort({ name: 'LOCAL_SLACK_PORT', asked, usual: 3001, host: '127.0.0.1' });
  const port = await appPort(env, slackPort);
  openData(DATA);
  const log = openLog(LOG);
  const url = await startLocalSlack(slackPort);
  if (url === null) return null;
  const tokens = { SLACK_BOT_TOKEN: 'xoxb-local-slack', SLACK_APP_TOKEN: 'xapp-local-slack' };
  const MASKING_KEYS = env.MASKING_KEYS || keysIn(path.join(DATA, 'masking-keys'));
  const ready = await startApp({ ...tokens, MASKING_KEYS, SLACK_API_URL: `${url}/api/`, PORT: port }, log);
  return ready && `open ${url}`;
}

/** Slack's requests come to a certain port; only without them may it be another than the usual. */
const appPort = (env, not) =>
  choosePort({
    name: 'PORT',
    asked: env.PORT || (env.SLACK_SIGNING_SECRET && '3000'),
    usual: 3000,
    host: env.HOST || '127.0.0.1',
    not,
  });

async function startLocalSlack(port) {
  const files = { manifest: 'manifest.yml', seed: 'local-slack/worlds/demo.yml', state: '.data/local-slack.json' };
  const options = Object.entries(files).flatMap(([name, file]) => [`--${name}`, file]);
  const member = start(['local-slack/main.ts', '--json', '--port', port, ...options], {}, 'pipe');
  const lines = createInterface({ input: member.child.stdout });
  const ready = new Promise((resolve) => {
    lines.on('line', (line) => line.startsWith('{"ready":true') && resolve(JSON.parse(line).url));
  });
  return readyOrOver('The local Slack', 'what it said is above', member, ready);
}

async function startApp(env, stdout) {
  const member = start(['src/main.ts'], env, stdout);
  const ready = (async () => {
    for (;;) {
      const [message] = await once(member.child, 'message');
      if (message?.ready) return message;
    }
  })();
  const log = stdout === 'inherit' ? 'its log is above' : `its log is ${path.relative(process.cwd(), LOG)}`;
  return readyOrOver('Threadesk', log, member, ready);
}

/**
 * What a program says when it is ready; null when it ends before. None is meant to end before it is told to; one that
 * cannot start says itself why.
 */
function readyOrOver(name, where, { child, exit }, ready) {
  let started = false;
  void ready.then(() => (started = true));
  const over = exit.then((code) => {
    const { signalCode } = child;
    const how = signalCode === null ? `exit code ${code}` : `killed by ${signalCode}`;
    if (!stopping && (started || signalCode !== null)) console.error(`${name} ended unasked (${how}): ${where}.`);
    void stop(1);
    return null;
  });
  return Promise.race([ready, over]);
}

function start(args, env, stdout) {
  return family.spawn(['--import', 'tsx', ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', stdout, 'inherit', 'ipc'],
  });
}

async function stop(code) {
  if (stopping) return;
  stopping = true;
  await family.stop(DRAIN_MS);
  await sweepDatabase();
  process.exit(code);
}

/** An app that was killed could not stop its database. */
async function sweepDatabase() {
  if (!existsSync(path.join(DATA, 'pg17', 'postmaster.pid'))) return;
  const sweeping = [path.join(root, 'scripts', 'sweep.mjs'), DATA];
  await family.spawn(['--import', 'tsx', ...sweeping], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] }).exit;
}

function obeySignals() {
  let first = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      first ||= Date.now();
      if (!stopping) void stop(0);
      // npm hands the terminal's Ctrl-C on, so that one press arrives twice.
      else if (Date.now() - first > 500) family.killAll();
    });
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event) return;
  // npm itself was killed.
  const watch = setInterval(() => {
    if (process.ppid !== parent) void stop(1);
  }, 1000);
  watch.unref();
}

/** What is set, by the environment or by .env. The programs read .env themselves. */
function environment() {
  const file = path.join(root, '.env');
  return { ...(existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}), ...process.env };
}
