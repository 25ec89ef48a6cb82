import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { workspace } from './column.ts';
import { workspaces } from './desk.ts';

/** Words that are sent again and again, as `domain/templates.ts` knows them. */
export const templates = pgTable(
  'templates',
  {
    workspace: workspace().references(() => workspaces.id),
    code: text('code').notNull(),
    groupKey: text('group_key'),
    title: text('title').notNull(),
    text: jsonb('text').notNull(),
    variants: jsonb('variants').notNull().default({}),
    processing: text('processing'),
    acts: jsonb('acts').notNull().default([]),
    uses: integer('uses').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.code] })],
);
