import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Fault } from '../../local-slack/wire.ts';
import { ear } from './listener.ts';
import { type Workspace, bolt, until, workspace } from './workspace.ts';

const general = (on: Workspace): string => on.ids.channels['general']!;

async function arm(on: Workspace, kind: Fault['kind'], for_ms?: number): Promise<void> {
  const fault = { method: '*', kind, left: null };
  await on.control({ do: 'arm', fault, ...(for_ms === undefined ? {} : { for_ms }) });
}

describe('Slack is down', () => {
  test('no call, no socket, no response address, no delivery; then all comes back', async () => {
    const on = await workspace();
    const heard: string[] = [];
    await bolt(on, (app) => {
      app.event('message', async ({ event }) => void heard.push(('text' in event && event.text) || ''));
      app.command('/ticket', async ({ ack }) => ack());
    });
    const command = () => on.act('ana', { do: 'command', channel: general(on), command: '/ticket', text: '' });
    await command();
    const url = (await on.call('apps.connections.open', {}, on.appToken))['url'] as string;
    const row = (await on.journal()).findLast((one) => one.name === '/ticket')!;
    const { payload } = row.request as { payload: { response_url: string } };
    await arm(on, { do: 'down' }, 60_000);
    await until(() => (on.sockets() === 0 ? true : undefined));
    const status = async (path: string) =>
      (await fetch(path, { method: 'POST', headers: { authorization: `Bearer ${on.botToken}` }, body: '{}' })).status;
    expect(await status(`${on.url}/api/auth.test`)).toBe(503);
    expect(await status(`${on.url}/api/apps.connections.open`)).toBe(503);
    expect(await status(payload.response_url)).toBe(503);
    expect(await status(`${on.url}/upload/v1/F0NONE`)).toBe(503);
    expect(await status(`${on.url}/files-pri/T-F0NONE/a.txt`)).toBe(503);
    const refused = await new Promise((done) => new WebSocket(url).on('error', (error) => done(error.message)));
    expect(refused).toContain('503');
    expect(await command()).toMatchObject({ said: expect.stringContaining('dispatch_failed') });
    await on.act('ana', { do: 'send', channel: general(on), text: 'meanwhile' });
    expect((await on.sight('ana')).faults).toHaveLength(1);
    await on.control({ do: 'clock', forward_ms: 60_000 });
    expect(await status(`${on.url}/api/auth.test`)).toBe(200);
    await until(() => (on.sockets() === 1 ? true : undefined));
    await on.control({ do: 'clock', forward_ms: 300_000 });
    await until(() => heard.find((text) => text === 'meanwhile'));
  });

  test('lifted by hand', async () => {
    const on = await workspace();
    await arm(on, { do: 'down' });
    expect((await fetch(`${on.url}/api/auth.test`)).status).toBe(503);
    await on.control({ do: 'disarm' });
    expect((await on.call('auth.test')).ok).toBe(true);
  });
});

describe('the app loses its token', () => {
  test.each([
    ['revoke_token', 'token_revoked', ['tokens_revoked']],
    ['uninstall', 'account_inactive', ['app_uninstalled', 'tokens_revoked']],
  ] as const)('%s: every call answers %s, and it hears %j before it hears nothing', async (what, error, events) => {
    const on = await workspace();
    const heard = await ear(on);
    await arm(on, { do: what });
    for (const method of ['auth.test', 'chat.postMessage', 'views.open', 'conversations.history'])
      expect((await on.call(method)).error).toBe(error);
    expect((await on.call('apps.connections.open', {}, on.appToken)).ok).toBe(true);
    await on.act('ana', { do: 'send', channel: general(on), text: 'unheard' });
    await on.control({ do: 'disarm' });
    expect((await on.call('auth.test')).ok).toBe(true);
    await on.act('ana', { do: 'send', channel: general(on), text: 'heard' });
    await until(() => heard.find((one) => one.event.text === 'heard'));
    expect(heard.map((one) => one.event.type)).toEqual([...events, 'message']);
    expect(heard.find((one) => one.event.type === 'tokens_revoked')?.event['tokens']).toEqual({
      oauth: [],
      bot: [on.ids.bot],
    });
  });

  test('account_inactive on every call', async () => {
    const on = await workspace();
    await arm(on, { do: 'error', error: 'account_inactive' });
    expect((await on.call('auth.test')).error).toBe('account_inactive');
    expect((await on.call('apps.connections.open', {}, on.appToken)).error).toBe('account_inactive');
    await on.control({ do: 'disarm' });
    expect((await on.call('auth.test')).ok).toBe(true);
  });
});

describe('the channel is lost', () => {
  const post = async (on: Workspace) =>
    (await on.call('chat.postMessage', { channel: on.ids.channels['ask-it'], text: 'a' })).error;

  test('archived, and opened again', async () => {
    const on = await workspace();
    await on.control({ do: 'archive', channel: on.ids.channels['ask-it']! });
    expect(await post(on)).toBe('is_archived');
    await on.control({ do: 'unarchive', channel: on.ids.channels['ask-it']! });
    expect(await post(on)).toBeUndefined();
  });

  test('the bot is taken out, and brought back', async () => {
    const on = await workspace();
    await on.control({ do: 'remove_bot', channel: on.ids.channels['ask-it']! });
    expect(await post(on)).toBe('not_in_channel');
    await on.control({ do: 'add_bot', channel: on.ids.channels['ask-it']! });
    expect(await post(on)).toBeUndefined();
  });

  test('deleted, and moved to another id', async () => {
    const on = await workspace();
    const channel = on.ids.channels['ask-it']!;
    const ts = await on.post(channel, 'kept');
    const moved = (await on.control({ do: 'share_channel', channel }))['channel'] as string;
    expect(moved).not.toBe(channel);
    expect(await post(on)).toBeUndefined();
    expect((await on.call('chat.update', { channel, ts, text: 'b' })).error).toBe('channel_not_found');
    expect((await on.call('chat.update', { channel: moved, ts, text: 'b' })).ok).toBe(true);
    await on.control({ do: 'delete_channel', channel: moved });
    expect((await on.call('chat.update', { channel: moved, ts, text: 'b' })).error).toBe('channel_not_found');
    expect((await on.sight('ana')).channels.map((one) => one.name)).not.toContain('ask-it');
  });
});
