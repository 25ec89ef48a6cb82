import { once } from 'node:events';
import { chmod, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { gone, Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.build();
});
afterEach(() => stage.strike());

const anyPorts = { LOCAL_SLACK_PORT: '0', PORT: '0' };
const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', PORT: '0' };

async function take(port: number): Promise<Server> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

const portOf = (server: Server): string => String((server.address() as AddressInfo).port);

it('starts local-slack, then the app beside it, and prints one line with the address', async () => {
  const play = stage.start(anyPorts);
  await play.line(/^Threadesk is ready: open http:\/\/127\.0\.0\.1:\d+ \(Ctrl-C stops it\)$/);
  const app = await play.line(/^app: /);
  expect(app).toMatch(/SLACK_BOT_TOKEN=xoxb-local-slack SLACK_APP_TOKEN=xapp-local-slack/);
  expect(app).toMatch(/SLACK_API_URL=http:\/\/127\.0\.0\.1:\d+\/api\/ PORT=0$/);
});

it('stops the app, then local-slack, and answers 0 after Ctrl-C', async () => {
  const play = stage.start(anyPorts);
  await play.line(/ready/);
  play.process.kill('SIGINT');
  expect(await play.exit).toBe(0);
  expect(play.lines.slice(-2)).toEqual(['app: stops', 'slack: stops']);
});

it('does the same for SIGTERM and SIGHUP', async () => {
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
    const play = stage.start(anyPorts);
    await play.line(/ready/);
    play.process.kill(signal);
    expect(await play.exit).toBe(0);
    await gone(play.pidOf('app'));
  }
});

it('kills at once at the second Ctrl-C', async () => {
  const play = stage.start({ ...anyPorts, STUBBORN: 'yes' });
  await play.line(/ready/);
  play.process.kill('SIGINT');
  const again = setInterval(() => play.process.kill('SIGINT'), 300);
  await play.exit;
  clearInterval(again);
  await gone(play.pidOf('app'));
  await gone(play.pidOf('slack'));
  expect(play.lines).not.toContain('app: stops');
});

it('leaves no process behind when it is killed', async () => {
  const play = stage.start(anyPorts);
  await play.line(/ready/);
  play.process.kill('SIGKILL');
  await gone(play.pidOf('app'));
  await gone(play.pidOf('slack'));
});

it('stops the other, says who ended and answers 1 when one of them dies', async () => {
  const sentences = {
    app: 'Threadesk ended unasked (killed by SIGKILL): its log is .data/threadesk.log.',
    slack: 'The local Slack ended unasked (killed by SIGKILL): what it said is above.',
  };
  for (const [victim, other] of [
    ['app', 'slack'],
    ['slack', 'app'],
  ] as const) {
    const play = stage.start(anyPorts);
    await play.line(/ready/);
    process.kill(play.pidOf(victim), 'SIGKILL');
    expect(await play.exit).toBe(1);
    expect(play.lines.slice(-2)).toEqual([sentences[victim], `${other}: stops`]);
  }
});

it('adds nothing to the sentence of an app that does not start', async () => {
  const play = stage.start({ ...anyPorts, BROKEN: 'yes' });
  expect(await play.exit).toBe(1);
  expect(play.lines.slice(2)).toEqual(['The desk file is broken.', 'slack: stops']);
});

it('starts the app alone when there are Slack tokens', async () => {
  const play = stage.start(tokens);
  await play.line(/^Threadesk is ready: type \/ticket in Slack; its health is at http:\/\/127\.0\.0\.1:4711\/readyz/);
  expect(await play.line(/^app: /)).toContain('SLACK_BOT_TOKEN=xoxb-1 SLACK_APP_TOKEN=xapp-1 SLACK_API_URL=undefined');
  expect(play.pidOf('slack')).toBeNaN();
});

it('reads the tokens in .env too, where an empty one is none', async () => {
  await writeFile(path.join(stage.root, '.env'), 'SLACK_BOT_TOKEN="xoxb-1"\n');
  const alone = stage.start({ PORT: '0' });
  await alone.line(/type \/ticket in Slack/);
  await writeFile(path.join(stage.root, '.env'), 'SLACK_BOT_TOKEN=\n');
  const play = stage.start(anyPorts);
  await play.line(/ready: open/);
});

it('says in one sentence that a port that was asked for is taken', async () => {
  const server = await take(0);
  for (const name of ['LOCAL_SLACK_PORT', 'PORT']) {
    const play = stage.start({ ...anyPorts, [name]: portOf(server) });
    expect(await play.exit).toBe(1);
    expect(play.lines).toEqual([
      `${name} is ${portOf(server)}, and another program uses that port: stop it, or choose another port.`,
    ]);
  }
  server.close();
});

