import { z } from 'zod';
import type { ViewErrorsResponseAction } from '@slack/bolt';
import type { Book } from '../../desk/book.ts';
import { personId } from '../../domain/language.ts';
import type { Submission } from '../codec.ts';
import { LIMITS, type Names, textOf } from '../kit.ts';
import { languageOf, type Parts } from '../parts.ts';
import { wordsOf } from '../words/catalog.ts';
import { composed, TEXT, textBlockIn } from './blocks.ts';

/** Whoever is mentioned in an answer is named in it: he is not called to a ticket that is not his. */
const namesIn = ({ people }: Pick<Book, 'people'>): Names => ({
  person: (id) => people.get(personId(id))?.name ?? 'somebody',
  channel: () => 'channel',
});

const element = z.looseObject({ rich_text_value: z.unknown().optional() });
const payload = z.looseObject({
  actions: z.array(element).optional(),
  view: z
    .looseObject({ state: z.looseObject({ values: z.record(z.string(), z.record(z.string(), element)) }).nullish() })
    .nullish(),
});

/** What Slack sent, with what was written with styles as the text that is kept: from here on there is no other. */
export function worded(body: unknown, book: Pick<Book, 'people'>): unknown {
  const read = payload.safeParse(body);
  // What is not even that is said by whoever reads it.
  if (!read.success) return body;
  const names = namesIn(book);
  const asText = (one: z.output<typeof element>) =>
    one.rich_text_value ? { ...one, value: textOf(one.rich_text_value, names) } : one;
  const { actions, view, ...rest } = read.data;
  const values = view?.state?.values;
  return {
    ...rest,
    ...(actions && { actions: actions.map(asText) }),
    ...(view && {
      view: {
        ...view,
        ...(values && { state: { ...view.state, values: eachIn(values, (row) => eachIn(row, asText)) } }),
      },
    }),
  };
}

const eachIn = <A, B>(row: Record<string, A>, of: (one: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(row).map(([key, one]) => [key, of(one)]));

/** Slack bounds no answer that has styles. Null: it is as long as an answer may be. */
export function tooLong(parts: Parts, { user, answers }: Submission): ViewErrorsResponseAction | null {
  const text = composed(answers)[TEXT];
  if (typeof text !== 'string' || text.trim().length <= LIMITS.input) return null;
  const { faults } = wordsOf(languageOf(parts, user)).templating;
  return {
    response_action: 'errors',
    errors: { [textBlockIn(answers)]: faults.tooLong(LIMITS.input, String(text.trim().length)) },
  };
}
