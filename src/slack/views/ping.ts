import type { Book, Drawing, Told } from '../../desk/ports.ts';
import type { Language, PersonId, TicketNumber } from '../../domain/language.ts';
import { actions, cut, message, type Message, quote, section } from '../kit.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import { factsOf, wordsWith } from './events.ts';
import { showButton, verbButton } from './presses.ts';

export type PingModel = { told: Told; drawing: Drawing; book: Book; language: Language; to: PersonId };

const LINE = 500;
const WORDS = 600;

/** Whoever is asked again can answer where he reads it. */
const decide = (number: TicketNumber, { verbs: { labels } }: Catalog) => [
  verbButton('acknowledge', number, labels.acknowledge, 'primary'),
  verbButton('return', number, labels.return),
];

/** One event, told to one person by DM. */
export function pingText({ told, drawing: { ticket }, book, language }: PingModel): Message {
  const words = wordsOf(language);
  const line = cut(words.events.ping[told.verb](factsOf(told, ticket, book, words)), LINE);
  // The note of a silent end is for agents; whoever raised the ticket may be none.
  const said = told.verb === 'resolve_internally' ? null : wordsWith(told);
  return message(line, [
    section(said === null ? line : `${line}\n${quote(said, WORDS)}`),
    ...actions([...(told.verb === 'nudge' ? decide(ticket.number, words) : []), showButton(ticket.number, words)]),
  ]);
}
