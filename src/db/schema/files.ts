import { sql } from 'drizzle-orm';
import { bigint, bigserial, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { moment, oneOf, workspace } from './column.ts';

/** `copy`: what was carried to the other side. `transcript`, `list`: what somebody asked for. */
export const SENT_FILES = ['copy', 'transcript', 'list'] as const;
export const SENT_FILE_STATES = ['begun', 'sent', 'failed', 'deleted'] as const;
export const SIDES = ['agents', 'requester'] as const;

/** The files that the bot has put into Slack: which, where and for what. Never their names, and nothing of what is in them. */
export const sentFiles = pgTable(
  'sent_files',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    workspace: workspace(),
    kind: text('kind', { enum: SENT_FILES }).notNull(),
    /** The tickets that it tells of. */
    tickets: integer('tickets').array().notNull(),
    /** Of a copy: which file of Slack's, and to whom it went. */
    original: text('original'),
    side: text('side', { enum: SIDES }),
    /** Slack's id of what the bot sent, once there is a place for it. */
    file: text('file'),
    /** Whom a list or transcript was for. */
    person: text('person'),
    size: bigint('size', { mode: 'number' }),
    /** SHA-256 of what was carried. */
    sum: text('sum'),
    state: text('state', { enum: SENT_FILE_STATES }).notNull().default('begun'),
    at: moment('at')
      .notNull()
      .default(sql`now()`),
  },
  (t) => [
    uniqueIndex('sent_files_once')
      .on(t.workspace, sql`(${t.tickets}[1])`, t.original, t.side)
      .where(sql`${t.kind} = 'copy'`),
    index('sent_files_tickets').using('gin', t.tickets),
    oneOf('sent_files_kind', t.kind, SENT_FILES),
    oneOf('sent_files_state', t.state, SENT_FILE_STATES),
  ],
);
