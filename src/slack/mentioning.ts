import type { PersonId, TicketNumber } from '../domain/language.ts';
import { mayReadInternal } from '../domain/ticket.ts';
import type { Verb } from '../domain/verbs.ts';
import { ticketId } from './codec.ts';
import { message, section } from './kit.ts';
import { mentionedIn } from './mentions.ts';
import { type Parts, type Said, seemsAgent } from './parts.ts';
import { nameOf } from './views/facts.ts';
import { voice } from './voice.ts';
import { wordsOf } from './words/catalog.ts';

/** Of those whom a note names: who is told of it, and what its author is told of the others. */
export type Mentioning = { input: { mentions?: PersonId[] }; said: Said | null };
const NOBODY: Mentioning = { input: {}, said: null };

/** Whoever is named in a note hears of it, if he may read it. `typed`: the words as Slack has them. */
export async function mentioning(
  parts: Parts,
  { number, user, verb, typed }: { number: TicketNumber; user: PersonId; verb: Verb; typed: string },
): Promise<Mentioning> {
  if (verb !== 'note') return NOBODY;
  const named = mentionedIn(typed, parts.book(), ({ id }) => seemsAgent(parts.book(), id)).filter(
    (person) => person !== user && person !== parts.botUser,
  );
  if (named.length === 0) return NOBODY;
  const reads = await Promise.all(named.map((person) => readsInternal(parts, number, person)));
  const mentions = named.filter((_person, at) => reads[at]);
  const others = named.filter((_person, at) => !reads[at]);
  const said = voice(parts, user);
  const words = wordsOf(said.language);
  const names = others.map((person) => nameOf(said.book, person, words)).join(', ');
  const text = words.followers.notMentioned(names, ticketId(number));
  return {
    input: mentions.length === 0 ? {} : { mentions },
    said: others.length === 0 ? null : message(text, [section(text)]),
  };
}

async function readsInternal(parts: Parts, number: TicketNumber, person: PersonId): Promise<boolean> {
  const looked = await parts.desk.look(number, person);
  return !('kind' in looked) && mayReadInternal(looked.actor, looked.ticket);
}

/** What is said of a note that was kept, and of whom it did not reach. */
export const andSaid = (said: Said, more: Said | null): Said =>
  more ? { text: `${said.text} ${more.text}`, blocks: [...said.blocks, ...more.blocks] } : said;
