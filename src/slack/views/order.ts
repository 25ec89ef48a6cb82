import type { ModalView } from '@slack/types';
import type { TicketNumber } from '../../domain/language.ts';
import type { Refusal } from '../../domain/decide.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Verb } from '../../domain/verbs.ts';
import { ticketId } from '../codec.ts';
import { actions, context, message, type Message, modal, quote, section } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { nameOf, type Scene } from './facts.ts';
import { refusalMessage, wordList } from './refusal.ts';
import { goButton, labelOf, showButton, verbButton } from './presses.ts';

/** A verb was typed in a thread and has something to ask: Slack opens windows only for presses. */
export function askOrderMessage({
  verb,
  number,
  language,
}: Scene & { verb: Verb | 'show'; number: TicketNumber }): Message {
  const words = wordsOf(language);
  const text = words.asides[verb === 'show' ? 'pressToSee' : 'pressToGoOn'](ticketId(number));
  const button =
    verb === 'show' ? showButton(number, words) : verbButton(verb, number, labelOf(verb, words), 'primary');
  return message(text, [section(text), ...actions([button])]);
}

/** Only what stands in a ticket's thread among agents can be sent on. */
export function notInternalView({ language }: Scene): ModalView {
  const words = wordsOf(language);
  return modal({ title: words.refusals.title, close: words.forms.close }, [section(words.asides.notInternal)]);
}

/** Only what stands in a ticket's thread can become a part of it. */
export function notInTicketView({ language }: Scene): ModalView {
  const words = wordsOf(language);
  return modal({ title: words.refusals.title, close: words.forms.close }, [section(words.asides.notInTicket)]);
}

export type PreviewModel = Scene & {
  ticket: Ticket;
  verb: Verb;
  words: string;
  at: { channel: string; ts: string };
  /** Words on the list, and whether they keep it back. */
  banned: { how: 'warn' | 'block' | 'off'; words: readonly string[] } | null;
  /** Why it cannot be sent now. */
  no: Refusal | null;
};

/** What the requester is going to read, for whoever is about to send it. */
export function previewMessage({ ticket, verb, words: text, at, banned, no, ...scene }: PreviewModel): Message {
  const words = wordsOf(scene.language);
  const lead = words.asides.willRead(nameOf(scene.book, ticket.requester, words));
  const value = `${ticket.number}|${at.channel}|${at.ts}`;
  const said = section(`${lead}\n${quote(text, 2500)}`);
  if (no) return message(lead, [said, ...refusalMessage(no, scene).blocks]);
  return message(lead, [
    said,
    context(`${ticketId(ticket.number)} · ${labelOf(verb, words, ticket.state)}`),
    ...(banned ? [context(words.banned.order[banned.how === 'block' ? 'block' : 'warn'](wordList(banned.words)))] : []),
    ...(banned?.how === 'block' ? [] : actions([goButton('send_order', value, words.asides.send, 'primary')])),
  ]);
}
