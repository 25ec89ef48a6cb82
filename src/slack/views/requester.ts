import type { Button, KnownBlock } from '@slack/types';
import type { Book } from '../../desk/book.ts';
import type { Drawing } from '../../desk/outbox.ts';
import type { SaidInMain, Told } from '../../desk/told.ts';
import { openIn } from '../../domain/decide.ts';
import type { Language } from '../../domain/language.ts';
import { closedFor, closesAt } from '../../domain/group.ts';
import { expiresAt, sameAt } from '../../domain/clock.ts';
import { ballOf } from '../../domain/ball.ts';
import { isOpenTicket, mergedInto, type Ticket } from '../../domain/ticket.ts';
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
import { answersButton } from './answers.ts';
import { factsOf } from './events.ts';
import {
  type CardModel,
  groupName,
  isVeiled,
  nameOf,
  readersOf,
  shownCircle,
  shownNext,
  shownUsual,
  shownSince,
  shownState,
  starsOf,
  veiled,
} from './facts.ts';
import { ownLinksOf } from './links.ts';
import { choiceButton, followUpButton, goButton, showButton, verbButton } from './presses.ts';

export type RequesterModel = CardModel & { language: Language };

/** The requester's own card: whose turn it is, in plain words, and never what agents say among themselves. */
export function requesterCard({ drawing, book, language }: RequesterModel): Message {
  const { ticket } = drawing;
  const words = wordsOf(language);
  const state = shownState(ticket, book, words);
  const id = ticketId(ticket.number);
  // A private ticket has no thread in a channel; should one be there all the same, nothing is given away in it.
  const hidden = isVeiled(drawing);
  const title = hidden ? '🔒' : flat(ticket.title);
  const at = date(shownSince(ticket));
  const since = isOpenTicket(ticket) ? words.card.since(at) : at;
  const head = ticket.channel === 'outward' ? words.card.outward : words.card.yours;
  return message(hidden ? id : `${head(id, inline(ticket.title))} · ${state}`, [
    header(head(id, title)),
    section(
      hidden
        ? `${shownCircle(ticket)} ${since}`
        : `${shownCircle(ticket)} ${bold(state)} · ${groupName(book, ticket.group)} · ${since}`,
    ),
    ...(hidden ? [] : raisedBy(ticket, book, words)),
    ...followingOf(drawing, words),
    ...(hidden ? [] : readAlso(ticket, book, words)),
    ...(hidden ? [] : linkedOf(drawing, words)),
    ...ownLinksOf(drawing, words),
    ...(ticket.cancelAsked && isOpenTicket(ticket) ? [section(words.ticket.cancelAskedYou)] : []),
    ...(ticket.sameAsked ? [section(words.ticket.sameAskedYou(date(sameAt(ticket.sameAsked))))] : []),
    ...hintsOf(drawing, book, words, hidden),
    ...actions(buttonsOf(drawing, book, words)),
    ...ratingOf(ticket, words),
  ]);
}

/** Asked once, when he says himself that it is done or when it is done for good; afterwards what he said. */
function ratingOf(ticket: Ticket, { card, ticket: words }: Catalog): KnownBlock[] {
  if (ticket.rating) return [context(words.rated(starsOf(ticket.rating.score), ticket.rating.score))];
  const closed = ticket.state === 'resolved' && ticket.resolution.reason === 'confirmed_by_requester';
  if (!closed && ticket.state !== 'completed') return [];
  const stars = [1, 2, 3, 4, 5].map((score) => choiceButton('rate', String(score), ticket.number, '★'.repeat(score)));
  return [section(card.howWasIt), ...actions(stars)];
}

/** Will words that the requester writes now still be heard? */
export const hears = ({ ticket, group }: Drawing): boolean =>
  openIn(ticket).includes('message') && !(ticket.state === 'resolved' && group.policies.reopen === 'follow_up_only');

function hintsOf(drawing: Drawing, book: Book, words: Catalog, hidden: boolean): KnownBlock[] {
  const { ticket } = drawing;
  const { card } = words;
  const into = mergedInto(ticket);
  if (into) return [context(card.goesOnIn(ticketId(into)))];
  if (ticket.sameAsked) return [];
  const asked = ticket.cancelAsked && isOpenTicket(ticket);
  const next = hidden || asked ? '' : shownNext(ticket, book, words);
  const hint = !hears(drawing)
    ? card.followUp
    : ticket.state === 'resolved'
      ? notSolvedOf(drawing, words)
      : ballOf(ticket) === 'requester'
        ? card.answerHere
        : card.writeHere;
  const usual = hidden || asked ? null : shownUsual(ticket, book, words);
  return [context([next, usual, hint].filter(Boolean).join(' '))];
}

