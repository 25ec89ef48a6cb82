/** What all methods that put words into a channel share: where, as whom, how long, how often. */
import { openDm } from '../../core/direct.ts';
import { botId, channelForBot, isMember } from '../../core/find.ts';
import type { Channel, Stored } from '../../core/model.ts';
import { refuse } from '../../core/refusal.ts';
import type { Slack } from '../../core/slack.ts';
import { type Call, flag, ignored, json, text } from './method.ts';

export const LONGEST_TEXT = 40_000;

export const content = {
  text: text.optional(),
  blocks: json.optional(),
  attachments: json.optional(),
  contact_cards: json.optional(),
  markdown_text: text.optional(),
  metadata: json.optional(),
  parse: ignored,
  link_names: ignored,
  as_user: flag.optional(),
};
export const looks = { username: text.optional(), icon_emoji: text.optional(), icon_url: text.optional() };

/** Where a bot may post: `U...` opens the DM; a channel by id or by name. */
export function postingPlace(slack: Slack, id: string): Channel {
  const channel = /^[UW]/.test(id) ? dmOf(slack, id) : named(slack, id);
  if (channel.kind === 'im' && !slack.manifest.features.app_home.messages_tab_enabled) refuse('messages_tab_disabled');
  if (channel.archived) refuse('is_archived');
  return channel;
}

function dmOf(slack: Slack, id: string): Channel {
  const user = slack.state.users[id];
  if (!user || user.deleted || user.id === botId(slack)) return refuse('channel_not_found');
  return openDm(slack, botId(slack), user.id);
}

function named(slack: Slack, id: string): Channel {
  const name = id.replace(/^#/, '');
  const channel =
    slack.state.channels[id] ??
    Object.values(slack.state.channels).find((one) => one.name !== '' && one.name === name && one.kind !== 'mpim');
  return channelForBot(slack, channel?.id ?? id);
}

export function mustBeMember(call: Call, channel: Channel): void {
  if (isMember(channel, botId(call.slack))) return;
  if (channel.kind === 'public' && call.scopes.includes('chat:write.public')) return;
  refuse('not_in_channel');
}

export function dressed(
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

export function cut(call: Call, body: string): string {
  if (body.length <= LONGEST_TEXT) return body;
  call.warnings.push('message_truncated');
  return body.slice(0, LONGEST_TEXT);
}

export function paced(call: Call, channel: Channel): void {
  const wait = call.slack.rates.post(channel.id);
  if (wait > 0) refuse('ratelimited', { retry_after: wait });
}
