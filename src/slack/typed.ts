import { isVerb, type Verb } from '../domain/verbs.ts';
import { forms } from './forms/forms.ts';

/** Verbs that nobody types: a requester's message is written in its thread, and some the clock alone may do. */
const NEVER_TYPED: readonly Verb[] = ['message', 'expire', 'original_done', 'warn', 'breach'];
/** Verbs whose only question is a text, so that it can be typed behind the number. */
const ONE_TEXT: readonly Verb[] = ['reply', 'note', 'resolve', 'return', 'workaround', 'not_solved', 'ask_cancel'];

/** `resolve-internally` is typed more easily than it is written here. */
export const wordOf = (typed: string): Verb | 'show' | null => {
  const word = typed.replaceAll('-', '_');
  return word === 'show' || (isVerb(word) && !NEVER_TYPED.includes(word)) ? word : null;
};

/** Nothing has to be asked any more. */
export const isDirect = (verb: Verb, words: string): boolean =>
  forms[verb] === null || (words !== '' && ONE_TEXT.includes(verb));
