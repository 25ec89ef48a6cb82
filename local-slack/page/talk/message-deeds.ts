import type { Message } from '../../wire.ts';
import { ask } from '../frame/question.tsx';
import { act, doAct, toast } from '../state/line.ts';
import { openThread, permalink } from '../state/route.ts';
import { getWorld, setState } from '../state/store.ts';
import { toTyped } from './wording.ts';

export function isMine(message: Message): boolean {
  return message.user === getWorld().me.id && !message.bot;
}

export function mayDelete(message: Message): boolean {
  return isMine(message) || getWorld().me.is_admin;
}

/** What can be done with a message besides looking at it, by the name that keys and menus know it by. */
const deeds: Record<string, (message: Message) => void> = {
  edit: (message) => {
    if (isMine(message)) setState({ editing: message.ts });
  },
  thread: (message) => openThread(message.channel, message.thread_ts ?? message.ts),
  pin: ({ pinned, channel, ts }) => doAct({ do: pinned ? 'unpin' : 'pin', channel, ts }),
  unread: (message) => markUnread(message),
  link: (message) => void copy(location.origin + permalink(message.channel, message.ts, message.thread_ts), 'Link'),
  text: (message) => void copy(toTyped(message.text), 'Message'),
  delete: (message) => {
    if (mayDelete(message)) void remove(message);
  },
};

export function perform(deed: string, message: Message): void {
  if (!message.ephemeral && !message.tombstone) deeds[deed]?.(message);
}

/** One microsecond earlier: all from this message on is new again. */
function justBefore(ts: string): string {
  const earlier = (BigInt(ts.replace('.', '')) - 1n).toString();
  return `${earlier.slice(0, -6)}.${earlier.slice(-6)}`;
}

function markUnread({ channel, ts, thread_ts: root }: Message): void {
  if (root && root !== ts) return doAct({ do: 'read', channel, thread_ts: root, upto: justBefore(ts) });
  setState({ keptUnread: channel, newFrom: { channel, ts } });
  doAct({ do: 'read', channel, upto: justBefore(ts) });
}

async function copy(words: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(words);
    toast(`${what} copied`);
  } catch {
    toast('The browser did not allow copying.');
  }
}

export async function runShortcut(callbackId: string, { channel, ts }: Message): Promise<void> {
  const answer = await act({ do: 'shortcut', callback_id: callbackId, channel, ts });
  if (!answer.ok) toast(`That did not work: ${answer.error}`);
}

async function remove({ channel, ts }: Message): Promise<void> {
  const yes = await ask({
    title: { type: 'plain_text', text: 'Delete message' },
    text: { type: 'plain_text', text: 'Are you sure you want to delete this message? This cannot be undone.' },
    confirm: { type: 'plain_text', text: 'Delete' },
    deny: { type: 'plain_text', text: 'Cancel' },
    style: 'danger',
  });
  if (yes) doAct({ do: 'delete', channel, ts });
}
