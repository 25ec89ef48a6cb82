import type { KnownBlock } from '@slack/types';
import type { Book, Drawing, SaidInMain, Told } from '../../desk/ports.ts';
import { openIn } from '../../domain/decide.ts';
import type { Language } from '../../domain/language.ts';
import { ballOf, isOpenTicket, type Ticket } from '../../domain/ticket.ts';
import { ticketId } from '../codec.ts';
import {
  actions,
  bold,
  context,
  date,
  esc,
  flat,
  header,
  inline,
  LIMITS,
  mention,
  message,
  type Message,
  section,
  sections,
} from '../kit.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import { type CardModel, groupName, nameOf, shownCircle, shownSince, shownState } from './facts.ts';
import { goButton, showButton, verbButton } from './presses.ts';

export type RequesterModel = CardModel & { language: Language };

/** The requester's own card: whose turn it is, in plain words, and never what agents say among themselves. */
export function requesterCard({ drawing, book, language }: RequesterModel): Message {
  const { ticket } = drawing;
  const words = wordsOf(language);
  const state = shownState(ticket, book, words);
  const id = ticketId(ticket.number);
  // A private ticket has no thread in a channel; should one be there all the same, nothing is given away in it.
  const hidden = ticket.private && ticket.main !== null;
  const title = hidden ? '🔒' : flat(ticket.title);
  const at = date(shownSince(ticket));
  const since = isOpenTicket(ticket) ? words.card.since(at) : at;
  return message(hidden ? id : `${words.card.yours(id, inline(ticket.title))} · ${state}`, [
    header(words.card.yours(id, title)),
    section(
      hidden
        ? `${shownCircle(ticket)} ${since}`
        : `${shownCircle(ticket)} ${bold(state)} · ${groupName(book, ticket.group)} · ${since}`,
    ),
    ...(hidden ? [] : raisedBy(ticket, book, words)),
    ...hintsOf(drawing, words),
    ...actions(buttonsOf(drawing, words)),
  ]);
}

/** Will words that the requester writes now still be heard? */
const hears = ({ ticket, group }: Drawing): boolean =>
  openIn(ticket.state).includes('message') &&
  !(ticket.state === 'resolved' && group.policies.reopen === 'follow_up_only');

function hintsOf(drawing: Drawing, { card }: Catalog): KnownBlock[] {
  if (!hears(drawing)) return [context(card.followUp)];
  if (drawing.ticket.state === 'resolved') return [context(card.notSolved)];
  return [context(ballOf(drawing.ticket) === 'requester' ? card.answerHere : card.writeHere)];
}

const raisedBy = ({ creator, requester }: Ticket, book: Book, words: Catalog): KnownBlock[] =>
  creator === requester ? [] : [context(words.card.raisedBy(nameOf(book, creator, words)))];

const buttonsOf = (drawing: Drawing, words: Catalog) => [
  hears(drawing)
    ? verbButton(
        'message',
        drawing.ticket.number,
        ballOf(drawing.ticket) === 'requester' ? words.card.answer : words.verbs.labels.message,
      )
    : goButton('create', '', words.lists.newRequest, 'primary'),
  showButton(drawing.ticket.number, words),
  goButton('mine', '', words.card.mine),
];

export type MainModel = {
  said: SaidInMain;
  verb: Told['verb'];
  drawing: Drawing;
  book: Book;
  language: Language;
};

/** Words that go to the requester. Their type is only made from a message of Main. */
export function mainPost({ said, verb, drawing, book, language }: MainModel): Message {
  const { ticket } = drawing;
  const words = wordsOf(language);
  const who = nameOf(book, said.author, words);
  const to = mention(ticket.requester);
  const lead =
    verb === 'message'
      ? words.events.added(who)
      : verb === 'pend'
        ? words.events.asks(who, to)
        : words.events.answered(who, to);
  const room = LIMITS.messageTotal - 500;
  const text = esc(said.text);
  return message(`${lead} ${text}`, [
    section(lead),
    ...sections(text, room),
    ...(text.length > room ? actions([showButton(ticket.number, words, words.card.showAll)]) : []),
    ...closing(verb, ticket, drawing, book, words),
  ]);
}

/** What the words change for the requester, as long as it is still so. */
function closing(verb: Told['verb'], ticket: Ticket, drawing: Drawing, book: Book, words: Catalog): KnownBlock[] {
  if (verb === 'resolve' && ticket.state === 'resolved')
    return [
      section(bold(words.card.resolved(words.ticket.reasons[ticket.resolution.reason]))),
      context(hears(drawing) ? words.card.notSolved : words.card.followUp),
    ];
  if (verb === 'pend' && ticket.state === 'pending') return [context(shownState(ticket, book, words))];
  return [];
}
