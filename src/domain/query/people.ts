import { type PersonId, personId } from '../language.ts';
import { nearest } from '../near.ts';
import { fold, type Lexicon } from './conditions.ts';

const ME = ['me', 'myself', 'io', 'me stesso'];
const NOBODY = ['nobody', 'none', 'noone', 'no one', 'unassigned', 'nessuno'];
const MENTION = /^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>$/;
const ID = /^@?([UW][A-Z0-9]{2,})$/;

/** Who may be meant by what was typed: several where it is not clear. */
export function peopleCalled(typed: string, { people }: Lexicon): readonly (PersonId | 'me' | 'nobody')[] {
  const word = fold(typed.replace(/^@/, ''));
  if (ME.includes(word)) return ['me'];
  if (NOBODY.includes(word)) return ['nobody'];
  const id = (MENTION.exec(typed) ?? ID.exec(typed))?.[1];
  if (id !== undefined && (typed.startsWith('<') || /\d/.test(id) || people.some((one) => one.id === id)))
    return [personId(id)];
  if (word === '') return [];
  const mail = typed.trim().toLowerCase();
  for (const isMeant of MEANT) {
    const found = people.filter((one) => isMeant(one, word, mail)).map(({ id }) => id);
    if (found.length > 0) return found;
  }
  return [];
}

/** From the surest to what may be meant: "ana", "lópez" and "ana l" for Ana López. */
const MEANT: readonly ((one: Lexicon['people'][number], word: string, mail: string) => boolean)[] = [
  ({ email }, _word, mail) => email?.toLowerCase() === mail,
  ({ folded }, word) => folded === word,
  ({ email }, _word, mail) =>
    email !== null && mail !== '' && email.toLowerCase().startsWith(`${mail.replace(/^@/, '')}@`),
  ({ folded }, word) => ` ${folded} `.includes(` ${word} `),
  ({ folded }, word) => ` ${folded}`.includes(` ${word}`),
];

/** The name of whoever was probably meant by a name that nobody has; null: nobody, or not one alone. */
export function nearTo(typed: string, { people }: Lexicon): string | null {
  const word = fold(typed.replace(/^@/, ''));
  const near = nearest(
    word,
    people.flatMap(({ folded }) => [folded, ...folded.split(' ')]),
  );
  const meant = near === null ? [] : people.filter(({ folded }) => ` ${folded} `.includes(` ${near} `));
  return meant.length === 1 ? (meant[0]?.name ?? null) : null;
}

/** How somebody is typed: by his name where it can mean nobody else. */
export function callOf(person: PersonId | 'me' | 'nobody', lexicon: Lexicon): string {
  if (person === 'me') return lexicon.language === 'it' ? 'io' : 'me';
  if (person === 'nobody') return lexicon.language === 'it' ? 'nessuno' : 'nobody';
  const name = lexicon.people.find(({ id }) => id === person)?.name;
  if (name === undefined) return `<@${person}>`;
  const found = peopleCalled(name, lexicon);
  return found.length === 1 && found[0] === person ? name : `<@${person}>`;
}
