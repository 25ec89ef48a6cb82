import { z } from 'zod';
import { channelForBot } from '../../core/find.ts';
import type { Bookmark, Channel } from '../../core/model.ts';
import { refuse } from '../../core/refusal.ts';
import type { Slack } from '../../core/slack.ts';
import { type Method, ignored, method, text, word } from './method.ts';

const fields = { title: text.optional(), link: text.optional(), emoji: text.optional() };

function bookmarkJson({ state }: Slack, one: Bookmark): object {
  const { created: date_created, updated: date_updated, ...rest } = one;
  return {
    ...rest,
    icon_url: '',
    entity_id: null,
    date_created,
    date_updated,
    rank: 'a',
    last_updated_by_user_id: state.app.bot,
    last_updated_by_team_id: state.team.id,
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

function checkedEmoji(emoji: string): string {
  return emoji === '' || /^:[^:\s]+:$/.test(emoji) ? emoji : refuse('invalid_emoji');
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
      const { title } = args;
      const emoji = checkedEmoji(args.emoji ?? '');
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
      return { bookmark: bookmarkJson(slack, bookmark) };
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
      if (emoji !== undefined) bookmark.emoji = checkedEmoji(emoji);
      bookmark.updated = Math.floor(slack.clock.now() / 1000);
      slack.changed();
      return { bookmark: bookmarkJson(slack, bookmark) };
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
    run: ({ slack }, { channel_id }) => ({
      bookmarks: channelForBot(slack, channel_id).bookmarks.map((one) => bookmarkJson(slack, one)),
    }),
  }),
};
