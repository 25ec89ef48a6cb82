import type { Option } from '@slack/types';
import { type Book, everyType } from '../../desk/book.ts';
import type { Language, PersonId } from '../../domain/language.ts';
import { fold } from '../../domain/query/conditions.ts';
import { type Choice, cut, options } from '../kit.ts';
import { rawName, rawType } from '../views/facts.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';

type Whom = PersonId | 'me' | 'nobody';

export const personLabel = (one: Whom, viewer: PersonId, book: Book, words: Catalog): string =>
  one === 'nobody'
    ? words.search.nobody
    : one === 'me'
      ? `${rawName(book, viewer, words)} (${words.search.me})`
      : rawName(book, one, words);

/** So much of a type's name stands in a menu before it is said that it was removed. */
const MARKED = 55;
/** What a type is called; of one that nobody chooses any more it is said. */
export function typeLabel(key: string, book: Book, language: Language): string {
  const name = rawType(book, key, language) ?? key;
  const removed = book.gone?.some((type) => type.key === key) ?? false;
  return removed ? wordsOf(language).search.removed(cut(name, MARKED)) : name;
}

/** The agents there are, whoever asks first, and nobody. */
function agentChoices(book: Book, viewer: PersonId, words: Catalog): Choice[] {
  const seats = new Set(book.groups.flatMap(({ members, leads }) => [...members, ...leads]));
  const others = [...seats].filter((id) => id !== viewer && book.people.get(id)?.bot === false);
  const label = (one: Whom) => ({ value: one, label: personLabel(one, viewer, book, words) });
  return [
    label('me'),
    label('nobody'),
    ...others.map(label).toSorted((one, other) => one.label.localeCompare(other.label)),
  ];
}

/** What a menu of the form offers for what was typed in it. */
export function choicesFor(field: string, typed: string, viewer: PersonId, book: Book, language: Language): Option[] {
  const all =
    field === 'agents'
      ? agentChoices(book, viewer, wordsOf(language))
      : everyType(book).map(({ key }) => ({ value: key, label: typeLabel(key, book, language) }));
  const word = fold(typed.replace(/^@/, ''));
  return options(all.filter(({ label }) => fold(label).includes(word)));
}
