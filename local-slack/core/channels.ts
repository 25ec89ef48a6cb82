/** The life of a channel: created, joined, left, archived, renamed; with the lines and events that Slack makes of it. */
import { newChannel } from './direct.ts';
import { letterOf, tellApp, tellMessage } from './events.ts';
import { botId, isMember, messagesOf, scopeFor } from './find.ts';
import { composed } from './messages.ts';
import type { Channel, Obj } from './model.ts';
import { channelJson } from './channel-shape.ts';
import { messageJson } from './payload.ts';
import { refuse } from './refusal.ts';
import { showChannel, showMessage } from './sight.ts';
import type { Slack } from './slack.ts';

const NAME = /^[\p{Ll}\p{Lo}\p{N}_-]+$/u;

/** The rules of a name, whether new or changed. */
function checkedName(slack: Slack, name: string): string {
  if (name === '') refuse('invalid_name_required');
  if (name.length > 80) refuse('invalid_name_maxlength');
  if (!NAME.test(name)) refuse('invalid_name_specials');
  if (/^[_-]+$/.test(name)) refuse('invalid_name_punctuation');
  if (Object.values(slack.state.channels).some((channel) => channel.name === name)) refuse('name_taken');
  return name;
}

export function createChannel(slack: Slack, by: string, given: string, isPrivate: boolean): Channel {
  const name = checkedName(slack, given);
  const kind = isPrivate ? 'private' : 'public';
  const channel = newChannel(slack, { name, kind, creator: by, members: [by] });
  if (!isPrivate) {
    const { is_member: _member, ...shape } = channelJson(slack, channel);
    tellApp(
      slack,
      { subscription: 'channel_created', scope: 'channels:read' },
      { type: 'channel_created', channel: { ...shape, is_frozen: false } },
    );
  }
  showChannel(slack, channel);
  slack.changed();
  return channel;
}

function systemLine(slack: Slack, channel: Channel, user: string, subtype: string, text: string, more: Obj = {}): void {
  const message = composed(slack, channel, { user, text, subtype, more });
  messagesOf(slack, channel.id).push(message);
  tellMessage(slack, channel, { ...messageJson(slack, message), event_ts: message.ts });
  showMessage(slack, message);
}

export function join(slack: Slack, channel: Channel, user: string, inviter?: string): void {
  if (channel.archived) refuse('is_archived');
  if (isMember(channel, user)) return;
  channel.members.push(user);
  channel.read[user] = slack.mint.ts();
  const more = inviter === undefined ? {} : { inviter };
  const subtype = channel.kind === 'private' ? 'group_join' : 'channel_join';
  systemLine(
    slack,
    channel,
    user,
    subtype,
    `<@${user}> has joined the ${channel.kind === 'private' ? 'group' : 'channel'}`,
    more,
  );
  tellApp(
    slack,
    { subscription: 'member_joined_channel', scope: scopeFor(channel.kind, 'read'), channel },
    {
      type: 'member_joined_channel',
      user,
      channel: channel.id,
      channel_type: letterOf(channel),
      team: slack.state.team.id,
      ...more,
    },
  );
  showChannel(slack, channel);
  // What was said before they came is now theirs to read.
  if (channel.kind === 'private' || slack.state.users[user]?.is_restricted) reload(slack, user);
  slack.changed();
}

function reload(slack: Slack, user: string): void {
  slack.bus.tell((as) => (as === user ? { kind: 'reload' } : undefined));
}

