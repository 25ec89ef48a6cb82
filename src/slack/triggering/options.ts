import type { Book } from '../../desk/book.ts';
import type { Localized } from '../../domain/fields.ts';

export const FIELD = 'field.';
/** The question of a submission type that a target is about. */
export const fieldOf = (of: string, { types }: Pick<Book, 'types'>) =>
  of.startsWith(FIELD)
    ? types.flatMap(({ fields }) => fields).find(({ key }) => key === of.slice(FIELD.length))
    : undefined;

/** The values that a target has in this desk, where they can be chosen: the options of a question, or processing types. */
export function optionsOf(
  of: string,
  book: Pick<Book, 'types' | 'groups'>,
): readonly { key: string; label: Localized }[] {
  if (of !== 'processing') return fieldOf(of, book)?.options ?? [];
  const all = book.groups.flatMap(({ policies }) => policies.processing_types);
  return [...new Map(all.map(({ key, name }) => [key, { key, label: name }])).values()];
}
