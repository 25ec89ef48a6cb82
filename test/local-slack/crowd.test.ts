/** Many at once, a process that is killed, and what has to hold nevertheless. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, LogLevel } from '@slack/bolt';
import { expect, test } from 'vitest';
import { loadSnapshot } from '../../local-slack/core/snapshot.ts';
import { divider, modal } from './limits.ts';
import { ear } from './listener.ts';
import { MANIFEST, WORLD, later, until, workspace } from './workspace.ts';

const hundred = <T>(make: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: 100 }, (_, n) => make(n)));

test('a hundred posts at once are a hundred messages, each heard once, in the order of their ts', async () => {
  const on = await workspace();
  const heard = await ear(on);
  const channel = on.ids.channels['general']!;
  const answers = await hundred((n) => on.call('chat.postMessage', { channel, text: `post ${n}` }));
  const posted = answers.map((one) => String(one['ts'])).toSorted();
  expect(new Set(posted).size).toBe(100);
  await until(() => (heard.length >= 100 ? true : undefined));
  expect(heard.map(({ event }) => String(event['ts'])).toSorted()).toEqual(posted);
  const { messages } = await on.call('conversations.history', { channel, limit: '100' });
  expect((messages as { ts: string }[]).map(({ ts }) => ts)).toEqual(posted.toReversed());
});

test('of a hundred who use one trigger, one opens a modal', async () => {
  const on = await workspace();
  const trigger_id = on.slack.triggers.make(on.ids.users['ana']!);
  const answers = await hundred(() => on.call('views.open', { trigger_id, view: modal([divider]) }));
  const errors = answers.map(({ error }) => error).filter((one) => one !== undefined);
  expect(errors).toEqual(Array.from({ length: 99 }, () => 'exchanged_trigger_id'));
  expect((await on.sight('ana')).views).toHaveLength(1);
});

test('of a hundred updates with the same hash, one is in time', async () => {
  const on = await workspace();
  const trigger_id = on.slack.triggers.make(on.ids.users['ana']!);
  const opened = await on.call('views.open', { trigger_id, view: modal([divider]) });
  const { id: view_id, hash } = opened['view'] as { id: string; hash: string };
  const answers = await hundred(() => on.call('views.update', { view_id, hash, view: modal([divider]) }));
  const refused = answers.filter(({ ok }) => !ok).map(({ error }) => error);
  expect(refused).toEqual(Array.from({ length: 99 }, () => 'hash_conflict'));
});

test('a reaction that a hundred add at once is there once', async () => {
  const on = await workspace();
  const channel = on.ids.channels['general']!;
  const timestamp = await on.post(channel, 'card');
  const answers = await hundred(() => on.call('reactions.add', { channel, timestamp, name: 'eyes' }));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const message = (await on.sight('ana')).messages.find(({ ts }) => ts === timestamp);
  expect(message?.reactions).toEqual([{ name: 'eyes', users: [on.ids.bot] }]);
});

type Started = { process: ChildProcess; url: string; botToken: string; appToken: string };

async function started(stateFile: string, port: string): Promise<Started> {
  const flags = ['--json', '--rates', 'off', '--manifest', MANIFEST, '--seed', WORLD, '--state', stateFile];
  const child = spawn(process.execPath, ['--import', 'tsx', 'local-slack/main.ts', ...flags, '--port', port]);
  later(async () => void child.kill('SIGKILL'));
  let out = '';
  child.stdout.on('data', (part: Buffer) => (out += part.toString('utf8')));
  const line = await until(() => out.split('\n').find((one) => one.startsWith('{')));
  return { process: child, ...(JSON.parse(line) as Omit<Started, 'process'>) };
}

test('killed in the midst of writing, it goes on where it was, and a running app comes back by itself', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'local-slack-'));
  later(async () => rmSync(folder, { recursive: true }));
  const stateFile = join(folder, 'state.json');
  const first = await started(stateFile, '0');
  const heard: string[] = [];
  const app = new App({
    token: first.botToken,
    appToken: first.appToken,
    socketMode: true,
    deferInitialization: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: `${first.url}/api/` },
  });
  app.message(/.*/, async ({ message }) => void heard.push(String((message as { text?: string }).text)));
  await app.init();
  await app.start();
  later(() => app.stop());
  const say = async (url: string, text: string): Promise<boolean> => {
    const body = JSON.stringify({ as: 'ana', do: 'send', channel: 'general', text });
    const answer = await fetch(`${url}/_local/act`, { method: 'POST', body });
    return ((await answer.json()) as { ok: boolean }).ok;
  };
  await say(first.url, 'first');
  await until(() => (heard.includes('first') ? true : undefined));
  await until(() => (texts(stateFile).includes('first') ? true : undefined));
  const stop = new AbortController();
  const stream = (async () => {
    for (let n = 0; !stop.signal.aborted; n += 1) await say(first.url, `more ${n}`).catch(() => false);
  })();
  await until(() => (texts(stateFile).some((one) => one.startsWith('more')) ? true : undefined));
  first.process.kill('SIGKILL');
  stop.abort();
  await stream;
  expect(texts(stateFile)).toContain('first');
  const second = await started(stateFile, new URL(first.url).port);
  await until(async () => {
    const { sockets } = (await (await fetch(`${second.url}/_local/health`)).json()) as { sockets: number };
    return sockets > 0 ? true : undefined;
  });
  await say(second.url, 'after');
  await until(() => (heard.includes('after') ? true : undefined));
}, 90_000);

/** What is written down of #general's words; a file that cannot be read throws. */
function texts(stateFile: string): string[] {
  const messages = loadSnapshot(stateFile)?.messages ?? {};
  return Object.values(messages).flatMap((rows) => rows.map(({ text }) => text));
}
