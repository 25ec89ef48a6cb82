import type { Book, Drawing, Told } from '../../desk/ports.ts';
import type { Language, PersonId } from '../../domain/language.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { actions, cut, message, type Message, quote, section } from '../kit.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import { factsOf, wordsWith } from './events.ts';
import { showButton, verbButton } from './presses.ts';

export type PingModel = { told: Told; drawing: Drawing; book: Book; language: Language; to: PersonId };

const LINE = 500;
const WORDS = 600;

/** Whoever is asked again can answer where he reads it, as long as it is still he who is asked. */
function decide(ticket: Ticket, to: PersonId, { verbs: { labels } }: Catalog) {
  if (ticket.state !== 'escalated' || ticket.escalation.to !== to) return [];
  const { number, escalation } = ticket;
  if (escalation.acknowledgedAt) return [verbButton('return', number, labels.return, 'primary')];
  return [
    verbButton('acknowledge', number, labels.acknowledge, 'primary'),
    verbButton('return', number, labels.return),
  ];
}

/** One event, told to one person by DM. */
export function pingText({ told, drawing: { ticket }, book, language, to }: PingModel): Message {
  const words = wordsOf(language);
  const line = cut(words.events.ping[told.verb](factsOf(told, ticket, book, words)), LINE);
  // The note of a silent end is for agents; whoever raised the ticket may be none.
  const said = told.verb === 'resolve_internally' ? null : wordsWith(told);
  return message(line, [
    section(said === null ? line : `${line}\n${quote(said, WORDS)}`),
    ...actions([...(told.verb === 'nudge' ? decide(ticket, to, words) : []), showButton(ticket.number, words)]),
  ]);
}
