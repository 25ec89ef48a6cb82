/**
 * What travels between local-slack's core and those who use it: its page and the tests. One path for both.
 *
 * `POST /_local/act`      an `Act` (JSON), done as a person; answers `ActAnswer`
 * `GET  /_local/state`    `?as=U...`: a `Sight`: all that this person sees; `WS /_local/live?as=U...` then sends `Change`s
 * `POST /_local/control`  a `Control` (JSON): faults, the clock, replay, reset, export, import
 * `GET  /_local/journal`  `?after=N`: the rows of the journal; `WS` of the same address: lists of them as they come, a row again
 *                         when its answer is known
 * `GET  /_local/setup`    a `Setup`: what a developer needs to know of it
 * `GET  /_local/health`   `{ ok: true, sockets: n }`
 * `GET  /_local/history`  `?as=U...&channel=C...&before=ts[&until=ts]`: an `Older` page; `&thread=ts` instead: a whole thread
 * `GET  /_local/people`   every `Person`: who one can be
 * `GET  /_local/file/F...` the bytes of a file, as `FileSeen.url` names it
 *
 * Where these ask for a person or a channel, a handle (`ana`) or a channel's name (`general`) will do for an id.
 */
import type { AnyBlock, View } from '@slack/types';

export type Ts = string;

export type Person = {
  id: string;
  name: string; // handle: "ana"
  real_name: string;
  title: string;
  email: string;
  tz: string;
  locale: string;
  color: string; // avatar background, "#RRGGBB"
  is_admin: boolean;
  is_bot: boolean;
  is_restricted: boolean; // guest
  deleted: boolean;
};

type Reaction = { name: string; users: string[] };
export type FileSeen = { id: string; name: string; mimetype: string; size: number; url: string; user: string };

export type Message = {
  channel: string;
  ts: Ts;
  user: string; // a bot's messages carry the bot user's id
  bot: boolean;
  username?: string; // chat:write.customize
  icon?: string;
  text: string; // mrkdwn, escaped as Slack stores it
  blocks: AnyBlock[];
  subtype?: string;
  thread_ts?: Ts;
  reply_count: number;
  reply_users: string[];
  latest_reply?: Ts;
  /** Of a thread's parent: does the reader follow it, and up to where it was read. */
  follow?: { read: Ts; mentioned: boolean };
  broadcast: boolean;
  edited?: Ts;
  reactions: Reaction[];
  files: FileSeen[];
  pinned: boolean;
  /** Set when only the reader sees it. */
  ephemeral: boolean;
  tombstone: boolean;
};

export type Channel = {
  id: string;
  name: string;
  kind: 'public' | 'private' | 'im' | 'mpim';
  /** In a DM: the other person. */
  with?: string;
  topic: string;
  purpose: string;
  creator: string;
  created: number; // seconds
  /** The one that everybody is in. */
  general: boolean;
  archived: boolean;
  /** A direct message that this person has put aside; the next message brings it back. */
  closed?: true;
  members: string[];
  bookmarks: Bookmark[];
  unread: number;
  mentions: number;
  /** Up to where this person has read. */
  read: Ts;
  latest?: Ts;
};

type Bookmark = { id: string; title: string; link: string; emoji: string };
type Group = { id: string; handle: string; name: string; description: string; users: string[] };

export type Command = { command: string; description: string; usage_hint: string };
export type Shortcut = { type: 'global' | 'message'; name: string; callback_id: string; description: string };

export type AppSeen = {
  id: string;
  name: string;
  color: string; // of its icon: the manifest's background color
  bot: string; // bot user id
  dm: string; // this person's DM with the bot; '' until one exists
  home_enabled: boolean;
  messages_enabled: boolean;
  commands: Command[];
  shortcuts: Shortcut[];
};

/** A view as stored by Slack: what the app sent, with ids and hash. `errors` by block_id, of the last submission. */
export type ViewSeen = View & {
  id: string;
  hash: string;
  busy: boolean;
  errors: Record<string, string>;
  trouble?: string;
};

/** What an agent says about a thread that it works in. */
export type AgentSeen = {
  channel: string;
  thread_ts: Ts;
  title: string;
  status: string; // "is thinking…"; '' when it says nothing
  loading: string[]; // what stands there in turn instead of the status
  until: number; // ms, the emulator's clock: when a status goes away by itself
  prompts: { title: string; message: string }[]; // what one might say next
  prompts_title: string;
};

/** A line that Slack itself shows the person: "/ticket failed with the error operation_timeout". */
export type Notice = { id: number; channel?: string; text: string };

