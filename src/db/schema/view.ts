import { sql } from 'drizzle-orm';
import { check, index, jsonb, pgTable, serial, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { workspace } from './column.ts';
import { workspaces } from './desk.ts';

/** Searches that are kept under a name: a person's own, or a group's. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: serial('id').primaryKey(),
    workspace: workspace().references(() => workspaces.id),
    person: text('person'),
    /** The group may be gone. */
    groupKey: text('group_key'),
    name: text('name').notNull(),
    /** The name as names are compared. */
    key: text('key').notNull(),
    /** `Asked` of `domain/search.ts`. */
    said: jsonb('said').notNull(),
  },
  (t) => [
    uniqueIndex('saved_views_name').on(
      t.workspace,
      sql`coalesce(${t.person}, '')`,
      sql`coalesce(${t.groupKey}, '')`,
      t.key,
    ),
    index('saved_views_person').on(t.workspace, t.person),
    check('saved_views_owner', sql`(${t.person} is null) <> (${t.groupKey} is null)`),
  ],
);
