import { describe, expect, test } from 'vitest';
import { MANIFEST, manifest, workspace } from './workspace.ts';

const still = (): number => 1_800_000_000_000;

const without = (...scopes: string[]) =>
  manifest((m) => {
    m.oauth_config.scopes.bot = m.oauth_config.scopes.bot.filter((scope) => !scopes.includes(scope));
  });

describe('who may call', () => {
  test('no token, a wrong one, one of another kind', async () => {
    const on = await workspace();
    expect(await on.call('auth.test', {}, '')).toEqual({ ok: false, error: 'not_authed' });
    expect(await on.call('auth.test', {}, 'xoxb-other')).toEqual({ ok: false, error: 'invalid_auth' });
    expect(await on.call('chat.postMessage', {}, on.appToken)).toMatchObject({ error: 'not_allowed_token_type' });
    expect(await on.call('apps.connections.open')).toMatchObject({ error: 'not_allowed_token_type' });
  });

  test('auth.test says who, and which scopes', async () => {
    const on = await workspace();
    const response = await fetch(`${on.url}/api/auth.test`, {
      method: 'POST',
      headers: { authorization: `Bearer ${on.botToken}` },
    });
    expect(await response.json()).toMatchObject({
      ok: true,
      user_id: on.ids.bot,
      team: 'Northwind',
      user: 'threadesk',
    });
    expect(response.headers.get('x-oauth-scopes')?.split(',')).toEqual(manifest().oauth_config.scopes.bot);
  });

  test('a scope that the manifest forgot', async () => {
    const on = await workspace({ manifest: without('chat:write') });
    const answer = await on.call('chat.postMessage', { channel: on.ids.channels['general'], text: 'hi' });
    expect(answer).toMatchObject({
      ok: false,
      error: 'missing_scope',
      needed: 'chat:write',
      provided: expect.stringContaining('commands'),
    });
  });

  test('private channels ask for the scope of their kind', async () => {
    const on = await workspace({ manifest: without('groups:read') });
    expect(await on.call('conversations.info', { channel: on.ids.channels['general'] })).toMatchObject({ ok: true });
    expect(await on.call('conversations.info', { channel: on.ids.channels['it-desk'] })).toMatchObject({
      error: 'missing_scope',
      needed: 'groups:read',
    });
    expect(await on.call('conversations.list', { types: 'public_channel,private_channel' })).toMatchObject({
      error: 'missing_scope',
    });
  });

  test('an e-mail is left out without its scope', async () => {
    const on = await workspace({ manifest: without('users:read.email') });
    const { user } = await on.client.users.info({ user: on.ids.users['ana']! });
    expect(user?.profile?.email).toBeUndefined();
    expect(await on.call('users.lookupByEmail', { email: 'ana@northwind.example' })).toMatchObject({
      error: 'missing_scope',
    });
  });
});

