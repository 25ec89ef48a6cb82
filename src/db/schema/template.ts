import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { moment, workspace } from './column.ts';
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
    usedAt: moment('used_at'),
    /** How often what it says was changed: whoever changes it says which one he saw. */
    version: integer('version').notNull().default(0),
    /** Who changed it in Slack since the desk file was last applied, and when. */
    editedBy: text('edited_by'),
    editedAt: moment('edited_at'),
    /** Taken away in Slack: kept until its code is used again or a file is applied, so that it can be brought back. */
    removedAt: moment('removed_at'),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.code] })],
);
