import type { KnownBlock, ModalView } from '@slack/types';
import type { Book } from '../../desk/book.ts';
import type { Alike } from '../../desk/similar.ts';
import { openIn } from '../../domain/decide.ts';
import type { Language, PersonId, TicketNumber } from '../../domain/language.ts';
import { isSolvedTicket } from '../../domain/similar.ts';
import { followable, isTheirs, type Ticket } from '../../domain/ticket.ts';
import { ticketId } from '../codec.ts';
import { actions, bold, context, cut, inline, modal, quote, section } from '../kit.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import { seenCircle, seenState } from './facts.ts';
import { pageButton, showButton } from './presses.ts';
import { solvedFirst } from './similar.ts';

/** What was asked before, in the form of a new request, between its title and what happened. */

type Viewed = { book: Book; viewer: PersonId };
const SHOWN = 3;
const TITLE = 100;
const ANSWER = 300;

export function askedBefore(alike: readonly Alike[], viewed: Viewed, words: Catalog): KnownBlock[] {
  if (alike.length === 0) return [];
  const solved = alike.filter(({ ticket }) => isSolvedTicket(ticket)).length;
  return [
    section(`🔁 ${bold(words.similar.asked.head(alike.length, solved))}`),
    ...solvedFirst(alike)
      .slice(0, SHOWN)
      .flatMap((one) => [section(lineOf(one, viewed, words)), ...pressesOf(one.ticket, viewed, words)]),
  ];
}

function lineOf({ ticket, answer }: Alike, { book, viewer }: Viewed, words: Catalog): string {
  const state = `${seenCircle(ticket, viewer)} ${seenState(ticket, book, words, viewer)}`;
  const line = `${bold(ticketId(ticket.number))} ${cut(inline(ticket.title), TITLE)}\n${state}`;
  return answer === null || !isSolvedTicket(ticket) ? line : `${line}\n${quote(answer, ANSWER)}`;
}

/** His words go to what is his; of what is another's he hears; what was solved may have solved his too. */
function pressesOf(ticket: Ticket, { viewer }: Viewed, { similar: { asked } }: Catalog) {
  const { number, followers } = ticket;
  const open = openIn(ticket);
  const his = isTheirs(ticket, viewer) || followers.includes(viewer);
  const over = isSolvedTicket(ticket);
  const press = (what: 'attach' | 'follow' | 'solved') =>
    pageButton('similar', `${what}.${number}`, `${what}.${number}`, asked[what]);
  return actions([
    ...(over ? [press('solved')] : []),
    ...(his && open.includes('message') ? [press('attach')] : []),
    ...(!his && !over && open.includes('follow') && followable(ticket) ? [press('follow')] : []),
  ]);
}

type Ended = { language: Language; number: TicketNumber; text: string; wrote: string };
/** In the place of the form: what became of it, and the words that went nowhere. */
export function notFiledView({ language, number, text, wrote }: Ended): ModalView {
  const words = wordsOf(language);
  const returned = wrote === '' ? [] : [context(words.asides.youWrote), section(quote(wrote, 3000))];
  return modal({ title: ticketId(number), close: words.forms.close }, [
    section(text),
    ...returned,
    ...actions([showButton(number, words)]),
  ]);
}
