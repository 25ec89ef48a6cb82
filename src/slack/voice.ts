import type { PersonId } from '../domain/language.ts';
import { languageOf, type Parts } from './parts.ts';

/** How something is said to this person: with which names, in which language, at what time. */
export const voice = (parts: Parts, person: PersonId) => ({
  book: parts.book(),
  language: languageOf(parts, person),
  now: parts.now(),
});
