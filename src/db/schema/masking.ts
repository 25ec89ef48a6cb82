import { customType, foreignKey, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { workspace } from './column.ts';
import { tickets } from './ticket.ts';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** Words that are masked in a ticket: where they stood, and what they were, sealed with a key that is not in here. */
export const maskedSpans = pgTable(
  'masked_spans',
  {
    id: uuid('id').primaryKey(),
    workspace: workspace(),
    ticket: integer('ticket').notNull(),
    /** The event by which it was masked. */
    seq: integer('seq').notNull(),
    /** The column, which of its rows, and the way within a JSON value. */
    holder: text('holder').notNull(),
    row: integer('row').notNull(),
    path: text('path').notNull(),
    /** In the text as it stands, in UTF-16 units. */
    begins: integer('begins').notNull(),
    ends: integer('ends').notNull(),
    keyId: text('key_id').notNull(),
    sealed: bytes('sealed').notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.workspace, t.ticket], foreignColumns: [tickets.workspace, tickets.number] }),
    index('masked_spans_ticket').on(t.workspace, t.ticket),
    index('masked_spans_key').on(t.keyId),
  ],
);
