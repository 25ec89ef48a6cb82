/** What Slack's socket client and Bolt's receiver around it do with frames, acks and reconnects; M-1 to M-7 of the contract. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LogLevel } from '@slack/bolt';
import { SocketModeClient } from '@slack/socket-mode';
import { expect, test } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { run } from '../programs/run.ts';
import { type Workspace, bolt, later, until, workspace } from './workspace.ts';

const general = (on: Workspace): string => on.ids.channels['general']!;
const ticket = (on: Workspace) => on.act('ana', { do: 'command', channel: general(on), command: '/ticket', text: '' });
const rows = async (on: Workspace, name: string) => (await on.journal()).filter((row) => row.name === name);

/** Reconnects at once, nearly. */
function impatient(url: string, appToken: string): SocketModeClient {
  const client = new SocketModeClient({
    appToken,
    clientPingTimeout: 300,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: `${url}/api/` },
  });
  later(() => client.disconnect());
  return client;
}

test.each(['warning', 'refresh', 'cut', 'link_disabled'] as const)(
  'M-1. after %s the client closes, and asks for another connection',
  async (what) => {
    const on = await workspace();
    await impatient(on.url, on.appToken).start();
    await on.control({ do: 'socket', what });
    await until(() => (on.sockets() === 0 ? true : undefined));
    await until(() => (on.sockets() === 1 ? true : undefined));
    expect(await rows(on, 'apps.connections.open')).toHaveLength(2);
  },
);

/** The least that the socket client takes for Slack; `greet` gets its socket after the hello. */
async function paperSlack(greet: (socket: WebSocket) => void): Promise<{ url: string; frames: string[] }> {
  const frames: string[] = [];
  const http = createServer((_request, response) => {
    const { port } = http.address() as AddressInfo;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, url: `ws://127.0.0.1:${port}/` }));
  }).listen(0, '127.0.0.1');
  const sockets = new WebSocketServer({ server: http });
  sockets.on('connection', (socket) => {
    socket.on('message', (data: Buffer) => frames.push(data.toString('utf8')));
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
    greet(socket);
  });
  await once(http, 'listening');
  later(async () => {
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
    http.closeAllConnections();
    http.close();
  });
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, frames };
}

test('M-2. a frame that arrives together with a disconnect is neither heard nor acked', async () => {
  const envelope = (id: string) =>
    JSON.stringify({ type: 'events_api', envelope_id: id, payload: { event: { type: 'message', text: id } } });
  let connections = 0;
  const paper = await paperSlack((socket) => {
    connections += 1;
    if (connections > 1) return socket.send(envelope('after'));
    socket.send(JSON.stringify({ type: 'disconnect', reason: 'warning' }));
    socket.send(envelope('together'));
  });
  const client = impatient(paper.url, 'xapp-1');
  const heard: string[] = [];
  client.on('message', ({ event, ack }: { event: { text: string }; ack: () => Promise<void> }) => {
    heard.push(event.text);
    void ack();
  });
  await client.start();
  await until(() => (paper.frames.some((frame) => frame.includes('after')) ? true : undefined));
  expect(heard).toEqual(['after']);
  expect(paper.frames.join()).not.toContain('together');
});

test('M-3. a listener at work when the socket goes finishes its work', async () => {
  const on = await workspace();
  let finish = (): void => {};
  const held = new Promise<void>((done) => (finish = done));
  let begun = false;
  await bolt(on, (app) =>
    app.event('message', async ({ client }) => {
      begun = true;
      await held;
      await client.chat.postMessage({ channel: general(on), text: 'done all the same' });
    }),
  );
  await on.act('ana', { do: 'send', channel: general(on), text: 'long work' });
  await until(() => begun || undefined);
  await on.control({ do: 'socket', what: 'cut' });
  await until(() => (on.sockets() === 0 ? true : undefined));
  finish();
  await until(async () => (await on.sight('ana')).messages.find(({ text }) => text === 'done all the same'));
});

test('M-5. a listener that throws before its ack sends none; a second ack changes nothing', async () => {
  const on = await workspace();
  let broken = true;
  await bolt(on, (app) => {
    app.error(async () => {});
    app.command('/ticket', async ({ ack }) => {
      if (broken) throw new Error('before the ack');
      await ack('first');
      await ack('second');
    });
  });
  const typed = ticket(on);
  await until(async () => (await rows(on, '/ticket'))[0]);
  await on.control({ do: 'clock', forward_ms: 3000 });
  expect(await typed).toMatchObject({ said: expect.stringContaining('operation_timeout') });
  broken = false;
  await ticket(on);
  const { messages } = await on.sight('ana');
  expect(messages.filter(({ ephemeral }) => ephemeral).map(({ text }) => text)).toEqual(['first']);
});

const CLIENT = `
import { SocketModeClient } from '@slack/socket-mode';
const client = new SocketModeClient({ appToken: process.env.SLACK_APP_TOKEN, clientPingTimeout: 300 });
await client.start();
`;

test.each(['internal_error', 'invalid_auth', 'account_inactive'])(
  'M-6. a reconnect that is answered with %s',
  async (error) => {
    const on = await workspace();
    const program = run(on, CLIENT, { env: { SLACK_APP_TOKEN: on.appToken } });
    await until(() => (on.sockets() === 1 ? true : undefined));
    await on.control({ do: 'arm', fault: { method: 'apps.connections.open', kind: { do: 'error', error }, left: 2 } });
    await on.control({ do: 'socket', what: 'cut' });
    await until(() => (on.sockets() === 0 ? true : undefined));
    if (error === 'internal_error') await until(() => (on.sockets() === 1 ? true : undefined));
    else expect(await program.exit).toBe(1);
    expect(program.child.exitCode).toBe(error === 'internal_error' ? null : 1);
  },
);

test('M-7. an ack that was sent may be lost: what was acked comes again, with the same event_id', async () => {
  const on = await workspace();
  const heard: string[] = [];
  const client = impatient(on.url, on.appToken);
  client.on('message', ({ body, ack }: { body: { event_id: string }; ack: () => Promise<void> }) => {
    void ack().then(() => heard.push(body.event_id));
  });
  await client.start();
  await on.control({ do: 'arm', fault: { method: 'deliver:events', kind: { do: 'apply_then_drop' }, left: 1 } });
  await on.act('ana', { do: 'send', channel: general(on), text: 'once' });
  await until(async () => {
    if (heard.length === 2) return true;
    await on.control({ do: 'clock', forward_ms: 3000 });
    return undefined;
  });
  expect(heard[0]).toBe(heard[1]);
});
