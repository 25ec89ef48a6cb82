/** Reading messages back: a channel's, and a thread's. */
import { z } from 'zod';
import { botId, findMessage, isMember, messagesOf } from '../../core/find.ts';
import type { Channel, Obj, Stored, Ts } from '../../core/model.ts';
import { messageJson } from '../../core/payload.ts';
import { refuse } from '../../core/refusal.ts';
import type { Slack } from '../../core/slack.ts';
import { readable } from './conversations.ts';
import { type Method, flag, method, paging, text, word } from './method.ts';
import { type Paged, page } from './paging.ts';

const HISTORY = ['channels:history', 'groups:history', 'im:history', 'mpim:history'];
const window = {
  latest: text.optional(),
  oldest: text.optional(),
  inclusive: flag.optional(),
  include_all_metadata: flag.optional(),
};
type Window = z.infer<z.ZodObject<typeof window>>;

const TS = /^\d+(?:\.\d{1,6})?$/;

/** Comparable with a message's ts, whatever number of digits came. */
function bound(given: string | undefined, error: string): Ts | undefined {
  if (given === undefined || given === '' || given === 'now') return undefined;
  if (!TS.test(given)) return refuse(error);
  const [seconds = '0', micros = ''] = given.split('.');
  return `${seconds.padStart(10, '0')}.${micros.padEnd(6, '0')}`;
}

function within(args: Window): (ts: Ts) => boolean {
  const oldest = bound(args.oldest, 'invalid_ts_oldest');
  const latest = bound(args.latest, 'invalid_ts_latest');
  const edge = args.inclusive === true;
  return (ts) => {
    if (oldest !== undefined && (edge ? ts < oldest : ts <= oldest)) return false;
    return latest === undefined || (edge ? ts <= latest : ts < latest);
  };
}

function entered(slack: Slack, id: string): Channel {
  const channel = readable(slack, id, 'history');
  if (!isMember(channel, botId(slack))) refuse('not_in_channel');
  return channel;
}

function inChannel(message: Stored): boolean {
  return message.thread_ts === undefined || message.thread_ts === message.ts || message.broadcast;
}

function answer(slack: Slack, rows: Stored[], args: Window & Paged, sizes: { usual: number; most: number }): Obj {
  const { rows: some, next_cursor } = page(rows, args, sizes);
  const metadata = args.include_all_metadata === true ? 'all' : 'type';
  const more = next_cursor === '' ? {} : { response_metadata: { next_cursor } };
  return {
    messages: some.map((message) => messageJson(slack, message, metadata)),
    has_more: next_cursor !== '',
    ...more,
  };
}

export const historyMethods: Record<string, Method> = {
  /** Newest first, without plain replies. */
  'conversations.history': method({
    scopes: HISTORY,
    tier: 3,
    args: z.object({ channel: word, ...paging, ...window }),
    run: ({ slack }, args) => {
      const channel = entered(slack, args.channel);
      const wanted = within(args);
      const rows = messagesOf(slack, channel.id).filter((one) => inChannel(one) && wanted(one.ts));
      const pin_count = messagesOf(slack, channel.id).filter((one) => one.pinned).length;
      return { ...answer(slack, rows.toReversed(), args, { usual: 100, most: 999 }), pin_count };
    },
  }),
  /** The parent, then replies, oldest first; asked for a reply, only that. */
  'conversations.replies': method({
    scopes: HISTORY,
    tier: 3,
    json: false,
    args: z.object({ channel: word, ts: word, ...paging, ...window }),
    run: ({ slack }, args) => {
      const channel = entered(slack, args.channel);
      const message = findMessage(slack, channel.id, args.ts) ?? refuse('thread_not_found');
      const wanted = within(args);
      const replies = message.replies
        .flatMap((ts) => findMessage(slack, channel.id, ts) ?? [])
        .filter((one) => wanted(one.ts));
      return answer(slack, [message, ...replies], args, { usual: 1000, most: 1000 });
    },
  }),
};
