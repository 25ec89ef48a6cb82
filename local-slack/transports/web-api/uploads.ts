/** Files in three steps: an address, the bytes, and what to do with them. Sharing comes after the answer. */
import { z } from 'zod';
import { groundOf } from '../../core/checks/ground.ts';
import { checkedBlocks } from '../../core/checks/message-check.ts';
import { isObj } from '../../core/checks/rule.ts';
import { storeFile } from '../../core/files.ts';
import { botId, channelForBot, isMember } from '../../core/find.ts';
import { identified } from '../../core/identify.ts';
import { parentOf, post } from '../../core/messages.ts';
import type { Channel, Obj, StoredFile } from '../../core/model.ts';
import { invalidArguments, refuse, unheard } from '../../core/refusal.ts';
import { shareFile } from '../../core/sharing.ts';
import type { Slack } from '../../core/slack.ts';
import { normalised } from '../../core/text.ts';
import { type Method, count, ignored, json, list, method, neededJson, text, word } from './method.ts';

const MOST_BYTES = 1_000_000_000;
const MOST_ALT_TEXT = 1000;
const MOST_CHANNELS = 100;
const SHARED_AFTER_MS = 20;

const TYPES: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  txt: 'text/plain',
  log: 'text/plain',
  csv: 'text/csv',
  json: 'application/json',
  pdf: 'application/pdf',
};

const getUploadURLExternal = method({
  scopes: ['files:write'],
  tier: 4,
  json: false,
  args: z.object({ filename: word, length: count, alt_txt: text.optional(), snippet_type: ignored }),
  run: ({ slack }, { filename, length, alt_txt }) => {
    if (length <= 0) return invalidArguments('`length` must be greater than 0');
    if (length > MOST_BYTES) refuse('file_upload_size_restricted');
    if ((alt_txt ?? '').length > MOST_ALT_TEXT) refuse('alt_txt_too_large');
    const mimetype = TYPES[filename.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
    const file = storeFile(slack, {
      user: botId(slack),
      name: filename,
      title: filename,
      mimetype,
      size: length,
      alt_txt,
    });
    return { upload_url: `${slack.base}/upload/v1/${file.id}`, file_id: file.id };
  },
});

type Wanted = { id: string; title?: string };

function uploaded(slack: Slack, given: unknown): StoredFile[] {
  if (!Array.isArray(given) || given.length === 0) return invalidArguments('missing required field: files');
  return given.map((one: unknown) => {
    const wanted =
      isObj(one) && typeof one['id'] === 'string' ? (one as Wanted) : invalidArguments('invalid value for `files`');
    const file = slack.state.files[wanted.id];
    if (!file || file.complete || file.user !== botId(slack)) return refuse('file_not_found');
    if (file.content === null) return refuse('file_not_found');
    if (wanted.title !== undefined) file.title = wanted.title;
    return file;
  });
}

function destination(slack: Slack, id: string): Channel {
  const channel = channelForBot(slack, id);
  if (!isMember(channel, botId(slack))) refuse('not_in_channel');
  if (channel.archived) refuse('posting_to_channel_denied');
  return channel;
}

const completeUploadExternal = method({
  scopes: ['files:write'],
  tier: 4,
  args: z.object({
    files: neededJson,
    channel_id: text.optional(),
    channels: list.optional(),
    thread_ts: text.optional(),
    initial_comment: text.optional(),
    blocks: json.optional(),
    username: ignored,
    icon_url: ignored,
    icon_emoji: ignored,
  }),
  run: ({ slack }, args) => {
    const ids = [...(args.channel_id === undefined ? [] : [args.channel_id]), ...(args.channels ?? [])];
    if (ids.length > MOST_CHANNELS) refuse('channels_limit_exceeded');
    const channels = ids.map((id) => destination(slack, id));
    const files = uploaded(slack, args.files);
    for (const channel of channels) if (args.thread_ts !== undefined) parentOf(slack, channel, args.thread_ts);
    const blocks = args.blocks === undefined ? [] : identified(slack, checkedBlocks(args.blocks, groundOf(slack)));
    for (const file of files) file.complete = true;
    slack.changed();
    const words = { text: normalised(args.initial_comment ?? ''), blocks };
    slack.clock.after(SHARED_AFTER_MS, () => {
      for (const channel of channels) unheard(() => share(slack, channel, files, words, args.thread_ts));
    });
    return { files: files.map((file) => ({ id: file.id, title: file.title })) };
  },
});

function share(
  slack: Slack,
  channel: Channel,
  files: StoredFile[],
  words: { text: string; blocks: Obj[] },
  thread_ts: string | undefined,
): void {
  const present = files.filter((file) => !file.deleted);
  if (present.length === 0) return;
  const message = post(slack, channel, {
    ...words,
    user: botId(slack),
    from_app: true,
    thread_ts,
    files: present.map((file) => file.id),
  });
  for (const file of present) shareFile(slack, file, channel, message.ts, botId(slack));
}

export const uploadMethods: Record<string, Method> = {
  'files.getUploadURLExternal': getUploadURLExternal,
  'files.completeUploadExternal': completeUploadExternal,
};
