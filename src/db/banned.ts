import { z } from 'zod';
import type { BannedShelf } from '../desk/banned-editing.ts';
import { type Banned, bannedOf, type BannedWord } from '../domain/banned.ts';
import { groupKey, LANGUAGES, type WorkspaceId } from '../domain/language.ts';
import type { Sql } from './connect.ts';
import { sayPolicies } from './policies.ts';
import { json } from './writing.ts';

const language = z.enum(LANGUAGES).nullable();
type Row = { group_key: string; language: string; word: string };

const wordOf = (row: Row): BannedWord => ({
  group: row.group_key === '' ? null : groupKey(row.group_key),
  language: language.parse(row.language === '' ? null : row.language),
  word: row.word,
});

const readAll = async (sql: Sql, workspace: WorkspaceId): Promise<BannedWord[]> => {
  const rows = await sql<Row[]>`select group_key, language, word from banned_words where workspace = ${workspace}`;
  return rows.map(wordOf);
};

/** The words that nobody sends to a requester, ready to be looked for. */
export const readBanned = async (sql: Sql, workspace: WorkspaceId): Promise<Banned> =>
  bannedOf(await readAll(sql, workspace));

export const openBanned = (sql: Sql): BannedShelf => ({
  all: (workspace) => readAll(sql, workspace),
  async add(workspace, words, by) {
    const rows = words.map((one) => ({ group_key: one.group ?? '', language: one.language ?? '', word: one.word }));
    await sql`
      insert into banned_words (workspace, group_key, language, word, edited_by, edited_at)
      select ${workspace}, x.*, ${by}, now()
      from jsonb_to_recordset(${json(rows)}::text::jsonb) as x(group_key text, language text, word text)
      on conflict do nothing`;
  },
  async remove(workspace, { group, language: its, word }) {
    const { count } = await sql`
      delete from banned_words
      where workspace = ${workspace} and group_key = ${group ?? ''} and language = ${its ?? ''} and word = ${word}`;
    return count > 0;
  },
  sayHow: (workspace, group, how, by) => sayPolicies(sql, { workspace, group, by }, { banned_words: how }),
});
