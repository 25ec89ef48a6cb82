/** Channels and direct messages as the app manages them, and what it hears of it. */
import { describe, expect, test } from 'vitest';
import { everything } from './refusals/stage.ts';
import { hearing } from './listener.ts';
import { type Workspace, page, until, workspace } from './workspace.ts';

async function opened(on: Workspace, people: string[]): Promise<Record<string, unknown> & { id: string }> {
  const users = people.map((name) => on.ids.users[name]).join(',');
  const answer = await on.call('conversations.open', { users, return_im: true });
  return answer['channel'] as { id: string };
}

describe('a group of people', () => {
  test('has one conversation, whoever is named first', async () => {
    const on = await workspace({ manifest: everything() });
    const channel = await opened(on, ['ana', 'kofi']);
    expect(channel).toMatchObject({
      is_mpim: true,
      is_group: true,
      is_private: true,
      is_member: true,
      name: 'mpdm-threadesk--ana--kofi-1',
      is_open: true,
    });
    expect((await opened(on, ['kofi', 'ana', 'kofi'])).id).toBe(channel.id);
    expect((await opened(on, ['kofi'])).id).not.toBe(channel.id);
    expect((await opened(on, ['kofi', 'ana', 'lea'])).id).not.toBe(channel.id);
    const none = { users: `${on.ids.users['ana']},${on.ids.users['lea']}`, prevent_creation: true };
    expect(await on.call('conversations.open', none)).toMatchObject({ error: 'channel_not_found' });
  });

  test('is listed, read and heard under its own scopes', async () => {
    const on = await workspace({ manifest: everything() });
    const heard = await hearing(on);
    const { id } = await opened(on, ['ana', 'kofi']);
    const listed = async () =>
      ((await on.call('conversations.list', { types: 'mpim' }))['channels'] as { id: string }[]).map((one) => one.id);
    expect(await listed()).toEqual([id]);
    await on.act('ana', { do: 'send', channel: id, text: 'between us' });
    const told = await until(() => heard.find((event) => event['text'] === 'between us'));
    expect(told).toMatchObject({ type: 'message', channel: id, channel_type: 'mpim' });
    expect(await on.post(id, 'and me')).toMatch(/^\d{10}\.\d{6}$/);
    const history = await on.client.conversations.history({ channel: id });
    expect(history.messages?.map((one) => one.text)).toEqual(['and me', 'between us']);
    expect((await on.sight('ana')).channels.find((one) => one.id === id)).toMatchObject({ kind: 'mpim', unread: 1 });
    expect((await on.sight('lea')).channels.map((one) => one.id)).not.toContain(id);
    on.slack.manifest.oauth_config.scopes.bot = ['channels:history', 'channels:read'];
    expect(await on.call('conversations.history', { channel: id })).toMatchObject({ needed: 'mpim:history' });
    expect(await on.call('conversations.info', { channel: id })).toMatchObject({ needed: 'mpim:read' });
  });

  test('is put aside, and comes back with the next message', async () => {
    const on = await workspace({ manifest: everything() });
    const { id } = await opened(on, ['ana']);
    const isOpen = async () =>
      ((await on.call('conversations.info', { channel: id }))['channel'] as { is_open: boolean }).is_open;
    expect(await on.call('conversations.close', { channel: id })).toEqual({ ok: true });
    expect(await on.call('conversations.close', { channel: id })).toEqual({
      ok: true,
      no_op: true,
      already_closed: true,
    });
    expect(await isOpen()).toBe(false);
    expect(await on.call('conversations.open', { channel: id })).toEqual({ ok: true, channel: { id } });
    expect(await on.call('conversations.open', { channel: id })).toMatchObject({ no_op: true, already_open: true });
    await on.call('conversations.close', { channel: id });
    await on.act('ana', { do: 'send', channel: id, text: 'still there?' });
    expect(await isOpen()).toBe(true);
  });
});

