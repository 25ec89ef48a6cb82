import type { Cause, PersonId } from '../../domain/language.ts';
import { date } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { nameOf, type Scene } from './facts.ts';

type Question = { ask: string; cause: Cause | null };

/** What is asked: in the words of whoever asks, or in ours where a rule does. Raw. */
export const questionOf = ({ ask, cause }: Question, { language }: Pick<Scene, 'language'>): string => {
  const words = wordsOf(language);
  return cause ? words.manager.byRule(words.ticket.cause(cause)) : ask;
};

/** Who asks, and since when. */
export const askerOf = ({ from, at }: { from: PersonId | null; at: Date }, { book, language }: Scene): string => {
  const words = wordsOf(language);
  return from ? words.manager.asked(nameOf(book, from, words), date(at)) : words.manager.askedByRule(date(at));
};