describe('what may be said', () => {
  test('methods and arguments that do not exist, or are not there', async () => {
    const on = await workspace();
    expect(await on.call('chat.shout')).toMatchObject({ error: 'unknown_method' });
    expect(await on.call('constructor')).toMatchObject({ error: 'unknown_method' });
    expect(
      await on.call('chat.postMessage', { channel: on.ids.channels['general'], text: 'a', thread: '1' }),
    ).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: { messages: ['[ERROR] no such argument: thread'] },
    });
    expect(await on.call('users.info')).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: { messages: ['[ERROR] missing required field: user'] },
    });
  });

  test('JSON bodies where Slack takes them, and no broken ones', async () => {
    const on = await workspace();
    const post = async (method: string, body: string) => {
      const headers = { authorization: `Bearer ${on.botToken}`, 'content-type': 'application/json' };
      return (await fetch(`${on.url}/api/${method}`, { method: 'POST', headers, body })).json();
    };
    expect(
      await post('chat.postMessage', JSON.stringify({ channel: on.ids.channels['general'], text: 'hi' })),
    ).toMatchObject({ ok: true });
    expect(await post('chat.postMessage', '{"channel":')).toEqual({ ok: false, error: 'invalid_json' });
    expect(await post('files.getUploadURLExternal', '{"filename":"a","length":1}')).toMatchObject({
      error: 'invalid_arguments',
    });
  });

  test('a body that is too large is refused, not cut', async () => {
    const on = await workspace();
    const response = await fetch(`${on.url}/api/chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${on.botToken}` },
      body: `text=${'x'.repeat(4_000_001)}`,
    });
    expect([response.status, await response.json()]).toEqual([413, { ok: false, error: 'request_too_large' }]);
  });

  test('blocks are refused with pointers', async () => {
    const on = await workspace();
    const send = (blocks: unknown) => on.call('chat.postMessage', { channel: on.ids.channels['general'], blocks });
    expect(await send([{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }])).toEqual({
      ok: false,
      error: 'invalid_blocks',
      errors: ['must be less than 151 characters [json-pointer:/blocks/0/text/text]'],
      response_metadata: { messages: ['[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]'] },
    });
    expect(await send('{not json')).toMatchObject({ error: 'invalid_blocks_format' });
    expect(await send([])).toMatchObject({ error: 'no_text' });
    const long = { type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(2900) } };
    expect(await send([long, long, long, long])).toMatchObject({ ok: true });
    expect(await send([long, long, long, long, long])).toMatchObject({ error: 'msg_blocks_too_long' });
  });

  test('long texts are cut on posting and refused on updating', async () => {
    const on = await workspace();
    const channel = on.ids.channels['general']!;
    const posted = await on.call('chat.postMessage', { channel, text: 'x'.repeat(40_001) });
    expect(posted).toMatchObject({
      ok: true,
      warning: 'message_truncated',
      response_metadata: { warnings: ['message_truncated'] },
    });
    expect((posted['message'] as { text: string }).text).toHaveLength(40_000);
    const ts = String(posted['ts']);
    expect(await on.call('chat.update', { channel, ts, text: 'x'.repeat(4000) })).toMatchObject({ ok: true });
    expect(await on.call('chat.update', { channel, ts, text: 'x'.repeat(4001) })).toMatchObject({
      error: 'msg_too_long',
    });
  });

  test('metadata has a shape and a size, and is shown whole only when asked for', async () => {
    const on = await workspace();
    const channel = on.ids.channels['general']!;
    const send = (metadata: unknown) => on.call('chat.postMessage', { channel, text: 'a', metadata });
    expect(await send('nonsense')).toMatchObject({ error: 'invalid_metadata_format' });
    expect(await send({ event_type: 'a' })).toMatchObject({ error: 'invalid_metadata_schema' });
    expect(await send({ event_type: 'a', event_payload: { long: 'x'.repeat(5000) } })).toMatchObject({
      error: 'metadata_too_large',
    });
    expect(await send({ event_type: 'a', event_payload: { oid: '1' } })).toMatchObject({ ok: true });
    const newest = async (include_all_metadata: boolean) =>
      (await on.client.conversations.history({ channel, limit: 1, include_all_metadata })).messages?.[0]?.metadata;
    expect(await newest(true)).toEqual({ event_type: 'a', event_payload: { oid: '1' } });
    expect(await newest(false)).toEqual({ event_type: 'a' });
  });
});

