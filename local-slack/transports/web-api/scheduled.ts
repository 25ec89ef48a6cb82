import { z } from 'zod';
import { channelForBot } from '../../core/find.ts';
import { parentOf } from '../../core/messages.ts';
import { refuse } from '../../core/refusal.ts';
import { schedule, unschedule } from '../../core/scheduled.ts';
import { metadataOf, words } from '../../core/words.ts';
import { type Method, flag, ignored, method, paging, text, word } from './method.ts';
import { page } from './paging.ts';
import { LONGEST_TEXT, content, dressed, mustBeMember, postingPlace } from './posting.ts';

const scheduleMessage = method({
  scopes: ['chat:write'],
  tier: 3,
  args: z.object({
    ...content,
    channel: word,
    post_at: word,
    thread_ts: text.optional(),
    reply_broadcast: flag.optional(),
    unfurl_links: ignored,
    unfurl_media: ignored,
  }),
  run: (call, args) => {
    const { slack } = call;
    const post_at = Number(args.post_at);
    if (!Number.isInteger(post_at)) refuse('invalid_time');
    const channel = postingPlace(slack, args.channel);
    mustBeMember(call, channel);
    dressed(call, args);
    const said = words(slack, args);
    if (said.text.length > LONGEST_TEXT) refuse('msg_too_long');
    const metadata = metadataOf(slack, args.metadata);
    if (args.thread_ts !== undefined) parentOf(slack, channel, args.thread_ts);
    const one = schedule(slack, {
      channel: channel.id,
      post_at,
      words: { ...said, metadata },
      thread_ts: args.thread_ts,
      broadcast: args.reply_broadcast === true && args.thread_ts !== undefined,
    });
    const { app } = slack.state;
    const message = {
      ...said,
      ...(metadata ? { metadata } : {}),
      username: slack.manifest.display_information.name,
      bot_id: app.bot_id,
      app_id: app.id,
      type: 'delayed_message',
      subtype: 'bot_message',
    };
    return { scheduled_message_id: one.id, channel: channel.id, post_at: one.post_at, message };
  },
});

const list = method({
  tier: 3,
  args: z.object({ ...paging, channel: text.optional(), latest: text.optional(), oldest: text.optional() }),
  run: ({ slack }, { channel, latest, oldest, ...paged }) => {
    if (channel !== undefined && channel !== '' && !slack.state.channels[channel]) refuse('invalid_channel');
    const waiting = Object.values(slack.state.scheduled)
      .filter(
        (one) =>
          (channel === undefined || channel === '' || one.channel === channel) &&
          one.post_at >= Number(oldest ?? 0) &&
          one.post_at <= Number(latest ?? Infinity),
      )
      .sort((a, b) => a.post_at - b.post_at);
    const { rows, next_cursor } = page(waiting, paged);
    const scheduled_messages = rows.map((one) => ({
      id: one.id,
      channel_id: one.channel,
      post_at: one.post_at,
      date_created: one.created,
      text: one.words.text,
    }));
    return { scheduled_messages, response_metadata: { next_cursor } };
  },
});

export const scheduledMethods: Record<string, Method> = {
  'chat.scheduleMessage': scheduleMessage,
  'chat.scheduledMessages.list': list,
  'chat.deleteScheduledMessage': method({
    scopes: ['chat:write'],
    tier: 3,
    args: z.object({ channel: word, scheduled_message_id: word, as_user: ignored }),
    run: ({ slack }, args) => {
      unschedule(slack, channelForBot(slack, args.channel).id, args.scheduled_message_id);
      return {};
    },
  }),
};
