import { sql } from 'drizzle-orm';
import {
  bigserial,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  serial,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { CLOSED_WHYS } from '../../desk/closed.ts';
import type { OutLetter } from '../../desk/letters.ts';
import type { PlaceKind } from '../../desk/outbox.ts';
import { among, moment, oneOf, workspace } from './column.ts';

type LetterKind = OutLetter['kind'];
export const LETTER_KINDS = [
  'card',
  'thread',
  'retell',
  'again',
  'requester_card',
  'main',
  'line',
  'escalation_card',
  'ping',
  'channel_ping',
  'trigger_trouble',
  'home',
  'digest',
  'left',
  'closed_channel',
  'batch',
  'batched',
] as const satisfies readonly LetterKind[];
/** Letters that only say "draw it again": one that waits serves for all that come after it. */
const DRAWN_KINDS = [
  'card',
  'thread',
  'retell',
  'again',
  'requester_card',
  'escalation_card',
  'home',
  'closed_channel',
  'batch',
  'batched',
] satisfies LetterKind[];
/** Letters that tell somebody: whether one of them has left decides whether an act can still be taken back. */
const TELLING_KINDS = ['main', 'line', 'ping', 'escalation_card'] satisfies LetterKind[];
export const LETTER_STATES = ['pending', 'sending', 'unknown', 'sent', 'failed', 'collapsed'] as const;
const WAITING = ['pending', 'sending', 'unknown'];

export const letters = pgTable(
  'letters',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    /** Travels in the message's metadata, so that a lost answer can be found again. */
    oid: uuid('oid').notNull().defaultRandom(),
    workspace: workspace(),
    ticket: integer('ticket'),
    kind: text('kind', { enum: LETTER_KINDS }).notNull(),
    seq: integer('seq').notNull().default(0),
    toPerson: text('to_person'),
    conversation: text('conversation').notNull(),
    state: text('state', { enum: LETTER_STATES }).notNull().default('pending'),
    /** Given to a carrier, who may have drawn already: later changes need a letter of their own. */
    taken: boolean('taken').notNull().default(false),
    /** One of very many of a batch: it lets others go first, and is carried at a pace. */
    bulk: boolean('bulk').notNull().default(false),
    attempt: integer('attempt').notNull().default(0),
    notBefore: moment('not_before'),
    firstSentAt: moment('first_sent_at'),
    attemptedAt: moment('attempted_at'),
    channel: text('channel'),
    thread: text('thread'),
    ts: text('ts'),
    error: text('error'),
    createdAt: moment('created_at').notNull().defaultNow(),
    settledAt: moment('settled_at'),
  },
  (t) => [
    index('letters_waiting').on(t.workspace, t.conversation, t.id).where(among(t.state, WAITING)),
    uniqueIndex('letters_drawn')
      .on(t.workspace, t.conversation, t.kind, sql`coalesce(${t.ticket}, 0)`, t.seq)
      .where(sql`${t.state} = 'pending' and not ${t.taken} and ${among(t.kind, DRAWN_KINDS)}`),
    index('letters_pace')
      .on(t.workspace, t.channel, t.attemptedAt)
      .where(sql`${t.attemptedAt} is not null`),
    index('letters_telling').on(t.workspace, t.ticket, t.seq).where(among(t.kind, TELLING_KINDS)),
    oneOf('letters_kind', t.kind, LETTER_KINDS),
    oneOf('letters_state', t.state, LETTER_STATES),
  ],
);

const PLACE_KINDS = ['card', 'requester_card', 'escalation_card'] as const satisfies readonly PlaceKind[];

/** Where a drawn thing stands in Slack now. */
export const places = pgTable(
  'places',
  {
    workspace: workspace(),
    ticket: integer('ticket').notNull(),
    kind: text('kind', { enum: PLACE_KINDS }).notNull(),
    seq: integer('seq').notNull().default(0),
    channel: text('channel').notNull(),
    ts: text('ts').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.ticket, t.kind, t.seq] }),
    index('places_at').on(t.workspace, t.channel, t.ts),
    oneOf('places_kind', t.kind, PLACE_KINDS),
  ],
);

/** What a post in an Internal thread tells: the events after `since`, up to `upto`. */
export const tellings = pgTable(
  'tellings',
  {
    workspace: workspace(),
    ticket: integer('ticket').notNull(),
    channel: text('channel').notNull(),
    ts: text('ts').notNull(),
    thread: text('thread').notNull(),
    since: integer('since').notNull(),
    upto: integer('upto').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.ticket, t.channel, t.ts] })],
);

/** Agents' channels in which we could not write, each time that it happened; its `id` is the `seq` of the letters about it. */
export const closedChannels = pgTable(
  'closed_channels',
  {
    id: serial('id').primaryKey(),
    workspace: workspace(),
    channel: text('channel').notNull(),
    why: text('why', { enum: CLOSED_WHYS }).notNull(),
    since: moment('since').notNull().defaultNow(),
    openAt: moment('open_at'),
  },
  (t) => [
    uniqueIndex('closed_channels_now')
      .on(t.workspace, t.channel)
      .where(sql`${t.openAt} is null`),
    oneOf('closed_channels_why', t.why, CLOSED_WHYS),
  ],
);

/** What came in, stored before it is acked. The body goes when the work is done; the key stays. */
export const inbox = pgTable(
  'inbox',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    workspace: workspace(),
    key: text('key').notNull(),
    conversation: text('conversation').notNull(),
    body: jsonb('body'),
    receivedAt: moment('received_at').notNull().defaultNow(),
    doneAt: moment('done_at'),
  },
  (t) => [
    uniqueIndex('inbox_key').on(t.workspace, t.key),
    index('inbox_undone')
      .on(t.receivedAt)
      .where(sql`${t.doneAt} is null`),
  ],
);
