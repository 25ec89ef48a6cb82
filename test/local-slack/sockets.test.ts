import { describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { type Workspace, bolt, later, until, workspace } from './workspace.ts';

type Frame = Record<string, unknown> & { type: string; envelope_id?: string };
type Wire = { socket: WebSocket; frames: Frame[]; next(): Promise<Frame>; closed: Promise<unknown> };

const general = (on: Workspace): string => on.ids.channels['general']!;

async function ticket(on: Workspace): Promise<string> {
  return (await on.call('apps.connections.open', {}, on.appToken))['url'] as string;
}

/** A bare socket that keeps every frame and answers none by itself. */
function wire(url: string): Wire {
  const socket = new WebSocket(url);
  const frames: Frame[] = [];
  let read = 0;
  socket.on('message', (data: Buffer) => frames.push(JSON.parse(data.toString('utf8')) as Frame));
  const closed = new Promise((done) => socket.once('close', done));
  socket.on('error', () => socket.terminate());
  const next = async (): Promise<Frame> => {
    const frame = await until(() => frames[read]);
    read += 1;
    return frame;
  };
  return { socket, frames, next, closed };
}

async function connected(on: Workspace, more = ''): Promise<Wire> {
  const made = wire((await ticket(on)) + more);
  expect((await made.next()).type).toBe('hello');
  return made;
}

describe('a socket', () => {
  test('opens once per ticket; the eleventh is sent away', async () => {
    const on = await workspace();
    const url = await ticket(on);
    expect(await wire(url).next()).toEqual({
      type: 'hello',
      num_connections: 1,
      debug_info: { host: 'applink-local', build_number: 1, approximate_connection_time: 18_060 },
      connection_info: { app_id: on.ids.app },
    });
    const refused = await new Promise((done) => new WebSocket(url).on('error', (error) => done(error.message)));
    expect(refused).toContain('403');
    for (let n = 2; n <= 10; n += 1) expect(await wire(await ticket(on)).next()).toMatchObject({ num_connections: n });
    const eleventh = wire(await ticket(on));
    expect(await eleventh.next()).toMatchObject({ type: 'disconnect', reason: 'too_many_websockets' });
    await eleventh.closed;
    expect(on.sockets()).toBe(10);
  });

  test('a ticket is good for half a minute', async () => {
    const on = await workspace();
    const url = await ticket(on);
    await on.control({ do: 'clock', forward_ms: 30_001 });
    const refused = await new Promise((done) => new WebSocket(url).on('error', (error) => done(error.message)));
    expect(refused).toContain('403');
  });

  test('is asked for with the app token only, and refusals are such that a client gives up', async () => {
    const on = await workspace();
    const open = async (token: string) => (await on.call('apps.connections.open', {}, token)).error;
    expect(await open('')).toBe('not_authed');
    expect(await open('xapp-wrong')).toBe('invalid_auth');
    expect(await open(on.botToken)).toBe('not_allowed_token_type');
    for (const error of ['account_inactive', 'user_removed_from_team', 'team_disabled']) {
      await on.control({
        do: 'arm',
        fault: { method: 'apps.connections.open', kind: { do: 'error', error }, left: 1 },
      });
      expect(await open(on.appToken)).toBe(error);
    }
  });

  test('each envelope reaches one of the sockets; after a refresh the other hears all', async () => {
    const on = await workspace();
    const heard: number[] = [];
    for (const n of [0, 1]) await bolt(on, (app) => app.event('message', async () => void heard.push(n)));
    for (let n = 0; n < 20; n += 1) await on.act('ana', { do: 'send', channel: general(on), text: String(n) });
    await until(() => (heard.length === 20 ? true : undefined));
    expect(new Set(heard).size).toBe(2);
    await on.control({ do: 'socket', what: 'refresh' });
    await until(() => (on.sockets() === 1 ? true : undefined));
    for (let n = 0; n < 5; n += 1) await on.act('ana', { do: 'send', channel: general(on), text: String(n) });
    await until(() => (heard.length === 25 ? true : undefined));
  });

  test('is warned ten seconds before it is refreshed', async () => {
    const on = await workspace();
    const { next, closed } = await connected(on);
    await on.control({ do: 'socket', what: 'warning' });
    expect(await next()).toMatchObject({ type: 'disconnect', reason: 'warning' });
    await on.control({ do: 'clock', forward_ms: 9999 });
    expect(on.sockets()).toBe(1);
    await on.control({ do: 'clock', forward_ms: 1 });
    expect(await next()).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' });
    await closed;
  });

  test('asked for with debug_reconnects lives six minutes', async () => {
    const on = await workspace();
    const { next, frames, closed } = await connected(on, '&debug_reconnects=true');
    expect(frames[0]).toMatchObject({ debug_info: { approximate_connection_time: 360 } });
    await on.control({ do: 'clock', forward_ms: 350_000 });
    expect(await next()).toMatchObject({ reason: 'warning' });
    await on.control({ do: 'clock', forward_ms: 10_000 });
    expect(await next()).toMatchObject({ reason: 'refresh_requested' });
    await closed;
  });

  test('is refreshed when its life is over, and no winding of the clock ends it sooner', async () => {
    const on = await workspace({ habits: { socket_life_ms: 300 } });
    const { next, closed } = await connected(on);
    expect(await next()).toMatchObject({ reason: 'warning' });
    expect(await next()).toMatchObject({ reason: 'refresh_requested' });
    await closed;
    const steady = await workspace();
    const { frames } = await connected(steady);
    await steady.control({ do: 'clock', forward_ms: 86_400_000 });
    expect(steady.sockets()).toBe(1);
    expect(frames).toHaveLength(1);
  });

  test('link_disabled sends all of them away', async () => {
    const on = await workspace();
    const both = [await connected(on), await connected(on)];
    await on.control({ do: 'socket', what: 'link_disabled' });
    for (const { next, closed } of both) {
      expect(await next()).toMatchObject({ type: 'disconnect', reason: 'link_disabled' });
      await closed;
    }
    await until(() => (on.sockets() === 0 ? true : undefined));
  });

  test('answers pings, and sends some itself', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    later(async () => vi.useRealTimers());
    const on = await workspace();
    const { socket } = await connected(on);
    const pong = new Promise((done) => socket.once('pong', done));
    socket.ping();
    await pong;
    const ping = new Promise((done) => socket.once('ping', done));
    vi.advanceTimersByTime(10_000);
    await ping;
  });
});

