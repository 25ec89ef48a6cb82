import type { Button } from '@slack/types';
import { isOpenTicket } from '../../domain/ticket.ts';
import { ticketId } from '../codec.ts';
import { actions, bold, context, date, flat, header, inline, message, type Message, section } from '../kit.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import { groupName, shownCircle, shownSince, shownState, veiled } from './facts.ts';
import { showButton } from './presses.ts';
import { decisionsOf, hears, type RequesterModel, wordsButton } from './requester.ts';

/**
 * What another team was asked, in the thread of the ticket whose agents asked: how it stands there, and how to tell them
 * more. Words written in that thread are not theirs to read unless they are sent.
 */
export function askedCard({ drawing, book, language }: RequesterModel): Message {
  const { ticket } = drawing;
  const words = wordsOf(language);
  const id = ticketId(ticket.number);
  const state = shownState(ticket.private ? veiled(ticket) : ticket, book, words);
  const group = groupName(book, ticket.group);
  const at = date(shownSince(ticket));
  const title = ticket.private ? '🔒' : flat(ticket.title);
  const since = isOpenTicket(ticket) ? words.card.since(at) : at;
  return message(`${words.team.asked(id, group, inline(title))} · ${state}`, [
    header(words.team.asked(id, drawing.group.name, title)),
    section(`${shownCircle(ticket)} ${bold(state)} · ${since}`),
    ...(ticket.cancelAsked && isOpenTicket(ticket) ? [section(words.ticket.cancelAskedYou)] : []),
    ...(hears(drawing) ? [context(words.team.writeHere(id))] : []),
    ...actions(pressesUnder(drawing, words)),
  ]);
}

const pressesUnder = (drawing: RequesterModel['drawing'], words: Catalog): Button[] => [
  ...(hears(drawing) ? [wordsButton(drawing, words)] : []),
  ...decisionsOf(drawing, words),
  showButton(drawing.ticket.number, words),
];
