/** Channels as things: open, look at, list, join, create, and who is in them. */
import { z } from 'zod';
import { createChannel, join, leave, rename, setArchived } from '../../core/channels.ts';
import { botId, channelForBot, dmWith, isMember, needScope, scopeFor, userOf } from '../../core/find.ts';
import { openDm } from '../../core/messages.ts';
import type { Channel, ChannelKind, Obj } from '../../core/model.ts';
import { channelJson } from '../../core/payload.ts';
import { refuse } from '../../core/refusal.ts';
import type { Slack } from '../../core/slack.ts';
import { type Method, flag, ignored, list, method, paging, text, word } from './method.ts';
import { page } from './paging.ts';

const READ = ['channels:read', 'groups:read', 'im:read', 'mpim:read'];
const MANAGE = ['channels:manage', 'groups:write', 'im:write', 'mpim:write'];
const INVITE = ['channels:write.invites', 'groups:write.invites', ...MANAGE];

/** The channel, if the bot may know it and holds the scope of its kind. */
export function readable(slack: Slack, id: string, what: 'read' | 'history'): Channel {
  const channel = channelForBot(slack, id);
  needScope(slack, scopeFor(channel.kind, what));
  return channel;
}

const KINDS: Record<string, ChannelKind> = {
  public_channel: 'public',
  private_channel: 'private',
  im: 'im',
  mpim: 'mpim',
};

/** The kinds asked for, each with its scope. */
function kindsOf(slack: Slack, types: string[] | undefined): ChannelKind[] {
  const kinds = (types ?? ['public_channel']).map((type) => KINDS[type] ?? refuse('invalid_types'));
  for (const kind of kinds) needScope(slack, scopeFor(kind, 'read'));
  return kinds;
}

const listed = { ...paging, types: list.optional(), exclude_archived: flag.optional(), exclude_muted: ignored };

function some(slack: Slack, args: z.infer<z.ZodObject<typeof listed>>, wanted: (channel: Channel) => boolean): Obj {
  const kinds = kindsOf(slack, args.types);
  const rows = Object.values(slack.state.channels).filter(
    (one) => kinds.includes(one.kind) && !(args.exclude_archived === true && one.archived) && wanted(one),
  );
  const { rows: channels, next_cursor } = page(rows, args);
  return { channels: channels.map((one) => channelJson(slack, one)), response_metadata: { next_cursor } };
}

const open = method({
  scopes: MANAGE,
  tier: 3,
  args: z.object({
    channel: text.optional(),
    users: list.optional(),
    return_im: flag.optional(),
    prevent_creation: flag.optional(),
  }),
  run: ({ slack }, { channel: id, users, return_im, prevent_creation }) => {
    if (id !== undefined && id !== '') return { channel: { id: channelForBot(slack, id).id } };
    if (!users) return refuse('users_list_not_supplied');
    const [first, ...others] = users;
    if (first === undefined) return refuse('not_enough_users');
    if (others.length > 0) return refuse('invalid_user_combination');
    needScope(slack, 'im:write');
    const user = userOf(slack, first);
    if (user.deleted) refuse('user_disabled');
    if (user.id === botId(slack)) refuse('invalid_user_combination');
    const existing = dmWith(slack, botId(slack), user.id);
    if (!existing && prevent_creation === true) refuse('channel_not_found');
    const channel = existing ?? openDm(slack, botId(slack), user.id);
    const shape = return_im === true ? channelJson(slack, channel) : { id: channel.id };
    return { ...(existing ? { no_op: true, already_open: true } : {}), channel: shape };
  },
});

const info = method({
  scopes: READ,
  tier: 3,
  json: false,
  args: z.object({ channel: word, include_locale: flag.optional(), include_num_members: flag.optional() }),
  run: ({ slack }, args) => {
    const channel = readable(slack, args.channel, 'read');
    const more = {
      ...(args.include_num_members === true ? { num_members: channel.members.length } : {}),
      ...(args.include_locale === true ? { locale: 'en-US' } : {}),
    };
    return { channel: { ...channelJson(slack, channel), ...more } };
  },
});

const members = method({
  scopes: READ,
  tier: 4,
  json: false,
  args: z.object({ channel: word, ...paging }),
  run: ({ slack }, args) => {
    const channel = readable(slack, args.channel, 'read');
    const { rows, next_cursor } = page(channel.members, args);
    return { members: rows, response_metadata: { next_cursor } };
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
    return { channel: channelJson(slack, channel) };
  },
});

const create = method({
  scopes: ['channels:manage', 'channels:write', 'groups:write'],
  tier: 2,
  args: z.object({ name: text, is_private: flag.optional() }),
  run: ({ slack }, { name, is_private }) => {
    needScope(slack, is_private === true ? 'groups:write' : 'channels:manage');
    return { channel: channelJson(slack, createChannel(slack, botId(slack), name, is_private === true)) };
  },
});

const invite = method({
  scopes: INVITE,
  tier: 3,
  args: z.object({ channel: word, users: list, force: flag.optional() }),
  run: ({ slack }, { channel: id, users }) => {
    const channel = channelForBot(slack, id);
    if (channel.kind === 'im') refuse('method_not_supported_for_channel_type');
    if (!isMember(channel, botId(slack))) refuse('not_in_channel');
    if (users.length === 0) refuse('no_user');
    for (const user of users) {
      if (user === botId(slack)) refuse('cant_invite_self');
      if (userOf(slack, user).deleted) refuse('user_not_found');
      if (isMember(channel, user)) refuse('already_in_channel');
    }
    for (const user of users) join(slack, channel, user, botId(slack));
    return { channel: channelJson(slack, channel) };
  },
});

export const conversationMethods: Record<string, Method> = {
  'conversations.open': open,
  'conversations.info': info,
  'conversations.members': members,
  'conversations.join': joining,
  'conversations.create': create,
  'conversations.invite': invite,
  'conversations.list': method({
    scopes: READ,
    tier: 2,
    json: false,
    args: z.object(listed),
    run: ({ slack }, args) => some(slack, args, (one) => one.kind === 'public' || isMember(one, botId(slack))),
  }),
  'users.conversations': method({
    scopes: READ,
    tier: 3,
    json: false,
    args: z.object({ ...listed, user: text.optional() }),
    run: ({ slack }, args) => {
      const user = userOf(slack, args.user ?? botId(slack)).id;
      const shared = (one: Channel): boolean => one.kind === 'public' || isMember(one, botId(slack));
      return some(slack, args, (one) => isMember(one, user) && shared(one));
    },
  }),
  'conversations.leave': method({
    scopes: MANAGE,
    tier: 3,
    args: z.object({ channel: word }),
    run: ({ slack }, args) => {
      leave(slack, channelForBot(slack, args.channel), botId(slack));
      return {};
    },
  }),
  'conversations.archive': method({
    scopes: MANAGE,
    tier: 2,
    args: z.object({ channel: word }),
    run: ({ slack }, args) => {
      const channel = channelForBot(slack, args.channel);
      if (channel.general) refuse('cant_archive_general');
      setArchived(slack, channel, botId(slack), true);
      return {};
    },
  }),
  'conversations.rename': method({
    scopes: MANAGE,
    tier: 2,
    args: z.object({ channel: word, name: word }),
    run: ({ slack }, args) => {
      const channel = channelForBot(slack, args.channel);
      rename(slack, channel, botId(slack), args.name);
      return { channel: channelJson(slack, channel) };
    },
  }),
};