export type Sight = {
  me: Person;
  team: { id: string; name: string };
  now: number; // ms, the emulator's clock
  people: Person[];
  channels: Channel[]; // public ones and those one belongs to
  groups: Group[];
  active: string[]; // who has a page open
  messages: Message[]; // the newest of each channel, threads and own ephemerals included
  older: Record<string, Ts>; // channel -> what came before this was left out: see `/_local/history`
  app: AppSeen;
  views: ViewSeen[]; // my modal stack, bottom first
  home: ViewSeen | null;
  faults: Fault[];
  agents: AgentSeen[];
};

/** `from`: the oldest ts up to which all is there now; absent: this is the beginning. */
export type Older = { messages: Message[]; from?: Ts };

export type Change =
  | { kind: 'message'; message: Message }
  | { kind: 'gone'; channel: string; ts: Ts }
  | { kind: 'channel'; channel: Channel }
  | { kind: 'person'; person: Person }
  | { kind: 'presence'; active: string[] }
  | { kind: 'views'; views: ViewSeen[] }
  | { kind: 'home'; home: ViewSeen | null }
  | { kind: 'agent'; agent: AgentSeen }
  | { kind: 'notice'; notice: Notice }
  | { kind: 'faults'; faults: Fault[] }
  | { kind: 'journal'; row: JournalRow } // only on the journal's own line
  | { kind: 'clock'; now: number } // it was wound: the emulator's time in ms
  | { kind: 'stale' } // more has changed than can be told: read the state anew
  | { kind: 'reload' }; // the world was reset or imported: fetch the state again

/** Where a clicked element stands. */
export type Place = { kind: 'message'; channel: string; ts: Ts } | { kind: 'view'; view_id: string };

/** The value of an element as Slack reports it in `view.state.values` and in `actions[]`, without `type`. */
export type ElementValue = Record<string, unknown>;
/** block_id -> action_id -> value; `type` included, exactly the shape of `view.state.values`. */
export type StateValues = Record<string, Record<string, ElementValue & { type: string }>>;

/** In a text `<@U...>` and `<#C...>` are mentions: of these ids only, where they are told, and of anybody else text. */
type Mentions = { mentions?: string[] };

export type Act = { as: string } & (
  | ({ do: 'send'; channel: string; text: string; thread_ts?: Ts; broadcast?: boolean; files?: string[] } & Mentions)
  | ({ do: 'edit'; channel: string; ts: Ts; text: string } & Mentions)
  | { do: 'delete'; channel: string; ts: Ts }
  | { do: 'react' | 'unreact'; channel: string; ts: Ts; name: string }
  | { do: 'pin' | 'unpin'; channel: string; ts: Ts }
  | ({ do: 'command'; channel: string; command: string; text: string } & Mentions)
  | { do: 'shortcut'; callback_id: string; channel?: string; ts?: Ts }
  /** A click or a choice. `value` holds what the person chose: `{ value }` of a button is filled in by the core. */
  | { do: 'click'; place: Place; block_id: string; action_id: string; value?: ElementValue; state?: StateValues }
  | { do: 'submit'; view_id: string; values: StateValues }
  | { do: 'close'; view_id: string; all?: boolean }
  | { do: 'options'; place: Place; block_id: string; action_id: string; query: string }
  | { do: 'topic' | 'purpose'; channel: string; text: string }
  | { do: 'delete_file'; file: string }
  | { do: 'open_home'; tab?: 'home' | 'messages' }
  | { do: 'open_dm'; with: string }
  | { do: 'open_group'; with: string[] } // a direct message of up to nine people
  | { do: 'close_dm'; channel: string } // puts one of either kind aside
  /** Up to the newest, or only up to a message; of a channel or of one thread in it. */
  | { do: 'read'; channel: string; upto?: Ts; thread_ts?: Ts }
  | { do: 'create_channel'; name: string; private: boolean }
  | { do: 'archive' | 'unarchive'; channel: string }
  | { do: 'join' | 'leave'; channel: string }
  | { do: 'invite'; channel: string; user: string }
  /** Asks the app for the details of an unfurled Work Object. */
  | { do: 'open_entity'; channel: string; ts: Ts; url: string }
  /** Upload before `send`: base64 content; the answer's `file` goes into `files`. */
  | { do: 'upload'; name: string; mimetype: string; content: string }
);

/** `said` is what Slack itself told the person, if anything: a timeout, an unknown command. */
export type ActAnswer =
  | {
      ok: true;
      ts?: Ts;
      channel?: string;
      file?: string;
      said?: string;
      options?: unknown[];
      option_groups?: unknown[];
    }
  | { ok: false; error: string };

