/** Messages and threads: posting, editing, deleting, and what the app hears of it. */
import { botId, findMessage, isMember, messageOf, messagesOf } from './find.ts';
import { tellApp, tellMessage } from './events.ts';
import { tellLinks } from './links.ts';
import { tellMetadata } from './metadata.ts';
import type { Channel, Metadata, Obj, Stored, Ts } from './model.ts';
import { messageJson } from './payload.ts';
import { refuse } from './refusal.ts';
import { unshareFile } from './sharing.ts';
import { showChannel, showGone, showMessage } from './sight.ts';
import { type Slack, scopesOf } from './slack.ts';

export type Draft = {
  user: string;
  text: string;
  blocks?: Obj[];
  attachments?: Obj[];
  from_app?: boolean;
  subtype?: string;
  thread_ts?: Ts | undefined;
  broadcast?: boolean | undefined;
  metadata?: Metadata | undefined;
  username?: string | undefined;
  icon?: string | undefined;
  files?: string[];
  only_for?: string;
  more?: Obj;
  /** For seeds: a time in the past (ms). */
  at?: number;
  client_msg_id?: string;
  streaming?: Stored['streaming'];
  execution?: string | undefined;
};

export function composed(slack: Slack, channel: Channel, draft: Draft): Stored {
  return {
    channel: channel.id,
    ts: slack.mint.ts(draft.at),
    user: draft.user,
    text: draft.text,
    blocks: draft.blocks ?? [],
    attachments: draft.attachments ?? [],
    from_app: draft.from_app ?? false,
    subtype: draft.subtype,
    client_msg_id: draft.client_msg_id,
    thread_ts: draft.thread_ts,
    replies: [],
    broadcast: draft.broadcast ?? false,
    metadata: draft.metadata,
    username: draft.username,
    icon: draft.icon,
    reactions: [],
    files: draft.files ?? [],
    tombstone: false,
    only_for: draft.only_for,
    more: draft.more,
    streaming: draft.streaming,
    execution: draft.execution,
  };
}

/** The thread's parent, or Slack's refusal of a thread that cannot be answered in. */
export function parentOf(slack: Slack, channel: Channel, thread_ts: Ts): Stored {
  const parent = findMessage(slack, channel.id, thread_ts);
  if (!parent || parent.tombstone) return refuse('thread_not_found');
  if (parent.thread_ts !== undefined && parent.thread_ts !== parent.ts) return refuse('cannot_reply_to_message');
  return parent;
}

export function post(slack: Slack, channel: Channel, draft: Draft): Stored {
  if (channel.archived) refuse('is_archived');
  const parent = draft.thread_ts === undefined ? undefined : parentOf(slack, channel, draft.thread_ts);
  const subtype =
    draft.subtype ?? (parent && draft.broadcast ? 'thread_broadcast' : draft.files?.length ? 'file_share' : undefined);
  const message = composed(slack, channel, { ...draft, ...(subtype === undefined ? {} : { subtype }) });
  messagesOf(slack, channel.id).push(message);
  if (parent) {
    parent.thread_ts = parent.ts;
    parent.replies.push(message.ts);
  }
  channel.read[draft.user] = message.ts;
  channel.closed = undefined;
  tellPosted(slack, channel, message);
  showMessage(slack, message);
  showChannel(slack, channel);
  slack.changed();
  return message;
}

/** Another app's metadata is not shown without its scope; our own travels with the event. */
function eventJson(slack: Slack, message: Stored): Obj {
  return messageJson(slack, message, scopesOf(slack).includes('metadata.message:read') ? 'all' : 'none');
}

function tellPosted(slack: Slack, channel: Channel, message: Stored): void {
  const event = { ...eventJson(slack, message), event_ts: message.ts };
  tellMessage(slack, channel, event);
  const mentioned = new RegExp(`<@${botId(slack)}(?:\\|[^>]*)?>`).test(message.text);
  if (mentioned && channel.kind !== 'im' && message.user !== botId(slack)) {
    const { subtype: _subtype, ...twin } = event as Obj & { subtype?: unknown };
    tellApp(
      slack,
      { subscription: 'app_mention', scope: 'app_mentions:read', channel },
      { ...twin, type: 'app_mention', channel: channel.id },
    );
  }
  tellLinks(slack, channel, message);
  tellMetadata(slack, channel, message, undefined, message.metadata);
}

export type Revision = Partial<
  Pick<Stored, 'text' | 'blocks' | 'attachments' | 'metadata' | 'files' | 'broadcast' | 'subtype' | 'streaming'>
>;

/** A page may show a message for a moment as it was: a click on that is still a click. */
const STALE_MS = 60_000;
const FORMS_KEPT = 3;

