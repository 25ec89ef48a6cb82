import { describe, expect, test } from 'vitest';
import type { Fault } from '../../local-slack/wire.ts';
import { type Workspace, bolt, page, until, workspace } from './workspace.ts';

const arm = (on: Workspace, method: string, kind: Fault['kind'], left: number | null = 1) =>
  on.control({ do: 'arm', fault: { method, kind, left } });
const general = (on: Workspace): string => on.ids.channels['general']!;
const heads = async (on: Workspace, text: string): Promise<number> =>
  (await on.sight('ana')).messages.filter((m) => m.text === text).length;

function raw(on: Workspace): Promise<Response> {
  return fetch(`${on.url}/api/chat.postMessage`, {
    method: 'POST',
    headers: { authorization: `Bearer ${on.botToken}` },
    body: new URLSearchParams({ channel: general(on), text: 'a' }),
  });
}

describe('faults on calls', () => {
  test('an error, as often as it was armed', async () => {
    const on = await workspace();
    await arm(on, 'chat.postMessage', { do: 'error', error: 'internal_error' }, 2);
    expect((await on.sight('ana')).faults).toHaveLength(1);
    const errors = [];
    for (let n = 0; n < 3; n += 1)
      errors.push((await on.call('chat.postMessage', { channel: general(on), text: 'a' })).error);
    expect(errors).toEqual(['internal_error', 'internal_error', undefined]);
    expect((await on.sight('ana')).faults).toEqual([]);
  });

  test('too many requests, with and without a time to wait', async () => {
    const on = await workspace();
    await arm(on, '*', { do: 'rate_limit', retry_after: 7 });
    const first = await raw(on);
    expect([first.status, first.headers.get('retry-after'), await first.json()]).toEqual([
      429,
      '7',
      { ok: false, error: 'ratelimited' },
    ]);
    await arm(on, '*', { do: 'rate_limit', retry_after: null });
    expect((await raw(on)).headers.get('retry-after')).toBeNull();
  });

  test('500, and a connection that ends before or after the write', async () => {
    const on = await workspace();
    await arm(on, 'chat.postMessage', { do: 'http', status: 500 });
    expect((await raw(on)).status).toBe(500);
    await arm(on, 'chat.postMessage', { do: 'drop' });
    await expect(raw(on)).rejects.toThrow('fetch failed');
    expect(await heads(on, 'a')).toBe(0);
    await arm(on, 'chat.postMessage', { do: 'apply_then_drop' });
    await expect(raw(on)).rejects.toThrow('fetch failed');
    expect(await heads(on, 'a')).toBe(1);
  });

  test('until it is disarmed', async () => {
    const on = await workspace();
    const { fault } = (await arm(on, 'chat.postMessage', { do: 'error', error: 'fatal_error' }, null)) as unknown as {
      fault: Fault;
    };
    expect((await (await raw(on)).json()) as object).toMatchObject({ error: 'fatal_error' });
    await on.control({ do: 'disarm', id: fault.id });
    expect((await (await raw(on)).json()) as object).toMatchObject({ ok: true });
  });
});

describe('faults on sockets', () => {
  test('a ticket opens one socket, the eleventh is sent away', async () => {
    const on = await workspace();
    const { WebSocket } = await import('ws');
    const ticket = async () => (await on.call('apps.connections.open', {}, on.appToken))['url'] as string;
    const first = async (url: string): Promise<string> => {
      const socket = new WebSocket(url);
      return new Promise((done) => {
        socket.on('message', (data: Buffer) => done(data.toString('utf8')));
        socket.on('error', (error) => done(error.message));
      });
    };
    const url = await ticket();
    expect(JSON.parse(await first(url))).toMatchObject({
      type: 'hello',
      num_connections: 1,
      connection_info: { app_id: on.ids.app },
    });
    expect(await first(url)).toContain('403');
    for (let n = 2; n <= 10; n += 1) await first(await ticket());
    expect(JSON.parse(await first(await ticket()))).toMatchObject({
      type: 'disconnect',
      reason: 'too_many_websockets',
    });
    expect(on.sockets()).toBe(10);
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

  test('a delivery is replayed from the journal, or sent twice', async () => {
    const on = await workspace();
    let heard = 0;
    await bolt(on, (app) => app.event('message', async () => void (heard += 1)));
    await on.act('ana', { do: 'send', channel: general(on), text: 'a' });
    await until(() => (heard === 1 ? true : undefined));
    const row = (await on.journal()).find((one) => one.kind === 'delivery')!;
    expect(await on.control({ do: 'replay', row: row.n })).toMatchObject({ ok: true, ack: { ok: true } });
    await until(() => (heard === 2 ? true : undefined));
    await arm(on, 'deliver:events', { do: 'duplicate' });
    await on.act('ana', { do: 'send', channel: general(on), text: 'b' });
    await until(() => (heard === 4 ? true : undefined));
  });
});

describe('the door', () => {
  test.each([
    ['a foreign host', { host: 'evil.example' }],
    ['a foreign origin', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
  ])('%s is turned away', async (_name, headers) => {
    const on = await workspace();
    const { request } = await import('node:http');
    const status = await new Promise((done) => {
      request(`${on.url}/_local/health`, { headers }, (response) => {
        response.resume();
        done(response.statusCode);
      }).end();
    });
    expect(status).toBe(403);
  });

  test('a broken frame, a broken body and a broken act leave it standing', async () => {
    const on = await workspace();
    const changes = await page(on, 'ana');
    const post = async (path: string, body: string) =>
      (await fetch(`${on.url}${path}`, { method: 'POST', body })).status;
    for (const body of ['', '{', '[]', '{"as":1}', '{"as":"U1","do":"fly"}']) {
      expect(await post('/_local/act', body)).toBe(200);
      expect(await post('/_local/control', body)).toBe(200);
    }
    expect(await post('/respond/actions/T/nothing', '{')).toBe(400);
    expect(await post('/upload/v1/F1', 'x')).toBe(404);
    expect((await fetch(`${on.url}/archives/%E0%A4%A`)).status).toBe(200);
    await on.act('ana', { do: 'send', channel: general(on), text: 'still here' });
    await until(() => changes.find((one) => one.kind === 'message' && one.message.text === 'still here'));
  });
});
