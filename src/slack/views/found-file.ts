import { mayReadInternal, type Ticket } from '../../domain/ticket.ts';
import type { Person } from '../../domain/language.ts';
import { ticketId } from '../codec.ts';
import { wordsOf } from '../words/catalog.ts';
import { rawGroup, rawName, rawType, type Scene, shownState } from './facts.ts';
import { sheet } from './sheet.ts';

/** What was found, one line a ticket, for a spreadsheet: no more than the reader sees in a list. Times are UTC. */
export function foundFile(tickets: readonly Ticket[], viewer: Person, { book, language }: Scene): string {
  const words = wordsOf(language);
  const { priorities, states, channels, nobody } = words.ticket;
  const lines = tickets.map((ticket) => [
    ticketId(ticket.number),
    ticket.title,
    mayReadInternal(viewer, ticket) ? states[ticket.state] : shownState(ticket, book, words).replaceAll('*', ''),
    priorities[ticket.priority],
    rawGroup(book, ticket.group),
    ticket.assignee === null ? nobody : rawName(book, ticket.assignee, words),
    rawName(book, ticket.requester, words),
    rawName(book, ticket.creator, words),
    rawType(book, ticket.type, language),
    channels[ticket.channel],
    words.search.languages[ticket.language],
    ticket.createdAt,
    ticket.updatedAt,
    ticket.rating?.score ?? null,
  ]);
  return sheet([words.search.file.columns, ...lines]);
}