it('says in one sentence that a port is none', async () => {
  for (const [asked, shown] of [
    ['99999', '"99999"'],
    ['the usual', '"the usual"'],
  ] as const) {
    const play = stage.start({ ...anyPorts, LOCAL_SLACK_PORT: asked });
    expect(await play.exit).toBe(1);
    expect(play.lines).toEqual([`LOCAL_SLACK_PORT is ${shown}, which is no port: choose a number up to 65535.`]);
  }
});

it('lets two run side by side: a usual port that is taken is left for the next', async () => {
  const first = await stage.start().line(/ready: open/);
  const second = await stage.start().line(/ready: open/);
  expect(first).not.toBe(second);
});

it('installs nothing when nothing is missing, and calls npm when something is', async () => {
  const npm = path.join(stage.root, 'npm.mjs');
  await writeFile(npm, `console.error('npm ' + process.argv.slice(2).join(' ')); process.exit(3);`);
  const complete = stage.start({ ...anyPorts, npm_execpath: npm });
  await complete.line(/ready/);
  expect(complete.lines.filter((line) => line.startsWith('npm'))).toEqual([]);

  await rm(path.join(stage.root, 'node_modules'));
  const demo = stage.start({ ...anyPorts, npm_execpath: npm });
  expect(await demo.exit).toBe(1);
  expect(demo.lines).toContain('npm ci --no-audit --no-fund --loglevel=error');
  const real = stage.start({ ...tokens, npm_execpath: npm });
  expect(await real.exit).toBe(1);
  expect(real.lines).toContain('npm ci --no-audit --no-fund --loglevel=error --omit=dev');
  expect(real.lines.at(-1)).toBe('The packages could not be installed: npm says why above.');
});

it('notices that a package is of another version than the lock wants', async () => {
  const npm = path.join(stage.root, 'npm.mjs');
  await writeFile(npm, `console.error('npm ' + process.argv[2]); process.exit(3);`);
  const lock = JSON.parse(await stage.read('package-lock.json')) as { packages: Record<string, { version: string }> };
  lock.packages['node_modules/zod']!.version = '0.0.1';
  await writeFile(path.join(stage.root, 'package-lock.json'), JSON.stringify(lock));
  const play = stage.start({ ...anyPorts, npm_execpath: npm });
  expect(await play.exit).toBe(1);
  expect(play.lines).toContain('npm ci');
});

it('says in a sentence that Node is too old', async () => {
  const old = path.join(stage.root, 'old.cjs');
  await writeFile(old, `Object.defineProperty(process, 'versions', { value: { node: '20.18.3' } });`);
  const play = stage.start(anyPorts, ['--require', old]);
  expect(await play.exit).toBe(1);
  expect(play.lines).toEqual(['Threadesk needs Node 20.19 or later, and this is 20.18.3: install a newer one.']);
});

it('keeps what the app says to its log out of the terminal', async () => {
  const play = stage.start(anyPorts);
  await play.line(/ready/);
  expect(await readdir(path.join(stage.root, '.data'))).toEqual(['masking-keys', 'threadesk.log']);
});

it('keeps its folder for its owner alone, goes on with the log of the start before, and lays a long one aside', async () => {
  const [data, log] = [path.join(stage.root, '.data'), path.join(stage.root, '.data', 'threadesk.log')];
  await mkdir(data);
  await chmod(data, 0o755);
  for (const [before, files, kept] of [
    ['yesterday\n', ['masking-keys', 'threadesk.log'], 10],
    ['x'.repeat(10 * 1024 * 1024 + 1), ['masking-keys', 'threadesk.log', 'threadesk.log.1'], 0],
  ] as const) {
    await writeFile(log, before);
    const play = stage.start(anyPorts);
    await play.line(/ready/);
    play.process.kill('SIGTERM');
    await play.exit;
    expect([await readdir(data), (await stat(log)).size]).toEqual([files, kept]);
  }
  expect((await stat(data)).mode & 0o777).toBe(0o700);
});

it('masks with a key of its own that stays, and with tokens only with those that are set', async () => {
  const keys: string[] = [];
  for (const settings of [anyPorts, anyPorts, { ...anyPorts, MASKING_KEYS: 'mine:00' }, tokens]) {
    const play = stage.start(settings);
    keys.push(/MASKING_KEYS=(\S+)/.exec(await play.line(/^app: /))?.[1] ?? '');
    play.process.kill('SIGTERM');
    await play.exit;
  }
  const [first, ...then] = keys;
  expect(first).toMatch(/^local:[0-9a-f]{64}$/);
  expect(then).toEqual([first, 'mine:00', 'undefined']);
  expect((await stat(path.join(stage.root, '.data', 'masking-keys'))).mode & 0o777).toBe(0o600);
});

it('says in one sentence that a file stands where its folder should be', async () => {
  await writeFile(path.join(stage.root, '.data'), '');
  const play = stage.start(anyPorts);
  expect(await play.exit).toBe(1);
  expect(play.lines).toEqual([
    expect.stringMatching(/\.data is not a folder: remove it, so that the data can be kept/),
  ]);
});
