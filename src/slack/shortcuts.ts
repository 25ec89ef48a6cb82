import { z } from 'zod';
import { personId } from '../domain/language.ts';
import { openAdd } from './adding.ts';
import { openMask } from './masking.ts';
import { openCreateFromShortcut } from './new-request.ts';
import { openCreate } from './request-form.ts';
import type { Parts } from './parts.ts';
import { openSend } from './send.ts';
import { openSplit } from './splitting.ts';

export const SHORTCUTS = {
  create: 'create_ticket',
  createFrom: 'create_ticket_from_message',
  send: 'send_to_requester',
  split: 'split_ticket',
  add: 'add_to_ticket',
  mask: 'mask_personal_data',
} as const;

export const shortcut = z.looseObject({
  callback_id: z.enum(Object.values(SHORTCUTS)),
  trigger_id: z.string(),
  user: z.object({ id: z.string().min(1).transform(personId) }),
  channel: z.looseObject({ id: z.string() }).optional(),
  message: z
    .looseObject({
      ts: z.string(),
      text: z.string().default(''),
      user: z.string().optional(),
      thread_ts: z.string().optional(),
    })
    .optional(),
  response_url: z.string().optional(),
});

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
    case SHORTCUTS.mask:
      return openMask(parts, { trigger: trigger_id, user, at, thread });
    case SHORTCUTS.add:
      return openAdd(parts, { trigger: trigger_id, user, at });
    case SHORTCUTS.create:
    case SHORTCUTS.createFrom:
      return openCreateFromShortcut(parts, trigger_id, user, at, words);
  }
}
