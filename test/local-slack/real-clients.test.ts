/** What Slack's Web API client does when Slack is in trouble, row by row, as whoever sends with it must expect. */
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { App, LogLevel } from '@slack/bolt';
import { ErrorCode, type WebAPICallError, WebClient } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import type { FaultKind } from '../../local-slack/wire.ts';
import { type Workspace, bolt, later, until, workspace } from './workspace.ts';

type ClientOptions = ConstructorParameters<typeof WebClient>[1];

const HOUR_MS = 3_600_000;
/** As many tries as the client makes by itself, without its waits. */
const KEEN = { retryConfig: { retries: 10, minTimeout: 1, maxTimeout: 1 } };
const ONCE = { retryConfig: { retries: 0 } };
const POLITE = { ...ONCE, rejectRateLimitedCalls: true };

function client(on: Workspace, options: ClientOptions): WebClient {
  return new WebClient(on.botToken, { slackApiUrl: `${on.url}/api/`, logLevel: LogLevel.ERROR, ...options });
}

async function troubled(kind: FaultKind, left: number | null = 1): Promise<Workspace> {
  const on = await workspace();
  expect(await on.control({ do: 'arm', fault: { method: 'chat.postMessage', kind, left } })).toMatchObject({
    ok: true,
  });
  return on;
}

async function post(on: Workspace, options: ClientOptions): Promise<'posted' | WebAPICallError> {
  return client(on, options)
    .chat.postMessage({ channel: on.ids.channels['general']!, text: 'a' })
    .then(
      () => 'posted',
      (error: WebAPICallError) => error,
    );
}

const posts = async (on: Workspace): Promise<number> =>
  (await on.sight('ana')).messages.filter(({ text }) => text === 'a').length;

const calls = async (on: Workspace, method = 'chat.postMessage'): Promise<number> =>
  (await on.journal()).filter(({ kind, name }) => kind === 'call' && name === method).length;

describe('told to try again', () => {
  test('HTTP 500: a second request, which succeeds', async () => {
    const on = await troubled({ do: 'http', status: 500 });
    expect(await post(on, KEEN)).toBe('posted');
    expect([await calls(on), await posts(on)]).toEqual([2, 1]);
  });

  test('a connection that ends, or an error 500, after the post: two messages', async () => {
    for (const kind of [{ do: 'apply_then_drop' }, { do: 'apply_then_http', status: 500 }] as const) {
      const on = await troubled(kind);
      expect(await post(on, KEEN)).toBe('posted');
      expect([await calls(on), await posts(on)]).toEqual([2, 2]);
    }
  });

  test('answers slower than the timeout: as many messages as tries', async () => {
    const on = await troubled({ do: 'delay', ms: HOUR_MS }, 2);
    expect(await post(on, { ...KEEN, timeout: 1500 })).toBe('posted');
    expect(await posts(on)).toBe(1);
    await on.control({ do: 'clock', forward_ms: HOUR_MS });
    await until(async () => ((await posts(on)) === 3 ? true : undefined));
  });

  test('429 with Retry-After: the client’s other calls wait too, another client’s do not', async () => {
    const on = await troubled({ do: 'rate_limit', retry_after: 1 });
    const [one, other] = [client(on, {}), client(on, {})];
    const done: string[] = [];
    const note = (name: string) => (): void => void done.push(name);
    const limited = one.chat.postMessage({ channel: on.ids.channels['general']!, text: 'a' }).then(note('limited'));
    await until(async () => ((await calls(on)) === 1 ? true : undefined));
    await Promise.all([
      one.auth.test().then(note('same client')),
      other.auth.test().then(note('other client')),
      limited,
    ]);
    expect(done[0]).toBe('other client');
    expect(done.toSorted()).toEqual(['limited', 'other client', 'same client']);
    expect([await calls(on), await posts(on)]).toEqual([2, 1]);
  });
});

