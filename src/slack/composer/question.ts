import type { InputBlock } from '@slack/types';
import { type Book, languageFor } from '../../desk/book.ts';
import type { Language } from '../../domain/language.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { askRich } from '../forms/ask.ts';
import { rawName } from '../views/facts.ts';
import type { Question } from '../words/asked.ts';
import { wordsOf } from '../words/catalog.ts';
import { TEXT } from './blocks.ts';

/** For whom it is written, where the ticket is read already. */
export type Readable = {
  language: Language;
  book: Book;
  reading: { ticket: Pick<Ticket, 'requester' | 'followers' | 'private' | 'parent'> } | null;
};
type More = { optional?: boolean; initial?: string | undefined };

/** Where an answer is written: it says which language its requester reads, and tells us of it as it is typed. */
export function answerAsked(
  { language, book, reading }: Readable,
  { hint, ...question }: Question,
  more: More = {},
): InputBlock {
  const words = wordsOf(language);
  const requester = reading?.ticket.requester;
  const reads =
    requester === undefined
      ? ''
      : words.composer.readsIn(rawName(book, requester, words), languageFor(book, requester));
  const hints = [hint, reads].filter(Boolean).join(' ');
  return askRich(TEXT, { ...question, ...(hints && { hint: hints }) }, more);
}
