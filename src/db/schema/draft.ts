import { foreignKey, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { moment, workspace } from './column.ts';
import { tickets } from './ticket.ts';

/** What a person has written into a form and not sent. Nothing in it: it is over, and its window says nothing more. */
export const drafts = pgTable(
  'drafts',
  {
    workspace: workspace(),
    person: text('person').notNull(),
    /** None: a request that is not one yet. */
    ticket: integer('ticket'),
    form: text('form').notNull(),
    values: jsonb('values').notNull().default({}),
    at: moment('at').notNull(),
    /** The window in which it was written last. */
    view: text('view').notNull(),
  },
  (t) => [
    unique('drafts_of').on(t.workspace, t.person, t.ticket, t.form).nullsNotDistinct(),
    foreignKey({ columns: [t.workspace, t.ticket], foreignColumns: [tickets.workspace, tickets.number] }),
  ],
);
