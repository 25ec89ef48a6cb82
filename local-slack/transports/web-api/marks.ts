/** Reactions and pins. */
import { z } from 'zod';
import { botId, channelForBot, isMember, messageOf, userOf } from '../../core/find.ts';
import { pin, pinItem, react, unpin, unreact } from '../../core/marks.ts';
import type { Channel, Obj, Stored } from '../../core/model.ts';
import { messageJson, permalink } from '../../core/payload.ts';
import { refuse } from '../../core/refusal.ts';
import type { Slack } from '../../core/slack.ts';
import { type Method, ignored, method, paging, text, word } from './method.ts';
import { numbered, numberedPage, page } from './paging.ts';

const item = { channel: text.optional(), timestamp: text.optional() };

/** The message meant; reactions need no membership in public channels, pins do. */
function target(
  slack: Slack,
  args: { channel?: string | undefined; timestamp?: string | undefined },
): { channel: Channel; message: Stored } {
  if (!args.channel || !args.timestamp) return refuse('no_item_specified');
  if (!/^\d+\.\d{6}$/.test(args.timestamp)) return refuse('bad_timestamp');
  const channel = channelForBot(slack, args.channel);
  return { channel, message: messageOf(slack, channel.id, args.timestamp) };
}

/** Everything this person has reacted to, where the bot can see it, newest first. */
function reactedBy(slack: Slack, user: string): Stored[] {
  return Object.values(slack.state.channels)
    .filter((channel) => channel.kind === 'public' || isMember(channel, botId(slack)))
    .flatMap((channel) => slack.state.messages[channel.id] ?? [])
    .filter((message) => message.reactions.some((one) => one.users.includes(user)))
    .sort((a, b) => (a.ts < b.ts ? 1 : -1));
}

const reactionsList = method({
  scopes: ['reactions:read'],
  tier: 2,
  json: false,
  gaps: 'Reactions hang on messages only, not on files.',
  args: z.object({ ...paging, ...numbered, user: text.optional(), full: ignored }),
  run: ({ slack }, { user, ...asked }) => {
    const all = reactedBy(slack, userOf(slack, user ?? botId(slack)).id);
    const item = (message: Stored): Obj => ({
      type: 'message',
      channel: message.channel,
      message: { ...messageJson(slack, message), permalink: permalink(slack, message.channel, message) },
    });
    if (asked.cursor !== undefined || asked.limit !== undefined) {
      const { rows, next_cursor } = page(all, asked);
      return { items: rows.map(item), response_metadata: { next_cursor } };
    }
    const { rows, paging: told } = numberedPage(all, asked);
    return { items: rows.map(item), paging: told, response_metadata: { next_cursor: '' } };
  },
});

export const reactionMethods: Record<string, Method> = {
  'reactions.list': reactionsList,
  'reactions.add': method({
    scopes: ['reactions:write'],
    tier: 3,
    args: z.object({ ...item, name: word }),
    run: ({ slack }, args) => {
      const { channel, message } = target(slack, args);
      if (channel.archived) refuse('is_archived');
      react(slack, message, botId(slack), args.name.replaceAll(':', ''));
      return {};
    },
  }),
  'reactions.remove': method({
    scopes: ['reactions:write'],
    tier: 2,
    args: z.object({ ...item, name: word, file: ignored, file_comment: ignored }),
    run: ({ slack }, args) => {
      unreact(slack, target(slack, args).message, botId(slack), args.name.replaceAll(':', ''));
      return {};
    },
  }),
  'reactions.get': method({
    scopes: ['reactions:read'],
    tier: 3,
    json: false,
    args: z.object({ ...item, file: ignored, file_comment: ignored, full: ignored }),
    run: ({ slack }, args) => {
      const { channel, message } = target(slack, args);
      const shape = { ...messageJson(slack, message), permalink: permalink(slack, channel.id, message) };
      return { type: 'message', channel: channel.id, message: shape };
    },
  }),
};

function inside(slack: Slack, channel: Channel): void {
  if (!isMember(channel, botId(slack))) refuse('not_in_channel');
}

export const pinMethods: Record<string, Method> = {
  'pins.add': method({
    scopes: ['pins:write'],
    tier: 2,
    args: z.object({ channel: word, timestamp: text.optional() }),
    run: ({ slack }, args) => {
      const { channel, message } = target(slack, args);
      inside(slack, channel);
      pin(slack, message, botId(slack));
      return {};
    },
  }),
  'pins.remove': method({
    scopes: ['pins:write'],
    tier: 2,
    args: z.object({ channel: word, timestamp: text.optional() }),
    run: ({ slack }, args) => {
      unpin(slack, target(slack, args).message, botId(slack));
      return {};
    },
  }),
  'pins.list': method({
    scopes: ['pins:read'],
    tier: 2,
    json: false,
    args: z.object({ channel: word }),
    run: ({ slack }, args) => {
      const channel = channelForBot(slack, args.channel);
      const pinned = (slack.state.messages[channel.id] ?? []).filter((one) => one.pinned);
      return { items: pinned.toReversed().map((one) => pinItem(slack, one)) };
    },
  }),
};
