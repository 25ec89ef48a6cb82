/** What one person sees: the page's side of `wire.ts`. */
import type { AnyBlock } from '@slack/types';
import type { AppSeen, Channel as ChannelSeen, FileSeen, Message, Older, Person, Sight, ViewSeen } from '../wire.ts';
import { agentSeen, agentsSeen } from './agents.ts';
import { dmWith, findMessage, isMember, messagesOf } from './find.ts';
import type { Channel, Stored, StoredView, Ts, User } from './model.ts';
import { commandsOf, shortcutsOf } from './offers.ts';
import { pageBefore, threadOf } from './older.ts';
import { lastRead, latestOf, replyWriters } from './payload.ts';
import type { Slack } from './slack.ts';

const THREADS = 30;

export function personSeen(user: User): Person {
  const { id, name, real_name, title, email, tz, locale, color, is_admin, is_bot, is_restricted, deleted } = user;
  return { id, name, real_name, title, email, tz, locale, color, is_admin, is_bot, is_restricted, deleted };
}

function filesSeen(slack: Slack, message: Stored): FileSeen[] {
  return message.files.flatMap((id) => {
    const file = slack.state.files[id];
    if (!file || file.deleted) return [];
    const url = `${slack.base}/_local/file/${file.id}/${encodeURIComponent(file.name)}`;
    return [{ id, name: file.name, mimetype: file.mimetype, size: file.size, url, user: file.user }];
  });
}

function messageSeen(slack: Slack, message: Stored, as: string): Message {
  const latest = message.replies.at(-1);
  const follow = followed(slack, message, as);
  return {
    channel: message.channel,
    ts: message.ts,
    user: message.user,
    bot: message.from_app,
    ...(message.username === undefined ? {} : { username: message.username }),
    ...(message.icon === undefined ? {} : { icon: message.icon }),
    text: message.text,
    blocks: [
      ...message.blocks,
      ...message.attachments.flatMap((a) => (Array.isArray(a['blocks']) ? a['blocks'] : [])),
    ] as AnyBlock[],
    ...(message.subtype === undefined ? {} : { subtype: message.subtype }),
    ...(message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts }),
    reply_count: message.replies.length,
    reply_users: replyWriters(slack, message),
    ...(latest === undefined ? {} : { latest_reply: latest }),
    ...(follow ? { follow } : {}),
    broadcast: message.broadcast,
    ...(message.edited ? { edited: message.edited.ts } : {}),
    reactions: message.reactions.map((r) => ({ name: r.name, users: [...r.users] })),
    files: filesSeen(slack, message),
    pinned: message.pinned !== undefined,
    ephemeral: message.only_for !== undefined,
    tombstone: message.tombstone,
  };
}

/** A thread is followed by who began it, answered in it, or is mentioned in it. */
function followed(slack: Slack, parent: Stored, as: string): Message['follow'] {
  if (parent.replies.length === 0) return undefined;
  const read = parent.replies_read?.[as] ?? '';
  const replies = parent.replies.flatMap((ts) => findMessage(slack, parent.channel, ts) ?? []);
  const takesPart = [parent, ...replies].some((one) => one.user === as || one.text.includes(`<@${as}`));
  if (!takesPart) return undefined;
  const mine = replies.findLast((one) => one.user === as)?.ts ?? '';
  const upto = read > mine ? read : mine;
  return { read: upto, mentioned: replies.some((one) => one.ts > upto && one.user !== as && mentions(one, as)) };
}

