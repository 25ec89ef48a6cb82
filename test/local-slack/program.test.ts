/** local-slack as a program of its own: its flags, its files, what it says and how it ends. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { HELP, readFlags } from '../../local-slack/flags.ts';
import { readManifest } from '../../local-slack/core/manifest.ts';
import { readWorld } from '../../local-slack/core/world.ts';
import { MANIFEST, WORLD, later, workspace } from './workspace.ts';

const MAIN = fileURLToPath(new URL('../../local-slack/main.ts', import.meta.url));

type Run = {
  child: ChildProcess;
  said(sign: RegExp): Promise<string>;
  end: Promise<{ code: number | null; all: string }>;
};

function run(args: string[], cwd = process.cwd()): Run {
  const tsx = import.meta.resolve('tsx');
  const child = spawn(process.execPath, ['--import', tsx, MAIN, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let all = '';
  for (const out of [child.stdout, child.stderr])
    out?.on('data', (data: Buffer) => {
      all += data.toString('utf8');
      child.emit('said');
    });
  const end = once(child, 'close').then(([code]) => ({ code: code as number | null, all }));
  later(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  });
  return {
    child,
    end,
    async said(sign) {
      for (;;) {
        if (sign.test(all)) return all;
        if ((await Promise.race([once(child, 'said'), end.then(() => null)])) === null && !sign.test(all))
          throw new Error(`It ended without ${sign}:\n${all}`);
      }
    },
  };
}

function folder(files: Record<string, string> = {}): string {
  const made = mkdtempSync(join(tmpdir(), 'local-slack-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(made, name), text);
  later(() => rm(made, { recursive: true }));
  return made;
}

const PLAIN = JSON.stringify({ display_information: { name: 'Plain' }, settings: { socket_mode_enabled: true } });

describe('as a program', () => {
  test('for a program: one line of JSON; it goes when its parent does', async () => {
    const { child, said } = run(['--json', '--port', '0', '--manifest', MANIFEST, '--seed', WORLD]);
    const ready = JSON.parse(await said(/\n/)) as Record<string, string>;
    expect(ready).toEqual({
      ready: true,
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      slackApiUrl: `${ready['url']}/api/`,
      botToken: 'xoxb-local-slack',
      appToken: 'xapp-local-slack',
      signingSecret: 'local-signing-secret',
    });
    expect(await (await fetch(`${ready['url']}/_local/health`)).json()).toMatchObject({ ok: true, sockets: 0 });
    child.disconnect();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test('for people: the address, the tokens and the line to paste; a manifest in JSON and no seed will do', async () => {
    const here = folder({ 'manifest.json': PLAIN });
    const { child, said, end } = run(['--port', '0', '--state', 'kept.json'], here);
    const all = await said(/Ctrl-C stops it/);
    expect(all).toMatch(/^Acme, with the app Plain$/m);
    const [, url] = /The page +(http:\S+)/.exec(all) ?? [];
    expect(all).toContain(
      `new App({ token, appToken, socketMode: true, clientOptions: { slackApiUrl: '${url}/api/' } })`,
    );
    const people = (await (await fetch(`${url}/_local/people`)).json()) as { name: string }[];
    expect(people.map(({ name }) => name)).toContain('alice');
    expect(existsSync(join(here, 'kept.json'))).toBe(false);
    child.kill('SIGINT');
    child.kill('SIGINT');
    expect((await end).code).toBe(0);
    expect(existsSync(join(here, 'kept.json'))).toBe(true);
  });

  test.each([
    [{ socket_mode_enabled: true }, [], 'by Socket Mode'],
    [{ socket_mode_enabled: true }, ['--http-url', 'http://127.0.0.1:9/x'], 'by HTTP to http://127.0.0.1:9/x'],
    [{ interactivity: { is_enabled: true, request_url: 'https://a.example/b' } }, [], 'by HTTP to https://a.example/b'],
    [{}, [], 'nothing: the manifest has Socket Mode off and no request_url (turn it on, or use --http-url)'],
  ])('it says how the app will hear: %j %j', async (settings, args, way) => {
    const here = folder({ 'manifest.json': JSON.stringify({ display_information: { name: 'Plain' }, settings }) });
    const said = await run(['--port', '0', ...args], here).said(/Ctrl-C stops it/);
    expect(/^ +Slack sends +(.+)$/m.exec(said)?.[1]).toBe(way);
  });

  test.each([
    [[], 'invalid_arguments'],
    [['--lenient'], 'channel_not_found'],
  ])('an argument that Slack does not know, with %j', async (args, error) => {
    const { said } = run(['--json', '--port', '0', '--rates', 'off', '--manifest', MANIFEST, ...args]);
    const { slackApiUrl, botToken } = JSON.parse(await said(/\n/)) as { slackApiUrl: string; botToken: string };
    const answer = await fetch(`${slackApiUrl}conversations.info`, {
      method: 'POST',
      headers: { authorization: `Bearer ${botToken}` },
      body: new URLSearchParams({ channel: 'C1', colour: 'blue' }),
    });
    expect(await answer.json()).toMatchObject({ ok: false, error });
  });

  test('a port that was asked for and is taken is one sentence', async () => {
    const on = await workspace();
    const { end } = run(['--port', new URL(on.url).port, '--manifest', MANIFEST]);
    expect(await end).toEqual({ code: 1, all: expect.stringMatching(/^Port \d+ is taken: [^\n]+\n$/) });
  });

  test('the usual port, when taken, gives way to the next', async () => {
    const holder = createServer();
    const held = await new Promise<boolean>((done) => {
      holder.once('error', () => done(false));
      holder.listen(3001, '127.0.0.1', () => done(true));
    });
    if (held) later(() => new Promise((done) => holder.close(done)));
    const { said } = run(['--json', '--manifest', MANIFEST]);
    const { url } = JSON.parse(await said(/\n/)) as { url: string };
    expect(Number(new URL(url).port)).toBeGreaterThan(3001);
  });

  test('a manifest that is none: the file, the line and what is wrong', async () => {
    const here = folder({
      'mine.yml': 'display_information:\n  name: Mine\nfeatures:\n  slash_commands:\n    - url: x\n',
    });
    const { code, all } = await run(['--manifest', 'mine.yml'], here).end;
    expect(code).toBe(1);
    expect(all).toContain(
      `${join(here, 'mine.yml')} cannot be used:\n  line 5: features.slash_commands.0.command: is missing`,
    );
  });

  test('--help tells every flag', async () => {
    expect(await run(['--help'], folder()).end).toEqual({ code: 0, all: HELP });
  });
});

describe('flags', () => {
  const here = folder;
  const read = (args: string[], port?: string) => () => readFlags(['--manifest', 'm.yml', ...args], '/here', port);

  test.each([
    [['--port', 'x'], '"x" is no port: choose a number up to 65535.'],
    [['--port', '65536'], '"65536" is no port: choose a number up to 65535.'],
    [['--port', '-1'], 'ambiguous'],
    [['--port', ''], '--port has no value.'],
    [['--port'], "Option '--port <value>' argument missing. --help shows what there is."],
    [['--rates', 'maybe'], '--rates is "maybe": it can be on or off.'],
    [['--http-url', 'localhost:3000'], '--http-url is "localhost:3000": it must be an address'],
    [['--colour', 'blue'], "Unknown option '--colour'. --help shows what there is."],
    [['app.js'], "Unexpected argument 'app.js'"],
    [['--json=no'], "Option '--json' does not take an argument. --help shows what there is."],
  ])('%j', (args, sentence) => {
    expect(read(args)).toThrow(sentence);
  });

  test('a port from the environment was asked for; without one there are several to try', () => {
    expect(read([], '4000')().ports).toEqual([4000]);
    expect(read(['--port', '0'], '4000')().ports).toEqual([0]);
    expect(read([], '')().ports.slice(0, 2)).toEqual([3001, 3002]);
  });

  test('paths begin in the folder where it was called; without a manifest the usual names are looked for', () => {
    expect(read(['--seed', 'a/b.yml'])()).toMatchObject({ manifest: '/here/m.yml', seed: '/here/a/b.yml' });
    expect(() => readFlags([], here(), undefined)).toThrow(/There is no manifest\.yml, .+: name one with --manifest\./);
    const made = here({ 'manifest.yaml': '' });
    expect(readFlags([], made, undefined).manifest).toBe(join(made, 'manifest.yaml'));
  });
});

describe('files', () => {
  const seed = (lines: string): string => `team: { name: T, domain: t }\n${lines}\n`;
  const people = 'people:\n  - { name: ann, real_name: Ann, email: ann@t.example }';

  test('a seed file needs a team, one person and one channel', () => {
    const world = readWorld(seed(`${people}\nchannels:\n  - name: general`));
    expect(world.channels[0]).toMatchObject({ members: 'all', bot: true, private: false });
  });

  test.each([
    [`${people}\nchannels:\n  - { name: General }`, 'line 5: channels.0.name: a channel has'],
    [
      `${people}\nchannels:\n  - { name: a, members: everybody }`,
      'line 5: channels.0.members: "all", or a list of handles',
    ],
    [
      `${people}\nchannels:\n  - name: a\n    members:\n      - ann\n      - zoe`,
      'line 8: channels.0.members.1: "zoe" is not among the people',
    ],
    [`${people}\nchannels:\n  - name: a\n  - name: a`, 'line 6: channels.1.name: "a" is there twice'],
    [
      `people:\n  - name: ann\n    real_name: Ann\n    email: nowhere\nchannels: []`,
      'line 5: people.0.email: no e-mail address',
    ],
    [
      `people:\n  - { name: ann, real_name: A, email: a@t.example,\n      tz: Mars }\nchannels:\n  - name: a`,
      'line 4: people.0.tz: no time zone',
    ],
    [
      `${people}\nchannels:\n  - name: a\n    messages:\n      - { from: bob, text: hi, minutes_ago: 1 }`,
      'line 7: channels.0.messages.0.from: "bob"',
    ],
    [people, 'line 1: channels: is missing'],
    [`${people}\nchanels: []`, 'line 4: its root: Unrecognized key: "chanels"'],
  ])('%#: the line, the place and what is wrong', (lines, sentence) => {
    expect(() => readWorld(seed(lines))).toThrow(sentence);
  });

  test('what is no YAML at all has its line too', () => {
    expect(() => readWorld('team: {\npeople: [')).toThrow(/^The seed file cannot be read: line 2: /);
    expect(() => readManifest('nowhere.yml')).toThrow(
      'The manifest nowhere.yml cannot be read: there is no such file.',
    );
  });
});
