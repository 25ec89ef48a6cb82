import { bannedOf, type BannedWord, compared, type Found, LONGEST_BANNED, MOST_BANNED } from '../domain/banned.ts';
import { type BANNED_HOW, looksAfter, looksAfterAny } from '../domain/group.ts';
import type { GroupKey, Language, Person, PersonId, WorkspaceId } from '../domain/language.ts';
import type { Desk } from './desk.ts';

export type BannedHow = (typeof BANNED_HOW)[number];

/** Where the words are kept that nobody sends to a requester. */
export type BannedShelf = {
  all(workspace: WorkspaceId): Promise<BannedWord[]>;
  add(workspace: WorkspaceId, words: readonly BannedWord[], by: PersonId): Promise<void>;
  /** False: it was gone already. */
  remove(workspace: WorkspaceId, word: BannedWord): Promise<boolean>;
  /** What happens to an answer of this group in which one stands. */
  sayHow(workspace: WorkspaceId, group: GroupKey, how: BannedHow, by: PersonId): Promise<void>;
};

type Deps = { desk: Pick<Desk, 'workspace' | 'person'>; banning: BannedShelf };
type Where = Pick<BannedWord, 'group' | 'language'>;

/** Administrators say what is banned everywhere, leads what is in their groups. */
export const mayBan = (person: Person | null, group: GroupKey | null): boolean => looksAfter(person, group);

/** The words that hold in the groups of this person; null: he leads none. */
export async function bannedFor(
  { desk, banning }: Deps,
  by: PersonId,
): Promise<{ person: Person; all: BannedWord[] } | null> {
  const person = await desk.person(by);
  if (!looksAfterAny(person)) return null;
  const all = (await banning.all(desk.workspace)).filter(({ group }) => group === null || mayBan(person, group));
  return { person, all: all.toSorted((a, b) => a.word.localeCompare(b.word)) };
}

const keyOf = ({ group, language }: Where, word: string): string => JSON.stringify([group, language, compared(word)]);

export type Added =
  | { kind: 'added'; added: number; there: number }
  | { kind: 'nothing' | 'not_yours' }
  | { kind: 'too_many'; left: number }
  /** Lines that are no words, or too long for one; nothing was added. */
  | { kind: 'faults'; empty: readonly string[]; long: readonly string[] };

/** One word or phrase in each line. What is banned there already counts once. */
export async function banWords(deps: Deps, by: PersonId, where: Where, typed: string): Promise<Added> {
  const { desk, banning } = deps;
  if (!mayBan(await desk.person(by), where.group)) return { kind: 'not_yours' };
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length === 0) return { kind: 'nothing' };
  const empty = lines.filter((line) => compared(line).length === 0);
  const long = lines.filter((line) => line.length > LONGEST_BANNED);
  if (empty.length + long.length > 0) return { kind: 'faults', empty, long };
  const all = await banning.all(desk.workspace);
  const seen = new Set(all.map((one) => keyOf(one, one.word)));
  const fresh = lines.filter((word) => {
    const key = keyOf(where, word);
    const known = seen.has(key);
    seen.add(key);
    return !known;
  });
  const left = MOST_BANNED - all.length;
  if (fresh.length > left) return { kind: 'too_many', left };
  const words = fresh.map((word) => ({ ...where, word }));
  await banning.add(desk.workspace, words, by);
  return { kind: 'added', added: fresh.length, there: lines.length - fresh.length };
}

/** Not banned any more. False: it was not, or he may not say so. */
export const unban = async ({ desk, banning }: Deps, by: PersonId, word: BannedWord): Promise<boolean> =>
  mayBan(await desk.person(by), word.group) && banning.remove(desk.workspace, word);

/** What happens in these groups, as far as he leads them. */
export async function sayHow(
  { desk, banning }: Deps,
  by: PersonId,
  given: ReadonlyMap<GroupKey, BannedHow>,
): Promise<void> {
  const person = await desk.person(by);
  for (const [group, how] of given) if (mayBan(person, group)) await banning.sayHow(desk.workspace, group, how, by);
}

/** What would be found in a sentence to a requester of this language, in this group. */
export const foundIn = (
  all: readonly BannedWord[],
  text: string,
  where: { group: GroupKey; language: Language },
): Found[] => bannedOf(all).in(text, where);
