/** What local-slack remembers: plain JSON, so that a snapshot is one `JSON.stringify`. Field names are Slack's own. */
import type { Ts } from '../wire.ts';

export type { Ts };
export type Obj = Record<string, unknown>;

export type User = {
  id: string;
  name: string;
  real_name: string;
  title: string;
  email: string;
  tz: string;
  locale: string;
  color: string;
  is_admin: boolean;
  is_bot: boolean;
  is_restricted: boolean;
  deleted: boolean;
  updated: number;
  status?: string | undefined;
  manager?: string | undefined;
  phone?: string | undefined;
};

export type Bookmark = {
  id: string;
  channel_id: string;
  title: string;
  link: string;
  emoji: string;
  type: string;
  created: number;
  updated: number;
};

export type ChannelKind = 'public' | 'private' | 'im' | 'mpim';

export type Channel = {
  id: string;
  name: string;
  kind: ChannelKind;
  topic: string;
  purpose: string;
  created: number;
  creator: string;
  archived: boolean;
  general: boolean;
  members: string[];
  /** Person -> ts up to which they have read. */
  read: Record<string, Ts>;
  /** Those who have put this direct message aside; the next message brings it back. */
  closed?: string[] | undefined;
  topic_set?: { by: string; at: number } | undefined;
  purpose_set?: { by: string; at: number } | undefined;
  bookmarks: Bookmark[];
};

export type Metadata = { event_type: string; event_payload: Obj };

export type Stored = {
  channel: string;
  ts: Ts;
  user: string;
  text: string;
  blocks: Obj[];
  attachments: Obj[];
  from_app: boolean;
  subtype?: string | undefined;
  client_msg_id?: string | undefined;
  thread_ts?: Ts | undefined;
  /** Of a thread's parent, oldest first. */
  replies: Ts[];
  /** Of a thread's parent: person -> ts up to which they have read it. */
  replies_read?: Record<string, Ts> | undefined;
  broadcast: boolean;
  /** How it looked before its last changes, newest first. */
  before?: { until: number; text: string; blocks: Obj[]; attachments: Obj[] }[] | undefined;
  edited?: { user: string; ts: Ts } | undefined;
  metadata?: Metadata | undefined;
  username?: string | undefined;
  icon?: string | undefined;
  reactions: { name: string; users: string[] }[];
  files: string[];
  pinned?: { by: string; at: number } | undefined;
  tombstone: boolean;
  /** The run of a function whose token posted it: a click on it concerns that run. */
  execution?: string | undefined;
  /** Being written bit by bit; `plan` gathers its tasks in one block. */
  streaming?: { plan: boolean } | undefined;
  /** Only this person sees it; it has no history. */
  only_for?: string | undefined;
  /** Other fields of a system message: inviter, topic, old_name. */
  more?: Obj | undefined;
};

export type StoredFile = {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  size: number;
  user: string;
  created: number;
  alt_txt?: string | undefined;
  /** base64; null until the bytes have come. */
  content: string | null;
  complete: boolean;
  deleted: boolean;
  shares: { channel: string; ts: Ts }[];
  /** Given to the app in a form: it may read what is shared nowhere. */
  handed?: true;
};

export type Values = Record<string, Record<string, Obj & { type: string }>>;

export type StoredView = {
  id: string;
  user: string;
  type: 'modal' | 'home';
  body: Obj;
  external_id: string;
  hash: string;
  root: string;
  previous: string | null;
  values: Values;
  open: boolean;
  busy: boolean;
  errors: Record<string, string>;
  trouble?: string | undefined;
  updated: number;
  /** The run of a function whose token opened it: what is done in it concerns that run. */
  execution?: string | undefined;
};

type Usergroup = { id: string; handle: string; name: string; description: string; users: string[] };

export type ResponseUrl = {
  id: string;
  made: number;
  uses: number;
  channel: string;
  user: string;
  /** The message clicked, if any: `replace_original` and `delete_original` mean it. */
  original?: { ts: Ts; only_for?: string | undefined } | undefined;
};

/** A message that waits for its time (seconds). */
export type Scheduled = {
  id: string;
  channel: string;
  post_at: number;
  created: number;
  words: Pick<Stored, 'text' | 'blocks' | 'attachments' | 'metadata'>;
  thread_ts?: Ts | undefined;
  broadcast: boolean;
};

/** One run of a function of the app, as a workflow step would start it. */
export type Execution = {
  id: string;
  callback_id: string;
  user: string;
  inputs: Obj;
  /** The just-in-time token of this run alone. */
  token: string;
  made: number;
  state: 'running' | 'completed' | 'failed';
  outputs?: Obj | undefined;
  error?: string | undefined;
};

/** What an agent says about a thread it works in. */
export type AgentThread = {
  title?: string | undefined;
  status?: { text: string; loading_messages: string[]; at: number } | undefined;
  prompts?: { title: string; list: { title: string; message: string }[]; at: number } | undefined;
  session?: { status: string; initiator: string } | undefined;
};

/** A person asked to see more of an unfurled link. */
export type EntityRequest = { trigger_id: string; user: string; url: string; made: number; shown?: Obj | undefined };

export type Delivery = {
  type: 'events_api' | 'slash_commands' | 'interactive';
  /** What the journal calls it: `message`, `block_actions`, `/ticket`. */
  name: string;
  payload: Obj;
  takes_payload: boolean;
  as?: string;
  link?: string;
};

/** An event that nobody took, and its next try. */
export type Redelivery = {
  delivery: Delivery;
  next: { attempt: number; reason: string; envelope_id: string };
  /** How many tries there were. */
  tries: number;
  born: number;
  due: number;
};

export type State = {
  team: { id: string; name: string; domain: string };
  app: { id: string; bot_id: string; bot: string };
  users: Record<string, User>;
  channels: Record<string, Channel>;
  messages: Record<string, Stored[]>;
  ephemerals: Stored[];
  files: Record<string, StoredFile>;
  views: Record<string, StoredView>;
  /** Person -> open modals, bottom first. */
  stacks: Record<string, string[]>;
  /** Person -> their App Home. */
  homes: Record<string, string>;
  groups: Usergroup[];
  response_urls: Record<string, ResponseUrl>;
  scheduled: Record<string, Scheduled>;
  /** By the `envelope_id` of the next try. */
  redeliveries: Record<string, Redelivery>;
  executions: Record<string, Execution>;
  /** By `channel:thread_ts`. */
  agent_threads: Record<string, AgentThread>;
  entity_requests: Record<string, EntityRequest>;
  last_ts: Ts;
  minted: number;
  ahead_ms: number;
};