export function leave(slack: Slack, channel: Channel, user: string, by = user): void {
  if (channel.kind === 'im') refuse('method_not_supported_for_channel_type');
  if (!isMember(channel, user)) refuse('not_in_channel');
  if (channel.archived) refuse('is_archived');
  if (channel.general) refuse('cant_leave_general');
  if (channel.kind === 'private' && channel.members.length === 1) refuse('last_member');
  const isBot = user === botId(slack);
  systemLine(
    slack,
    channel,
    user,
    channel.kind === 'private' ? 'group_leave' : 'channel_leave',
    `<@${user}> has left the ${channel.kind === 'private' ? 'group' : 'channel'}`,
  );
  channel.members = channel.members.filter((id) => id !== user);
  tellApp(
    slack,
    { subscription: 'member_left_channel', scope: scopeFor(channel.kind, 'read'), channel, outside: isBot },
    {
      type: 'member_left_channel',
      user,
      channel: channel.id,
      channel_type: letterOf(channel),
      team: slack.state.team.id,
    },
  );
  if (isBot) tellOwn(slack, channel, 'left', { actor_id: by });
  if (channel.kind === 'private') reload(slack, user);
  showChannel(slack, channel);
  slack.changed();
}

/** `channel_archive` or, for a private one, `group_archive`. */
function tellOwn(slack: Slack, channel: Channel, what: string, more: Obj): void {
  const type = `${channel.kind === 'private' ? 'group' : 'channel'}_${what}`;
  tellApp(
    slack,
    {
      subscription: type,
      scope: scopeFor(channel.kind, 'read'),
      channel,
      outside: channel.kind === 'public' || what === 'left',
    },
    { type, channel: channel.id, ...more },
  );
}

export function setArchived(slack: Slack, channel: Channel, by: string, archived: boolean): void {
  if (channel.archived === archived) refuse(archived ? 'already_archived' : 'not_archived');
  const what = archived ? 'archive' : 'unarchive';
  channel.archived = archived;
  const family = channel.kind === 'private' ? 'group' : 'channel';
  systemLine(
    slack,
    channel,
    by,
    `${family}_${what}`,
    `<@${by}> ${archived ? 'archived' : 'un-archived'} the ${family}`,
  );
  tellOwn(slack, channel, what, { user: by, actor_id: by, is_moved: 0 });
  showChannel(slack, channel);
  slack.changed();
}

export function rename(slack: Slack, channel: Channel, by: string, given: string): void {
  if (channel.archived) refuse('is_archived');
  const old_name = channel.name;
  const name = checkedName(slack, given);
  channel.name = name;
  const family = channel.kind === 'private' ? 'group' : 'channel';
  systemLine(slack, channel, by, `${family}_name`, `<@${by}> has renamed the channel from "${old_name}" to "${name}"`, {
    old_name,
    name,
  });
  const type = `${family}_rename`;
  const shape = {
    id: channel.id,
    is_channel: channel.kind === 'public',
    is_mpim: false,
    name,
    name_normalized: name,
    created: channel.created,
  };
  tellApp(
    slack,
    { subscription: type, scope: scopeFor(channel.kind, 'read'), channel, outside: channel.kind === 'public' },
    { type, channel: shape },
  );
  showChannel(slack, channel);
  slack.changed();
}

const LONGEST_TOPIC = 250;

export function setTopic(slack: Slack, channel: Channel, by: string, what: 'topic' | 'purpose', text: string): void {
  if (channel.kind === 'im') refuse('method_not_supported_for_channel_type');
  if (channel.archived) refuse('is_archived');
  if (!isMember(channel, by)) refuse('not_in_channel');
  if (text.length > LONGEST_TOPIC) refuse('too_long');
  channel[what] = text;
  channel[`${what}_set`] = { by, at: Math.floor(slack.clock.now() / 1000) };
  const family = channel.kind === 'public' ? 'channel' : 'group';
  const line = text === '' ? `<@${by}> cleared the ${family} ${what}` : `<@${by}> set the ${family} ${what}: ${text}`;
  systemLine(slack, channel, by, `${family}_${what}`, line, { [what]: text });
  showChannel(slack, channel);
  slack.changed();
}

/** Somebody is taken out of a channel by another. */
export function kick(slack: Slack, channel: Channel, by: string, user: string): void {
  if (user === by) refuse('cant_kick_self');
  if (channel.general) refuse('cant_kick_from_general');
  if (!isMember(channel, user)) refuse('not_in_channel');
  leave(slack, channel, user);
}
