/** The app itself: its tokens, manifest and installation; its agent's threads; its metadata. */
import { describe, expect, test } from 'vitest';
import { statusOf } from '../../local-slack/core/agents.ts';
import { everything } from './refusals/stage.ts';
import { hearing } from './listener.ts';
import { until, workspace } from './workspace.ts';

describe('tokens', () => {
  test('a revoked token is told of and lets nobody in, until it is restored', async () => {
    const on = await workspace();
    const heard = await hearing(on);
    expect(await on.call('auth.revoke', { test: true })).toEqual({ ok: true, revoked: false });
    expect(await on.call('auth.revoke')).toEqual({ ok: true, revoked: true });
    expect(await on.call('auth.test')).toEqual({ ok: false, error: 'token_revoked' });
    await until(() => heard.find((event) => event.type === 'tokens_revoked'));
    await on.control({ do: 'disarm' });
    expect(await on.call('auth.test')).toMatchObject({ ok: true });
  });

  test('an uninstalled app hears of it, and its account is inactive', async () => {
    const on = await workspace();
    const heard = await hearing(on);
    const client = { client_id: 'local-client-id', client_secret: 'local-client-secret' };
    expect(await on.call('apps.uninstall', client)).toEqual({ ok: true });
    expect(await on.call('auth.test')).toEqual({ ok: false, error: 'account_inactive' });
    await until(() => heard.find((event) => event.type === 'app_uninstalled'));
    await on.control({ do: 'disarm' });
  });

  test('who an event was for', async () => {
    const on = await workspace();
    await on.act('ana', { do: 'send', channel: on.ids.channels['general']!, text: 'hi' });
    const delivery = await until(async () => (await on.journal()).find((row) => row.kind === 'delivery'));
    const { event_context } = (delivery.request as { payload: { event_context: string } }).payload;
    expect(await on.call('apps.event.authorizations.list', { event_context }, on.appToken)).toEqual({
      ok: true,
      authorizations: [
        { enterprise_id: null, team_id: on.ids.team, user_id: on.ids.bot, is_bot: true, is_enterprise_install: false },
      ],
    });
  });

  test('a manifest is judged', async () => {
    const on = await workspace();
    const judge = (manifest: object) => on.call('apps.manifest.validate', { manifest }, '');
    const sound = { display_information: { name: 'Desk' } };
    expect(await judge(sound)).toEqual({ ok: true, errors: [] });
    expect(await judge({ display_information: { name: 'x'.repeat(36) } })).toMatchObject({
      error: 'invalid_manifest',
      errors: [{ pointer: '/display_information/name' }],
    });
    const deaf = { ...sound, settings: { event_subscriptions: { bot_events: ['app_mention'] } } };
    expect(await judge(deaf)).toMatchObject({ errors: [{ pointer: '/settings/event_subscriptions' }] });
  });

  test('a method that is not here says why', async () => {
    const on = await workspace();
    expect(await on.call('conversations.inviteShared', { channel: 'C1' })).toMatchObject({
      error: 'unknown_method',
      response_metadata: {
        messages: [expect.stringMatching(/^\[ERROR\] local-slack has no conversations\.inviteShared: /)],
      },
    });
    expect(await on.call('conversations.invent')).toEqual({
      ok: false,
      error: 'unknown_method',
      req_method: 'conversations.invent',
    });
  });

  test('a charset where none belongs, or none where one does, is a warning', async () => {
    const on = await workspace();
    const warned = async (type: string, body: string) => {
      const headers = { 'content-type': type, authorization: `Bearer ${on.botToken}` };
      const response = await fetch(`${on.url}/api/auth.test`, { method: 'POST', headers, body });
      return ((await response.json()) as { warning?: string }).warning;
    };
    expect(await warned('application/json', '{}')).toBe('missing_charset');
    expect(await warned('application/json; charset=utf-8', '{}')).toBeUndefined();
    expect(await warned('application/x-www-form-urlencoded; charset=utf-8', '')).toBe('superfluous_charset');
    expect(await warned('application/x-www-form-urlencoded', '')).toBeUndefined();
  });
});

