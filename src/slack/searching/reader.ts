import type { PersonId } from '../../domain/language.ts';
import { searchFor } from '../../domain/query/meant.ts';
import type { Asked } from '../../domain/search.ts';
import { type Parts, seemsAgent } from '../parts.ts';
import { voice } from '../voice.ts';
import { lexiconOf } from './lexicon.ts';

/** How this person is spoken to, and on which day where he is. */
export function readerOf(parts: Parts, user: PersonId) {
  const scene = voice(parts, user);
  const agent = seemsAgent(scene.book, user);
  const tz = scene.book.people.get(user)?.tz ?? 'UTC';
  return { ...scene, agent, tz, today: todayIn(tz, scene.now) };
}

/** The same, with what his words mean. */
export function listenerOf(parts: Parts, user: PersonId) {
  const reader = readerOf(parts, user);
  return { ...reader, lexicon: lexiconOf(reader.book, reader.language, reader.agent) };
}

/** The same, with what is looked for when he says this. */
export function meantBy(parts: Parts, user: PersonId, said: Asked) {
  const reader = readerOf(parts, user);
  return { ...reader, search: searchFor(said, { me: user, today: reader.today }) };
}

function todayIn(tz: string, now: Date): string {
  const format = (timeZone: string) => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now);
  try {
    return format(tz);
  } catch {
    return format('UTC');
  }
}
