import { z } from 'zod';
import { groundOf } from '../../core/checks/ground.ts';
import { checkedAttachments } from '../../core/checks/message-check.ts';
import { isObj } from '../../core/checks/rule.ts';
import { botId, channelForBot, isMember, messageOf } from '../../core/find.ts';
import { openDm, post, remove, revise, whisper } from '../../core/messages.ts';
import type { Channel, Obj, Stored } from '../../core/model.ts';
import { messageJson, permalink } from '../../core/payload.ts';
import { refuse } from '../../core/refusal.ts';
import type { Slack } from '../../core/slack.ts';
import { metadataOf, words } from '../../core/words.ts';
import { type Call, type Method, flag, ignored, json, method, text, word } from './method.ts';

const LONGEST_TEXT = 40_000;
const LONGEST_UPDATE = 4000;

const content = {
  text: text.optional(),
  blocks: json.optional(),
  attachments: json.optional(),
  markdown_text: text.optional(),
  metadata: json.optional(),
  parse: ignored,
  link_names: ignored,
  as_user: flag.optional(),
};
const looks = { username: text.optional(), icon_emoji: text.optional(), icon_url: text.optional() };

/** Where a bot may post: `U...` opens the DM; public and private channels only from inside. */
function postingPlace(slack: Slack, id: string): Channel {
  if (/^[UW]/.test(id)) {
    const user = slack.state.users[id];
    if (!user || user.deleted || user.id === botId(slack)) return refuse('channel_not_found');
    if (!slack.manifest.features.app_home.messages_tab_enabled) return refuse('messages_tab_disabled');
    return openDm(slack, botId(slack), user.id);
  }
  const channel =
    slack.state.channels[id] ??
    Object.values(slack.state.channels).find((one) => one.kind === 'public' && `#${one.name}` === id);
  if (!channel) return refuse('channel_not_found');
  const known = channelForBot(slack, channel.id);
  if (known.archived) return refuse('is_archived');
  return known;
}

function mustBeMember(call: Call, channel: Channel): void {
  if (isMember(channel, botId(call.slack))) return;
  if (channel.kind === 'public' && call.scopes.includes('chat:write.public')) return;
  refuse('not_in_channel');
}

function dressed(
  call: Call,
  given: {
    username?: string | undefined;
    icon_emoji?: string | undefined;
    icon_url?: string | undefined;
    as_user?: boolean | undefined;
  },
): Pick<Stored, 'username' | 'icon'> {
  if (given.as_user === true) refuse('as_user_not_supported');
  const icon = given.icon_emoji ?? given.icon_url;
  if ((given.username !== undefined || icon !== undefined) && !call.scopes.includes('chat:write.customize')) {
    refuse('missing_scope', { needed: 'chat:write.customize', provided: call.scopes.join(',') });
  }
  return { username: given.username, icon };
}

function cut(call: Call, body: string): string {
  if (body.length <= LONGEST_TEXT) return body;
  call.warnings.push('message_truncated');
  return body.slice(0, LONGEST_TEXT);
}

function paced(call: Call, channel: Channel): void {
  const wait = call.slack.rates.post(channel.id);
  if (wait > 0) refuse('ratelimited', { retry_after: wait });
}

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
    });
    return { channel: channel.id, ts: message.ts, message: messageJson(slack, message, 'all') };
  },
});

function own(slack: Slack, message: Stored, error: string): void {
  const human = message.user !== botId(slack) || !message.from_app;
  if (human || message.tombstone) refuse(error);
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
    const message = messageOf(slack, channel.id, args.ts);
    own(slack, message, 'cant_update_message');
    if (channel.archived) refuse('is_inactive');
    if ((args.text ?? '').length > LONGEST_UPDATE) refuse('msg_too_long');
    const emptied = Array.isArray(args.blocks) && args.blocks.length === 0;
    const body = words(slack, { ...args, blocks: emptied ? undefined : args.blocks });
    const metadata = metadataOf(slack, args.metadata);
    revise(
      slack,
      message,
      {
        text: body.text,
        blocks: body.blocks,
        ...(args.attachments === undefined ? {} : { attachments: body.attachments }),
        ...(metadata === undefined ? {} : { metadata }),
        ...(args.reply_broadcast === true ? { broadcast: true } : {}),
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

const unfurl = method({
  scopes: ['links:write'],
  tier: 3,
  args: z.object({
    channel: word,
    ts: word,
    unfurls: json.optional(),
    metadata: json.optional(),
    unfurl_id: ignored,
    source: ignored,
    user_auth_message: ignored,
    user_auth_required: ignored,
    user_auth_url: ignored,
    user_auth_blocks: ignored,
  }),
  run: ({ slack }, args) => {
    if (args.unfurls === undefined && args.metadata === undefined) refuse('missing_unfurls');
    if (!isObj(args.unfurls)) return refuse('invalid_unfurls_format');
    const channel = slack.state.channels[args.channel] ?? refuse('cannot_find_channel');
    const message =
      slack.state.messages[channel.id]?.find((one) => one.ts === args.ts) ?? refuse('cannot_find_message');
    const kept = message.attachments.filter(
      (one) => !Object.hasOwn(args.unfurls as Obj, String(one['app_unfurl_url'])),
    );
    const fresh = Object.entries(args.unfurls).map(([url, attachment]) => {
      if (!message.text.includes(url)) return refuse('cannot_unfurl_url');
      return {
        ...(isObj(attachment) ? checkedAttachments([attachment], groundOf(slack))[0] : {}),
        app_unfurl_url: url,
        from_url: url,
        is_app_unfurl: true,
      };
    });
    revise(slack, message, { attachments: [...kept, ...fresh] }, null);
    return {};
  },
});

export const chatMethods: Record<string, Method> = {
  'chat.postMessage': postMessage,
  'chat.update': update,
  'chat.delete': remove_,
  'chat.postEphemeral': postEphemeral,
  'chat.getPermalink': getPermalink,
  'chat.unfurl': unfurl,
};
