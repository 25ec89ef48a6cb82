import type { SectionBlock } from '@slack/types';
import { openIn, whyNot } from '../../domain/decide.ts';
import type { Actor, PersonId } from '../../domain/language.ts';
import { ballOf } from '../../domain/ball.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Verb } from '../../domain/verbs.ts';
import { ticketId } from '../codec.ts';
import { bold, cut, inline, section } from '../kit.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import {
  circles,
  groupName,
  nameOf,
  type Scene,
  shownSince,
  seenCircle,
  seenState,
  sinceOf,
  stateName,
} from './facts.ts';
import { markOf } from './promises.ts';
import { faceOf, moreOf } from './presses.ts';

const TITLE = 160;

/** `actor`: the reader with his seats, where they are known: then nothing is offered that he may not do. */
type RowScene = Scene & { viewer: PersonId; as: 'requester' | 'agent' | 'follower'; actor?: Actor | undefined };

/** A ticket in a list, two lines: which it is, and how it stands for whoever reads the list. */
export function row(ticket: Ticket, scene: RowScene): SectionBlock {
  const words = wordsOf(scene.language);
  const facts = scene.as === 'agent' ? agentsFacts(ticket, scene, words) : requestersFacts(ticket, scene, words);
  const [more] = moreOf(verbsFor(ticket, scene), ticket.number, words, ticket.state, { first: 'show' });
  return section(`*${ticketId(ticket.number)}* ${cut(inline(ticket.title), TITLE)}\n${facts.join(' · ')}`, more);
}

const requestersFacts = (ticket: Ticket, { book, now, viewer }: RowScene, words: Catalog): string[] => [
  `${seenCircle(ticket, viewer)} ${seenState(ticket, book, words, viewer)}`,
  groupName(book, ticket.group),
  words.ticket.priorities[ticket.priority],
  words.time.age(now.getTime() - shownSince(ticket).getTime()),
];

/** The state, who has the ball and since when, whose it is, the group, how urgent: always in this order. */
function agentsFacts(ticket: Ticket, scene: RowScene, words: Catalog): string[] {
  const { book } = scene;
  const ball = ballOf(ticket);
  const theirs = ball === 'requester' ? [] : [words.home.row.for(nameOf(book, ticket.requester, words))];
  const mark = markOf(ticket, scene);
  return [
    `${circles[ticket.state]} ${bold(stateName(ticket, words))}`,
    ...ballFacts(ticket, scene, words),
    ...theirs,
    groupName(book, ticket.group),
    words.ticket.priorities[ticket.priority],
    ...(mark === null ? [] : [mark]),
  ];
}

/** Who has it, unless the reader has, and who must move next. */
function ballFacts(ticket: Ticket, { book, now, viewer }: RowScene, words: Catalog): string[] {
  const said = words.home.row;
  const age = words.time.age(now.getTime() - sinceOf(ticket).getTime());
  const { assignee } = ticket;
  const name = (person: PersonId | null) => (person === viewer ? said.you : nameOf(book, person, words));
  const holder = assignee === null || assignee === viewer ? [] : [name(assignee)];
  switch (ballOf(ticket)) {
    case 'agent':
      if (assignee === null) return [said.nobody(age)];
      return [assignee === viewer ? said.withYou(age) : said.with(name(assignee), age)];
    case 'requester':
      return [...holder, said.waitsFor(name(ticket.requester), age)];
    case 'management':
      return [...holder, said.with(name(ticket.state === 'escalated' ? ticket.escalation.to : null), age)];
    case 'other_ticket':
      return [...holder, said.waitsFor(otherOf(ticket) ?? said.other, age)];
    case 'nobody':
      return [...holder, age];
  }
}

/** The ticket that it waits for. */
function otherOf(ticket: Ticket): string | null {
  const number =
    ticket.state === 'pending'
      ? ticket.pending.blockedBy
      : ticket.state === 'escalated'
        ? (ticket.escalation.team?.child ?? null)
        : null;
  return number && ticketId(number);
}

/** What the reader of the list is likely to do, never what he surely may not. */
function verbsFor(ticket: Ticket, { viewer, as, actor }: RowScene): readonly Verb[] {
  const open = openIn(ticket);
  if (as === 'follower') return open.includes('unfollow') ? ['unfollow'] : [];
  if (as === 'requester') return open.includes('message') ? ['message'] : [];
  const { buttons, more } = faceOf(ticket);
  const face = [...buttons, ...more];
  if (actor) {
    const may = (verbs: readonly Verb[]) => verbs.filter((verb) => whyNot(verb, actor, ticket) === null);
    if (ticket.state === 'spam') return may(['restore', 'delete']);
    return may(face).length > 0 ? may(face) : may(['note']);
  }
  if (ticket.assignee === viewer || ticket.assignee === null) return face;
  return open.includes('note') ? ['note'] : [];
}

/** Is it this requester's turn? */
export const waitsForRequester = (ticket: Ticket): boolean => ballOf(ticket) === 'requester';
