import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { moment, workspace } from './column.ts';
import { workspaces } from './desk.ts';

/** Words that nobody sends to a requester; '' is every group, or every language. */
export const bannedWords = pgTable(
  'banned_words',
  {
    workspace: workspace().references(() => workspaces.id),
    groupKey: text('group_key').notNull().default(''),
    language: text('language').notNull().default(''),
    word: text('word').notNull(),
    /** Who added it in Slack since the desk file was last applied, and when. */
    editedBy: text('edited_by'),
    editedAt: moment('edited_at'),
  },
  (t) => [primaryKey({ columns: [t.workspace, t.groupKey, t.language, t.word] })],
);
