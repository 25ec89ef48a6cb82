/** Looking at channels: which there are, what they are, and who is in them. */
import { z } from 'zod';
import { botId, channelForBot, isMember, needScope, scopeFor, userOf } from '../../core/find.ts';
import type { Channel, ChannelKind, Obj } from '../../core/model.ts';
import { channelJson, lastReadJson } from '../../core/channel-shape.ts';
import { refuse } from '../../core/refusal.ts';
import type { Slack } from '../../core/slack.ts';
import { type Method, flag, ignored, list, method, paging, text, word } from './method.ts';
import { page } from './paging.ts';

const READ = ['channels:read', 'groups:read', 'im:read', 'mpim:read'];
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

const listed = { ...paging, types: list.optional(), exclude_archived: flag.optional() };

function some(
  slack: Slack,
  args: z.infer<z.ZodObject<typeof listed>>,
  wanted: (channel: Channel) => boolean,
  more: (channel: Channel) => Obj = () => ({}),
): Obj {
  const kinds = kindsOf(slack, args.types);
  const rows = Object.values(slack.state.channels).filter(
    (one) => kinds.includes(one.kind) && !(args.exclude_archived === true && one.archived) && wanted(one),
  );
  const { rows: channels, next_cursor } = page(rows, args, { strict: true });
  return {
    channels: channels.map((one) => ({ ...channelJson(slack, one), ...more(one) })),
    response_metadata: { next_cursor },
  };
}

const counted = (channel: Channel): Obj => (channel.kind === 'im' ? {} : { num_members: channel.members.length });

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
    return { channel: { ...channelJson(slack, channel), ...lastReadJson(slack, channel), ...more } };
  },
});

const members = method({
  scopes: READ,
  tier: 4,
  json: false,
  args: z.object({ channel: word, ...paging }),
  run: ({ slack }, args) => {
    const channel = readable(slack, args.channel, 'read');
    const { rows, next_cursor } = page(channel.members, args, { strict: true });
    return { members: rows, response_metadata: { next_cursor } };
  },
});

export const conversationMethods: Record<string, Method> = {
  'conversations.info': info,
  'conversations.members': members,
  'conversations.list': method({
    scopes: READ,
    tier: 2,
    json: false,
    args: z.object(listed),
    run: ({ slack }, args) => some(slack, args, (one) => one.kind === 'public' || isMember(one, botId(slack)), counted),
  }),
  'users.conversations': method({
    scopes: READ,
    tier: 3,
    json: false,
    args: z.object({ ...listed, exclude_muted: ignored, user: text.optional() }),
    run: ({ slack }, args) => {
      const user = userOf(slack, args.user ?? botId(slack)).id;
      const shared = (one: Channel): boolean => one.kind === 'public' || isMember(one, botId(slack));
      return some(slack, args, (one) => isMember(one, user) && shared(one));
    },
  }),
};