function remember(slack: Slack, message: Stored): void {
  if (message.blocks.length + message.attachments.length === 0) return;
  const { text, blocks, attachments, before = [] } = message;
  const until = slack.clock.now() + STALE_MS;
  message.before = [{ until, text, blocks, attachments }, ...before].slice(0, FORMS_KEPT);
}

export function revise(slack: Slack, message: Stored, revision: Revision, by: string | null): Stored {
  const channel = slack.state.channels[message.channel] ?? refuse('channel_not_found');
  const previous = eventJson(slack, message);
  const { metadata: before, text: said } = message;
  remember(slack, message);
  Object.assign(message, revision);
  const ts = slack.mint.ts();
  if (by !== null) message.edited = { user: by, ts };
  const event = {
    subtype: 'message_changed',
    hidden: true,
    message: eventJson(slack, message),
    previous_message: previous,
    ts,
    event_ts: ts,
  };
  tellMessage(slack, channel, event);
  tellLinks(slack, channel, message, said);
  tellMetadata(slack, channel, message, before, message.metadata);
  showMessage(slack, message);
  slack.changed();
  return message;
}

/** Takes a message away; a thread's parent with replies leaves a tombstone, which Slack tells as a change. */
export function remove(slack: Slack, message: Stored): void {
  const channel = slack.state.channels[message.channel] ?? refuse('channel_not_found');
  const previous = eventJson(slack, message);
  const { metadata: before, user } = message;
  const files = message.files.flatMap((id) => slack.state.files[id] ?? []);
  const buried = message.replies.length > 0;
  if (buried) bury(message);
  else takeOut(slack, message);
  const ts = slack.mint.ts();
  const what = buried
    ? { subtype: 'message_changed', message: eventJson(slack, message) }
    : { subtype: 'message_deleted', deleted_ts: message.ts };
  tellMessage(slack, channel, { ...what, hidden: true, previous_message: previous, ts, event_ts: ts });
  if (buried) showMessage(slack, message);
  for (const file of files) unshareFile(slack, file, channel, message.ts, user);
  tellMetadata(slack, channel, message, before, undefined);
  if (!buried) dropReply(slack, message);
  slack.changed();
}

function bury(message: Stored): void {
  const emptied = { blocks: [], attachments: [], files: [], reactions: [], metadata: undefined, pinned: undefined };
  Object.assign(message, emptied, {
    text: 'This message was deleted.',
    subtype: 'tombstone',
    tombstone: true,
    from_app: false,
    user: 'USLACKBOT',
    edited: undefined,
    username: undefined,
    icon: undefined,
  });
}

function takeOut(slack: Slack, message: Stored): void {
  const rows = messagesOf(slack, message.channel);
  rows.splice(rows.indexOf(message), 1);
  showGone(slack, message);
}

/** A tombstone goes with the last reply it stood for. */
function dropReply(slack: Slack, message: Stored): void {
  if (message.thread_ts === undefined || message.thread_ts === message.ts) return;
  const parent = findMessage(slack, message.channel, message.thread_ts);
  if (!parent) return;
  parent.replies = parent.replies.filter((ts) => ts !== message.ts);
  if (parent.tombstone && parent.replies.length === 0) remove(slack, parent);
  else showMessage(slack, parent);
}

const EPHEMERALS_KEPT = 500;

/** Seen by one person, without history: no ts of it works in any method. */
export function whisper(slack: Slack, channel: Channel, draft: Draft & { only_for: string }): Stored {
  if (draft.thread_ts !== undefined) parentOf(slack, channel, draft.thread_ts);
  const message = composed(slack, channel, draft);
  slack.state.ephemerals = [...slack.state.ephemerals, message].slice(-EPHEMERALS_KEPT);
  showMessage(slack, message);
  slack.changed();
  return message;
}

export function ephemeralOf(slack: Slack, channel: string, ts: Ts, user: string): Stored | undefined {
  return slack.state.ephemerals.find((m) => m.channel === channel && m.ts === ts && m.only_for === user);
}

export function forgetEphemeral(slack: Slack, message: Stored): void {
  slack.state.ephemerals = slack.state.ephemerals.filter((m) => m !== message);
  showGone(slack, message);
  slack.changed();
}

/** A message this person may click or react to, ephemeral ones included. */
export function clickable(slack: Slack, user: string, channel: string, ts: Ts): Stored {
  const place = slack.state.channels[channel];
  if (!place || (place.kind !== 'public' && !isMember(place, user))) return refuse('channel_not_found');
  return ephemeralOf(slack, channel, ts, user) ?? messageOf(slack, channel, ts);
}
