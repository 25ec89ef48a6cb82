import type { KnownBlock, ModalView } from '@slack/types';
import type { TicketNumber } from '../../domain/language.ts';
import { ticketId } from '../codec.ts';
import { actions, modal, section } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import type { Scene } from './facts.ts';
import { goButton, showButton } from './presses.ts';

/** The message stands in the ticket now, or stood there already. `left`: what of it did not go along. */
export function addedView(
  number: TicketNumber,
  already: boolean,
  { language }: Scene,
  left: readonly KnownBlock[] = [],
): ModalView {
  const words = wordsOf(language);
  const id = ticketId(number);
  return modal({ title: id, close: words.forms.close }, [
    section(already ? words.adding.already(id) : words.adding.added(id)),
    ...left,
    ...actions([showButton(number, words)]),
  ]);
}

/** He may read no ticket's Internal conversation. */
export function noTicketsView({ language }: Scene): ModalView {
  const words = wordsOf(language);
  const press = goButton('create', '', words.lists.newRequest);
  return modal({ title: words.refusals.title, close: words.forms.close }, [
    section(words.adding.onlyAgents),
    ...actions([press]),
  ]);
}

/** The message is gone, or stands where we may not read. */
export function unreadableView({ language }: Scene): ModalView {
  const words = wordsOf(language);
  return modal({ title: words.refusals.title, close: words.forms.close }, [section(words.adding.unreadable)]);
}
