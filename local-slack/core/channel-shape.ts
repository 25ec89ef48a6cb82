/** A channel as Slack writes it. */
import { botId, isMember, messagesOf } from './find.ts';
import type { Channel, Obj } from './model.ts';
import { lastRead, messageJson } from './payload.ts';
import type { Slack } from './slack.ts';

function told(channel: Channel, what: 'topic' | 'purpose'): Obj {
  const value = channel[what];
  const set = channel[`${what}_set`];
  if (set) return { value, creator: set.by, last_set: set.at };
  return value === ''
    ? { value, creator: '', last_set: 0 }
    : { value, creator: channel.creator, last_set: channel.created };
}

/** What only its members are told: how far the reader has read, and the newest message. */
export function lastReadJson(
  slack: Slack,
  channel: Channel,
  counted = channel.kind === 'im' || channel.kind === 'mpim',
): Obj {
  const as = botId(slack);
  if (!isMember(channel, as)) return {};
  const read = lastRead(channel, as);
  const rows = messagesOf(slack, channel.id);
  const latest = rows.at(-1);
  const unread = rows.filter((one) => one.ts > read).length;
  const counts = {
    latest: latest ? messageJson(slack, latest) : null,
    unread_count: unread,
    unread_count_display: unread,
  };
  return { last_read: read, ...(counted ? counts : {}) };
}

export function channelJson(slack: Slack, channel: Channel, as = botId(slack)): Obj {
  const { team } = slack.state;
  const base = { id: channel.id, created: channel.created, is_archived: channel.archived, is_org_shared: false };
  if (channel.kind === 'im') {
    const other = channel.members.find((id) => id !== as) ?? as;
    return {
      ...base,
      is_im: true,
      user: other,
      is_open: channel.closed?.includes(as) !== true,
      context_team_id: team.id,
      priority: 0,
      is_user_deleted: slack.state.users[other]?.deleted ?? false,
    };
  }
  return {
    ...base,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'public',
    is_group: channel.kind !== 'public',
    is_im: false,
    is_mpim: channel.kind === 'mpim',
    is_private: channel.kind !== 'public',
    is_general: channel.general,
    is_shared: false,
    is_ext_shared: false,
    is_pending_ext_shared: false,
    is_frozen: false,
    parent_conversation: null,
    pending_connected_team_ids: [],
    pending_shared: [],
    unlinked: 0,
    context_team_id: team.id,
    updated: channel.created * 1000,
    creator: channel.creator,
    shared_team_ids: [team.id],
    is_member: isMember(channel, as),
    ...(channel.kind === 'mpim' ? { is_open: channel.closed?.includes(as) !== true } : {}),
    topic: told(channel, 'topic'),
    purpose: told(channel, 'purpose'),
    previous_names: [],
  };
}
