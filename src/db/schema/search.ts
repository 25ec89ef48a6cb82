import { sql } from 'drizzle-orm';
import {
  boolean,
  customType,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core';
import { moment, workspace } from './column.ts';
import { tickets } from './ticket.ts';

const vector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** One document for each ticket, by which it is found: written after every change by a job. */
export const ticketSearch = pgTable(
  'ticket_search',
  {
    workspace: workspace(),
    number: integer('number').notNull(),
    /** Of the ticket, as it was when the document was made. */
    version: integer('version').notNull(),
    /** Of the making: a document of an older form is made anew. */
    form: smallint('form').notNull(),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
    /** How urgent, 0 to 3. */
    priority: smallint('priority').notNull(),
    private: boolean('private').notNull(),
    spam: boolean('spam').notNull(),
    archived: boolean('archived').notNull(),
    /** Somebody still has something to do, and it is not put away. */
    open: boolean('open').notNull().default(false),
    facets: text('facets').array().notNull(),
    /** Words of the title, names, addresses and telephone numbers, each with the mark of its kind. */
    keys: vector('keys').notNull().default(''),
    /** Words that the requester may know of. */
    main: vector('main').notNull(),
    /** The same, and what agents said among themselves; null where they said nothing. */
    internal: vector('internal'),
  },
  (t) => [
    primaryKey({ columns: [t.workspace, t.number] }),
    foreignKey({ columns: [t.workspace, t.number], foreignColumns: [tickets.workspace, tickets.number] }),
    // Nobody waits for the job that writes it: better there than with whoever looks for something.
    index('ticket_search_words')
      .using('gin', t.facets, t.keys, sql`coalesce(${t.internal}, ${t.main})`)
      .with({ fastupdate: false }),
    index('ticket_search_updated').on(t.workspace, t.updatedAt, t.number),
    index('ticket_search_open')
      .on(t.workspace, t.updatedAt, t.number)
      .where(sql`${t.open}`),
    index('ticket_search_open_created')
      .on(t.workspace, t.createdAt, t.number)
      .where(sql`${t.open}`),
    index('ticket_search_open_priority')
      .on(t.workspace, t.priority, t.updatedAt, t.number)
      .where(sql`${t.open}`),
    index('ticket_search_created').on(t.workspace, t.createdAt, t.number),
    index('ticket_search_month').on(
      t.workspace,
      sql`date_trunc('month', ${t.createdAt} at time zone 'UTC')`,
      t.updatedAt,
      t.number,
    ),
    index('ticket_search_priority').on(t.workspace, t.priority, t.updatedAt, t.number),
  ],
);
