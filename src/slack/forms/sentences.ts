import { type Book, everyType } from '../../desk/book.ts';
import type { Fault, Refusal } from '../../domain/decide.ts';
import { type Field, inLanguage } from '../../domain/fields.ts';
import type { Catalog } from '../words/catalog.ts';

/** What is wrong with one answer, for the place under its question. Not escaped: Slack shows it as it is. */
export function faultSentence(
  { field, code }: Fault,
  verb: Refusal['verb'],
  words: Catalog,
  book: Book,
  beneath = false,
): string {
  const { faults, fault } = words.refusals;
  const known = faults[`${verb}.${field}`]?.[code] ?? faults[field]?.[code];
  if (known) return known;
  const asked = ASKING.includes(verb) ? fieldOf(book, field) : undefined;
  const own = asked?.otherwise && code === 'invalid' ? inLanguage(asked.otherwise, words.language) : null;
  if (own) return own;
  const kind = asked && code === 'invalid' ? words.fields.wrong[asked.ask] : undefined;
  if (kind !== undefined) return kind;
  return asked && !beneath ? `${inLanguage(asked.label, words.language)}: ${fault[code]}` : fault[code];
}

/** Verbs whose forms ask a type's own questions. */
const ASKING: readonly Refusal['verb'][] = [
  'create',
  'escalate_to_team',
  'edit',
  'change_answers',
  'resolve',
  'resolve_internally',
];

const fieldOf = (book: Book, key: string): Field | undefined =>
  everyType(book)
    .flatMap(({ fields }) => fields)
    .find((field) => field.key === key.replace(/^fields\./, ''));