function channelSeen(slack: Slack, channel: Channel, as: string): ChannelSeen {
  const read = lastRead(channel, as);
  const rows = messagesOf(slack, channel.id);
  const firstUnread = isMember(channel, as) ? rows.findLastIndex((m) => m.ts <= read) + 1 : rows.length;
  const fresh = rows.slice(firstUnread).filter((m) => m.user !== as && !isQuietReply(m));
  const latest = latestOf(slack, channel);
  const other = channel.members.find((id) => id !== as) ?? as;
  return {
    id: channel.id,
    name: channel.name,
    kind: channel.kind,
    ...(channel.kind === 'im' ? { with: other } : {}),
    topic: channel.topic,
    purpose: channel.purpose,
    creator: channel.creator,
    created: channel.created,
    general: channel.general,
    archived: channel.archived,
    ...(channel.closed?.includes(as) ? { closed: true } : {}),
    members: [...channel.members],
    bookmarks: channel.bookmarks.map(({ id, title, link, emoji }) => ({ id, title, link, emoji })),
    read,
    unread: fresh.length,
    mentions:
      channel.kind === 'im' || channel.kind === 'mpim' ? fresh.length : fresh.filter((m) => mentions(m, as)).length,
    ...(latest === undefined ? {} : { latest }),
  };
}

function isQuietReply(message: Stored): boolean {
  return message.thread_ts !== undefined && message.thread_ts !== message.ts && !message.broadcast;
}

function mentions(message: Stored, user: string): boolean {
  return message.text.includes(`<@${user}`) || /<!(?:channel|here|everyone)\b/.test(message.text);
}

function viewSeen(view: StoredView): ViewSeen {
  const body = { private_metadata: '', callback_id: '', ...view.body } as unknown as ViewSeen;
  return {
    ...body,
    id: view.id,
    hash: view.hash,
    busy: view.busy,
    errors: { ...view.errors },
    ...(view.trouble === undefined ? {} : { trouble: view.trouble }),
  };
}

function viewsSeen(slack: Slack, as: string): ViewSeen[] {
  return (slack.state.stacks[as] ?? []).flatMap((id) => {
    const view = slack.state.views[id];
    return view ? [viewSeen(view)] : [];
  });
}

function homeSeen(slack: Slack, as: string): ViewSeen | null {
  const view = slack.state.views[slack.state.homes[as] ?? ''];
  return view ? viewSeen(view) : null;
}

function appSeen(slack: Slack, as: string): AppSeen {
  const { features, display_information } = slack.manifest;
  const { app } = slack.state;
  return {
    id: app.id,
    name: display_information.name,
    color: display_information.background_color ?? '#2c2d30',
    bot: app.bot,
    dm: dmWith(slack, as, app.bot)?.id ?? '',
    home_enabled: features.app_home.home_tab_enabled,
    messages_enabled: features.app_home.messages_tab_enabled,
    commands: commandsOf(slack).map(({ command, description, usage_hint }) => ({
      command,
      description,
      usage_hint,
    })),
    shortcuts: shortcutsOf(slack).map(({ type, name, callback_id, description }) => ({
      type,
      name,
      callback_id,
      description,
    })),
  };
}

function canSee(slack: Slack, as: string, channel: Channel): boolean {
  if (isMember(channel, as)) return true;
  return channel.kind === 'public' && slack.state.users[as]?.is_restricted !== true;
}

export function sightOf(slack: Slack, me: User): Sight {
  const { state } = slack;
  const visible = Object.values(state.channels).filter((channel) => canSee(slack, me.id, channel));
  const newest = visible.map((channel) => newestOf(slack, channel.id));
  const own = state.ephemerals.filter((message) => message.only_for === me.id);
  const here = new Set(newest.flatMap((one) => one.messages));
  const threads = threadsOf(slack, me.id, visible).filter((one) => !here.has(one));
  return {
    me: personSeen(me),
    team: { id: state.team.id, name: state.team.name },
    now: slack.clock.now(),
    people: Object.values(state.users).map(personSeen),
    channels: visible.map((channel) => channelSeen(slack, channel, me.id)),
    groups: state.groups.map((group) => ({ ...group, users: [...group.users] })),
    active: slack.bus.present(),
    messages: [...threads, ...here, ...own].map((message) => messageSeen(slack, message, me.id)),
    older: Object.fromEntries(newest.flatMap(({ channel, from }) => (from === undefined ? [] : [[channel, from]]))),
    app: appSeen(slack, me.id),
    views: viewsSeen(slack, me.id),
    home: homeSeen(slack, me.id),
    faults: slack.faults.all(),
    agents: agentsSeen(slack, visible),
  };
}

