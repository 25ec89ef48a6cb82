import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import * as t from '../db/schema.ts';
import { type BannedWord, compared, LONGEST_BANNED, MOST_BANNED } from '../domain/banned.ts';
import { groupKey, LANGUAGES } from '../domain/language.ts';
import type { Database, Transaction } from './database.ts';
import type { Complaint } from './fault.ts';
import { block, list, oneOf, text } from './phrase.ts';

const EXAMPLE = '{ group: support, language: it, words: [idiota] }';

/** Words for one group or for all, in one language or in all. */
export const bannedOfFile = list(
  'banned_words',
  EXAMPLE,
  block({
    group: text('the key of a group', 'group: support').optional(),
    language: oneOf('language', LANGUAGES).optional(),
    words: list('words', 'idiot, shut up', text('a word or a phrase', 'words: [idiot, shut up]', LONGEST_BANNED)),
  }),
);
type BannedOfFile = z.output<typeof bannedOfFile>;

/** Each word on its own, as the desk knows it. */
export const bannedOutlines = (lists: BannedOfFile): BannedWord[] =>
  lists.flatMap(({ group, language, words }) =>
    words.map((word) => ({
      group: group === undefined ? null : groupKey(group),
      language: language ?? null,
      word,
    })),
  );

/** What is no word, stands twice, or is for a group that there is not. */
export function bannedFaults({
  banned_words: lists = [],
  groups,
}: {
  banned_words?: BannedOfFile | undefined;
  groups: Readonly<Record<string, unknown>>;
}): Complaint[] {
  const total = lists.reduce((sum, { words }) => sum + words.length, 0);
  if (total > MOST_BANNED)
    return [{ path: ['banned_words'], says: `has more than ${MOST_BANNED} words; take some away` }];
  const seen = new Set<string>();
  return lists.flatMap(({ group, language, words }, at): Complaint[] => {
    const path = ['banned_words', at];
    const unknown =
      group !== undefined && !Object.hasOwn(groups, group)
        ? [
            {
              path: [...path, 'group'],
              says: `names the group "${group}", which does not exist; the groups are ${Object.keys(groups).join(', ')}`,
            },
          ]
        : [];
    const wrong = words.flatMap((word, nth): Complaint[] => {
      const key = JSON.stringify([group, language, compared(word)]);
      const twice = seen.has(key);
      seen.add(key);
      const says =
        compared(word).length === 0
          ? `has the word "${word}", in which there is no letter and no digit; take it away`
          : twice
            ? `has the word "${word}" twice (capitals and accents make no difference); keep one of the two`
            : null;
      return says === null ? [] : [{ path: [...path, 'words', nth], says }];
    });
    return [...unknown, ...wrong];
  });
}

/** As the file has them: those of one group and language together. */
export function bannedContent(words: readonly BannedWord[]) {
  const lists = new Map<string, { group?: string; language?: string; words: string[] }>();
  for (const { group, language, word } of words) {
    const key = `${group ?? ''}|${language ?? ''}`;
    const listed = lists.get(key) ?? { ...(group && { group }), ...(language && { language }), words: [] };
    lists.set(key, listed);
    listed.words.push(word);
  }
  return [...lists.values()];
}

/** A word with where it is banned, for the difference. */
export const bannedInWords = ({ group, language, word }: BannedWord): string =>
  `banned word "${word}"${group === null ? '' : ` in group "${group}"`}${language === null ? '' : ` (${language})`}`;

export async function readBanned(db: Database | Transaction, workspace: string): Promise<BannedWord[]> {
  const rows = await db
    .select()
    .from(t.bannedWords)
    .where(eq(t.bannedWords.workspace, workspace))
    .orderBy(t.bannedWords.groupKey, t.bannedWords.language, t.bannedWords.word);
  return rows.map(({ groupKey: group, language, word }) => ({
    group: group === '' ? null : groupKey(group),
    language: languageIn(language),
    word,
  }));
}

/** Which of them were written in Slack since a file was last applied. */
export async function bannedInSlack(db: Database | Transaction, workspace: string) {
  const rows = await db
    .select()
    .from(t.bannedWords)
    .where(and(eq(t.bannedWords.workspace, workspace), isNotNull(t.bannedWords.editedBy)));
  return rows.map(({ groupKey: group, language, word, editedBy: by, editedAt: at }) => ({
    of: bannedInWords({ group: group === '' ? null : groupKey(group), language: languageIn(language), word }),
    by,
    at,
  }));
}

const languageIn = (language: string) =>
  z
    .enum(LANGUAGES)
    .nullable()
    .parse(language === '' ? null : language);

/** Those that there are afterwards, and no others. */
export async function writeBanned(tx: Transaction, workspace: string, words: readonly BannedWord[]): Promise<void> {
  const before = new Set((await readBanned(tx, workspace)).map(bannedInWords));
  const after = new Set(words.map(bannedInWords));
  if (before.size === after.size && [...after].every((word) => before.has(word))) return;
  await tx.delete(t.bannedWords).where(and(eq(t.bannedWords.workspace, workspace)));
  const given = JSON.stringify(
    words.map(({ group, language, word }) => ({ group_key: group ?? '', language: language ?? '', word })),
  );
  await tx.execute(sql`
    insert into banned_words (workspace, group_key, language, word)
    select ${workspace}, x.* from jsonb_to_recordset(${given}::text::jsonb) as x(group_key text, language text, word text)
    on conflict do nothing`);
}
