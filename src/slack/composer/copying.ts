import type { InputBlock } from '@slack/types';
import { followable } from '../../domain/ticket.ts';
import { type Answers, VALUE } from '../codec.ts';
import { ask } from '../forms/ask.ts';
import type { Readable } from './question.ts';
import { multiUserSelect } from '../kit.ts';
import { rawName } from '../views/facts.ts';
import { wordsOf } from '../words/catalog.ts';

const CC = 'cc';

/** Who else reads this answer; those who follow the ticket do anyway. Not where nobody else may read it. */
export function copyAsked({ reading, language, book }: Readable): InputBlock[] {
  if (!reading || !followable(reading.ticket)) return [];
  const words = wordsOf(language);
  const names = reading.ticket.followers.map((one) => rawName(book, one, words)).join(', ');
  return [
    ask(CC, { label: words.sending.cc, hint: words.sending.ccHint(names) }, multiUserSelect(VALUE), { optional: true }),
  ];
}

export function copiedIn(answers: Answers): { cc?: readonly string[] } {
  const given = answers[CC];
  const people = Array.isArray(given) ? given.filter((one: unknown): one is string => typeof one === 'string') : [];
  return people.length > 0 ? { cc: people } : {};
}
