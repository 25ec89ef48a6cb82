import type { Told } from '../../desk/told.ts';
import type { PersonId } from '../../domain/language.ts';
import { copiedIn } from '../../domain/copying.ts';
import { notices } from '../../domain/notices.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { actions, cut, message, type Message, quote, section } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { factsOf, publicFacts } from './events.ts';
import type { PingModel } from './ping.ts';
import { showButton, unfollowButton } from './presses.ts';

const LINE = 500;
const WORDS = 600;

/** Is he told of this because he follows the ticket, and for no other reason? */
export const isFollowers = (verb: Told['verb'], ticket: Ticket, to: PersonId): boolean =>
  notices[verb].includes('ping_followers') &&
  ticket.followers.includes(to) &&
  !(notices[verb].includes('ping_creator') && to === ticket.creator);

/** One event, told to a follower by DM: what the requester was told, and nothing of what agents say. */
export function followedText({ told, drawing: { ticket }, book, language, to }: PingModel): Message {
  const words = wordsOf(language);
  const facts = publicFacts(factsOf(told, ticket, book, words));
  const news = words.followers.followed(facts);
  const named = told.verb === 'resolve' && facts.who !== null && copiedIn(told.input).includes(to);
  const line = cut(named ? words.followers.copied(facts.who ?? '', news) : news, LINE);
  const said = told.said?.audience === 'main' ? told.said.text : null;
  return message(line, [
    section(said === null ? line : `${line}\n${quote(said, WORDS)}`),
    ...actions([showButton(ticket.number, words), unfollowButton(ticket.number, words)]),
  ]);
}
