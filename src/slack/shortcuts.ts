import type { z } from 'zod';
import { openAdd } from './adding.ts';
import { type shortcut, SHORTCUTS } from './codec.ts';
import { openCreate, openCreateFromShortcut } from './new-request.ts';
import type { Parts } from './parts.ts';
import { openSend } from './send.ts';
import { openSplit } from './splitting.ts';

/** What is chosen from Slack's own menus: beside the field for words, or at a message. */
export async function byShortcut(
  parts: Parts,
  { callback_id, trigger_id, user: { id: user }, channel, message }: z.output<typeof shortcut>,
): Promise<void> {
  if (!channel || !message) return openCreate(parts, { trigger: trigger_id, user, via: 'shortcut' });
  const { ts, text, user: author, thread_ts: thread } = message;
  const at = { channel: channel.id, ts };
  const words = { text, user: author, thread };
  switch (callback_id) {
    case SHORTCUTS.send:
      return openSend(parts, trigger_id, user, at, words);
    case SHORTCUTS.split:
      return openSplit(parts, { trigger: trigger_id, user, at, thread });
    case SHORTCUTS.add:
      return openAdd(parts, { trigger: trigger_id, user, at });
    case SHORTCUTS.create:
    case SHORTCUTS.createFrom:
      return openCreateFromShortcut(parts, trigger_id, user, at, words);
  }
}
