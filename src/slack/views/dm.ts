import type { ModalView } from '@slack/types';
import type { TicketNumber } from '../../domain/language.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { ticketId } from '../codec.ts';
import { actions, cut, flat, inline, message, type Message, modal, section } from '../kit.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import type { Scene } from './facts.ts';
import { goButton, showButton } from './presses.ts';

type Where = { channel: string; ts: string };
export type WhichModel = Scene & Where & { tickets: readonly Ticket[] };

/** A person wrote to the bot outside any thread: which request is it about? Nothing is done until he says. */
export function askWhichTicket({ tickets, channel, ts, language }: WhichModel): Message {
  const words = wordsOf(language);
  const place = `${channel}|${ts}`;
  const [only] = tickets;
  const question = !only
    ? words.asides.noneOpen
    : tickets.length === 1
      ? words.asides.isItAbout(ticketId(only.number), cut(inline(only.title), 200))
      : words.asides.which;
  return message(question, [
    section(question),
    ...tickets.flatMap(({ number, title }) =>
      actions([goButton('add_message', `${number}|${place}`, words.asides.about(ticketId(number), flat(title)))]),
    ),
    ...actions([goButton('new_from_message', place, only ? words.asides.somethingNew : words.lists.newRequest)]),
  ]);
}

/** Somebody called the bot in a channel: it offers to make a request of his words. */
export function offerRequest({ channel, ts, language }: Scene & Where): Message {
  const words = wordsOf(language);
  return message(words.asides.noneOpen, [
    section(words.asides.noneOpen),
    ...actions([goButton('new_from_message', `${channel}|${ts}`, words.lists.newRequest, 'primary')]),
  ]);
}

/** The words have gone into a ticket. */
export function addedMessage({ number, language }: Scene & { number: TicketNumber }): Message {
  const words = wordsOf(language);
  const text = words.verbs.done.message(ticketId(number));
  return message(text, [section(text), ...actions([showButton(number, words)])]);
}

/** The message already belongs to a ticket. */
export function existsView(number: TicketNumber, { language }: Scene): ModalView {
  const words = wordsOf(language);
  return modal({ title: ticketId(number), close: words.forms.close }, existing(number, words));
}

/** The same, to whoever made no window open. */
export function existsMessage(number: TicketNumber, { language }: Scene): Message {
  const words = wordsOf(language);
  return message(words.asides.exists(ticketId(number)), existing(number, words));
}

const existing = (number: TicketNumber, words: Catalog) => [
  section(words.asides.exists(ticketId(number))),
  ...actions([showButton(number, words)]),
];
