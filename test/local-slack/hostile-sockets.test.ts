import { type Readable } from 'node:stream';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { deep, expectWhole } from './hostile.ts';
import { type Workspace, later, until, workspace } from './workspace.ts';

let on: Workspace;
afterEach(() => expectWhole(on));

async function socketMode(): Promise<WebSocket> {
  const { url } = (await on.call('apps.connections.open', {}, on.appToken)) as unknown as { url: string };
  const socket = new WebSocket(url);
  socket.on('error', () => {});
  later(async () => socket.terminate());
  await new Promise((done) => socket.once('message', done));
  return socket;
}

test('Socket Mode hears no frame it does not know', async () => {
  on = await workspace();
  const socket = await socketMode();
  for (const frame of [
    '',
    '{',
    'null',
    '[]',
    '{"envelope_id":5}',
    '{"envelope_id":"__proto__","payload":{}}',
    deep(10_000),
  ])
    socket.send(frame);
  socket.send(Buffer.from([0xff, 0xfe, 0]));
  socket.send(JSON.stringify({ envelope_id: 'nobody', payload: { __proto__: { polluted: 1 } } }));
  await on.act('ana', { do: 'send', channel: on.ids.channels['general']!, text: 'hi' });
  await until(async () => ((await on.journal()).some((row) => row.kind === 'delivery') ? true : undefined));
  expect(on.sockets()).toBe(1);
});

test('an answer that is no answer leaves the person with a sentence', async () => {
  on = await workspace();
  const socket = await socketMode();
  const answers = [deep(5000), '{"blocks":[[[]]]}', '{"text":5}', '"x"', '{"response_action":"push","view":5}'];
  for (const payload of answers) {
    socket.once('message', (data: Buffer) => {
      const { envelope_id } = JSON.parse(data.toString('utf8')) as { envelope_id: string };
      socket.send(`{"envelope_id":"${envelope_id}","payload":${payload}}`);
      socket.send(`{"envelope_id":"${envelope_id}","payload":{}}`);
    });
    const answer = await on.act('ana', {
      do: 'command',
      channel: on.ids.channels['general']!,
      command: '/ticket',
      text: 'x',
    });
    expect(answer, payload.slice(0, 30)).not.toMatchObject({ error: 'internal_error' });
  }
});

test('frames that break the protocol, or are too long, end that one connection', async () => {
  on = await workspace();
  const live = `${on.url.replace('http', 'ws')}/_local/live?as=${on.ids.users['ana']}`;
  for (const bytes of [
    [0x83, 0x80, 0, 0, 0, 0],
    [0xff, 0xff, 0xff],
    [0x81, 0x05, 1, 2, 3, 4, 5],
    [0x88, 0x81, 1, 2, 3, 4, 9],
  ]) {
    const socket = new WebSocket(live);
    socket.on('error', () => {});
    await new Promise((done) => socket.once('open', done));
    const closed = new Promise((done) => socket.once('close', done));
    (socket as unknown as { _socket: { write(bytes: Uint8Array): void } & Readable })._socket.write(
      new Uint8Array(bytes),
    );
    await closed;
  }
  for (const long of ['x'.repeat(2000), Buffer.alloc(5_000_000)]) {
    const socket = new WebSocket(live);
    socket.on('error', () => {});
    await new Promise((done) => socket.once('open', done));
    const closed = new Promise((done) => socket.once('close', done));
    socket.send(long);
    await closed;
  }
  const app = await socketMode();
  const gone = new Promise((done) => app.once('close', done));
  app.send(Buffer.alloc(5_000_000));
  await gone;
  await until(() => (on.sockets() === 0 ? true : undefined));
  const ticket = new WebSocket(`${on.url.replace('http', 'ws')}/link/?ticket=guessed`);
  expect(await new Promise((done) => ticket.once('error', (error) => done(String(error))))).toMatch(/403/);
});

test('any bytes in any frame', async () => {
  on = await workspace();
  const socket = await socketMode();
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.json(), fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 200 })),
      async (frame) => {
        socket.send(frame);
        expect(socket.readyState).toBe(WebSocket.OPEN);
      },
    ),
    { numRuns: 100 },
  );
});
