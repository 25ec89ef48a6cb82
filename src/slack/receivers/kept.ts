import { z } from 'zod';

/**
 * What is kept of an event until it is worked on: only what the desk reads, and no token. The key makes it happen once
 * however often and in whatever shape it is delivered; events of one conversation are worked on in the order they came.
 */
export type Kept = { key: string; conversation: string; body: EventBody };

const event = z.looseObject({ type: z.string() });
const eventBody = z.looseObject({
  type: z.literal('event_callback'),
  team_id: z.string().default(''),
  api_app_id: z.string().optional(),
  event,
  event_id: z.string(),
  event_time: z.number().optional(),
  authorizations: z
    .array(z.looseObject({ team_id: z.string().nullish() }))
    .optional()
    .catch(undefined),
  is_ext_shared_channel: z.boolean().optional(),
});
type Event = z.output<typeof event>;
export type EventBody = z.output<typeof eventBody>;

/** Null: not an event, or one of our own making that echoes back. */
export function keptOf(delivered: unknown, botUserId: string): Kept | null {
  const parsed = eventBody.safeParse(delivered);
  if (!parsed.success) return null;
  const { type, team_id, api_app_id, event, event_id, event_time, authorizations, is_ext_shared_channel } = parsed.data;
  if (isEcho(event, botUserId)) return null;
  const whole = { type, team_id, api_app_id, event: pruned(event), event_id, event_time, authorizations };
  return {
    key: keyOf(team_id, event, event_id),
    conversation: conversationOf(event),
    body: { ...whole, is_ext_shared_channel },
  };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const inner = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
/** Some events name a channel or a person by id, some hand over the whole thing. */
const idOf = (value: unknown): string => text(value) || text(inner(value)['id']);

/** A message and the mention in it are two events: one of them is enough, and the key is the message's. */
function keyOf(team: string, event: Event, eventId: string): string {
  const channel = idOf(event['channel']);
  if (isMessage(event)) {
    const changed = event['subtype'];
    return changed === 'message_changed' || changed === 'message_deleted' || changed === 'message_replied'
      ? `msg:${team}:${channel}:${changed}:${text(event['event_ts'])}`
      : `msg:${team}:${channel}:${text(event['ts'])}`;
  }
  return `event:${eventId}`;
}

const isMessage = ({ type }: Event) => type === 'message' || type === 'app_mention';

function conversationOf(event: Event): string {
  const channel = idOf(event['channel']) || idOf(event['channel_id']) || idOf(inner(event['item'])['channel']);
  if (channel) return `c:${channel}`;
  const user = idOf(event['user']) || idOf(event['user_id']);
  return user ? `u:${user}` : 'workspace';
}

/** Each of our posts and updates comes back as an event; nothing is to be done about it. */
function isEcho(event: Event, botUserId: string): boolean {
  if (!isMessage(event)) return false;
  const changed = inner(event['message'] ?? event['previous_message']);
  return text(event['user']) === botUserId || (text(event['user']) === '' && text(changed['user']) === botUserId);
}

const MESSAGE = [
  'type',
  'subtype',
  'channel',
  'channel_type',
  'user',
  'bot_id',
  'app_id',
  'team',
  'text',
  'ts',
  'thread_ts',
  'parent_user_id',
  'event_ts',
  'deleted_ts',
  'client_msg_id',
  'edited',
  'hidden',
];
const FILE = ['id', 'name', 'title', 'mimetype', 'size', 'mode', 'file_access', 'permalink', 'url_private'];
const USER = [
  'id',
  'name',
  'real_name',
  'deleted',
  'locale',
  'tz',
  'is_bot',
  'is_app_user',
  'is_restricted',
  'is_ultra_restricted',
];
const PROFILE = ['real_name', 'display_name', 'email'];

const only = (value: unknown, keys: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(inner(value)).filter(([key]) => keys.includes(key)));

function message(value: unknown): Record<string, unknown> {
  const { files, message: now, previous_message: before } = inner(value);
  return {
    ...only(value, MESSAGE),
    ...(Array.isArray(files) && { files: files.map((file) => only(file, FILE)) }),
    ...(now !== undefined && { message: message(now) }),
    ...(before !== undefined && { previous_message: message(before) }),
  };
}

function pruned(whole: Event): Event {
  const { type } = whole;
  if (isMessage(whole)) return { ...message(whole), type: 'message' };
  const { view: _view, blocks: _blocks, ...rest } = whole;
  const user = inner(whole['user']);
  if (user['profile'] === undefined) return { ...rest, type };
  return { ...rest, type, user: { ...only(user, USER), profile: only(user['profile'], PROFILE) } };
}

/**
 * The events that a kept body stands for. A message that names the bot is a message and a mention; in a DM it is the
 * former only, as with Slack.
 */
export function eventsOf(body: EventBody, botUserId: string): EventBody[] {
  const { event } = body;
  const names = event.type === 'message' && text(event['text']).includes(`<@${botUserId}`);
  const spoken = [undefined, 'file_share', 'thread_broadcast'].includes(event['subtype'] as string | undefined);
  if (!names || !spoken || event['channel_type'] === 'im') return [body];
  return [body, { ...body, event: { ...event, type: 'app_mention' } }];
}

/** A body as it comes out of the inbox. */
export const storedBody = eventBody;
