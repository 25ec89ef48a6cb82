import type { KnownBlock } from '@slack/types';
import type { Drawing } from '../../desk/outbox.ts';
import { sameAt } from '../../domain/clock.ts';
import { openIn } from '../../domain/decide.ts';
import type { Language, TicketNumber } from '../../domain/language.ts';
import { isOpenTicket, type Ticket } from '../../domain/ticket.ts';
import { ticketId } from '../codec.ts';
import { actions, bold, context, cut, date, header, inline, message, type Message, opening, section } from '../kit.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import {
  type CardModel,
  followersOf,
  groupName,
  hasLeft,
  nameOf,
  type Scene,
  sinceOf,
  standingOf,
  starsOf,
  stateLine,
  tagsOf,
  titleOf,
  typeName,
} from './facts.ts';
import { fieldsOf } from './answers.ts';
import { belongingOf } from './links.ts';
import { promisesOf } from './promises.ts';
import { followingOf } from './requester.ts';
import { pressesOf, showButton, verbButton } from './presses.ts';
import { askedAbove } from './question.ts';
import { scheduledOf } from './scheduled.ts';
import { deliveryOf } from './sending.ts';
import { likeOf } from './similar.ts';

/** The agents' card, root of the ticket's one thread. Drawn whole, in the group's language. */
export function agentsCard({ drawing, book, now }: CardModel): Message {
  const { ticket, group } = drawing;
  const scene = { book, now, language: group.language };
  const words = wordsOf(group.language);
  const row = actions(pressesOf(ticket, words));
  const title = ticket.private ? '🔒' : inline(ticket.title);
  const text = `${ticketId(ticket.number)} ${title} · ${words.ticket.states[ticket.state]}`;
  if (ticket.deletedAt) {
    const gone = `${ticketId(ticket.number)} · ${words.ticket.deleted}`;
    return message(gone, [context(gone)]);
  }
  return message(text, [...(ticket.private ? closed(drawing, scene) : open(drawing, scene)), ...row]);
}

const open = (drawing: Drawing, scene: Scene): KnownBlock[] => {
  const { ticket } = drawing;
  const words = wordsOf(scene.language);
  const standing = words.ticket.standing[ticket.state](standingOf(ticket, scene));
  const { quoted, whole } = opening(ticket.content);
  return [
    header(titleOf(ticket)),
    section(`${stateLine(ticket, scene)}\n${standing}${saysUnread(ticket) ? ` · *${words.ticket.unread}*` : ''}`),
    section(quoted, whole ? undefined : showButton(ticket.number, words, words.card.showAll)),
    ...deliveryOf(drawing, scene),
    ...scheduledOf(ticket, scene),
    ...askedAbove(drawing, scene),
    ...fieldsOf(drawing, scene),
    context(...factsOf(drawing, scene, words)),
    ...taggedOf(ticket),
    ...watchedOf(ticket, scene, words),
    ...promised(ticket, scene),
    ...asidesOf(ticket, scene, words),
    ...silenceOf(ticket, scene, words),
    ...departedOf(ticket, scene, words),
    ...followingOf(drawing, words),
    ...linksOf(drawing, scene, words),
    ...belongingOf(drawing, words),
    ...likeOf(drawing, words),
    ...lastWords(drawing, scene, words),
  ];
};

/** Who hears of it besides. */
function watchedOf(ticket: Ticket, { book }: Scene, words: Catalog): KnownBlock[] {
  const names = followersOf(ticket, book, words);
  return names === '' ? [] : [context(words.followers.followedBy(names))];
}

const taggedOf = ({ tags }: Ticket): KnownBlock[] => (tags.length === 0 ? [] : [context(`🏷️ ${tagsOf(tags)}`)]);

/** The tickets of other teams that it waits for, and the ticket that asked for this one. */
function linksOf({ linked, ticket, asking }: Drawing, { book }: Scene, words: Catalog): KnownBlock[] {
  const { team, ticket: its } = words;
  const lines = linked.map(({ number, group, state }) =>
    team.linked(ticketId(number), groupName(book, group), its.states[state]),
  );
  const from = asking && team.askedBy(ticketId(asking.number), ticket.asker && groupName(book, ticket.asker));
  const off = asking && ticket.calledOff && isOpenTicket(ticket);
  return [
    ...(lines.length > 0 ? [context(...lines)] : []),
    ...(from ? [context(from)] : []),
    ...(off ? [section(team.calledOff(ticketId(asking.number), date(ticket.calledOff ?? ticket.since)))] : []),
  ];
}