describe('an envelope', () => {
  const command = (on: Workspace) =>
    on.act('ana', { do: 'command', channel: general(on), command: '/ticket', text: '' });
  const whispers = async (on: Workspace) =>
    (await on.sight('ana')).messages.filter((one) => one.ephemeral).map((one) => one.text);

  test('says whether the ack may carry a payload; only then is it read', async () => {
    const on = await workspace();
    const { socket, next } = await connected(on);
    const running = command(on);
    const frame = await next();
    expect(frame).toMatchObject({ type: 'slash_commands', accepts_response_payload: true });
    expect(frame).not.toHaveProperty('retry_attempt');
    socket.send(JSON.stringify({ envelope_id: frame.envelope_id, payload: { text: 'hello' } }));
    expect(await running).toEqual({ ok: true });
    const shortcut = on.act('ana', { do: 'shortcut', callback_id: 'create_ticket' });
    const other = await next();
    expect(other).toMatchObject({ type: 'interactive', accepts_response_payload: false });
    socket.send(JSON.stringify({ envelope_id: other.envelope_id, payload: { text: 'not for this' } }));
    expect(await shortcut).toEqual({ ok: true });
    await on.act('ana', { do: 'send', channel: general(on), text: 'a' });
    expect(await next()).toMatchObject({
      type: 'events_api',
      accepts_response_payload: false,
      retry_attempt: 0,
      retry_reason: '',
    });
    expect(await whispers(on)).toEqual(['hello']);
  });

  test('without an ack in three seconds is given up; a later ack, a strange one and a second one change nothing', async () => {
    const on = await workspace();
    const { socket, next } = await connected(on);
    const running = command(on);
    const { envelope_id } = await next();
    socket.send(JSON.stringify({ envelope_id: 'not-mine', payload: { text: 'strange' } }));
    socket.send('{"no":"envelope"}');
    socket.send('no JSON');
    await on.control({ do: 'clock', forward_ms: 3000 });
    expect(await running).toMatchObject({ said: expect.stringContaining('operation_timeout') });
    socket.send(JSON.stringify({ envelope_id, payload: { text: 'late' } }));
    const again = command(on);
    const second = await next();
    for (const text of ['first', 'second'])
      socket.send(JSON.stringify({ envelope_id: second.envelope_id, payload: { text } }));
    expect(await again).toEqual({ ok: true });
    expect(await whispers(on)).toEqual(['first']);
  });

  test('whose socket goes is given up at once', async () => {
    const on = await workspace({ now: () => 1_800_000_000_000 });
    const { socket, next } = await connected(on);
    const running = command(on);
    await next();
    socket.terminate();
    expect(await running).toMatchObject({ said: expect.stringContaining('operation_timeout') });
  });

  test('a click that nobody acks shows the person an error and does not come again', async () => {
    const on = await workspace();
    const { next, frames } = await connected(on);
    const running = on.act('ana', { do: 'shortcut', callback_id: 'create_ticket' });
    await next();
    await on.control({ do: 'clock', forward_ms: 3000 });
    expect(await running).toMatchObject({ said: expect.stringContaining('not responding') });
    await on.control({ do: 'clock', forward_ms: 600_000 });
    expect(frames).toHaveLength(2);
  });
});
