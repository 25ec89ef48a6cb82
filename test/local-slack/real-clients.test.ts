/** What the official clients do when Slack is in trouble, as the app must expect it. */
import { App, LogLevel } from '@slack/bolt';
import { type WebAPICallError, WebClient } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { type Workspace, bolt, until, workspace } from './workspace.ts';

const posts = async (on: Workspace, text: string): Promise<number> =>
  (await on.sight('ana')).messages.filter((m) => m.text === text).length;

function client(on: Workspace, options: ConstructorParameters<typeof WebClient>[1] = {}): WebClient {
  return new WebClient(on.botToken, { slackApiUrl: `${on.url}/api/`, logLevel: LogLevel.ERROR, ...options });
}

describe('the Web API client', () => {
  test('posts twice when the answer is lost, unless told not to retry', async () => {
    const on = await workspace();
    const channel = on.ids.channels['general']!;
    const lose = () =>
      on.control({ do: 'arm', fault: { method: 'chat.postMessage', kind: { do: 'apply_then_drop' }, left: 1 } });
    await lose();
    await client(on, { retryConfig: { retries: 1, minTimeout: 1, maxTimeout: 1 } }).apiCall('chat.postMessage', {
      channel,
      text: 'twice',
    });
    expect(await posts(on, 'twice')).toBe(2);
    await lose();
    await expect(
      client(on, { retryConfig: { retries: 0 } }).apiCall('chat.postMessage', { channel, text: 'once' }),
    ).rejects.toThrow();
    expect(await posts(on, 'once')).toBe(1);
  });

  test('tells a rate limit apart only with both options', async () => {
    const on = await workspace();
    await on.control({
      do: 'arm',
      fault: { method: 'chat.postMessage', kind: { do: 'rate_limit', retry_after: 3 }, left: null },
    });
    const post = (rejectRateLimitedCalls: boolean) =>
      client(on, { retryConfig: { retries: 0 }, rejectRateLimitedCalls })
        .apiCall('chat.postMessage', { channel: on.ids.channels['general']!, text: 'a' })
        .then(
          () => 'posted',
          (error: WebAPICallError) => error.code,
        );
    expect(await post(true)).toBe('slack_webapi_rate_limited_error');
    expect(await post(false)).toBe('slack_webapi_request_error');
  });
});

describe('the Bolt app', () => {
  test('with a wrong token refuses to begin', async () => {
    const on = await workspace();
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

  test('has no socket for a while after a cut: clicks are lost, events come back', async () => {
    const on = await workspace();
    const heard: string[] = [];
    await bolt(on, (app) => {
      app.event('message', async ({ event }) => void heard.push(('text' in event && event.text) || ''));
      app.command('/ticket', async ({ ack }) => ack());
    });
    await on.control({ do: 'socket', what: 'cut' });
    await until(() => (on.sockets() === 0 ? true : undefined));
    const channel = on.ids.channels['general']!;
    expect(await on.act('ana', { do: 'command', channel, command: '/ticket', text: '' })).toMatchObject({
      said: expect.stringContaining('dispatch_failed'),
    });
    await on.act('ana', { do: 'send', channel, text: 'meanwhile' });
    await until(() => (on.sockets() === 1 ? true : undefined), 10_000);
    await on.control({ do: 'clock', forward_ms: 60_000 });
    await until(() => heard.find((text) => text === 'meanwhile'));
  });
});
