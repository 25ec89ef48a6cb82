import { foreignKey, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { moment, workspace } from './column.ts';
import { tickets } from './ticket.ts';

/** What a person has written into a form and not sent. Nothing in it: it is over, and its window says nothing more. */
export const drafts = pgTable(
  'drafts',
  {
    workspace: workspace(),
    person: text('person').notNull(),
    ticket: integer('ticket').notNull(),
    form: text('form').notNull(),
    values: jsonb('values').notNull().default({}),
    at: moment('at').notNull(),
    /** The window in which it was written last. */
    view: text('view').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.person, t.ticket, t.form] }),
    foreignKey({ columns: [t.workspace, t.ticket], foreignColumns: [tickets.workspace, tickets.number] }),
  ],
);