/** What was asked of the requester, what he thought of it, and that it was put away. */
function asidesOf(ticket: Ticket, { book }: Scene, words: Catalog): KnownBlock[] {
  const { rating, cancelAsked, archivedAt } = ticket;
  const asked = cancelAsked && isOpenTicket(ticket);
  const facts = [
    ticket.sameAsked && words.ticket.sameAsked(nameOf(book, ticket.requester, words), date(sameAt(ticket.sameAsked))),
    asked && words.ticket.cancelAsked(nameOf(book, ticket.requester, words)),
    rating && words.ticket.rated(starsOf(rating.score), rating.score),
    archivedAt && words.ticket.archived,
  ];
  return facts.some(Boolean) ? [context(...facts)] : [];
}

/** The requester was not told of it: where he can be. */
function silenceOf(ticket: Ticket, { book }: Scene, words: Catalog): KnownBlock[] {
  if (!openIn(ticket).includes('tell_requester')) return [];
  const press = verbButton('tell_requester', ticket.number, words.verbs.labels.tell_requester);
  return [section(words.card.notTold(nameOf(book, ticket.requester, words)), press)];
}

/** Who has left the workspace, and what can be done about it. */
function departedOf(ticket: Ticket, { book }: Scene, words: Catalog): KnownBlock[] {
  const { requester, assignee, number } = ticket;
  if (!isOpenTicket(ticket)) return [];
  const owner = verbButton('change_owner', number, words.verbs.labels.change_owner);
  const forward = verbButton('forward', number, words.verbs.labels.forward);
  return [
    ...(hasLeft(book, requester) ? [section(words.card.requesterLeft(nameOf(book, requester, words)), owner)] : []),
    ...(assignee && hasLeft(book, assignee)
      ? [section(words.card.assigneeLeft(nameOf(book, assignee, words)), forward)]
      : []),
  ];
}

/** Not where the state says it by itself. */
const saysUnread = ({ unread, state }: Ticket): boolean => unread && state !== 'requester_replied';

/** A private ticket: its number, its type and how it stands, and nothing that anybody wrote. */
const closed = (drawing: Drawing, scene: Scene): KnownBlock[] => {
  const { ticket } = drawing;
  const words = wordsOf(scene.language);
  return [
    header(`🔒 ${ticketId(ticket.number)}`),
    section(stateLine(ticket, scene)),
    context(
      typeName(scene.book, ticket.type, scene.language),
      words.card.since(date(sinceOf(ticket))),
      words.card.private,
    ),
    ...deliveryOf(drawing, scene),
    ...scheduledOf(ticket, scene),
    ...askedAbove(drawing, scene),
    ...promised(ticket, scene),
    ...belongingOf(drawing, words),
  ];
};

/** What is owed to the requester, and until when. */
function promised(ticket: Ticket, scene: Scene): KnownBlock[] {
  const promises = promisesOf(ticket, scene);
  return promises.length === 0 ? [] : [context(...promises)];
}

function factsOf({ ticket }: Drawing, { book, language }: Scene, words: Catalog) {
  const other = ticket.creator === ticket.requester ? null : nameOf(book, ticket.creator, words);
  return [
    words.card.forWhom(nameOf(book, ticket.requester, words), other),
    typeName(book, ticket.type, language),
    date(ticket.createdAt),
    words.card.from(words.ticket.channels[ticket.channel]),
  ];
}

/** The newest words of Main: the thread is told of them only with its next line. */
function lastWords({ ticket, lastMain }: Drawing, { book }: Scene, words: Catalog): KnownBlock[] {
  // What the desk wrote first is the request itself.
  if (!lastMain || (ticket.channel === 'outward' && lastMain.text === ticket.content)) return [];
  const { quoted, whole } = opening(lastMain.text);
  const who = nameOf(book, lastMain.author, words);
  const said = words.card.said(bold(who), date(lastMain.at), lastMain.byRequester);
  return [section(`${said}\n${quoted}`, whole ? undefined : showButton(ticket.number, words, words.card.showAll))];
}

const TITLE = 160;

export type Moved = {
  number: TicketNumber;
  /** None of a private ticket. */
  title?: string | null;
  group: string;
  language: Language;
  link?: string;
  /** The new channel of the same group. */
  channel?: string;
};

/** What is left of the card in the channel that a ticket was forwarded from. */
export function movedCard({ number, title, group, language, link, channel }: Moved): Message {
  const { card } = wordsOf(language);
  const what = title ? bold(`${ticketId(number)} ${cut(inline(title), TITLE)}`) : ticketId(number);
  const text = channel ? card.movedChannel(what, inline(group), `<#${channel}>`) : card.moved(what, inline(group));
  return message(text, [context(`➡️ ${text}`, link && `<${link}|${card.openCard}>`)]);
}
