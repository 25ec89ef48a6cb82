import { describe, expect, test } from 'vitest';
import { manifest, workspace } from './workspace.ts';

const withScopes = (...scopes: string[]) => manifest((m) => m.oauth_config.scopes.bot.push(...scopes));

describe('people and groups', () => {
  test('a person as Slack shows them: locale, zone, manager', async () => {
    const on = await workspace();
    const { ana, lea } = on.ids.users;
    const { user } = await on.client.users.info({ user: lea!, include_locale: true });
    expect(user).toMatchObject({
      id: lea,
      name: 'lea',
      real_name: 'Léa Martin',
      tz: 'Europe/Paris',
      locale: 'fr-FR',
      is_bot: false,
      profile: { email: 'lea@northwind.example', title: 'Lead of Support' },
    });
    expect([3600, 7200]).toContain(user?.tz_offset);
    const { profile } = await on.client.users.profile.get({ user: ana! });
    expect(Object.values(profile?.fields ?? {})).toMatchObject([{ value: lea, label: 'Manager' }]);
    expect((await on.client.users.lookupByEmail({ email: 'ANA@northwind.example' })).user?.id).toBe(ana);
    expect(await on.call('users.lookupByEmail', { email: 'nobody@northwind.example' })).toMatchObject({
      error: 'users_not_found',
    });
  });

  test('lists come in pages', async () => {
    const on = await workspace();
    const names: (string | undefined)[] = [];
    let pages = 0;
    for await (const page of on.client.paginate('users.list', { limit: 5 })) {
      names.push(...(page as unknown as { members: { name: string }[] }).members.map((one) => one.name));
      pages += 1;
    }
    expect(names).toEqual(expect.arrayContaining(Object.keys(on.ids.users)));
    expect([names.length, pages]).toEqual([16, 4]);
    expect(await on.call('users.list', { cursor: 'nonsense' })).toMatchObject({ error: 'invalid_cursor' });
    expect(await on.call('conversations.list', { limit: 1001 })).toMatchObject({ error: 'invalid_limit' });
    expect(await on.call('conversations.list', { types: 'secret' })).toMatchObject({ error: 'invalid_types' });
  });

  test('user groups and their members', async () => {
    const on = await workspace();
    const { usergroups } = await on.client.usergroups.list({ include_count: true });
    const support = usergroups?.find((one) => one.handle === 'support');
    expect(support).toMatchObject({ name: 'Support', user_count: 3 });
    const { users } = await on.client.usergroups.users.list({ usergroup: support!.id! });
    expect(users).toContain(on.ids.users['kofi']);
    expect(await on.call('usergroups.users.list', { usergroup: 'S000' })).toMatchObject({ error: 'no_such_subteam' });
  });

  test('the team and the bot', async () => {
    const on = await workspace();
    expect((await on.client.team.info()).team).toMatchObject({ id: on.ids.team, name: 'Northwind' });
    const { bot_id } = await on.client.auth.test();
    expect((await on.client.bots.info({ bot: bot_id! })).bot).toMatchObject({
      name: 'Threadesk',
      user_id: on.ids.bot,
      app_id: on.ids.app,
    });
  });
});

describe('channels', () => {
  test('the bot lists public channels and its own private ones', async () => {
    const on = await workspace();
    const names = async (method: string) =>
      ((await on.call(method, { types: 'public_channel,private_channel' }))['channels'] as { name: string }[])
        .map((one) => one.name)
        .sort();
    const all = Object.keys(on.ids.channels).sort();
    expect(await names('conversations.list')).toEqual(all);
    expect(await names('users.conversations')).toEqual(all.filter((name) => name !== 'random'));
    const { members } = await on.client.conversations.members({ channel: on.ids.channels['support-desk']! });
    const { ana, kofi, lea } = on.ids.users;
    expect(members).toEqual([ana, kofi, lea, on.ids.bot]);
  });

  test('a created channel has its maker; names have rules', async () => {
    const on = await workspace({ manifest: withScopes('channels:manage', 'groups:write', 'channels:write.invites') });
    const create = (name: string) => on.call('conversations.create', { name });
    expect(await create('War Room')).toMatchObject({ error: 'invalid_name_specials' });
    expect(await create('x'.repeat(81))).toMatchObject({ error: 'invalid_name_maxlength' });
    expect(await create('general')).toMatchObject({ error: 'name_taken' });
    const { channel } = (await create('war-room')) as unknown as { channel: { id: string } };
    const invite = () =>
      on.call('conversations.invite', { channel: channel.id, users: `${on.ids.users['ana']},${on.ids.users['kofi']}` });
    expect(await invite()).toMatchObject({ ok: true });
    expect(await invite()).toMatchObject({ error: 'already_in_channel' });
    expect((await on.sight('ana')).channels.find((one) => one.id === channel.id)?.members).toHaveLength(3);
  });

  test('a guest sees only their own channels', async () => {
    const on = await workspace();
    expect((await on.sight('dora')).channels.map((one) => one.name)).toEqual(['ask-support']);
  });
});

