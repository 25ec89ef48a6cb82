import { sql } from 'drizzle-orm';
import {
  type ExtraConfigColumn,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { boards } from '../../domain/boards.ts';
import { type Cause, CHANNELS, KINDS, LANGUAGES, PRIORITIES, STATES, SURFACES } from '../../domain/language.ts';
import { CLOSINGS } from '../../domain/verbs/rule.ts';
import { URGENCY, WARN } from '../board-sql.ts';
import { among, moment, oneOf, workspace } from './column.ts';
import { workspaces } from './desk.ts';

type Columns = Record<
  'workspace' | 'groupKey' | 'assignee' | 'state' | 'private' | 'updatedAt' | 'number' | 'archivedAt' | 'deletedAt',
  ExtraConfigColumn
>;
/** Boards in the order of the last change, counted without looking at the tickets themselves. */
function ofBoards(t: Columns) {
  // Drizzle forgets what a column was told as soon as an index has it.
  const last = () => [t.updatedAt.desc(), t.number.desc()] as const;
  const there = sql`${t.archivedAt} is null and ${t.deletedAt} is null`;
  return [
    index('tickets_held')
      .on(t.workspace, t.assignee, ...last(), t.state, t.groupKey, t.private, t.archivedAt, t.deletedAt)
      .where(among(t.state, boards.held.states)),
    index('tickets_done')
      .on(t.workspace, t.assignee, t.state, ...last())
      .where(sql`${among(t.state, ['resolved', 'completed'])} and ${there}`),
    ...(['open', 'all', 'spam'] as const).map((board) =>
      index(`tickets_${board}`)
        .on(t.workspace, t.groupKey, ...last(), t.private)
        .where(sql`${among(t.state, boards[board].states)} and ${there}`),
    ),
  ];
}

export const tickets = pgTable(
  'tickets',
  {
    workspace: workspace().references(() => workspaces.id),
    number: integer('number').notNull(),
    version: integer('version').notNull(),
    state: text('state', { enum: STATES }).notNull(),
    title: text('title').notNull(),
    content: text('content').notNull(),
    kind: text('kind', { enum: KINDS }).notNull(),
    type: text('type'),
    fields: jsonb('fields').notNull().$type<Readonly<Record<string, string>>>(),
    /** Answers for agents only. */
    agentFields: jsonb('agent_fields').notNull().default({}).$type<Readonly<Record<string, string>>>(),
    processing: text('processing'),
    solution: text('solution'),
    groupKey: text('group_key').notNull(),
    priority: text('priority', { enum: PRIORITIES }).notNull(),
    urgentSince: moment('urgent_since'),
    channel: text('channel', { enum: CHANNELS }).notNull(),
    language: text('language', { enum: LANGUAGES }).notNull(),
    requester: text('requester').notNull(),
    creator: text('creator').notNull(),
    assignee: text('assignee'),
    mainChannel: text('main_channel'),
    mainTs: text('main_ts'),
    private: boolean('private').notNull(),
    sendToUser: boolean('send_to_user').notNull().default(true),
    unread: boolean('unread').notNull(),
    reopened: integer('reopened').notNull(),
    follows: integer('follows'),
    parent: integer('parent'),
    asker: text('asker'),
    calledOff: moment('called_off'),
    links: jsonb('links').notNull().default([]).$type<readonly { ticket: number; how: string }[]>(),
    followers: text('followers').array().notNull().default([]).$type<readonly string[]>(),
    tags: text('tags').array().notNull().default([]),
    masked: integer('masked').notNull().default(0),
    /** Answers that could not be brought to the requester. */
    undelivered: jsonb('undelivered').notNull().default([]),
    /** An answer that goes out by itself. */
    scheduled: jsonb('scheduled'),
    rating: jsonb('rating'),
    cancelAsked: jsonb('cancel_asked'),
    sameAsked: jsonb('same_asked'),
    remindedAt: moment('reminded_at'),
    archivedAt: moment('archived_at'),
    deletedAt: moment('deleted_at'),
    /** The managers it was ever escalated to. */
    consulted: jsonb('consulted').notNull().default([]).$type<readonly string[]>(),
    /** The rules that have asked for a decision, or need not any more. */
    escalatedBy: jsonb('escalated_by').notNull().default([]).$type<readonly string[]>(),
    createdAt: moment('created_at').notNull(),
    since: moment('since').notNull(),
    updatedAt: moment('updated_at').notNull(),
    assignedAt: moment('assigned_at'),
    /** Whoever has it was given it by a trigger. */
    byTrigger: boolean('by_trigger').notNull().default(false),
    /** Given to whoever is next, who has done nothing with it yet. */
    offer: jsonb('offer'),
    firstReplyAt: moment('first_reply_at'),
    /** How the group's promises stand. */
    clocks: jsonb('clocks').notNull().default({}),
    /** What only the present state has; its shape is checked when it is read. */
    detail: jsonb('detail').notNull(),
    /** The last event that the Internal thread has been told. */
    told: integer('told').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.number] }),
    index('tickets_asked').on(t.workspace, t.requester, t.updatedAt.desc()).where(among(t.state, boards.asked.states)),
    index('tickets_ever').on(t.workspace, t.requester, t.updatedAt.desc()),
    index('tickets_raised')
      .on(t.workspace, t.creator, t.updatedAt.desc())
      .where(sql`${among(t.state, boards.raised.states)} and ${t.creator} <> ${t.requester}`),
    index('tickets_answered')
      .on(t.workspace, t.firstReplyAt)
      .where(sql`${t.firstReplyAt} is not null`),
    ...ofBoards(t),
    index('tickets_followed')
      .using('gin', t.followers)
      .where(sql`${t.followers} <> '{}'`),
    index('tickets_urgency')
      .on(t.workspace, t.groupKey, sql.raw(URGENCY), t.createdAt, t.private, t.archivedAt, t.deletedAt)
      .where(among(t.state, boards.queue.states)),
    index('tickets_replied')
      .on(t.workspace, t.groupKey, t.since, t.private, t.archivedAt, t.deletedAt)
      .where(sql`${among(t.state, boards.replied.states)} and (${t.state} = 'requester_replied' or ${t.unread})`),
    index('tickets_risk')
      .on(t.workspace, t.groupKey, sql.raw(WARN))
      .where(sql`${among(t.state, boards.risk.states)} and ${sql.raw(WARN)} is not null`),
    index('tickets_decide')
      .on(t.workspace, sql`(${t.detail} ->> 'to')`, t.updatedAt.desc())
      .where(among(t.state, boards.decide.states)),
    index('tickets_processed')
      .on(t.workspace, t.groupKey, t.processing, t.deletedAt)
      .where(sql`${t.processing} is not null`),
    index('tickets_follows')
      .on(t.workspace, t.follows)
      .where(sql`${t.follows} is not null`),
    index('tickets_parent')
      .on(t.workspace, t.parent)
      .where(sql`${t.parent} is not null`),
    index('tickets_other')
      .on(t.workspace, sql`coalesce(${t.detail} ->> 'blockedBy', ${t.detail} ->> 'duplicateOf')`)
      .where(among(t.state, ['pending', 'resolved', 'completed'])),
    index('tickets_main')
      .on(t.workspace, t.mainChannel, t.mainTs)
      .where(sql`${t.mainTs} is not null`),
    oneOf('tickets_state', t.state, STATES),
    oneOf('tickets_kind', t.kind, KINDS),
    oneOf('tickets_priority', t.priority, PRIORITIES),
    oneOf('tickets_channel', t.channel, CHANNELS),
    oneOf('tickets_language', t.language, LANGUAGES),
  ],
);

