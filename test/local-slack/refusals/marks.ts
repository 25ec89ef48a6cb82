/** Reactions, pins and bookmarks: how each method refuses. */
import type { Refusals, Stage, Try } from './stage.ts';

const NOBODY = 'U0NOBODY';
const NOWHERE = 'C0NOWHERE';
const NEVER = '1700000000.000001';

const message = (s: Stage) => ({ channel: s.general, timestamp: s.ts });
const absentMessage = (s: Stage) => ({ channel: s.general, timestamp: NEVER });

function items(more: Record<string, unknown> = {}): Record<string, Try> {
  return {
    channel_not_found: () => ({ channel: NOWHERE, timestamp: NEVER, ...more }),
    message_not_found: (s) => ({ ...absentMessage(s), ...more }),
    bad_timestamp: (s) => ({ channel: s.general, timestamp: 'then', ...more }),
    no_item_specified: (s) => ({ channel: s.general, ...more }),
  };
}

/** A thread's deleted parent. */
async function tombstone(s: Stage): Promise<string> {
  const parent = await s.on.post(s.general, 'parent');
  await s.on.post(s.general, 'reply', { thread_ts: parent });
  await s.on.call('chat.delete', { channel: s.general, ts: parent });
  return parent;
}

async function bookmarked(s: Stage): Promise<string> {
  const link = { channel_id: s.general, title: 'x', type: 'link', link: 'https://example.com' };
  return ((await s.on.call('bookmarks.add', link))['bookmark'] as { id: string }).id;
}

const mark = (s: Stage, more: object = {}) => ({ channel_id: s.general, title: 'x', type: 'link', ...more });

function lineIn(s: Stage, channel: string): string {
  return s.on.slack.state.messages[channel]?.at(-1)?.ts ?? '';
}

/** One more message in general that is pinned. */
function pinned(s: Stage, ts: string): void {
  const rows = s.on.slack.state.messages[s.general] ?? [];
  const like = rows.find((one) => one.ts === s.ts);
  if (like) rows.push({ ...like, ts, pinned: { by: s.ana, at: 1 } });
}

export const marks: Refusals = {
  'reactions.add': {
    ...items({ name: 'eyes' }),
    already_reacted: async (s) => {
      await s.on.call('reactions.add', { ...message(s), name: 'eyes' });
      return { ...message(s), name: 'eyes' };
    },
    invalid_name: (s) => ({ ...message(s), name: 'no_such_emoji_at_all' }),
    not_reactable: async (s) => ({ channel: s.general, timestamp: await tombstone(s), name: 'eyes' }),
    too_many_emoji: (s) => {
      const seen = (s.on.slack.state.messages[s.general] ?? []).find((one) => one.ts === s.ts);
      for (let n = 0; n < 50; n += 1) seen?.reactions.push({ name: `n${n}`, users: [s.ana] });
      return { ...message(s), name: 'eyes' };
    },
    is_archived: (s) => ({ channel: s.archived, timestamp: lineIn(s, s.archived), name: 'eyes' }),
  },
  'reactions.remove': {
    ...items({ name: 'eyes' }),
    invalid_name: (s) => ({ ...message(s), name: 'no_such_emoji_at_all' }),
    no_reaction: (s) => ({ ...message(s), name: 'eyes' }),
  },
  'reactions.get': items(),
  'reactions.list': { user_not_found: () => ({ user: NOBODY }) },
  'pins.add': {
    ...items(),
    already_pinned: async (s) => {
      await s.on.call('pins.add', message(s));
      return message(s);
    },
    not_in_channel: (s) => ({ channel: s.random, timestamp: lineIn(s, s.random) }),
    not_pinnable: async (s) => ({ channel: s.general, timestamp: await tombstone(s) }),
    too_many_pins: async (s) => {
      for (const one of Array.from({ length: 100 }, () => s.on.slack.mint.ts())) pinned(s, one);
      return message(s);
    },
  },
  'pins.remove': { ...items(), no_pin: message },
  'pins.list': { channel_not_found: () => ({ channel: NOWHERE }) },
  'bookmarks.add': {
    channel_not_found: (s) => mark(s, { channel_id: NOWHERE, link: 'https://example.com' }),
    invalid_link: (s) => mark(s, { link: 'javascript:alert(1)' }),
    invalid_emoji: (s) => mark(s, { link: 'https://example.com', emoji: 'clap' }),
    invalid_bookmark_type: (s) => mark(s, { type: 'poem' }),
    too_many_bookmarks: async (s) => {
      for (let n = 0; n < 100; n += 1) await bookmarked(s);
      return mark(s, { link: 'https://example.com' });
    },
  },
  'bookmarks.edit': {
    channel_not_found: () => ({ channel_id: NOWHERE, bookmark_id: 'Bk0' }),
    not_found: (s) => ({ channel_id: s.general, bookmark_id: 'Bk0' }),
    invalid_link: async (s) => ({ channel_id: s.general, bookmark_id: await bookmarked(s), link: 'ftp://x' }),
    invalid_emoji: async (s) => ({ channel_id: s.general, bookmark_id: await bookmarked(s), emoji: 'clap' }),
  },
  'bookmarks.remove': {
    channel_not_found: () => ({ channel_id: NOWHERE, bookmark_id: 'Bk0' }),
    not_found: (s) => ({ channel_id: s.general, bookmark_id: 'Bk0' }),
  },
  'bookmarks.list': { channel_not_found: () => ({ channel_id: NOWHERE }) },
};
