/** What a person does with a channel as a whole. */
import type { ActAnswer } from '../../wire.ts';
import { createChannel, setArchived, setTopic } from '../channels.ts';
import { closeDm, openGroupDm, reopenDm } from '../direct.ts';
import { channelFor, isMember, userOf } from '../find.ts';
import type { User } from '../model.ts';
import { refuse } from '../refusal.ts';
import type { Slack } from '../slack.ts';

export function createRoom(slack: Slack, user: User, act: { name: string; private: boolean }): ActAnswer {
  if (user.is_restricted) refuse('restricted_action');
  return { ok: true, channel: createChannel(slack, user.id, act.name, act.private).id };
}

export function openGroup(slack: Slack, user: User, act: { with: string[] }): ActAnswer {
  const others = [...new Set(act.with)].map((id) => userOf(slack, id).id).filter((id) => id !== user.id);
  if (others.length < 2) refuse('not_enough_users');
  const channel = openGroupDm(slack, user.id, others);
  reopenDm(slack, channel, user.id);
  return { ok: true, channel: channel.id };
}

export function closeDirect(slack: Slack, user: User, act: { channel: string }): ActAnswer {
  const channel = channelFor(slack, user.id, act.channel);
  if (channel.kind !== 'im' && channel.kind !== 'mpim') refuse('method_not_supported_for_channel_type');
  closeDm(slack, channel, user.id);
  return { ok: true };
}

export function archiving(slack: Slack, user: User, act: { do: 'archive' | 'unarchive'; channel: string }): ActAnswer {
  const channel = channelFor(slack, user.id, act.channel);
  if (channel.kind === 'im' || channel.kind === 'mpim') refuse('method_not_supported_for_channel_type');
  if (channel.general) refuse('cant_archive_general');
  if (user.is_restricted || !isMember(channel, user.id)) refuse('restricted_action');
  setArchived(slack, channel, user.id, act.do === 'archive');
  return { ok: true };
}

export function describe(
  slack: Slack,
  user: User,
  act: { do: 'topic' | 'purpose'; channel: string; text: string },
): ActAnswer {
  setTopic(slack, channelFor(slack, user.id, act.channel), user.id, act.do, act.text);
  return { ok: true };
}
