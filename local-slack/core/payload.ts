/** How Slack writes its objects in API answers, events and interactions. */
import { botId, findMessage, messagesOf } from './find.ts';
import type { Channel, Obj, Stored, StoredFile, StoredView, Ts } from './model.ts';
import type { Slack } from './slack.ts';

export function permalink(slack: Slack, channel: string, message: Pick<Stored, 'ts' | 'thread_ts'>): string {
  const inThread = message.thread_ts !== undefined && message.thread_ts !== message.ts;
  const query = inThread ? `?thread_ts=${message.thread_ts}&cid=${channel}` : '';
  return `${slack.base}/archives/${channel}/p${message.ts.replace('.', '')}${query}`;
}

export function botProfile(slack: Slack): Obj {
  const { app, team } = slack.state;
  return {
    id: app.bot_id,
    app_id: app.id,
    user_id: app.bot,
    name: slack.manifest.display_information.name,
    icons: {
      image_36: `${slack.base}/icon.png`,
      image_48: `${slack.base}/icon.png`,
      image_72: `${slack.base}/icon.png`,
    },
    deleted: false,
    updated: 0,
    team_id: team.id,
  };
}

function threadFields(slack: Slack, message: Stored): Obj {
  if (message.thread_ts === undefined) return {};
  if (message.thread_ts !== message.ts) {
    const parent = findMessage(slack, message.channel, message.thread_ts);
    const root = message.broadcast && parent ? { root: messageJson(slack, parent) } : {};
    return { thread_ts: message.thread_ts, ...(parent ? { parent_user_id: parent.user } : {}), ...root };
  }
  const writers = replyWriters(slack, message);
  const latest = message.replies.at(-1);
  return {
    thread_ts: message.thread_ts,
    reply_count: message.replies.length,
    reply_users_count: writers.length,
    reply_users: writers.slice(0, 5),
    ...(latest === undefined ? {} : { latest_reply: latest }),
    is_locked: false,
    subscribed: isSubscribed(slack, message, writers),
  };
}

function isSubscribed(slack: Slack, parent: Stored, writers: string[]): boolean {
  return parent.user === botId(slack) || writers.includes(botId(slack));
}

export function replyWriters(slack: Slack, parent: Stored): string[] {
  const writers = parent.replies.map((ts) => findMessage(slack, parent.channel, ts)?.user);
  return [...new Set(writers.filter((user) => user !== undefined))];
}

function authorFields(slack: Slack, message: Stored): Obj {
  if (!message.from_app) return { user: message.user };
  const { app } = slack.state;
  if (message.username !== undefined || message.icon !== undefined) {
    return {
      subtype: 'bot_message',
      username: message.username ?? slack.manifest.display_information.name,
      bot_id: app.bot_id,
      app_id: app.id,
      ...(message.icon === undefined ? {} : { icons: { emoji: message.icon } }),
    };
  }
  return { user: app.bot, bot_id: app.bot_id, app_id: app.id, bot_profile: botProfile(slack) };
}

export type MetadataShown = 'all' | 'type' | 'none';

export function messageJson(slack: Slack, message: Stored, metadata: MetadataShown = 'type'): Obj {
  const { team } = slack.state;
  return {
    ...authorFields(slack, message),
    type: 'message',
    ts: message.ts,
    ...(message.client_msg_id === undefined ? {} : { client_msg_id: message.client_msg_id }),
    text: message.text,
    team: team.id,
    ...(message.subtype === undefined ? {} : { subtype: message.subtype }),
    ...(message.tombstone ? { hidden: true } : {}),
    ...threadFields(slack, message),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.attachments.length > 0 ? { attachments: message.attachments } : {}),
    ...filesField(slack, message),
    ...(message.edited ? { edited: message.edited } : {}),
    ...(message.reactions.length > 0
      ? { reactions: message.reactions.map((r) => ({ ...r, count: r.users.length })) }
      : {}),
    ...(message.pinned ? { pinned_to: [message.channel] } : {}),
    ...metadataField(message, metadata),
    ...message.more,
  };
}

function filesField(slack: Slack, message: Stored): Obj {
  if (message.files.length === 0) return {};
  const files = message.files.map((id) => slack.state.files[id]).filter((file) => file !== undefined);
  const shown = files.map((file) => (file.deleted ? { id: file.id, mode: 'tombstone' } : fileJson(slack, file)));
  return { files: shown, upload: false };
}

function metadataField(message: Stored, shown: MetadataShown): Obj {
  if (!message.metadata || shown === 'none') return {};
  return { metadata: shown === 'all' ? message.metadata : { event_type: message.metadata.event_type } };
}

export function lastRead(channel: Channel, user: string): Ts {
  return channel.read[user] ?? '0000000000.000000';
}

export function latestOf(slack: Slack, channel: Channel): Ts | undefined {
  const rows = messagesOf(slack, channel.id);
  return rows.findLast((row) => row.thread_ts === undefined || row.thread_ts === row.ts || row.broadcast)?.ts;
}

export function fileJson(slack: Slack, file: StoredFile): Obj {
  const type = file.name.split('.').at(-1) ?? '';
  const url = `${slack.base}/files-pri/${slack.state.team.id}-${file.id}`;
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: type,
    pretty_type: type.toUpperCase(),
    user: file.user,
    user_team: slack.state.team.id,
    editable: false,
    size: file.size,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: file.shares.some((share) => slack.state.channels[share.channel]?.kind === 'public'),
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: `${url}/${encodeURIComponent(file.name)}`,
    url_private_download: `${url}/download/${encodeURIComponent(file.name)}`,
    permalink: `${slack.base}/files/${file.user}/${file.id}`,
    has_rich_preview: false,
    file_access: 'visible',
    ...(file.alt_txt === undefined ? {} : { alt_txt: file.alt_txt }),
  };
}

/** A view as `views.*` answers it and as interactions carry it. */
export function viewJson(slack: Slack, view: StoredView, values = view.values): Obj {
  const { team, app } = slack.state;
  const { blocks, private_metadata, callback_id, title, submit, close, clear_on_close, notify_on_close, ...rest } =
    view.body;
  return {
    ...rest,
    id: view.id,
    team_id: team.id,
    type: view.type,
    blocks: blocks ?? [],
    private_metadata: private_metadata ?? '',
    callback_id: callback_id ?? '',
    state: { values },
    hash: view.hash,
    title: title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: clear_on_close ?? false,
    notify_on_close: notify_on_close ?? false,
    close: close ?? null,
    submit: submit ?? null,
    previous_view_id: view.previous,
    root_view_id: view.root,
    app_id: app.id,
    external_id: view.external_id,
    app_installed_team_id: team.id,
    bot_id: app.bot_id,
  };
}
