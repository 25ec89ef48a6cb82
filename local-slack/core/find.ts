import type { Channel, ChannelKind, Stored, Ts, User } from './model.ts';
import { refuse } from './refusal.ts';
import { type Slack, scopesOf } from './slack.ts';

export function isMember(channel: Channel, user: string): boolean {
  return channel.members.includes(user);
}

export function botId(slack: Slack): string {
  return slack.state.app.bot;
}

export function userOf(slack: Slack, id: string, error = 'user_not_found'): User {
  return slack.state.users[id] ?? refuse(error);
}

/** A channel as the bot may know it: private ones and DMs only from inside. */
export function channelForBot(slack: Slack, id: string): Channel {
  const channel = slack.state.channels[id];
  if (!channel || (channel.kind !== 'public' && !isMember(channel, botId(slack)))) return refuse('channel_not_found');
  return channel;
}

/** A channel as this person may know it. */
export function channelFor(slack: Slack, user: string, id: string): Channel {
  const channel = slack.state.channels[id];
  if (!channel || (channel.kind !== 'public' && !isMember(channel, user))) return refuse('channel_not_found');
  return channel;
}

export function messagesOf(slack: Slack, channel: string): Stored[] {
  return (slack.state.messages[channel] ??= []);
}

export function findMessage(slack: Slack, channel: string, ts: Ts): Stored | undefined {
  const rows = messagesOf(slack, channel);
  let low = 0;
  let high = rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (!row) return undefined;
    if (row.ts === ts) return row;
    if (row.ts < ts) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

export function messageOf(slack: Slack, channel: string, ts: Ts): Stored {
  return findMessage(slack, channel, ts) ?? refuse('message_not_found');
}

const FAMILY: Record<ChannelKind, string> = { public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' };

/** `channels:read`, `groups:history`...: the scope a channel of this kind asks for. */
export function scopeFor(kind: ChannelKind, what: string): string {
  return `${FAMILY[kind]}:${what}`;
}

export function familyOf(kind: ChannelKind): string {
  return FAMILY[kind];
}

export function needScope(slack: Slack, scope: string): void {
  needOneOf(slack, [scope]);
}

/** Any one of these scopes is enough. */
export function needOneOf(slack: Slack, scopes: string[]): void {
  const has = scopesOf(slack);
  if (!scopes.some((scope) => has.includes(scope)))
    refuse('missing_scope', { needed: scopes.join(','), provided: has.join(',') });
}

export function dmWith(slack: Slack, one: string, other: string): Channel | undefined {
  return Object.values(slack.state.channels).find(
    (channel) => channel.kind === 'im' && isMember(channel, one) && isMember(channel, other),
  );
}
