import { foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { moment, workspace } from './column.ts';
import { tickets } from './ticket.ts';

/** The tickets of its group that a ticket is like: found once by a job, and again when its words or its group change. */
export const likenesses = pgTable(
  'likenesses',
  {
    workspace: workspace(),
    ticket: integer('ticket').notNull(),
    /** What it was found by, in short: where that is the same, it need not be found again. */
    foundBy: text('found_by').notNull(),
    /** The likest first. */
    numbers: integer('numbers').array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.ticket] }),
    index('likenesses_numbers').using('gin', t.numbers),
    foreignKey({ columns: [t.workspace, t.ticket], foreignColumns: [tickets.workspace, tickets.number] }),
  ],
);

/** Requests that were never sent, because what solved this ticket solved them too. */
export const spared = pgTable(
  'spared',
  {
    workspace: workspace(),
    /** In which the request was being written: each of them counts once. */
    window: text('window').notNull(),
    ticket: integer('ticket').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.window] }),
    foreignKey({ columns: [t.workspace, t.ticket], foreignColumns: [tickets.workspace, tickets.number] }),
  ],
);