describe('a channel of the app', () => {
  test('is described, marked, left by people and brought back', async () => {
    const on = await workspace({ manifest: everything() });
    const heard = await hearing(on);
    const seen = await page(on, 'ana');
    const { channel } = (await on.call('conversations.create', { name: 'war-room' })) as unknown as {
      channel: { id: string };
    };
    const { id } = channel;
    const { ana, kofi } = on.ids.users;
    await on.call('conversations.invite', { channel: id, users: `${ana},${kofi}` });
    const told = await on.call('conversations.setTopic', { channel: id, topic: 'The printer' });
    expect(told).toMatchObject({ channel: { topic: { value: 'The printer', creator: on.ids.bot } } });
    expect(await on.call('conversations.setPurpose', { channel: id, purpose: 'Put it out' })).toMatchObject({
      channel: { purpose: { value: 'Put it out' } },
    });
    const line = await until(() => heard.find((event) => event['subtype'] === 'channel_topic'));
    expect(line).toMatchObject({ user: on.ids.bot, topic: 'The printer', channel: id });
    await until(() => seen.find((one) => one.kind === 'channel' && one.channel.topic === 'The printer'));
    expect(await on.call('conversations.kick', { channel: id, user: kofi })).toEqual({ ok: true, errors: {} });
    expect(await until(() => heard.find((event) => event.type === 'member_left_channel'))).toMatchObject({
      user: kofi,
    });
    const { ts } = (await on.act('ana', { do: 'send', channel: id, text: 'here' })) as { ts: string };
    expect(await on.call('conversations.mark', { channel: id, ts })).toEqual({ ok: true });
    expect(await on.call('conversations.info', { channel: id })).toMatchObject({ channel: { last_read: ts } });
    await on.call('conversations.archive', { channel: id });
    expect(await on.call('conversations.unarchive', { channel: id })).toEqual({ ok: true });
    await on.call('conversations.leave', { channel: id });
    expect(await on.call('conversations.leave', { channel: id })).toEqual({ ok: false, not_in_channel: true });
  });

  test('takes in those who may come, if told to go on without the others', async () => {
    const on = await workspace({ manifest: everything() });
    const { channel } = (await on.call('conversations.create', { name: 'war-room' })) as unknown as {
      channel: { id: string };
    };
    const users = `${on.ids.users['ana']},U0NOBODY`;
    const errors = [{ user: 'U0NOBODY', ok: false, error: 'user_not_found' }];
    const invite = (force: boolean) => on.call('conversations.invite', { channel: channel.id, users, force });
    expect(await invite(false)).toEqual({ ok: false, error: 'user_not_found', errors });
    expect(await invite(true)).toMatchObject({ ok: true, errors });
    const { members } = await on.client.conversations.members({ channel: channel.id });
    expect(members).toEqual([on.ids.bot, on.ids.users['ana']]);
  });
});

describe('history', () => {
  test('comes in pages without holes, between two moments, with or without them', async () => {
    const on = await workspace();
    const channel = on.ids.channels['general']!;
    const all: string[] = [];
    for (let n = 0; n < 7; n += 1) all.push(await on.post(channel, `n${n}`));
    const read = async (args: Record<string, unknown>) => {
      const found: string[] = [];
      let cursor: string | undefined;
      do {
        const answer = await on.client.conversations.history({ channel, ...args, ...(cursor ? { cursor } : {}) });
        found.push(...(answer.messages ?? []).map((one) => one.ts!));
        cursor = answer.response_metadata?.next_cursor;
        expect(answer.has_more).toBe(cursor !== undefined);
      } while (cursor !== undefined);
      return found.toReversed();
    };
    const between = { oldest: all[1], latest: all[5] };
    expect(await read({ ...between, limit: 2 })).toEqual(all.slice(2, 5));
    expect(await read({ ...between, limit: 2, inclusive: true })).toEqual(all.slice(1, 6));
    expect(await read({ oldest: all[4] })).toEqual(all.slice(5));
    expect(await read({ latest: all[3], inclusive: true, limit: 1, oldest: all[3] })).toEqual([all[3]]);
  });

  test('of more than Slack allows at once is cut to that', async () => {
    const on = await workspace();
    const channel = on.ids.channels['general']!;
    const [like] = on.slack.state.messages[channel] ?? [];
    const many = Array.from({ length: 1100 }, () => ({
      ...like!,
      ts: on.slack.mint.ts(),
      replies: [],
      thread_ts: undefined,
    }));
    on.slack.state.messages[channel] = many;
    const count = async (limit?: number) =>
      (
        (await on.call('conversations.history', { channel, ...(limit === undefined ? {} : { limit }) }))[
          'messages'
        ] as []
      ).length;
    expect([await count(), await count(5), await count(5000)]).toEqual([100, 5, 999]);
  });
});
