/** Changing channels: made, named, described, joined, left, archived. */
import { z } from 'zod';
import { createChannel, join, kick, leave, rename, setArchived, setTopic } from '../../core/channels.ts';
import { botId, channelForBot, familyOf, isMember, needOneOf, userOf } from '../../core/find.ts';
import type { Channel, ChannelKind, Obj, Ts } from '../../core/model.ts';
import { channelJson, lastReadJson } from '../../core/channel-shape.ts';
import { refuse } from '../../core/refusal.ts';
import { showChannel } from '../../core/sight.ts';
import type { Slack } from '../../core/slack.ts';
import { type Method, absent, flag, list, method, text, word } from './method.ts';

/** The scopes that manage a channel of this kind; any one is enough. */
const MANAGE: Record<ChannelKind, string[]> = {
  public: ['channels:manage', 'channels:write'],
  private: ['groups:write'],
  im: ['im:write'],
  mpim: ['mpim:write'],
};
export const MANAGE_ANY = Object.values(MANAGE).flat();
const KICK = ['channels:manage', 'groups:write'];
const INVITE = [
  'channels:write.invites',
  'groups:write.invites',
  ...MANAGE_ANY.filter((one) => one !== 'channels:write'),
];
const TOPIC = [
  'channels:write.topic',
  'groups:write.topic',
  'im:write.topic',
  'mpim:write.topic',
  ...MANAGE_ANY.filter((one) => one !== 'channels:write'),
];

/** The channel, if the bot may know it and holds a scope that manages its kind. */
export function managed(slack: Slack, id: string, also?: 'topic' | 'invites'): Channel {
  const channel = channelForBot(slack, id);
  const narrow = also === undefined ? [] : [`${familyOf(channel.kind)}:write.${also}`];
  needOneOf(slack, [...narrow, ...MANAGE[channel.kind]]);
  return channel;
}

/** Channels with a name; direct messages are none. */
function named(channel: Channel): void {
  if (channel.kind === 'im' || channel.kind === 'mpim') refuse('method_not_supported_for_channel_type');
}

function inside(slack: Slack, channel: Channel): void {
  if (!isMember(channel, botId(slack))) refuse('not_in_channel');
}

function shape(slack: Slack, channel: Channel): Obj {
  return { channel: { ...channelJson(slack, channel), ...lastReadJson(slack, channel, true) } };
}

const create = method({
  scopes: MANAGE_ANY,
  tier: 2,
  args: z.object({ name: text, is_private: flag.optional() }),
  run: ({ slack }, { name, is_private }) => {
    needOneOf(slack, MANAGE[is_private === true ? 'private' : 'public']);
    return shape(slack, createChannel(slack, botId(slack), name, is_private === true));
  },
});

const joining = method({
  scopes: ['channels:join'],
  tier: 3,
  args: z.object({ channel: word }),
  run: (call, args) => {
    const { slack } = call;
    const channel = channelForBot(slack, args.channel);
    if (channel.kind !== 'public') refuse('method_not_supported_for_channel_type');
    if (isMember(channel, botId(slack))) call.warnings.push('already_in_channel');
    join(slack, channel, botId(slack));
    return shape(slack, channel);
  },
});

/** Why this person cannot be brought in, if so. */
function unwelcome(slack: Slack, channel: Channel, user: string): string | undefined {
  if (user === botId(slack)) return 'cant_invite_self';
  const guest = slack.state.users[user];
  if (!guest || guest.deleted) return 'user_not_found';
  return isMember(channel, user) ? 'already_in_channel' : undefined;
}

const MOST_INVITED = 100;

const invite = method({
  scopes: INVITE,
  tier: 3,
  args: z.object({ channel: word, users: list, force: flag.optional() }),
  run: ({ slack }, { channel: id, users, force }) => {
    const channel = managed(slack, id, 'invites');
    named(channel);
    inside(slack, channel);
    if (channel.archived) refuse('is_archived');
    if (users.length === 0 || users.length > MOST_INVITED) refuse(users.length === 0 ? 'no_user' : 'cant_invite');
    const errors = users.flatMap((user) => {
      const error = unwelcome(slack, channel, user);
      return error === undefined ? [] : [{ user, ok: false, error }];
    });
    const [first] = errors;
    if (first && (force !== true || errors.length === users.length)) refuse(first.error, { errors });
    const kept = new Set(errors.map((one) => one.user));
    for (const user of users) if (!kept.has(user)) join(slack, channel, user, botId(slack));
    return { ...shape(slack, channel), ...(first ? { errors } : {}) };
  },
});

function describing(what: 'topic' | 'purpose'): Method {
  return method({
    scopes: TOPIC,
    tier: 2,
    args: z.object({ channel: word, [what]: text }),
    run: ({ slack }, args) => {
      const channel = managed(slack, String(args['channel']), 'topic');
      setTopic(slack, channel, botId(slack), what, String(args[what]));
      return shape(slack, channel);
    },
  });
}

const kicking = method({
  scopes: KICK,
  tier: 3,
  args: z.object({ channel: word, user: text.optional() }),
  run: ({ slack }, args) => {
    const channel = managed(slack, args.channel);
    named(channel);
    inside(slack, channel);
    kick(slack, channel, botId(slack), userOf(slack, args.user ?? '').id);
    return { errors: {} };
  },
});

const leaving = method({
  scopes: MANAGE_ANY,
  tier: 3,
  args: z.object({ channel: word }),
  run: ({ slack }, args) => {
    const channel = managed(slack, args.channel);
    named(channel);
    if (!isMember(channel, botId(slack))) return { ok: false, not_in_channel: true };
    leave(slack, channel, botId(slack));
    return {};
  },
});

function archiving(archived: boolean): Method {
  return method({
    scopes: MANAGE_ANY,
    tier: 2,
    args: z.object({ channel: word }),
    run: ({ slack }, args) => {
      const channel = managed(slack, args.channel);
      named(channel);
      if (archived) inside(slack, channel);
      if (archived && channel.general) refuse('cant_archive_general');
      setArchived(slack, channel, botId(slack), archived);
      return {};
    },
  });
}

const renaming = method({
  scopes: MANAGE_ANY,
  tier: 2,
  args: z.object({ channel: word, name: text }),
  run: ({ slack }, args) => {
    const channel = managed(slack, args.channel);
    named(channel);
    inside(slack, channel);
    if (channel.creator !== botId(slack)) refuse('not_authorized');
    rename(slack, channel, botId(slack), args.name);
    return shape(slack, channel);
  },
});

const marking = method({
  scopes: MANAGE_ANY,
  tier: 3,
  args: z.object({ channel: word, ts: word }),
  run: ({ slack }, args) => {
    const channel = managed(slack, args.channel);
    inside(slack, channel);
    const ts: Ts = /^\d{10}\.\d{6}$/.test(args.ts) ? args.ts : refuse('invalid_timestamp');
    channel.read[botId(slack)] = ts;
    showChannel(slack, channel);
    slack.changed();
    return {};
  },
});

export const channelMethods: Record<string, Method> = {
  'conversations.create': create,
  'conversations.join': joining,
  'conversations.invite': invite,
  'conversations.inviteShared': absent('one workspace stands alone here, there is no other to share a channel with.'),
  'conversations.kick': kicking,
  'conversations.leave': leaving,
  'conversations.archive': archiving(true),
  'conversations.unarchive': archiving(false),
  'conversations.rename': renaming,
  'conversations.setTopic': describing('topic'),
  'conversations.setPurpose': describing('purpose'),
  'conversations.mark': marking,
};