function newestOf(slack: Slack, channel: string): { channel: string; messages: Stored[]; from?: Ts } {
  return { channel, ...pageBefore(slack, channel) };
}

/** The threads one follows that something was last said in, with what was said. */
function threadsOf(slack: Slack, as: string, visible: Channel[]): Stored[] {
  return visible
    .filter((channel) => isMember(channel, as))
    .flatMap((channel) => messagesOf(slack, channel.id).filter((one) => followed(slack, one, as) !== undefined))
    .sort((a, b) => ((a.replies.at(-1) ?? '') < (b.replies.at(-1) ?? '') ? 1 : -1))
    .slice(0, THREADS)
    .flatMap((parent) => threadOf(slack, parent));
}

/** What was said before, for one person: a page of a channel, or a whole thread. */
export function olderOf(
  slack: Slack,
  me: User,
  asked: { channel: string; before: Ts | undefined; until: Ts | undefined; thread: Ts | undefined },
): Older | undefined {
  const channel = slack.state.channels[asked.channel];
  if (!channel || !canSee(slack, me.id, channel)) return undefined;
  const parent = asked.thread === undefined ? undefined : findMessage(slack, channel.id, asked.thread);
  const { messages, from } = parent
    ? { messages: threadOf(slack, parent) }
    : pageBefore(slack, channel.id, asked.before, asked.until);
  const seen = messages.map((message) => messageSeen(slack, message, me.id));
  return { messages: seen, ...(from === undefined ? {} : { from }) };
}

/** Shows a message's new shape to everyone who may see it; a thread's parent travels along with its reply. */
export function showMessage(slack: Slack, message: Stored): void {
  const channel = slack.state.channels[message.channel];
  if (!channel) return;
  const sees = (as: string): boolean =>
    message.only_for === undefined ? canSee(slack, as, channel) : as === message.only_for;
  slack.bus.tell((as) => (sees(as) ? { kind: 'message', message: messageSeen(slack, message, as) } : undefined));
  const parent =
    message.thread_ts !== undefined && message.thread_ts !== message.ts
      ? findMessage(slack, channel.id, message.thread_ts)
      : undefined;
  if (!parent || message.only_for !== undefined) return;
  showMessage(slack, parent);
  showAgent(slack, channel.id, parent.ts);
}

/** What the agent says about a thread, if it has said anything. */
export function showAgent(slack: Slack, channel: string, thread_ts: Ts): void {
  const place = slack.state.channels[channel];
  const agent = agentSeen(slack, channel, thread_ts);
  if (place && agent) slack.bus.tell((as) => (canSee(slack, as, place) ? { kind: 'agent', agent } : undefined));
}

export function showGone(slack: Slack, message: Stored): void {
  const { channel, ts } = message;
  slack.bus.tell(() => ({ kind: 'gone', channel, ts }));
}

export function showChannel(slack: Slack, channel: Channel): void {
  slack.bus.tell((as) =>
    canSee(slack, as, channel) ? { kind: 'channel', channel: channelSeen(slack, channel, as) } : undefined,
  );
}

export function showViews(slack: Slack, user: string): void {
  slack.bus.tell((as) => (as === user ? { kind: 'views', views: viewsSeen(slack, user) } : undefined));
}

export function showHome(slack: Slack, user: string): void {
  slack.bus.tell((as) => (as === user ? { kind: 'home', home: homeSeen(slack, user) } : undefined));
}

let notices = 0;

/** A line that Slack itself shows one person. */
export function showNotice(slack: Slack, user: string, text: string, channel?: string): void {
  notices += 1;
  const notice = { id: notices, text, ...(channel === undefined ? {} : { channel }) };
  slack.bus.tell((as) => (as === user ? { kind: 'notice', notice } : undefined));
}