describe('what hangs on a channel', () => {
  test('pins', async () => {
    const on = await workspace({ manifest: withScopes('pins:write', 'pins:read') });
    const channel = on.ids.channels['general']!;
    const timestamp = await on.post(channel, 'look');
    await on.client.pins.add({ channel, timestamp });
    expect(await on.call('pins.add', { channel, timestamp })).toMatchObject({ error: 'already_pinned' });
    expect((await on.client.pins.list({ channel })).items).toMatchObject([
      { type: 'message', channel, created_by: on.ids.bot, message: { ts: timestamp } },
    ]);
    await on.client.pins.remove({ channel, timestamp });
    expect(await on.call('pins.remove', { channel, timestamp })).toMatchObject({ error: 'no_pin' });
  });

  test('bookmarks', async () => {
    const on = await workspace({ manifest: withScopes('bookmarks:write', 'bookmarks:read') });
    const channel_id = on.ids.channels['general']!;
    const add = (link: string) => on.call('bookmarks.add', { channel_id, title: 'Board', type: 'link', link });
    expect(await add('javascript:alert(1)')).toMatchObject({ error: 'invalid_link' });
    const { bookmark } = (await add('https://example.com')) as unknown as { bookmark: { id: string } };
    await on.call('bookmarks.edit', { channel_id, bookmark_id: bookmark.id, title: 'Queue' });
    expect(await on.call('bookmarks.list', { channel_id })).toMatchObject({
      bookmarks: [{ title: 'Queue', link: 'https://example.com' }],
    });
    await on.call('bookmarks.remove', { channel_id, bookmark_id: bookmark.id });
    expect(await on.call('bookmarks.remove', { channel_id, bookmark_id: bookmark.id })).toMatchObject({
      error: 'not_found',
    });
  });

  test('permalinks name the thread', async () => {
    const on = await workspace();
    const channel = on.ids.channels['general']!;
    const parent = await on.post(channel, 'a');
    const reply = await on.post(channel, 'b', { thread_ts: parent });
    const { permalink } = await on.client.chat.getPermalink({ channel, message_ts: reply });
    expect(permalink).toBe(
      `${on.url}/archives/${channel}/p${reply.replace('.', '')}?thread_ts=${parent}&cid=${channel}`,
    );
    expect((await fetch(permalink!)).headers.get('content-type')).toContain('text/html');
  });
});

test('blocks.validate judges blocks, a view or a message, without a token', async () => {
  const on = await workspace();
  const judge = (args: Record<string, unknown>) => on.call('blocks.validate', args, '');
  expect(await judge({ blocks: [{ type: 'divider' }] })).toEqual({ ok: true });
  expect(await judge({ blocks: [{ type: 'section', text: { type: 'invalid', text: 'a' } }] })).toEqual({
    ok: false,
    error: 'invalid_blocks',
    errors: [{ code: 'failed_constraint', message: 'unsupported type: invalid', pointer: '/0/text/type' }],
  });
  expect(await judge({ view: { type: 'modal', blocks: [] } })).toMatchObject({ error: 'invalid_view' });
  expect(await judge({ message: { blocks: [{ type: 'header' }] } })).toMatchObject({ error: 'invalid_message' });
  expect(await judge({})).toMatchObject({ error: 'invalid_arguments' });
});
