import type { Message } from '../../wire.ts';
import type { Said } from '../state/store.ts';

/** What stands in a list of messages; `also` are those who came or left right after. */
export type Row = { key: string; at: number } & ({ message: Message; also: Message[] } | { said: Said });

export function msOf(ts: string): number {
  return Math.floor(Number.parseFloat(ts) * 1000);
}

function isComing(message: Message): boolean {
  return /_(?:join|leave)$/.test(message.subtype ?? '');
}

/** A line about the channel itself: somebody joined, the topic changed. */
export function isQuiet(message: Message): boolean {
  return isComing(message) || /^(?:channel|group)_/.test(message.subtype ?? '');
}

const sameDay = (a: Message, b: Message): boolean => msOf(b.ts) - msOf(a.ts) < 3 * 3_600_000;

export function rowsOf(messages: Message[], said: Said[]): Row[] {
  const rows: Row[] = [];
  for (const message of messages) {
    const last = rows.at(-1);
    const folds = last && 'message' in last && isComing(message) && isComing(last.message);
    if (folds && last.message.subtype === message.subtype && sameDay(last.message, message)) last.also.push(message);
    else rows.push({ key: message.ts, at: msOf(message.ts), message, also: [] });
  }
  if (said.length === 0) return rows;
  const lines = said.map((one): Row => ({ key: one.id, at: one.at, said: one }));
  return [...rows, ...lines].sort((a, b) => a.at - b.at);
}

/** Messages of one person close together share a head. */
export function follows(row: Row, before: Row | undefined): boolean {
  if (!before || !('message' in before) || !('message' in row)) return false;
  const { message } = row;
  const previous = before.message;
  const same =
    previous.user === message.user &&
    previous.username === message.username &&
    previous.ephemeral === message.ephemeral;
  const plain = !isQuiet(message) && !isQuiet(previous) && !message.broadcast && !previous.tombstone;
  return same && plain && !message.tombstone && row.at - before.at < 5 * 60_000;
}
