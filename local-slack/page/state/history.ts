import type { Older, Ts } from '../../wire.ts';
import { withOlder, withThread } from './apply.ts';
import { getWorld, setState } from './store.ts';

async function ask(channel: string, more: Record<string, string>): Promise<Older | null> {
  const asked = new URLSearchParams({ as: getWorld().me.id, channel, ...more });
  try {
    const answer = await fetch(`/_local/history?${asked}`);
    return answer.ok ? ((await answer.json()) as Older) : null;
  } catch {
    return null;
  }
}

const asking = new Set<string>();

/** Reads what was said before in a channel: one page, or back to a message and a little further. */
export async function loadOlder(channel: string, until?: Ts): Promise<void> {
  const before = getWorld().older[channel];
  if (before === undefined || asking.has(channel) || (until !== undefined && until >= before)) return;
  asking.add(channel);
  const found = await ask(channel, { before, ...(until === undefined ? {} : { until }) });
  asking.delete(channel);
  if (found) setState({ world: withOlder(getWorld(), channel, found.messages, found.from) });
}

/** Reads a whole thread, if only a part of it is there. */
export async function loadThread(channel: string, ts: Ts): Promise<void> {
  const known = getWorld().talk[channel] ?? [];
  const parent = known.find((one) => one.ts === ts);
  const replies = known.filter((one) => one.thread_ts === ts && one.ts !== ts && !one.ephemeral);
  if (parent && replies.length >= parent.reply_count) return;
  const found = await ask(channel, { thread: ts });
  if (found) setState({ world: withThread(getWorld(), channel, found.messages) });
}
