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
} from 'drizzle-orm/pg-core';
import { TROUBLES } from '../../desk/trigger-memory.ts';
import { moment, oneOf, workspace } from './column.ts';
import { workspaces } from './desk.ts';

const MATCHES = ['all', 'any'] as const;

/** What the desk does by itself when something happens to a ticket, in the order of `position`. */
export const triggers = pgTable(
  'triggers',
  {
    workspace: workspace().references(() => workspaces.id),
    key: text('key').notNull(),
    name: text('name').notNull(),
    /** Whose leads may change it; null: administrators only. The group may be gone. */
    groupKey: text('group_key'),
    enabled: boolean('enabled').notNull().default(false),
    position: integer('position').notNull().default(0),
    events: text('events').array().notNull(),
    match: text('match', { enum: MATCHES }).notNull().default('all'),
    conditions: jsonb('conditions').notNull().default([]),
    results: jsonb('results').notNull().default([]),
    /** Why it rests: what it names does not exist any more. */
    broken: jsonb('broken'),
    /** What it said when somebody last saw whom it would mean; it is switched on as it was seen. */
    tried: text('tried'),
    /** How often what it says was changed: whoever changes it says which one he saw. */
    version: integer('version').notNull().default(0),
    /** Who changed it in Slack since the desk file was last applied, and when. */
    editedBy: text('edited_by'),
    editedAt: moment('edited_at'),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.key] }), oneOf('triggers_match', t.match, MATCHES)],
);

/** What fired and why, written before anything is done, so that whatever is tried again does the same. */
export const triggerLog = pgTable(
  'trigger_log',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    workspace: workspace(),
    ticket: integer('ticket').notNull(),
    seq: integer('seq').notNull(),
    trigger: text('trigger').notNull(),
    name: text('name').notNull(),
    nth: integer('nth').notNull(),
    depth: integer('depth').notNull(),
    at: moment('at').notNull(),
    why: jsonb('why').notNull(),
    deeds: jsonb('deeds').notNull(),
    /** Those of its conditions that held, as they were then, and for which of its events it waited. */
    held: jsonb('held').notNull().default([]),
    happened: text('happened').array().notNull().default([]),
    stopped: text('stopped'),
  },
  (t) => [
    uniqueIndex('trigger_log_once').on(t.workspace, t.ticket, t.seq, t.trigger),
    index('trigger_log_of').on(t.workspace, t.trigger, t.id.desc()),
    index('trigger_log_at').on(t.at),
  ],
);

/** What somebody has to see to, told once until it is over; its `id` is the `seq` of the letters about it. */
export const triggerTroubles = pgTable(
  'trigger_troubles',
  {
    id: serial('id').primaryKey(),
    workspace: workspace(),
    trigger: text('trigger').notNull(),
    name: text('name').notNull(),
    kind: text('kind', { enum: TROUBLES }).notNull(),
    ticket: integer('ticket'),
    named: text('named'),
    since: moment('since').notNull().defaultNow(),
    overAt: moment('over_at'),
  },
  (t) => [
    uniqueIndex('trigger_troubles_now')
      .on(t.workspace, t.trigger, t.kind)
      .where(sql`${t.overAt} is null`),
    oneOf('trigger_troubles_kind', t.kind, TROUBLES),
  ],
);

/** Each try to call a URL, and what came of it: never an address with its path, never words. */
export const triggerCalls = pgTable(
  'trigger_calls',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    workspace: workspace(),
    trigger: text('trigger').notNull(),
    name: text('name').notNull(),
    ticket: integer('ticket').notNull(),
    seq: integer('seq').notNull(),
    nth: integer('nth').notNull(),
    host: text('host').notNull(),
    attempt: integer('attempt').notNull(),
    at: moment('at').notNull(),
    /** `called`, `status_500`, `timeout` and so on. */
    outcome: text('outcome').notNull(),
    ms: integer('ms').notNull(),
    /** When it is tried again; null: not. */
    nextAt: moment('next_at'),
  },
  (t) => [
    uniqueIndex('trigger_calls_once').on(t.workspace, t.ticket, t.seq, t.trigger, t.nth, t.attempt),
    index('trigger_calls_newest').on(t.workspace, t.id.desc()),
    index('trigger_calls_at').on(t.at),
  ],
);
