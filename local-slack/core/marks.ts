/** Reactions and pins. */
import { keptName } from '../page/emoji/find.ts';
import { tellApp } from './events.ts';
import type { Obj, Stored } from './model.ts';
import { messageJson, permalink } from './payload.ts';
import { refuse } from './refusal.ts';
import { showMessage } from './sight.ts';
import type { Slack } from './slack.ts';

const MOST_REACTIONS = 50;
const MOST_PINS = 100;

function tellReaction(slack: Slack, type: string, message: Stored, user: string, reaction: string): void {
  const channel = slack.state.channels[message.channel];
  const item = { type: 'message', channel: message.channel, ts: message.ts };
  const event = { type, user, reaction, item, item_user: message.user };
  tellApp(slack, { subscription: type, scope: 'reactions:read', channel }, event);
  showMessage(slack, message);
  slack.changed();
}

export function react(slack: Slack, message: Stored, user: string, given: string): void {
  const name = keptName(given) ?? refuse('invalid_name');
  if (message.tombstone) refuse('not_reactable');
  const reaction = message.reactions.find((one) => one.name === name);
  if (reaction?.users.includes(user)) refuse('already_reacted');
  if (reaction) reaction.users.push(user);
  else if (message.reactions.length >= MOST_REACTIONS) refuse('too_many_emoji');
  else message.reactions.push({ name, users: [user] });
  tellReaction(slack, 'reaction_added', message, user, name);
}

export function unreact(slack: Slack, message: Stored, user: string, given: string): void {
  const name = keptName(given) ?? refuse('invalid_name');
  const reaction = message.reactions.find((one) => one.name === name);
  if (!reaction?.users.includes(user)) return refuse('no_reaction');
  reaction.users = reaction.users.filter((one) => one !== user);
  message.reactions = message.reactions.filter((one) => one.users.length > 0);
  tellReaction(slack, 'reaction_removed', message, user, name);
}

export function pinItem(slack: Slack, message: Stored): Obj {
  return {
    type: 'message',
    channel: message.channel,
    created: message.pinned?.at ?? 0,
    created_by: message.pinned?.by ?? '',
    message: { ...messageJson(slack, message), permalink: permalink(slack, message.channel, message) },
  };
}

function pinsIn(slack: Slack, channel: string): number {
  return (slack.state.messages[channel] ?? []).filter((one) => one.pinned).length;
}

function tellPin(slack: Slack, type: 'pin_added' | 'pin_removed', message: Stored, user: string): void {
  const channel = slack.state.channels[message.channel];
  const left = pinsIn(slack, message.channel) - (type === 'pin_removed' ? 1 : 0);
  const event = {
    type,
    user,
    channel_id: message.channel,
    item: pinItem(slack, message),
    item_user: message.user,
    pin_count: String(left),
    pinned_info: { channel: message.channel, pinned_by: message.pinned?.by, pinned_ts: message.pinned?.at },
    ...(type === 'pin_removed' ? { has_pins: left > 0 } : {}),
  };
  tellApp(slack, { subscription: type, scope: 'pins:read', channel }, event);
  showMessage(slack, message);
  slack.changed();
}

export function pin(slack: Slack, message: Stored, by: string): void {
  if (message.pinned) refuse('already_pinned');
  if (message.tombstone) refuse('not_pinnable');
  if (pinsIn(slack, message.channel) >= MOST_PINS) refuse('too_many_pins');
  message.pinned = { by, at: Math.floor(slack.clock.now() / 1000) };
  tellPin(slack, 'pin_added', message, by);
}

export function unpin(slack: Slack, message: Stored, by: string): void {
  if (!message.pinned) refuse('no_pin');
  tellPin(slack, 'pin_removed', message, by);
  message.pinned = undefined;
  showMessage(slack, message);
}
