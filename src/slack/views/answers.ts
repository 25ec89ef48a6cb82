import type { KnownBlock } from '@slack/types';
import type { Book } from '../../desk/book.ts';
import type { Drawing } from '../../desk/outbox.ts';
import { chosenIn, type Field, inLanguage } from '../../domain/fields.ts';
import { type Language, personId } from '../../domain/language.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { context, cut, inline } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { rawName } from './facts.ts';

type Reader = { book: Book; language: Language };

/** An answer as people read it, raw: options and persons by their names, days in their language. */
export function answerInWords({ ask, options = [] }: Field, answer: string, { book, language }: Reader): string {
  const labelOf = (key: string) => {
    const option = options.find((each) => each.key === key);
    return option ? inLanguage(option.label, language) : key;
  };
  if (ask === 'several') return chosenIn(answer).map(labelOf).join(', ');
  if (ask === 'user') return rawName(book, personId(answer), wordsOf(language));
  const at = ask === 'date' ? new Date(`${answer}T00:00:00Z`) : null;
  if (!at || Number.isNaN(at.getTime())) return labelOf(answer);
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(at);
}

/** All answers by their keys, raw, as people read them. */
export const rawAnswers = (
  { type, fields }: Pick<Ticket, 'type' | 'fields'>,
  reader: Reader,
): Record<string, string> => {
  const asked = reader.book.types.find(({ key }) => key === type)?.fields ?? [];
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, answer]) => answer !== '')
      .map(([key, answer]) => {
        const field = asked.find((one) => one.key === key);
        return [key, field ? answerInWords(field, answer, reader) : answer];
      }),
  );
};

const MOST = 5;

/** The answers to the type's own questions: what was asked, and what was said. */
export const answersOf = (ticket: Ticket, { book, language }: Reader): [string, string][] =>
  (book.types.find(({ key }) => key === ticket.type)?.fields ?? [])
    .flatMap((field): [string, string][] => {
      const answer = ticket.fields[field.key] ?? '';
      const said = () => inline(answerInWords(field, answer, { book, language }));
      return answer === '' ? [] : [[inline(inLanguage(field.label, language)), said()]];
    })
    .slice(0, MOST);

/** The same on a card. */
export function fieldsOf({ ticket }: Drawing, reader: Reader): KnownBlock[] {
  const answered = answersOf(ticket, reader).map(([label, answer]) => `${label}: ${cut(answer, 150)}`);
  return answered.length === 0 ? [] : [context(...answered)];
}
