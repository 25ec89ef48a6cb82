/** Reactions, pins and bookmarks. */
import { z } from 'zod';
import { botId, channelForBot, isMember, messageOf } from '../../core/find.ts';
import { pin, pinItem, react, unpin, unreact } from '../../core/marks.ts';
import type { Bookmark, Channel, Stored } from '../../core/model.ts';
import { messageJson, permalink } from '../../core/payload.ts';
import { refuse } from '../../core/refusal.ts';
import type { Slack } from '../../core/slack.ts';
import { type Method, ignored, method, text, word } from './method.ts';

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

export const reactionMethods: Record<string, Method> = {
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

const fields = { title: text.optional(), link: text.optional(), emoji: text.optional() };

function bookmarkJson(one: Bookmark): object {
  const { created: date_created, updated: date_updated, ...rest } = one;
  return {
    ...rest,
    icon_url: '',
    entity_id: null,
    date_created,
    date_updated,
    rank: 'a',
    shortcut_id: null,
    app_id: null,
  };
}

function bookmarkOf(channel: Channel, id: string | undefined): Bookmark {
  return channel.bookmarks.find((one) => one.id === id) ?? refuse('not_found');
}

function checkedLink(link: string | undefined): string {
  return link !== undefined && /^https?:\/\/\S+$/.test(link) ? link : refuse('invalid_link');
}

export const bookmarkMethods: Record<string, Method> = {
  'bookmarks.add': method({
    scopes: ['bookmarks:write'],
    tier: 2,
    args: z.object({
      ...fields,
      channel_id: word,
      title: word,
      type: word,
      entity_id: ignored,
      access_level: ignored,
      parent_id: ignored,
    }),
    run: ({ slack }, args) => {
      const channel = channelForBot(slack, args.channel_id);
      if (args.type !== 'link') refuse('invalid_bookmark_type');
      if (channel.bookmarks.length >= 100) refuse('too_many_bookmarks');
      const { title, emoji = '' } = args;
      const created = Math.floor(slack.clock.now() / 1000);
      const bookmark = {
        id: slack.mint.id('Bk'),
        channel_id: channel.id,
        title,
        link: checkedLink(args.link),
        emoji,
        type: 'link',
        created,
        updated: 0,
      };
      channel.bookmarks.push(bookmark);
      slack.changed();
      return { bookmark: bookmarkJson(bookmark) };
    },
  }),
  'bookmarks.edit': method({
    scopes: ['bookmarks:write'],
    tier: 2,
    args: z.object({ ...fields, channel_id: word, bookmark_id: word }),
    run: ({ slack }, { channel_id, bookmark_id, title, link, emoji }) => {
      const bookmark = bookmarkOf(channelForBot(slack, channel_id), bookmark_id);
      if (title !== undefined) bookmark.title = title;
      if (link !== undefined) bookmark.link = checkedLink(link);
      if (emoji !== undefined) bookmark.emoji = emoji;
      bookmark.updated = Math.floor(slack.clock.now() / 1000);
      slack.changed();
      return { bookmark: bookmarkJson(bookmark) };
    },
  }),
  'bookmarks.remove': method({
    scopes: ['bookmarks:write'],
    tier: 2,
    args: z.object({ channel_id: word, bookmark_id: word, quip_section_id: ignored }),
    run: ({ slack }, { channel_id, bookmark_id }) => {
      const channel = channelForBot(slack, channel_id);
      const bookmark = bookmarkOf(channel, bookmark_id);
      channel.bookmarks = channel.bookmarks.filter((one) => one !== bookmark);
      slack.changed();
      return {};
    },
  }),
  'bookmarks.list': method({
    scopes: ['bookmarks:read'],
    tier: 3,
    args: z.object({ channel_id: word }),
    run: ({ slack }, { channel_id }) => ({ bookmarks: channelForBot(slack, channel_id).bookmarks.map(bookmarkJson) }),
  }),
};
