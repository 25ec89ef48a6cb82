import type { KnownBlock } from '@slack/types';
import { type Book, typeOf } from '../../desk/book.ts';
import { answerTo, askedOpenly, type Field, inLanguage, missingAtEnd, sound } from '../../domain/fields.ts';
import type { Language } from '../../domain/language.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { context, cut, inline } from '../kit.ts';
import { answerInWords } from '../views/answers.ts';
import { wordsOf } from '../words/catalog.ts';
import type { FieldWords } from '../words/fields.ts';
import { askField } from './fields.ts';

type Reader = { book: Book; language: Language };
const SHOWN = 300;

/**
 * A type's own questions once more, with what was answered; those for agents only come last. What was never answered need
 * not be now. An answer that would not be taken today is shown beside its question, and stays unless it is answered anew.
 */
export function answersAgain(asked: readonly Field[], ticket: Ticket, reader: Reader): KnownBlock[] {
  const agents = asked.filter(({ audience }) => audience === 'agent');
  const each = (fields: readonly Field[]) => fields.flatMap((field) => again(field, ticket, reader));
  return [
    ...each(askedOpenly(asked)),
    ...(agents.length === 0 ? [] : [context(`🔒 ${wordsOf(reader.language).fields.agentsOnly}`)]),
    ...each(agents),
  ];
}

function again(field: Field, ticket: Ticket, { book, language }: Reader): KnownBlock[] {
  const answer = answerTo(field, ticket);
  if (answer === '') return [askField({ ...field, required: false }, language)];
  if (field.ask === 'file') return keptBeside(field, answer, { book, language }, wordsOf(language).fields.keptFiles);
  const initial = sound([field], { [field.key]: answer })[field.key];
  if (initial !== undefined) return [askField(field, language, { initial })];
  return keptBeside(field, answer, { book, language }, wordsOf(language).fields.kept);
}

/** What stands there already is shown beside its question, and stays unless it is answered anew. */
export function keptBeside(field: Field, answer: string, reader: Reader, says: FieldWords['kept']): KnownBlock[] {
  const label = inline(inLanguage(field.label, reader.language));
  const said = cut(inline(answerInWords(field, answer, reader)), SHOWN);
  return [context(says(label, said)), askField({ ...field, required: false }, reader.language, { kept: true })];
}

/** What still has to be answered before the ticket is resolved; `maybe`: unless it ends for a reason that solves nothing. */
export function missingQuestions(ticket: Ticket, { book, language }: Reader, maybe = false): KnownBlock[] {
  const missing = missingAtEnd(typeOf(book, ticket)?.fields ?? [], ticket);
  const { fields: words } = wordsOf(language);
  return missing.length === 0
    ? []
    : [
        context(`🔒 ${maybe ? words.missingMaybe : words.missing}`),
        ...missing.map((field) => askField({ ...field, required: !maybe }, language)),
      ];
}
