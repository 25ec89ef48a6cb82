import type { ModalView } from '@slack/types';
import type { PersonId, TicketNumber } from '../../domain/language.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { ticketId } from '../codec.ts';
import { actions, context, inline, message, type Message, modal, section } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { groupName, nameOf, type Scene } from './facts.ts';
import { goButton, showButton } from './presses.ts';

/** A request was sent: its number and where it is, for whoever sent it. */
export function createdView(ticket: Ticket, viewer: PersonId, { book, language }: Scene): ModalView {
  const words = wordsOf(language);
  const id = ticketId(ticket.number);
  return modal({ title: id, close: words.forms.close }, [
    section(
      ticket.requester === viewer
        ? words.asides.sent(id, groupName(book, ticket.group))
        : words.asides[ticket.sendToUser ? 'created' : 'createdSilently'](id, nameOf(book, ticket.requester, words)),
    ),
    context(inline(ticket.title)),
    ...actions([showButton(ticket.number, words)]),
  ]);
}

/** The first words to somebody are on their way. */
export function contactedView(number: TicketNumber, person: PersonId, { book, language }: Scene): ModalView {
  const words = wordsOf(language);
  return modal({ title: ticketId(number), close: words.forms.close }, [
    section(words.contact.sent(ticketId(number), nameOf(book, person, words))),
    ...actions([showButton(number, words)]),
  ]);
}

export const selfSentence = ({ language }: Scene): string => wordsOf(language).contact.self;

/** Only agents begin to speak in the name of a group. */
export function notAgentMessage({ language }: Scene): Message {
  const words = wordsOf(language);
  const press = goButton('create', '', words.lists.newRequest);
  return message(words.contact.notAgent, [section(words.contact.notAgent), ...actions([press])]);
}