/** The tags in use, but for those that only private tickets have. */
export const tags = pgTable(
  'tags',
  {
    workspace: workspace().references(() => workspaces.id),
    name: text('name').notNull(),
    usedAt: moment('used_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.name] }), index('tags_used').on(t.workspace, t.usedAt.desc())],
);

/** What happened, one immutable line each. `seq` is the version of the ticket after it. */
export const events = pgTable(
  'events',
  {
    workspace: workspace(),
    ticket: integer('ticket').notNull(),
    seq: integer('seq').notNull(),
    verb: text('verb').notNull(),
    /** Null: the clock. */
    byPerson: text('by_person'),
    at: moment('at').notNull(),
    fromState: text('from_state', { enum: STATES }),
    toState: text('to_state', { enum: STATES }).notNull(),
    /** Without the words that became a message. */
    input: jsonb('input').notNull(),
    /** The ticket's clocks after it, where it changed them. */
    clocks: jsonb('clocks'),
    key: text('key'),
    /** What it was done with; null where that is not known. */
    surface: text('surface', { enum: SURFACES }),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.ticket, t.seq] }),
    foreignKey({ columns: [t.workspace, t.ticket], foreignColumns: [tickets.workspace, tickets.number] }),
    uniqueIndex('events_key')
      .on(t.workspace, t.key)
      .where(sql`${t.key} is not null`),
  ],
);

export const AUDIENCES = ['main', 'internal'] as const;

export const messages = pgTable(
  'messages',
  {
    workspace: workspace(),
    ticket: integer('ticket').notNull(),
    /** The event that said it. */
    seq: integer('seq').notNull(),
    audience: text('audience', { enum: AUDIENCES }).notNull(),
    author: text('author'),
    text: text('text').notNull(),
    channel: text('channel'),
    ts: text('ts'),
    at: moment('at').notNull(),
    editedAt: moment('edited_at'),
    deletedAt: moment('deleted_at'),
    files: jsonb('files').notNull().default([]),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.ticket, t.seq] }),
    foreignKey({ columns: [t.workspace, t.ticket], foreignColumns: [tickets.workspace, tickets.number] }),
    uniqueIndex('messages_place')
      .on(t.workspace, t.channel, t.ts)
      .where(sql`${t.ts} is not null`),
    oneOf('messages_audience', t.audience, AUDIENCES),
  ],
);

export const ESCALATION_STATES = ['open', 'acked', ...CLOSINGS] as const;

export const escalations = pgTable(
  'escalations',
  {
    workspace: workspace(),
    ticket: integer('ticket').notNull(),
    /** The version of the ticket at which it was opened. */
    seq: integer('seq').notNull(),
    level: integer('level').notNull(),
    /** Null: the clock, by the rule that `cause` names. */
    fromPerson: text('from_person'),
    cause: jsonb('cause').$type<Cause>(),
    /** Null: a team. */
    toPerson: text('to_person'),
    toGroup: text('to_group'),
    child: integer('child'),
    ask: text('ask').notNull(),
    reason: text('reason').notNull(),
    at: moment('at').notNull(),
    acknowledgedAt: moment('acknowledged_at'),
    ackDueAt: moment('ack_due_at').notNull(),
    closedAt: moment('closed_at'),
    state: text('state', { enum: ESCALATION_STATES }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.ticket, t.seq] }),
    foreignKey({ columns: [t.workspace, t.ticket], foreignColumns: [tickets.workspace, tickets.number] }),
    index('escalations_open')
      .on(t.workspace, t.toPerson)
      .where(sql`${t.closedAt} is null`),
    oneOf('escalations_state', t.state, ESCALATION_STATES),
  ],
);