describe('told to try once', () => {
  test('HTTP 500 is an HTTP error with its status', async () => {
    const on = await troubled({ do: 'http', status: 500 });
    expect(await post(on, ONCE)).toMatchObject({ code: ErrorCode.HTTPError, statusCode: 500 });
    expect([await calls(on), await posts(on)]).toEqual([1, 0]);
  });

  test('a lost answer is a request error, whether the message is there or not', async () => {
    const before = await troubled({ do: 'drop' });
    expect(await post(before, ONCE)).toMatchObject({ code: ErrorCode.RequestError });
    const after = await troubled({ do: 'apply_then_drop' });
    expect(await post(after, ONCE)).toMatchObject({ code: ErrorCode.RequestError });
    expect([await posts(before), await posts(after)]).toEqual([0, 1]);
  });

  test('a slow answer is a request error, and the message comes all the same', async () => {
    const on = await troubled({ do: 'delay', ms: HOUR_MS });
    const error = await post(on, { ...ONCE, timeout: 300 });
    expect(error).toMatchObject({ code: ErrorCode.RequestError, message: expect.stringContaining('timeout') });
    expect(await posts(on)).toBe(0);
    await on.control({ do: 'clock', forward_ms: HOUR_MS });
    await until(async () => ((await posts(on)) === 1 ? true : undefined));
  });

  test('429 is told from lost answers only with both options', async () => {
    const on = await troubled({ do: 'rate_limit', retry_after: 3 }, null);
    expect(await post(on, POLITE)).toMatchObject({ code: ErrorCode.RateLimitedError, retryAfter: 3 });
    expect(await post(on, ONCE)).toMatchObject({ code: ErrorCode.RequestError });
  });
});

describe.each([
  ['KEEN', KEEN],
  ['ONCE', ONCE],
])('either way (%s)', (_name, options) => {
  test('429 without Retry-After is a plain error', async () => {
    const on = await troubled({ do: 'rate_limit', retry_after: null });
    const error = await post(on, options);
    expect(error).toMatchObject({ message: expect.stringContaining('Retry header did not contain a valid timeout') });
    expect(await calls(on)).toBe(1);
  });

  test('200 that is no JSON is a platform error, with the body for a name', async () => {
    const on = await troubled({ do: 'not_json' });
    const error = await post(on, options);
    expect(error).toMatchObject({ code: ErrorCode.PlatformError, data: { error: expect.stringContaining('<html>') } });
    expect(await calls(on)).toBe(1);
  });

  test.each(['ratelimited', 'fatal_error', 'internal_error'])('ok: false, %s: never tried again', async (error) => {
    const on = await troubled({ do: 'error', error }, null);
    expect(await post(on, options)).toMatchObject({ code: ErrorCode.PlatformError, data: { error } });
    expect(await calls(on)).toBe(1);
  });

  test('internal_error may come with the message posted', async () => {
    const on = await troubled({ do: 'apply_then_error', error: 'internal_error' });
    expect(await post(on, options)).toMatchObject({ data: { error: 'internal_error' } });
    expect([await calls(on), await posts(on)]).toEqual([1, 1]);
  });

  test('a redirect is a request error', async () => {
    const on = await troubled({ do: 'http', status: 302 }, null);
    expect(await post(on, options)).toMatchObject({ code: ErrorCode.RequestError });
    expect(await posts(on)).toBe(0);
  });
});

describe('what it sends', () => {
  test('a form with JSON in it, without what is undefined, and the token in a header', async () => {
    let heard: unknown;
    const server = createServer((request, response) => {
      request.setEncoding('utf8').on('data', (body: string) => {
        const { method, url, headers } = request;
        heard = { method, url, type: headers['content-type'], token: headers.authorization, body };
        response.setHeader('content-type', 'application/json').end('{"ok":true}');
      });
    }).listen(0, '127.0.0.1');
    later(async () => server.close());
    await once(server, 'listening');
    const web = new WebClient('xoxb-1', {
      slackApiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    });
    await web.apiCall('chat.postMessage', {
      channel: 'C1',
      blocks: [{ type: 'divider' }],
      thread_ts: undefined,
      mrkdwn: true,
    });
    expect(heard).toMatchObject({ method: 'POST', url: '/api/chat.postMessage', token: 'Bearer xoxb-1' });
    const { type, body } = heard as { type: string; body: string };
    expect(type).toContain('application/x-www-form-urlencoded');
    expect([...new URLSearchParams(body)]).toEqual([
      ['channel', 'C1'],
      ['blocks', '[{"type":"divider"}]'],
      ['mrkdwn', 'true'],
    ]);
  });

  test('Bolt’s client names the team in every call', async () => {
    const on = await workspace();
    await bolt(on, (app: App) =>
      app.command('/ticket', async ({ ack, client: own }) => {
        await ack();
        await own.users.info({ user: on.ids.users['ana']! });
      }),
    );
    await on.act('ana', { do: 'command', channel: on.ids.channels['general']!, command: '/ticket', text: '' });
    const row = await until(async () => (await on.journal()).find(({ name }) => name === 'users.info'));
    expect(row.request).toMatchObject({ team_id: on.ids.team });
  });
});
