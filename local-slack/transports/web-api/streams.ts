/** `chat.*Stream`: a message that grows while the app thinks. */
import { z } from 'zod';
import { botId, channelForBot, isMember, messageOf } from '../../core/find.ts';
import { post } from '../../core/messages.ts';
import type { Channel } from '../../core/model.ts';
import { messageJson } from '../../core/payload.ts';
import { refuse } from '../../core/refusal.ts';
import type { Slack } from '../../core/slack.ts';
import { append, grow, stop, textOf } from '../../core/streams.ts';
import { BROKEN_JSON, metadataOf } from '../../core/words.ts';
import { type Call, type Method, ignored, json, method, text, word } from './method.ts';
import { dressed, looks, mustBeMember, paced, postingPlace } from './posting.ts';

const LONGEST_MARKDOWN = 12_000;

const part = { markdown_text: text.optional(), chunks: json.optional() };

function checkedPart(given: { markdown_text?: string | undefined; chunks?: unknown }, required: boolean): void {
  if (given.chunks === BROKEN_JSON) refuse('invalid_chunks');
  if ((given.markdown_text ?? '').length > LONGEST_MARKDOWN) refuse('msg_blocks_too_long');
  if (required && given.chunks === undefined && (given.markdown_text ?? '') === '') refuse('no_text');
}

/** Outside a DM, Slack wants to know for whom the app writes. */
function recipient(
  { slack }: Call,
  channel: Channel,
  given: { recipient_user_id?: string | undefined; recipient_team_id?: string | undefined },
): void {
  if (given.recipient_user_id !== undefined && !slack.state.users[given.recipient_user_id]) refuse('user_not_found');
  if (channel.kind === 'im') return;
  if (given.recipient_user_id === undefined) refuse('missing_recipient_user_id');
  if (given.recipient_team_id === undefined) refuse('missing_recipient_team_id');
}

function place(slack: Slack, id: string): Channel {
  const channel = channelForBot(slack, id);
  if (channel.archived) refuse('is_archived');
  if (!isMember(channel, botId(slack))) refuse('not_in_channel');
  if (channel.kind === 'im' && !slack.manifest.features.app_home.messages_tab_enabled) refuse('messages_tab_disabled');
  return channel;
}

export const streamMethods: Record<string, Method> = {
  'chat.startStream': method({
    scopes: ['chat:write'],
    tier: 2,
    gaps: 'Nobody can stop a stream here, so `is_stoppable` is not known.',
    args: z.object({
      ...part,
      ...looks,
      channel: word,
      thread_ts: text.optional(),
      recipient_user_id: text.optional(),
      recipient_team_id: text.optional(),
      task_display_mode: z.enum(['timeline', 'plan']).default('timeline'),
    }),
    run: (call, args) => {
      const { slack } = call;
      const channel = postingPlace(slack, args.channel);
      mustBeMember(call, channel);
      recipient(call, channel, args);
      checkedPart(args, false);
      const look = dressed(call, args);
      const plan = args.task_display_mode === 'plan';
      const blocks = grow(slack, [], args, plan);
      paced(call, channel);
      const message = post(slack, channel, {
        ...look,
        blocks,
        text: textOf(blocks),
        user: botId(slack),
        from_app: true,
        thread_ts: args.thread_ts,
        streaming: { plan },
      });
      return { channel: channel.id, ts: message.ts };
    },
  }),
  'chat.appendStream': method({
    scopes: ['chat:write'],
    tier: 4,
    args: z.object({ ...part, channel: word, ts: word }),
    run: ({ slack }, args) => {
      const channel = place(slack, args.channel);
      checkedPart(args, true);
      append(slack, messageOf(slack, channel.id, args.ts), args);
      return { channel: channel.id, ts: args.ts };
    },
  }),
  'chat.stopStream': method({
    scopes: ['chat:write'],
    tier: 2,
    args: z.object({
      ...part,
      channel: word,
      ts: word,
      blocks: json.optional(),
      metadata: json.optional(),
      session_status: ignored,
    }),
    run: ({ slack }, args) => {
      const channel = place(slack, args.channel);
      checkedPart(args, false);
      if (args.blocks === BROKEN_JSON) refuse('invalid_blocks');
      const message = messageOf(slack, channel.id, args.ts);
      stop(slack, message, args, args.blocks, metadataOf(slack, args.metadata));
      return { channel: channel.id, ts: message.ts, message: messageJson(slack, message, 'all') };
    },
  }),
};
