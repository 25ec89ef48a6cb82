import { describe, expect, test } from 'vitest';
import type { Fault } from '../../local-slack/wire.ts';
import { ear } from './listener.ts';
import { type Workspace, page, until, workspace } from './workspace.ts';

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

  test('500 and internal_error after the write was done', async () => {
    const on = await workspace();
    await arm(on, 'chat.postMessage', { do: 'apply_then_http', status: 500 });
    expect((await raw(on)).status).toBe(500);
    await arm(on, 'chat.postMessage', { do: 'apply_then_error', error: 'internal_error' });
    expect(await (await raw(on)).json()).toEqual({ ok: false, error: 'internal_error' });
    expect(await heads(on, 'a')).toBe(2);
  });

  test('an answer that is no JSON, before anything was done', async () => {
    const on = await workspace();
    await arm(on, 'chat.postMessage', { do: 'not_json' });
    const answer = await raw(on);
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('<html>')]);
    expect(await heads(on, 'a')).toBe(0);
  });

  test('a slow answer comes when its time has passed', async () => {
    const on = await workspace();
    await arm(on, 'chat.postMessage', { do: 'delay', ms: 60_000 });
    const waiting = raw(on);
    await until(() => (on.slack.journal.after(0).some((row) => row.name === 'chat.postMessage') ? true : undefined));
    expect(await heads(on, 'a')).toBe(0);
    await on.control({ do: 'clock', forward_ms: 60_000 });
    expect((await waiting).status).toBe(200);
    expect(await heads(on, 'a')).toBe(1);
  });

  test('a history that does not show the newest yet', async () => {
    const on = await workspace();
    const channel = general(on);
    const parent = await on.post(channel, 'old');
    await on.control({ do: 'clock', forward_ms: 60_000 });
    await on.post(channel, 'new');
    await on.post(channel, 'reply', { thread_ts: parent });
    const texts = async (method: string, more = {}) =>
      ((await on.call(method, { channel, ...more }))['messages'] as { text: string }[]).map((one) => one.text);
    const { fault } = await arm(on, '*', { do: 'stale', ms: 30_000 }, null);
    expect((await texts('conversations.history'))[0]).toBe('old');
    expect(await texts('conversations.history', { latest: parent })).not.toContain('old');
    expect(await texts('conversations.replies', { ts: parent })).toEqual(['old']);
    await on.control({ do: 'clock', forward_ms: 30_001 });
    expect((await texts('conversations.history'))[0]).toBe('new');
    await on.post(channel, 'newest');
    expect((await texts('conversations.history'))[0]).toBe('new');
    await on.control({ do: 'disarm', id: (fault as Fault).id });
    expect((await texts('conversations.history'))[0]).toBe('newest');
    expect(await texts('conversations.replies', { ts: parent })).toEqual(['old', 'reply']);
  });

  test('for a while', async () => {
    const on = await workspace();
    const fault = { method: '*', kind: { do: 'error', error: 'fatal_error' }, left: null } as const;
    const armed = await on.control({ do: 'arm', fault, for_ms: 5000 });
    expect(armed['fault']).toMatchObject({ until: expect.any(Number), left: null });
    expect((await on.call('auth.test')).error).toBe('fatal_error');
    await on.control({ do: 'clock', forward_ms: 5000 });
    expect((await on.call('auth.test')).ok).toBe(true);
    expect((await on.sight('ana')).faults).toEqual([]);
  });

  test('a call that is carried out twice', async () => {
    const on = await workspace();
    await arm(on, 'chat.postMessage', { do: 'duplicate' });
    await on.post(general(on), 'twice');
    await on.post(general(on), 'once');
    expect([await heads(on, 'twice'), await heads(on, 'once')]).toEqual([2, 1]);
  });

  test('every method means no delivery', async () => {
    const on = await workspace();
    const heard = await ear(on);
    await arm(on, '*', { do: 'lose' });
    await on.act('ana', { do: 'send', channel: general(on), text: 'heard' });
    await until(() => heard.find((one) => one.event.text === 'heard'));
    await expect(raw(on)).rejects.toThrow('fetch failed');
  });

  test('one that concerns something else does not stand in the way', async () => {
    const on = await workspace();
    await arm(on, '*', { do: 'stale', ms: 1000 }, null);
    await arm(on, '*', { do: 'reorder' });
    await arm(on, 'chat.postMessage', { do: 'error', error: 'fatal_error' });
    expect((await on.call('chat.postMessage', { channel: general(on), text: 'a' })).error).toBe('fatal_error');
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
