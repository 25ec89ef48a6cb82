/** A channel that ends, or that goes on under another id. */
import { tellApp } from './events.ts';
import { isMember, scopeFor } from './find.ts';
import type { Channel, Obj } from './model.ts';
import { refuse } from './refusal.ts';
import type { Slack } from './slack.ts';

/** Takes the channel and all that was said in it away; people's pages read anew. */
export function deleteChannel(slack: Slack, channel: Channel, by: string): void {
  if (channel.general) refuse('cant_delete_general');
  const isPrivate = channel.kind === 'private';
  const type = isPrivate ? 'group_deleted' : 'channel_deleted';
  const date: Obj = isPrivate ? { date_deleted: Math.floor(slack.clock.now() / 1000) } : {};
  tellApp(
    slack,
    { subscription: type, scope: scopeFor(channel.kind, 'read'), channel, outside: !isPrivate },
    { type, channel: channel.id, actor_id: by, ...date },
  );
  const { state } = slack;
  delete state.channels[channel.id];
  delete state.messages[channel.id];
  state.ephemerals = state.ephemerals.filter((one) => one.channel !== channel.id);
  for (const file of Object.values(state.files))
    file.shares = file.shares.filter((share) => share.channel !== channel.id);
  slack.bus.tell(() => ({ kind: 'reload' }));
  slack.changed();
}

/** Sharing a channel with another workspace may give it a new id; what was said moves along. */
export function changeId(slack: Slack, channel: Channel): string {
  const { state } = slack;
  const old = channel.id;
  const fresh = slack.mint.id('C');
  const rows = state.messages[old] ?? [];
  for (const message of [...rows, ...state.ephemerals]) if (message.channel === old) message.channel = fresh;
  for (const share of Object.values(state.files).flatMap((file) => file.shares))
    if (share.channel === old) share.channel = fresh;
  for (const url of Object.values(state.response_urls)) if (url.channel === old) url.channel = fresh;
  delete state.channels[old];
  delete state.messages[old];
  channel.id = fresh;
  state.channels[fresh] = channel;
  state.messages[fresh] = rows;
  const outside = !isMember(channel, state.app.bot) && channel.kind === 'public';
  tellApp(
    slack,
    { subscription: 'channel_id_changed', channel, outside },
    { type: 'channel_id_changed', old_channel_id: old, new_channel_id: fresh },
  );
  tellApp(
    slack,
    { subscription: 'channel_shared', scope: scopeFor(channel.kind, 'read'), channel, outside },
    { type: 'channel_shared', connected_team_id: 'T0ELSEWHERE', channel: fresh },
  );
  slack.bus.tell(() => ({ kind: 'reload' }));
  slack.changed();
  return fresh;
}