describe('an agent’s thread', () => {
  test('has a status for two minutes or until the answer, a title, prompts and a session', async () => {
    const on = await workspace({ manifest: everything() });
    const channel_id = on.ids.channels['general']!;
    const { ts: thread_ts } = (await on.act('ana', { do: 'send', channel: channel_id, text: 'why?' })) as {
      ts: string;
    };
    const thread = { channel_id, thread_ts };
    const think = () =>
      on.call('assistant.threads.setStatus', { ...thread, status: 'thinks', loading_messages: ['…'] });
    const status = () => statusOf(on.slack, channel_id, thread_ts)?.text;
    expect(await think()).toEqual({ ok: true });
    expect(status()).toBe('thinks');
    await on.control({ do: 'clock', forward_ms: 120_001 });
    expect(status()).toBeUndefined();
    await think();
    await on.post(channel_id, 'because', { thread_ts });
    expect(status()).toBeUndefined();
    const many = { ...thread, status: 'x', loading_messages: Array(11).fill('x') };
    expect(await on.call('assistant.threads.setStatus', many)).toMatchObject({ error: 'invalid_arguments' });
    const prompt = { title: 'More', message: 'Tell me more' };
    const suggest = (prompts: object[]) => on.call('assistant.threads.setSuggestedPrompts', { ...thread, prompts });
    expect(await suggest([prompt])).toEqual({ ok: true });
    expect(await suggest(Array.from({ length: 5 }, () => prompt))).toMatchObject({ error: 'invalid_arguments' });
    expect(await on.call('assistant.threads.setTitle', { ...thread, title: 'Why' })).toEqual({ ok: true });
    expect(await on.call('agents.sessions.setStatus', { ...thread, status: 'processing', title: 'First' })).toEqual({
      ok: true,
      status: 'processing',
      agent_status: 'processing',
      title: 'First',
    });
    expect(await on.call('agents.sessions.rename', { ...thread, title: 'Second' })).toEqual({
      ok: true,
      title: 'Second',
    });
  });
});

describe('message metadata', () => {
  const asking = (event_type: string) =>
    everything((m) => {
      const names = ['posted', 'updated', 'deleted'].map((what) => `message_metadata_${what}`);
      m.settings.event_subscriptions.bot_events.push(...names);
      Object.assign(m.settings.event_subscriptions, { metadata_subscriptions: [{ app_id: '*', event_type }] });
    });
  const note = (n: number) => ({ event_type: 'note', event_payload: { n } });

  test('is told when it is posted, changed and taken away', async () => {
    const on = await workspace({ manifest: asking('note') });
    const heard = await hearing(on);
    const channel = on.ids.channels['general']!;
    const ts = await on.post(channel, 'a', { metadata: note(1) });
    await on.call('chat.update', { channel, ts, text: 'b' });
    await on.call('chat.update', { channel, ts, text: 'c', metadata: note(2) });
    await on.call('chat.update', { channel, ts, text: 'd', metadata: {} });
    const told = await until(() => {
      const found = heard.filter((event) => event.type.startsWith('message_metadata'));
      return found.length >= 3
        ? found.sort((a, b) => (String(a['event_ts']) < String(b['event_ts']) ? -1 : 1))
        : undefined;
    });
    const common = { channel_id: channel, message_ts: ts, app_id: on.ids.app, user_id: on.ids.bot };
    expect(told).toMatchObject([
      { type: 'message_metadata_posted', ...common, metadata: note(1) },
      { type: 'message_metadata_updated', ...common, metadata: note(2), previous_metadata: note(1) },
      { type: 'message_metadata_deleted', ...common, previous_metadata: note(2) },
    ]);
  });

  test('of another name is not', async () => {
    const on = await workspace({ manifest: asking('other') });
    const heard = await hearing(on);
    const channel = on.ids.channels['general']!;
    await on.post(channel, 'a', { metadata: note(1) });
    await on.act('ana', { do: 'send', channel, text: 'after' });
    await until(() => heard.find((event) => event['text'] === 'after'));
    expect(heard.map((event) => event.type)).not.toContain('message_metadata_posted');
  });
});
