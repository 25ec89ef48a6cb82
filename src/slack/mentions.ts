import type { Book, PersonCard } from '../desk/book.ts';
import { folded } from '../domain/folding.ts';
import { type PersonId, personId } from '../domain/language.ts';

/** Somebody named behind an @: as Slack writes it, or by his name where Slack did not know whom we mean. */
const MARKED =
  /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>|(?<![\p{L}\p{N}.@])@(\p{L}[\p{L}\p{N}’'.-]*(?: \p{L}[\p{L}\p{N}’'.-]*){0,3})/gu;

const plain = (name: string): string => folded(name).replaceAll(/[.\s]+$/g, '');

/**
 * The people whom somebody names, in order, each once. Of a name that several have, and of one that nobody has, none;
 * but of several one who is `among` those who are likely to be meant.
 */
export function mentionedIn(text: string, book: Book, among: (person: PersonCard) => boolean = () => true): PersonId[] {
  const found = [...text.matchAll(MARKED)].flatMap(([, id, typed]) =>
    id === undefined ? (namedBy(typed ?? '', book, among) ?? []) : personId(id),
  );
  return [...new Set(found)];
}

/** `ana`, `Ana López` or `ana.lopez`; of the words behind the @ as many as make a name. */
function namedBy(typed: string, book: Book, among: (person: PersonCard) => boolean): PersonId | null {
  const words = plain(typed).split(' ');
  const people = [...book.people.values()].filter((person) => person.active && !person.bot);
  for (let length = words.length; length > 0; length--) {
    const wanted = plain(words.slice(0, length).join(' '));
    const called = people.filter(({ name }) => {
      const full = plain(name);
      return full === wanted || full.replaceAll(' ', '.') === wanted || (length === 1 && full.split(' ')[0] === wanted);
    });
    const likely = called.filter(among);
    const [one, ...others] = likely.length > 0 ? likely : called;
    if (one && others.length === 0) return one.id;
  }
  return null;
}