/** What it goes on with, and what goes on with it. */
export const followingOf = ({ ticket, followedBy }: Drawing, { card }: Catalog): KnownBlock[] =>
  ticket.follows === null && followedBy.length === 0
    ? []
    : [
        context(
          ticket.follows !== null && card.follows(ticketId(ticket.follows)),
          followedBy.length > 0 && card.followedBy(followedBy.map(ticketId).join(', ')),
        ),
      ];

const readAlso = (ticket: Ticket, book: Book, words: Catalog): KnownBlock[] => {
  const names = readersOf(ticket, book, words);
  return names === '' ? [] : [context(words.followers.readAlso(names))];
};

/** The issue that another team works on: its number and how it stands, nothing of what is said there. */
const linkedOf = ({ linked }: Drawing, { team }: Catalog): KnownBlock[] =>
  linked.length === 0
    ? []
    : [context(...linked.map(({ number, state }) => team.linkedShown(ticketId(number), team.shownStates[state])))];

/** Whoever filed it for him, or wrote to him first. */
const raisedBy = ({ channel, creator, requester }: Ticket, book: Book, words: Catalog): KnownBlock[] => {
  const says = channel === 'outward' ? words.card.openedBy : words.card.raisedBy;
  return creator === requester ? [] : [context(says(nameOf(book, creator, words)))];
};

/** Whether what he wrote after all was done is the same problem. */
const whichOf = ({ number }: Ticket, labels: Catalog['verbs']['labels']): Button[] => [
  verbButton('same_problem', number, labels.same_problem, 'primary'),
  goButton('follow_up', String(number), labels.other_problem),
  verbButton('close', number, labels.close),
];

/** What he decides himself comes first: that it is solved or not, that it is not needed any more. */
export function decisionsOf(drawing: Drawing, { card, verbs: { labels } }: Catalog): Button[] {
  const { ticket } = drawing;
  const { number, state } = ticket;
  if (mergedInto(ticket)) return [];
  if (ticket.cancelAsked && isOpenTicket(ticket)) return [verbButton('agree', number, card.agree, 'primary')];
  if (ticket.sameAsked) return whichOf(ticket, labels);
  if (state === 'new') return [verbButton('cancel', number, labels.cancel)];
  if (state === 'answered' || state === 'workaround') return [verbButton('close', number, card.itIsSolved)];
  if (state !== 'resolved') return [];
  const open = hears(drawing);
  const style = open ? ('primary' as const) : undefined;
  return [
    ...(ticket.resolution.reason === 'confirmed_by_requester'
      ? []
      : [verbButton('close', number, labels.close, style)]),
    ...(open ? [verbButton('not_solved', number, labels.not_solved)] : []),
  ];
}

export const wordsButton = ({ ticket }: Drawing, words: Catalog): Button =>
  verbButton('message', ticket.number, ballOf(ticket) === 'requester' ? words.card.answer : words.verbs.labels.message);

const buttonsOf = (drawing: Drawing, book: Book, words: Catalog): Button[] => [
  ...(mergedInto(drawing.ticket)
    ? []
    : !hears(drawing)
      ? [followUpButton(drawing.ticket.number, words, { style: 'primary' })]
      : drawing.ticket.state === 'resolved'
        ? []
        : [wordsButton(drawing, words)]),
  ...decisionsOf(drawing, words),
  ...answersButton(drawing.ticket, book, words),
  showButton(drawing.ticket.number, words),
  goButton('mine', '', words.card.mine),
];

