/**
 * What surprises those who use the real clients for the first time; each has its number in the list of the specification.
 * The seventh (a 429 holds up a client's whole queue) and the rest of the fifth stand with the Web API client, in
 * `real-clients.test.ts`; the fourteenth, that a machine may lack an emoji font, concerns pictures and not programs.
 */
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { expect, test } from 'vitest';
import { run } from '../programs/run.ts';
import { type Workspace, bolt, later, page, until, workspace } from './workspace.ts';

const general = (on: Workspace): string => on.ids.channels['general']!;
const send = (on: Workspace, text: string) => on.act('ana', { do: 'send', channel: general(on), text });
const ticket = (on: Workspace) => on.act('ana', { do: 'command', channel: general(on), command: '/ticket', text: '' });
const rows = async (on: Workspace, name: string) => (await on.journal()).filter((row) => row.name === name);

function listensTo(heard: string[]): (app: App) => void {
  return (app) => {
    app.event('message', async ({ event }) => void heard.push(('text' in event && event.text) || ''));
    app.command('/ticket', async ({ ack }) => ack());
  };
}

/** Another process of the same app, as far as Slack can tell. */
async function beside(on: Workspace, heard: string[]): Promise<void> {
  const app = new App({
    token: on.botToken,
    appToken: on.appToken,
    socketMode: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: `${on.url}/api/` },
  });
  listensTo(heard)(app);
  await app.start();
  later(() => app.stop());
}

const SOCKET_APP = `
import bolt from '@slack/bolt';
const { App, SocketModeReceiver } = bolt;
const { SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: appToken, RETRIES } = process.env;
const clientOptions = RETRIES === undefined ? {} : { retryConfig: { retries: Number(RETRIES), minTimeout: 1, maxTimeout: 1 } };
const receiver = new SocketModeReceiver({ appToken, clientPingTimeout: 300, installerOptions: { clientOptions } });
const app = new App({ token, receiver });
await app.start();
`;

async function alone(env: Record<string, string> = {}) {
  const on = await workspace();
  const program = run(on, SOCKET_APP, { env: { SLACK_APP_TOKEN: on.appToken, ...env } });
  await until(() => (on.sockets() === 1 ? true : undefined));
  return { on, program };
}

test('1. Bolt brings no ws: its WebSocket is undici’s, which the app itself has to declare', () => {
  const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string>>;
  const socketMode = read('node_modules/@slack/socket-mode/package.json');
  expect(socketMode['dependencies']).not.toHaveProperty('ws');
  expect(socketMode['peerDependencies']).toHaveProperty('undici');
  const ours = read('package.json');
  expect(ours['dependencies']).toHaveProperty('undici');
  expect(ours['devDependencies']).not.toHaveProperty('undici');
});

test('2. auth.test starts in the constructor, and a wrong token ends the process; init() rejects instead', async () => {
  const on = await workspace();
  const source = `import bolt from '@slack/bolt';
    new bolt.App({ token: 'xoxb-wrong', appToken: process.env.SLACK_APP_TOKEN, socketMode: true });
    setInterval(() => {}, 1000);`;
  const program = run(on, source, { env: { SLACK_APP_TOKEN: on.appToken } });
  expect(await program.exit).toBe(1);
  expect(program.said()).toContain('invalid_auth');
  expect(await rows(on, 'apps.connections.open')).toEqual([]);
  const app = new App({
    token: 'xoxb-wrong',
    appToken: on.appToken,
    socketMode: true,
    deferInitialization: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: `${on.url}/api/` },
  });
  await expect(app.init()).rejects.toThrow('invalid_auth');
});

test('3. new App() writes its hundred retries into the options it is given', async () => {
  const on = await workspace();
  const clientOptions = { slackApiUrl: `${on.url}/api/` };
  const given = {
    token: on.botToken,
    appToken: on.appToken,
    socketMode: true,
    deferInitialization: true,
    clientOptions,
  };
  void new App(given);
  expect(clientOptions).toHaveProperty('retryConfig.retries', 100);
});

test('3. no retries: the first reconnect that fails ends the process; with retries it comes back', async () => {
  const fail = { method: 'apps.connections.open', kind: { do: 'http', status: 500 }, left: null } as const;
  const fragile = await alone({ RETRIES: '0' });
  await fragile.on.control({ do: 'arm', fault: fail });
  await fragile.on.control({ do: 'socket', what: 'cut' });
  expect(await fragile.program.exit).toBe(1);

  const sturdy = await alone({ RETRIES: '1000' });
  await sturdy.on.control({ do: 'arm', fault: fail });
  await sturdy.on.control({ do: 'socket', what: 'cut' });
  await until(async () => ((await rows(sturdy.on, 'apps.connections.open')).length > 3 ? true : undefined));
  await sturdy.on.control({ do: 'disarm' });
  await until(() => (sturdy.on.sockets() === 1 ? true : undefined));
});

test('4. with one socket a refresh means deafness: clicks are lost for good, events come back', async () => {
  const on = await workspace();
  const heard: string[] = [];
  await bolt(on, listensTo(heard));
  await on.control({ do: 'socket', what: 'refresh' });
  await until(() => (on.sockets() === 0 ? true : undefined));
  expect(await ticket(on)).toMatchObject({ said: expect.stringContaining('dispatch_failed') });
  await send(on, 'meanwhile');
  await until(() => (on.sockets() === 1 ? true : undefined));
  expect(heard).toEqual([]);
  await on.control({ do: 'clock', forward_ms: 60_000 });
  await until(() => heard.find((text) => text === 'meanwhile'));
  expect(await rows(on, '/ticket')).toHaveLength(1);
});

