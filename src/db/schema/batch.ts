import { integer, jsonb, pgTable, primaryKey, serial, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { BATCH_STATES, type BatchAct, type BatchInput, ITEM_STATES } from '../../domain/batch.ts';
import { SURFACES } from '../../domain/language.ts';
import { moment, oneOf, workspace } from './column.ts';

/** One act on many tickets, by one person. Which, as long as it is a draft: `offered` to choose from, `numbers` chosen. */
export const batches = pgTable(
  'batches',
  {
    id: serial('id').primaryKey(),
    workspace: workspace(),
    byPerson: text('by_person').notNull(),
    act: text('act').$type<BatchAct | 'undo'>(),
    input: jsonb('input').$type<BatchInput>().notNull().default({}),
    surface: text('surface', { enum: SURFACES }),
    state: text('state', { enum: BATCH_STATES }).notNull().default('draft'),
    offered: integer('offered').array().notNull().default([]),
    numbers: integer('numbers').array().notNull().default([]),
    /** The batch that it takes back. */
    undoes: integer('undoes'),
    madeAt: moment('made_at').notNull().defaultNow(),
    /** When its progress was to be drawn last. */
    drawnAt: moment('drawn_at'),
    endedAt: moment('ended_at'),
  },
  (t) => [
    uniqueIndex('batches_undoes')
      .on(t.workspace, t.undoes)
      .where(sql`${t.undoes} is not null`),
    oneOf('batches_state', t.state, BATCH_STATES),
  ],
);

/** What became of each of its tickets. */
export const batchItems = pgTable(
  'batch_items',
  {
    workspace: workspace(),
    batch: integer('batch')
      .notNull()
      .references(() => batches.id, { onDelete: 'cascade' }),
    nth: integer('nth').notNull(),
    ticket: integer('ticket').notNull(),
    state: text('state', { enum: ITEM_STATES }).notNull().default('waiting'),
    seq: integer('seq'),
    why: text('why'),
    at: moment('at'),
  },
  (t) => [primaryKey({ columns: [t.batch, t.ticket] }), oneOf('batch_items_state', t.state, ITEM_STATES)],
);
