import type { ModalView } from '@slack/types';
import type { Ticket } from '../../domain/ticket.ts';
import { ticketId } from '../codec.ts';
import { actions, context, inline, modal, section } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { nameOf, type Scene } from './facts.ts';
import { showButton } from './presses.ts';

/** A request was filed for somebody else: its number, for whoever filed it. */
export function createdView(ticket: Ticket, { book, language }: Scene): ModalView {
  const words = wordsOf(language);
  const id = ticketId(ticket.number);
  return modal({ title: id, close: words.forms.close }, [
    section(words.asides.created(id, nameOf(book, ticket.requester, words))),
    context(inline(ticket.title)),
    ...actions([showButton(ticket.number, words)]),
  ]);
}