test('4. with two sockets nothing is lost at a refresh', async () => {
  const on = await workspace();
  const heard: string[] = [];
  await bolt(on, listensTo(heard));
  await beside(on, heard);
  await on.control({ do: 'socket', what: 'refresh' });
  await until(() => (on.sockets() === 1 ? true : undefined));
  expect(await ticket(on)).toEqual({ ok: true });
  await send(on, 'meanwhile');
  await until(() => heard.find((text) => text === 'meanwhile'));
});

test('5. an event that is delivered twice is heard twice', async () => {
  const on = await workspace();
  const heard: string[] = [];
  await bolt(on, listensTo(heard));
  await on.control({ do: 'arm', fault: { method: 'deliver:events', kind: { do: 'duplicate' }, left: 1 } });
  await send(on, 'again');
  await until(() => (heard.length === 2 ? true : undefined));
  expect(heard).toEqual(['again', 'again']);
});

test('6. an event is acked before its listeners have done anything', async () => {
  const on = await workspace();
  let finish = (): void => {};
  const begun = new Promise<void>((done) => (finish = done));
  let finished = false;
  await bolt(on, (app) =>
    app.event('message', async () => {
      await begun;
      finished = true;
    }),
  );
  await send(on, 'long work');
  const row = await until(async () => (await rows(on, 'message')).find(({ answer }) => answer !== null));
  expect([row.answer, finished]).toEqual([{ ok: true, payload: {} }, false]);
  finish();
  await until(() => finished || undefined);
});

test('8, M-4. stop() waits neither for the listeners nor for Slack to see the socket go', async () => {
  const on = await workspace();
  let finish = (): void => {};
  const held = new Promise<void>((done) => (finish = done));
  let state = 'idle';
  const app = await bolt(on, (it) =>
    it.event('message', async () => {
      state = 'at work';
      await held;
      state = 'done';
    }),
  );
  await send(on, 'long work');
  await until(() => (state === 'at work' ? true : undefined));
  await app.stop();
  expect(state).toBe('at work');
  finish();
  await until(() => (on.sockets() === 0 && state === 'done' ? true : undefined));
});

test('9. Bolt’s HTTP receiver listens to the whole world unless it is given a host', async () => {
  const listening = async (options: { port: number; host?: string }): Promise<string> => {
    const receiver = new HTTPReceiver({ signingSecret: 'secret', logLevel: LogLevel.ERROR });
    const server = await receiver.start(options);
    later(() => receiver.stop());
    return (server.address() as AddressInfo).address;
  };
  expect(['::', '0.0.0.0']).toContain(await listening({ port: 0 }));
  expect(await listening({ port: 0, host: '127.0.0.1' })).toBe('127.0.0.1');
});

test('10. a command without a listener: a bare timeout for the person, and nothing of it in the log', async () => {
  const { on, program } = await alone();
  const typed = ticket(on);
  await until(async () => (await rows(on, '/ticket'))[0]);
  await on.control({ do: 'clock', forward_ms: 3000 });
  expect(await typed).toMatchObject({ ok: true, said: expect.stringContaining('operation_timeout') });
  expect(program.said()).not.toMatch(/ticket|ack/i);
});

test('11. by HTTP a message can be there before the modal has its answer', async () => {
  const on = await workspace({ mode: 'http' });
  await bolt(on, (app) => {
    app.command('/ticket', async ({ ack, client, body }) => {
      await ack();
      const title = { type: 'plain_text' as const, text: 'Form' };
      await client.views.open({
        trigger_id: body.trigger_id,
        view: { type: 'modal', callback_id: 'form', title, submit: title, blocks: [{ type: 'divider' }] },
      });
    });
    app.view('form', async ({ ack, client }) => {
      await client.chat.postMessage({ channel: general(on), text: 'posted' });
      await ack();
    });
  });
  await ticket(on);
  const view = await until(async () => (await on.sight('ana')).views[0]);
  const changes = await page(on, 'ana');
  await on.act('ana', { do: 'submit', view_id: view.id, values: {} });
  const closed = await until(() => {
    const index = changes.findIndex((one) => one.kind === 'views' && one.views.length === 0);
    return index < 0 ? undefined : index;
  });
  const posted = changes.findIndex((one) => one.kind === 'message' && one.message.text === 'posted');
  expect([posted >= 0, posted < closed]).toEqual([true, true]);
});

test('12. two processes: each event reaches one of them, both have their share', async () => {
  const on = await workspace();
  const heard: [string[], string[]] = [[], []];
  await bolt(on, listensTo(heard[0]));
  await beside(on, heard[1]);
  const texts = Array.from({ length: 30 }, (_, n) => `message ${n}`);
  for (const text of texts) await send(on, text);
  await until(() => (heard.flat().length === texts.length ? true : undefined));
  expect(heard.flat().toSorted()).toEqual(texts.toSorted());
  expect(heard.map((list) => list.length > 0)).toEqual([true, true]);
});

test('13. a wound clock moves signatures and triggers; Socket Mode does not mind', async () => {
  const on = await workspace();
  const triggers: string[] = [];
  const heard: string[] = [];
  await bolt(on, (app) => {
    app.event('message', async ({ event }) => void heard.push(('text' in event && event.text) || ''));
    app.command('/ticket', async ({ ack, body }) => {
      triggers.push(body.trigger_id);
      await ack();
    });
  });
  await ticket(on);
  await on.control({ do: 'clock', forward_ms: 600_000 });
  const view = { type: 'modal', title: { type: 'plain_text', text: 'Late' }, blocks: [{ type: 'divider' }] };
  expect(await on.call('views.open', { trigger_id: triggers[0], view })).toMatchObject({ error: 'expired_trigger_id' });
  await send(on, 'ten minutes later');
  await until(() => (heard.length === 1 ? true : undefined));
});