describe('where may be spoken', () => {
  test('membership, archive, unknown places', async () => {
    const on = await workspace();
    const send = (channel: string | undefined) => on.call('chat.postMessage', { channel, text: 'a' });
    expect(await send(on.ids.channels['random'])).toMatchObject({ error: 'not_in_channel' });
    expect(await send('C000')).toMatchObject({ error: 'channel_not_found' });
    await on.client.conversations.join({ channel: on.ids.channels['random']! });
    expect(await send(on.ids.channels['random'])).toMatchObject({ ok: true });
    await on.control({ do: 'archive', channel: on.ids.channels['random']! });
    expect(await send(on.ids.channels['random'])).toMatchObject({ error: 'is_archived' });
    await on.control({ do: 'remove_bot', channel: on.ids.channels['it-desk']! });
    expect(await send(on.ids.channels['it-desk'])).toMatchObject({ error: 'channel_not_found' });
  });

  test('a private channel cannot be joined, a public one twice is a warning', async () => {
    const on = await workspace();
    expect(await on.call('conversations.join', { channel: on.ids.channels['it-desk'] })).toMatchObject({
      error: 'method_not_supported_for_channel_type',
    });
    expect(await on.call('conversations.join', { channel: on.ids.channels['general'] })).toMatchObject({
      ok: true,
      warning: 'already_in_channel',
    });
  });

  test('a person is reached by id, and by conversations.open at the same place', async () => {
    const on = await workspace();
    const user = on.ids.users['bao']!;
    const { channel } = await on.client.conversations.open({ users: user });
    const posted = await on.call('chat.postMessage', { channel: user, text: 'hi' });
    expect(posted['channel']).toBe(channel?.id);
    expect(channel?.id).toMatch(/^D/);
    expect((await on.sight('bao')).channels.find((one) => one.id === channel?.id)).toMatchObject({
      kind: 'im',
      with: on.ids.bot,
      unread: 1,
    });
    expect((await on.sight('ana')).channels.some((one) => one.id === channel?.id)).toBe(false);
  });

  test('ephemeral words reach members only and leave no trace', async () => {
    const on = await workspace();
    const channel = on.ids.channels['support-desk']!;
    const send = (user: string) => on.call('chat.postEphemeral', { channel, user: on.ids.users[user], text: 'psst' });
    expect(await send('bao')).toMatchObject({ error: 'user_not_in_channel' });
    const { message_ts } = await send('ana');
    expect((await on.sight('ana')).messages.find((m) => m.ts === message_ts)).toMatchObject({
      ephemeral: true,
      text: 'psst',
    });
    expect((await on.sight('kofi')).messages.some((m) => m.ts === message_ts)).toBe(false);
    expect(await on.call('chat.update', { channel, ts: message_ts, text: 'b' })).toMatchObject({
      error: 'message_not_found',
    });
  });

  test("only one's own messages are changed or deleted", async () => {
    const on = await workspace();
    const channel = on.ids.channels['general']!;
    const { ts } = (await on.act('ana', { do: 'send', channel, text: 'mine' })) as { ts: string };
    expect(await on.call('chat.update', { channel, ts, text: 'b' })).toMatchObject({ error: 'cant_update_message' });
    expect(await on.call('chat.delete', { channel, ts })).toMatchObject({ error: 'cant_delete_message' });
    const own = await on.post(channel, 'a');
    expect(await on.act('ana', { do: 'edit', channel, ts: own, text: 'b' })).toEqual({
      ok: false,
      error: 'cant_update_message',
    });
  });
});

describe('how fast', () => {
  test('posts to one channel burst a little, then wait a second', async () => {
    const on = await workspace({ rates: true, now: still });
    const send = (channel: string) =>
      fetch(`${on.url}/api/chat.postMessage`, {
        method: 'POST',
        headers: { authorization: `Bearer ${on.botToken}` },
        body: new URLSearchParams({ channel: on.ids.channels[channel]!, text: 'a' }),
      });
    const answers = await Promise.all(Array.from({ length: 8 }, () => send('general')));
    expect(answers.filter((one) => one.status === 429).map((one) => one.headers.get('retry-after'))).toEqual([
      '1',
      '1',
      '1',
    ]);
    expect((await send('ask-it')).status).toBe(200);
    await on.control({ do: 'clock', forward_ms: 1000 });
    expect((await send('general')).status).toBe(200);
    await on.control({ do: 'rates', on: false });
    expect((await send('general')).status).toBe(200);
  });

  test('a method has its tier', async () => {
    const on = await workspace({ rates: true, now: still });
    const answers = await Promise.all(Array.from({ length: 22 }, () => on.call('users.list')));
    expect(answers.filter((one) => one.error === 'ratelimited')).toHaveLength(2);
  });
});

test('the manifest file itself is read', async () => {
  const on = await workspace({ manifest: MANIFEST });
  expect((await on.sight('ana')).app.commands[0]).toMatchObject({ command: '/ticket' });
});