/** What goes wrong with a call of the app, with a delivery to it, or (the last three) with Slack as a whole until it is disarmed. */
export type FaultKind =
  // A call; `http` and `drop` also hit a delivery before it reaches the app.
  | { do: 'error'; error: string } // `ok: false`, nothing was done
  | { do: 'http'; status: number }
  | { do: 'rate_limit'; retry_after: number | null } // 429, with or without Retry-After
  | { do: 'drop' } // the connection ends before anything was done
  | { do: 'not_json' } // 200, and the body is no JSON; nothing was done
  | { do: 'delay'; ms: number }
  // After the call was carried out; `apply_then_drop` of a delivery loses the app's ack.
  | { do: 'apply_then_drop' }
  | { do: 'apply_then_http'; status: number }
  | { do: 'apply_then_error'; error: string }
  | { do: 'stale'; ms: number } // conversations.history and .replies do not show what is younger than this
  // A delivery.
  | { do: 'lose' }
  | { do: 'duplicate'; same_envelope?: boolean } // twice as a first try; with a new envelope_id unless told otherwise
  | { do: 'reorder' } // held until the next event has passed
  | { do: 'skew'; ms: number } // HTTP: the signature's time is off by so much
  | { do: 'foreign_team' } // the event names another workspace, as in a shared channel
  | { do: 'unfurl' } // the message is edited by an unfurl: `message_changed` without an edit
  // Slack as a whole.
  | { do: 'down' } // every call, socket and delivery is refused
  | { do: 'revoke_token' } // tokens_revoked is sent, then no call is let in
  | { do: 'uninstall' }; // app_uninstalled and tokens_revoked, then account_inactive

export type Fault = {
  id: string;
  /**
   * A Web API method, or `*` for all. Deliveries: `deliver:events`, `deliver:interactive`, `deliver:commands`, `deliver:*`,
   * or one by its name in the journal: `deliver:app_mention`, `deliver:block_actions`, `deliver:/ticket`.
   */
  method: string;
  kind: FaultKind;
  /** How many calls it still applies to; null: until disarmed. */
  left: number | null;
  /** When it ends by itself (ms, the emulator's clock). */
  until?: number;
};

export type Control =
  | { do: 'arm'; fault: Omit<Fault, 'id' | 'until'>; for_ms?: number } // `for_ms`: it is disarmed after so long
  | { do: 'disarm'; id?: string }
  /** `warning` is followed by a refresh ten seconds later; `link_disabled` sends every socket away. */
  | { do: 'socket'; what: 'cut' | 'refresh' | 'warning' | 'link_disabled' }
  | { do: 'enable_events' } // again, after Slack has given up an app that failed too often
  | { do: 'replay'; row: number } // deliver a journal's delivery again
  | { do: 'clock'; forward_ms: number }
  | { do: 'rates'; on: boolean }
  | { do: 'reset' }
  | { do: 'export' }
  | { do: 'import'; world: unknown }
  | { do: 'archive' | 'unarchive'; channel: string }
  | { do: 'remove_bot' | 'add_bot'; channel: string }
  | { do: 'deactivate' | 'activate'; user: string }
  | { do: 'rename_channel'; channel: string; name: string }
  /** `share_channel`: it gets a new id, which comes back as `channel`. */
  | { do: 'delete_channel' | 'share_channel'; channel: string }
  | { do: 'rename_team'; name: string }
  | { do: 'set_group'; handle: string; name: string; members: string[] } // made, or changed
  | { do: 'set_profile'; user: string; real_name?: string; title?: string; status?: string }
  | { do: 'add_person'; name: string; real_name: string; email: string }
  /** Starts a function of the manifest, as a workflow step would; answers `execution`. */
  | { do: 'run_function'; callback_id: string; user: string; inputs: Record<string, unknown> }
  | { do: 'execution'; id: string } // how far that run has come
  | { do: 'create_channel'; name: string; private: boolean; members: string[] };

export type JournalRow = {
  n: number;
  at: number; // ms
  kind: 'call' | 'delivery' | 'person';
  /** method, envelope type or act */
  name: string;
  as?: string;
  /** trigger or envelope id that links rows */
  link?: string;
  request: unknown;
  answer: unknown;
  ms: number | null;
  attempt?: number;
  fault?: string;
};

export type Setup = {
  bot_token: string;
  app_token: string;
  /** Every Web API method there is. */
  methods: string[];
  /** Are Slack's rates kept. */
  rates: boolean;
  sockets: number;
};
