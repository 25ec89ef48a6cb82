import type { ModalView } from '@slack/types';
import type { PersonId } from '../../domain/language.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { ticketId } from '../codec.ts';
import { actions, context, inline, modal, section } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { groupName, nameOf, type Scene } from './facts.ts';
import { showButton } from './presses.ts';

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
