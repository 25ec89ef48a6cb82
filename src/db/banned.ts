import { z } from 'zod';
import { type Banned, bannedOf } from '../domain/banned.ts';
import { groupKey, LANGUAGES, type WorkspaceId } from '../domain/language.ts';
import type { Sql } from './connect.ts';

const language = z.enum(LANGUAGES).nullable();
type Row = { group_key: string; language: string; word: string };

/** The words that nobody sends to a requester, ready to be looked for. */
export async function readBanned(sql: Sql, workspace: WorkspaceId): Promise<Banned> {
  const rows = await sql<Row[]>`select group_key, language, word from banned_words where workspace = ${workspace}`;
  return bannedOf(
    rows.map((row) => ({
      group: row.group_key === '' ? null : groupKey(row.group_key),
      language: language.parse(row.language === '' ? null : row.language),
      word: row.word,
    })),
  );
}
