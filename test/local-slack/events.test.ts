import { describe, expect, test } from 'vitest';
import { type Envelope, type Event, ear } from './listener.ts';
import { type Workspace, manifest, until, workspace } from './workspace.ts';

/** The events once the named one has come: deliveries keep their order on one socket. */
async function after(on: Workspace, heard: Envelope[], channel = 'general'): Promise<Event[]> {
  const text = `end ${heard.length}`;
  await on.act('kofi', { do: 'send', channel: on.ids.channels[channel]!, text });
  await until(() => heard.find((one) => one.event.text === text));
  return heard.map((one) => one.event).filter((event) => !String(event.text).startsWith('end '));
}

const names = (events: Event[]): string[] =>
  events.map((event) => (event.subtype === undefined ? event.type : `${event.type}/${event.subtype}`));

describe('what the app hears', () => {
  test('one message that mentions it is two events, of one text and two ids', async () => {
    const on = await workspace();
    const heard = await ear(on);
    const channel = on.ids.channels['general']!;
    const { ts } = (await on.act('ana', { do: 'send', channel, text: '@threadesk help' })) as { ts: string };
    const events = await after(on, heard);
    expect(names(events)).toEqual(['message', 'app_mention']);
    expect(events[0]).toMatchObject({
      channel,
      ts,
      event_ts: ts,
      channel_type: 'channel',
      user: on.ids.users['ana'],
      text: `<@${on.ids.bot}> help`,
      client_msg_id: expect.any(String),
    });
    expect(events[1]).toMatchObject({ channel, ts, event_ts: ts });
    expect(events[1]).not.toHaveProperty('channel_type');
    expect(heard[0]?.event_id).not.toBe(heard[1]?.event_id);
    expect(heard[0]).toMatchObject({
      type: 'event_callback',
      team_id: on.ids.team,
      api_app_id: on.ids.app,
      authorizations: [{ user_id: on.ids.bot, is_bot: true }],
    });
  });

  test('edits, updates and deletions echo', async () => {
    const on = await workspace();
    const heard = await ear(on);
    const channel = on.ids.channels['general']!;
    const { ts } = (await on.act('ana', { do: 'send', channel, text: 'one' })) as { ts: string };
    await on.act('ana', { do: 'edit', channel, ts, text: 'two' });
    await on.act('ana', { do: 'delete', channel, ts });
    const own = await on.post(channel, 'mine');
    await on.client.chat.update({ channel, ts: own, text: 'changed' });
    const events = await after(on, heard);
    expect(names(events)).toEqual([
      'message',
      'message/message_changed',
      'message/message_deleted',
      'message',
      'message/message_changed',
    ]);
    expect(events[1]).toMatchObject({
      hidden: true,
      message: { text: 'two', user: on.ids.users['ana'], edited: { user: on.ids.users['ana'] } },
      previous_message: { text: 'one' },
    });
    expect(events[2]).toMatchObject({ deleted_ts: ts, previous_message: { text: 'two' } });
    expect(events[3]).toMatchObject({
      user: on.ids.bot,
      bot_id: expect.any(String),
      bot_profile: { app_id: on.ids.app },
    });
    expect(events[4]).toMatchObject({ message: { text: 'changed' }, previous_message: { text: 'mine' } });
    expect(events[4]).not.toHaveProperty('user');
  });

  test('nothing of places where the bot is not', async () => {
    const on = await workspace();
    const heard = await ear(on);
    await on.act('ana', { do: 'send', channel: on.ids.channels['random']!, text: '@threadesk help' });
    const { channel } = (await on.act('ana', { do: 'open_dm', with: on.ids.users['kofi']! })) as { channel: string };
    await on.act('ana', { do: 'send', channel, text: 'psst' });
    expect(await after(on, heard)).toEqual([]);
  });

  test('nothing that the manifest does not subscribe to, or has no scope for', async () => {
    const on = await workspace({
      manifest: manifest((m) => {
        m.settings.event_subscriptions.bot_events = [
          'message.channels',
          'message.groups',
          'app_mention',
          'reaction_added',
        ];
        m.oauth_config.scopes.bot = m.oauth_config.scopes.bot.filter(
          (scope) => !['reactions:read', 'groups:history'].includes(scope),
        );
      }),
    });
    const heard = await ear(on);
    const channel = on.ids.channels['general']!;
    const { ts } = (await on.act('ana', { do: 'send', channel, text: 'a' })) as { ts: string };
    await on.act('ana', { do: 'react', channel, ts, name: 'eyes' });
    await on.act('ana', { do: 'send', channel: on.ids.channels['support-desk']!, text: 'b' });
    await on.act('ana', { do: 'open_home' });
    expect(names(await after(on, heard))).toEqual(['message']);
  });

  test('a DM, its Home, reactions, members, files, people', async () => {
    const on = await workspace();
    const heard = await ear(on);
    const general = on.ids.channels['general']!;
    const { channel } = (await on.act('bao', { do: 'open_home' })) as { channel: string };
    await on.act('bao', { do: 'send', channel, text: 'hello' });
    const { ts } = (await on.act('ana', { do: 'send', channel: general, text: 'a' })) as { ts: string };
    await on.act('bao', { do: 'react', channel: general, ts, name: 'eyes' });
    await on.act('bao', { do: 'unreact', channel: general, ts, name: 'eyes' });
    await on.act('ana', { do: 'invite', channel: on.ids.channels['support-desk']!, user: on.ids.users['bao']! });
    await on.act('bao', { do: 'leave', channel: on.ids.channels['support-desk']! });
    await on.control({ do: 'deactivate', user: on.ids.users['min']! });
    const events = await after(on, heard);
    expect(names(events)).toEqual([
      'app_home_opened',
      'message',
      'message',
      'reaction_added',
      'reaction_removed',
      'message/group_join',
      'member_joined_channel',
      'message/group_leave',
      'member_left_channel',
      'user_change',
    ]);
    expect(events[0]).toMatchObject({ tab: 'home', channel, user: on.ids.users['bao'] });
    expect(events[1]).toMatchObject({ channel_type: 'im', channel });
    expect(events[3]).toMatchObject({
      reaction: 'eyes',
      item: { type: 'message', channel: general, ts },
      item_user: on.ids.users['ana'],
    });
    expect(events[6]).toMatchObject({ user: on.ids.users['bao'], inviter: on.ids.users['ana'], channel_type: 'G' });
    expect(events[9]).toMatchObject({ user: { id: on.ids.users['min'], deleted: true } });
  });

  test('its own removal, what befalls a channel, and a newcomer', async () => {
    const on = await workspace();
    const heard = await ear(on);
    await on.control({ do: 'archive', channel: on.ids.channels['ask-it']! });
    await on.control({ do: 'unarchive', channel: on.ids.channels['ask-it']! });
    await on.control({ do: 'rename_channel', channel: on.ids.channels['ask-it']!, name: 'ask-tech' });
    await on.control({ do: 'remove_bot', channel: on.ids.channels['ask-billing']! });
    await on.control({ do: 'add_person', name: 'zoe', real_name: 'Zoe Park', email: 'zoe@northwind.example' });
    expect(names(await after(on, heard))).toEqual([
      'message/channel_archive',
      'channel_archive',
      'message/channel_unarchive',
      'channel_unarchive',
      'message/channel_name',
      'channel_rename',
      'message/channel_leave',
      'member_left_channel',
      'team_join',
      'message/channel_join',
      'member_joined_channel',
    ]);
  });
});