/** What is left of the card with whoever owned the ticket before. */
export function handedCard({ ticket }: Drawing, book: Book, language: Language): Message {
  const words = wordsOf(language);
  const text = words.card.handedOver(ticketId(ticket.number), nameOf(book, ticket.requester, words));
  return message(text, [context(text)]);
}

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
  // Of what a team is asked, the answer is for whoever has the ticket that asks.
  const to = mention(drawing.asking?.assignee ?? ticket.requester);
  const lead =
    verb === 'message'
      ? words.events.added(who)
      : verb === 'pend'
        ? words.events.asks(who, to)
        : ticket.channel === 'outward' && drawing.lastHeard === null
          ? words.events.writes(who, to)
          : words.events.answered(who, to);
  if (isVeiled(drawing)) return hiddenPost(drawing.asking ? lead : null, verb, drawing, book, words);
  const room = LIMITS.messageTotal - 500;
  const text = esc(said.text);
  return message(`${lead} ${text}`, [
    section(lead),
    ...sections(text, room),
    ...(said.editedAt ? [context(`_${words.events.edited} ${date(said.editedAt)}_`)] : []),
    ...(text.length > room ? actions([showButton(ticket.number, words, words.card.showAll)]) : []),
    ...closing(verb, ticket, drawing, book, words),
  ]);
}

/** That something was said, where others read it too. */
function hiddenPost(lead: string | null, verb: Told['verb'], drawing: Drawing, book: Book, words: Catalog): Message {
  const { ticket } = drawing;
  const text = [`🔒 ${ticketId(ticket.number)}`, lead].filter(Boolean).join(' · ');
  return message(text, [
    section(text, showButton(ticket.number, words)),
    context(words.card.private),
    ...closing(verb, veiled(ticket), drawing, book, words),
  ]);
}

type GoneModel = { told: Told; book: Book; language: Language };

/** What stands where words stood that were taken back. */
export function mainGone({ told, book, language }: GoneModel): Message {
  const words = wordsOf(language);
  const text = words.events.gone(nameOf(book, told.by, words), told.takenBack ? date(told.takenBack) : '');
  return message(text, [context(`🗑️ ${text}`)]);
}

export type LineModel = Omit<MainModel, 'said' | 'verb'> & { told: Told };

/** Lines that end with what he can do if he still needs it. */
const ASKS_BACK: readonly Told['verb'][] = ['original_done', 'expire'];

/** Until when words open it again, where its group says so. */
const notSolvedOf = ({ ticket, group: { policies } }: Drawing, { card }: Catalog): string =>
  ticket.state === 'resolved' && policies.reopen === 'reopen_n_days'
    ? card.notSolvedUntil(date(closesAt(policies, ticket.resolution.at)))
    : card.notSolved;

/** What the requester has to know although nobody wrote to him. */
export function mainLine({ told, drawing, book, language }: LineModel): Message {
  const words = wordsOf(language);
  const { ticket, group } = drawing;
  const never = group.policies.no_response_days === 0;
  const asked = told.verb === 'message';
  const expires = asked ? sameAt(told) : told.verb === 'remind' && !never ? expiresAt(told.at, group.policies) : null;
  const reopens = ticket.state !== 'resolved' || closedFor(group.policies, ticket.resolution.at, told.at) === null;
  const facts = { ...factsOf(told, ticket, book, words), expires: expires && date(expires), reopens };
  const text = words.events.line(facts);
  const which = asked && ticket.sameAsked ? whichOf(ticket, words.verbs.labels) : [];
  const next =
    !reopens && (ASKS_BACK.includes(told.verb) || facts.resolved === 'no_response')
      ? [followUpButton(ticket.number, words)]
      : which;
  return message(text, [section(text), ...actions(next)]);
}

/** What the words change for the requester, as long as it is still so. */
function closing(verb: Told['verb'], ticket: Ticket, drawing: Drawing, book: Book, words: Catalog): KnownBlock[] {
  if (verb === 'resolve' && ticket.state === 'resolved')
    return [
      section(bold(words.card.resolved(words.ticket.reasons[ticket.resolution.reason]))),
      ...actions([
        ...decisionsOf(drawing, words),
        ...(drawing.asking || hears(drawing) ? [] : [followUpButton(ticket.number, words)]),
      ]),
      ...(drawing.asking ? [] : [context(hears(drawing) ? notSolvedOf(drawing, words) : words.card.followUp)]),
    ];
  if (verb === 'ask_cancel' && ticket.cancelAsked) return actions(decisionsOf(drawing, words));
  if (verb === 'workaround' && ticket.state === 'workaround') return actions(decisionsOf(drawing, words));
  if (verb === 'pend' && ticket.state === 'pending') return [context(shownState(ticket, book, words))];
  return [];
}
