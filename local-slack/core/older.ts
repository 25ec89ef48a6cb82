/** What was said before: a page asks for it bit by bit, since a channel may hold thousands of messages. */
import { findMessage, messagesOf } from './find.ts';
import type { Stored, Ts } from './model.ts';
import type { Slack } from './slack.ts';

const PAGE = 100;

type Found = { messages: Stored[]; from?: Ts };

function firstAt(rows: Stored[], ts: Ts): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.ts ?? '') < ts) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The newest messages before `before`, as far back as `until` and then some; `from` when there are older ones still. */
export function pageBefore(slack: Slack, channel: string, before?: Ts, until?: Ts): Found {
  const rows = messagesOf(slack, channel);
  const end = before === undefined ? rows.length : firstAt(rows, before);
  const wanted = until === undefined ? end : firstAt(rows, until);
  const start = Math.max(0, Math.min(end, wanted) - PAGE);
  const messages = rows.slice(start, end);
  const first = messages[0];
  return start > 0 && first ? { messages, from: first.ts } : { messages };
}

export function threadOf(slack: Slack, parent: Stored): Stored[] {
  return [parent, ...parent.replies.flatMap((ts) => findMessage(slack, parent.channel, ts) ?? [])];
}
