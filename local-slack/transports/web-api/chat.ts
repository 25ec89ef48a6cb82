import { z } from 'zod';
import { isObj } from '../../core/checks/rule.ts';
import { botId, channelForBot, isMember, messageOf } from '../../core/find.ts';
import { executionOf } from '../../core/functions.ts';
import { post, remove, revise, whisper } from '../../core/messages.ts';
import type { Obj, Stored } from '../../core/model.ts';
import { messageJson, permalink } from '../../core/payload.ts';
import { refuse } from '../../core/refusal.ts';
import type { Slack } from '../../core/slack.ts';
import { metadataOf, words } from '../../core/words.ts';
import { type Method, flag, ignored, method, text, word } from './method.ts';
import { LONGEST_TEXT, content, cut, dressed, looks, mustBeMember, paced, postingPlace } from './posting.ts';

const LONGEST_UPDATE = 4000;

const postMessage = method({
  scopes: ['chat:write'],
  tier: 'special',
  args: z.object({
    ...content,
    ...looks,
    channel: word,
    thread_ts: text.optional(),
    reply_broadcast: flag.optional(),
    mrkdwn: ignored,
    unfurl_links: ignored,
    unfurl_media: ignored,
    current_draft_last_updated_ts: ignored,
  }),
  run: (call, args) => {
    const { slack } = call;
    const channel = postingPlace(slack, args.channel);
    mustBeMember(call, channel);
    const body = words(slack, args);
    const metadata = metadataOf(slack, args.metadata);
    const look = dressed(call, args);
    paced(call, channel);
    const thread_ts = args.thread_ts === '' ? undefined : args.thread_ts;
    const message = post(slack, channel, {
      ...body,
      ...look,
      text: cut(call, body.text),
      user: botId(slack),
      from_app: true,
      thread_ts,
      broadcast: args.reply_broadcast === true && thread_ts !== undefined,
      metadata,
      execution: executionOf(slack, call.token)?.id,
    });
    return { channel: channel.id, ts: message.ts, message: messageJson(slack, message, 'all') };
  },
});

function own(slack: Slack, message: Stored, error: string): void {
  const human = message.user !== botId(slack) || !message.from_app;
  if (human || message.tombstone) refuse(error);
}

/** `{}` takes the metadata away; nothing leaves it. */
function cleared(metadata: unknown): boolean {
  return isObj(metadata) && Object.keys(metadata).length === 0;
}

/** A reply is shown in its channel too; its words stay as they are. */
function broadcast(slack: Slack, message: Stored, given: { text?: string | undefined; blocks?: unknown }): Obj {
  if (given.text !== undefined || given.blocks !== undefined) refuse('no_dual_broadcast_content_update');
  if (message.thread_ts === undefined || message.thread_ts === message.ts || message.broadcast)
    refuse('cant_broadcast_message');
  revise(slack, message, { broadcast: true, subtype: 'thread_broadcast' }, null);
  return { channel: message.channel, ts: message.ts, text: message.text, message: messageJson(slack, message, 'all') };
}

const update = method({
  scopes: ['chat:write'],
  tier: 3,
  args: z.object({
    ...content,
    channel: word,
    ts: word,
    reply_broadcast: flag.optional(),
    file_ids: ignored,
    unfurled_attachments: ignored,
  }),
  run: (call, args) => {
    const { slack } = call;
    const channel = channelForBot(slack, args.channel);
    if (args.as_user === true) refuse('as_user_not_supported');
    const message = messageOf(slack, channel.id, args.ts);
    own(slack, message, 'cant_update_message');
    if (channel.archived) refuse('is_inactive');
    if (message.streaming) refuse('streaming_state_conflict');
    if (args.reply_broadcast === true) return broadcast(slack, message, args);
    if ((args.text ?? '').length > LONGEST_UPDATE) refuse('msg_too_long');
    const emptied = Array.isArray(args.blocks) && args.blocks.length === 0;
    const body = words(slack, { ...args, blocks: emptied ? undefined : args.blocks });
    const metadata = cleared(args.metadata) ? undefined : metadataOf(slack, args.metadata);
    revise(
      slack,
      message,
      {
        text: body.text,
        blocks: body.blocks,
        ...(args.attachments === undefined ? {} : { attachments: body.attachments }),
        ...(cleared(args.metadata) ? { metadata: undefined } : metadata === undefined ? {} : { metadata }),
      },
      slack.state.app.bot_id,
    );
    return { channel: channel.id, ts: message.ts, text: message.text, message: messageJson(slack, message, 'all') };
  },
});

const remove_ = method({
  scopes: ['chat:write'],
  tier: 3,
  args: z.object({ channel: word, ts: word, as_user: ignored }),
  run: ({ slack }, args) => {
    const channel = channelForBot(slack, args.channel);
    const message = messageOf(slack, channel.id, args.ts);
    own(slack, message, 'cant_delete_message');
    if (message.username !== undefined || message.icon !== undefined) refuse('cant_delete_message');
    remove(slack, message);
    return { channel: channel.id, ts: args.ts };
  },
});

const postEphemeral = method({
  scopes: ['chat:write'],
  tier: 4,
  args: z.object({ ...content, ...looks, channel: word, user: word, thread_ts: text.optional() }),
  run: (call, args) => {
    const { slack } = call;
    const channel = postingPlace(slack, args.channel);
    mustBeMember(call, channel);
    const reader = slack.state.users[args.user];
    if (!reader || reader.deleted || !isMember(channel, reader.id)) refuse('user_not_in_channel');
    const body = words(slack, args);
    if (body.text.length > LONGEST_TEXT) refuse('msg_too_long');
    const look = dressed(call, args);
    const message = whisper(slack, channel, {
      ...body,
      ...look,
      user: botId(slack),
      from_app: true,
      thread_ts: args.thread_ts,
      only_for: args.user,
    });
    return { message_ts: message.ts };
  },
});

const meMessage = method({
  scopes: ['chat:write'],
  tier: 3,
  args: z.object({ channel: word, text }),
  run: (call, args) => {
    const { slack } = call;
    const channel = postingPlace(slack, args.channel);
    mustBeMember(call, channel);
    const body = words(slack, { text: args.text });
    if (body.text.length > LONGEST_TEXT) refuse('msg_too_long');
    paced(call, channel);
    const message = post(slack, channel, { ...body, user: botId(slack), from_app: true, subtype: 'me_message' });
    return { channel: channel.id, ts: message.ts };
  },
});

const getPermalink = method({
  tier: 'special',
  json: false,
  args: z.object({ channel: word, message_ts: word }),
  run: ({ slack }, args) => {
    const channel = channelForBot(slack, args.channel);
    return {
      channel: channel.id,
      permalink: permalink(slack, channel.id, messageOf(slack, channel.id, args.message_ts)),
    };
  },
});

export const chatMethods: Record<string, Method> = {
  'chat.postMessage': postMessage,
  'chat.update': update,
  'chat.delete': remove_,
  'chat.postEphemeral': postEphemeral,
  'chat.meMessage': meMessage,
  'chat.getPermalink': getPermalink,
};
