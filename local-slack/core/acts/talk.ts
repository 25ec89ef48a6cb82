/** What a person does in channels: write, edit, delete, react, pin, join, read. */
import type { ActAnswer } from '../../wire.ts';
import { join, leave } from '../channels.ts';
import { channelFor, isMember, messageOf, userOf } from '../find.ts';
import { post, remove, revise } from '../messages.ts';
import type { Channel, Stored, Ts, User } from '../model.ts';
import { pin, react, unpin, unreact } from '../marks.ts';
import { refuse } from '../refusal.ts';
import { richText } from '../rich-text.ts';
import { shareFile } from '../sharing.ts';
import { showChannel, showMessage } from '../sight.ts';
import type { Slack } from '../slack.ts';
import { typed } from '../text.ts';
import { ownFile } from './files.ts';

const LONGEST_MESSAGE = 12_000;

type Written = { text: string; mentions?: string[] };

function written(slack: Slack, { text, mentions }: Written): { text: string; blocks: object[] } {
  if (text.length > LONGEST_MESSAGE) refuse('msg_too_long');
  const stored = typed(slack, text, { chosen: mentions });
  return { text: stored, blocks: stored.trim() === '' ? [] : [richText(stored, slack.mint.hex(5))] };
}

function inside(slack: Slack, user: User, id: string): Channel {
  const channel = channelFor(slack, user.id, id);
  if (!isMember(channel, user.id)) refuse('not_in_channel');
  return channel;
}

export function send(
  slack: Slack,
  user: User,
  act: Written & { channel: string; thread_ts?: Ts; broadcast?: boolean; files?: string[] },
): ActAnswer {
  const channel = inside(slack, user, act.channel);
  const files = (act.files ?? []).map((id) => ownFile(slack, user, id));
  if (act.text.trim() === '' && files.length === 0) refuse('no_text');
  if (readOnly(slack, channel)) refuse('restricted_action');
  const { text, blocks } = written(slack, act);
  const draft = {
    user: user.id,
    text,
    blocks: blocks as Stored['blocks'],
    thread_ts: act.thread_ts,
    broadcast: act.broadcast,
    files: files.map((file) => file.id),
    client_msg_id: slack.mint.uuid(),
  };
  const message = post(slack, channel, draft);
  for (const file of files) shareFile(slack, file, channel, message.ts, user.id);
  return { ok: true, ts: message.ts, channel: channel.id };
}

/** A DM with the app whose manifest closes the messages tab. */
function readOnly(slack: Slack, channel: Channel): boolean {
  const { app_home } = slack.manifest.features;
  const withApp = channel.kind === 'im' && channel.members.includes(slack.state.app.bot);
  return withApp && (!app_home.messages_tab_enabled || app_home.messages_tab_read_only_enabled);
}

export function edit(slack: Slack, user: User, act: Written & { channel: string; ts: Ts }): ActAnswer {
  const message = own(slack, user, act);
  const { text, blocks } = written(slack, act);
  revise(slack, message, { text, blocks: blocks as Stored['blocks'] }, user.id);
  return { ok: true, ts: act.ts };
}

export function erase(slack: Slack, user: User, act: { channel: string; ts: Ts }): ActAnswer {
  const message = messageOf(slack, inside(slack, user, act.channel).id, act.ts);
  if (message.user !== user.id && !user.is_admin) refuse('cant_delete_message');
  remove(slack, message);
  return { ok: true };
}

function own(slack: Slack, user: User, at: { channel: string; ts: Ts }): Stored {
  const message = messageOf(slack, inside(slack, user, at.channel).id, at.ts);
  return message.user === user.id && !message.from_app ? message : refuse('cant_update_message');
}

export function mark(
  slack: Slack,
  user: User,
  act: { do: 'react' | 'unreact'; channel: string; ts: Ts; name: string },
): ActAnswer {
  const message = messageOf(slack, inside(slack, user, act.channel).id, act.ts);
  if (act.do === 'react') react(slack, message, user.id, act.name);
  else unreact(slack, message, user.id, act.name);
  return { ok: true };
}

export function pinning(slack: Slack, user: User, act: { do: 'pin' | 'unpin'; channel: string; ts: Ts }): ActAnswer {
  const message = messageOf(slack, inside(slack, user, act.channel).id, act.ts);
  if (act.do === 'pin') pin(slack, message, user.id);
  else unpin(slack, message, user.id);
  return { ok: true };
}

export function read(slack: Slack, user: User, act: { channel: string; upto?: Ts; thread_ts?: Ts }): ActAnswer {
  const channel = inside(slack, user, act.channel);
  const upto = act.upto ?? slack.mint.ts();
  if (act.thread_ts === undefined) {
    channel.read[user.id] = upto;
    showChannel(slack, channel);
  } else {
    const parent = messageOf(slack, channel.id, act.thread_ts);
    parent.replies_read = { ...parent.replies_read, [user.id]: upto };
    showMessage(slack, parent);
  }
  slack.changed();
  return { ok: true };
}

export function come(slack: Slack, user: User, act: { do: 'join' | 'leave'; channel: string }): ActAnswer {
  const channel = channelFor(slack, user.id, act.channel);
  if (channel.kind === 'im') refuse('method_not_supported_for_channel_type');
  if (act.do === 'leave') leave(slack, channel, user.id);
  else if (channel.kind !== 'public' || user.is_restricted) refuse('restricted_action');
  else join(slack, channel, user.id);
  return { ok: true, channel: channel.id };
}

export function invite(slack: Slack, user: User, act: { channel: string; user: string }): ActAnswer {
  const channel = inside(slack, user, act.channel);
  if (channel.kind === 'im') refuse('method_not_supported_for_channel_type');
  const guest = userOf(slack, act.user);
  if (isMember(channel, guest.id)) refuse('already_in_channel');
  join(slack, channel, guest.id, user.id);
  return { ok: true };
}
