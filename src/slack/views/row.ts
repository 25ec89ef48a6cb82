import type { SectionBlock } from '@slack/types';
import { openIn } from '../../domain/decide.ts';
import type { PersonId } from '../../domain/language.ts';
import { ballOf, type Ticket } from '../../domain/ticket.ts';
import type { Verb } from '../../domain/verbs.ts';
import { ticketId } from '../codec.ts';
import { cut, inline, section } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { circles, groupName, type Scene, shownCircle, shownSince, seenState, sinceOf, stateLine } from './facts.ts';
import { markOf } from './promises.ts';
import { faceOf, moreOf } from './presses.ts';

const TITLE = 160;

/** A ticket in a list, two lines: which it is, and how it stands for whoever reads the list. */
export function row(
  ticket: Ticket,
  scene: Scene & { viewer: PersonId; as: 'requester' | 'agent' | 'follower' },
): SectionBlock {
  const words = wordsOf(scene.language);
  const since = scene.as === 'agent' ? sinceOf(ticket) : shownSince(ticket);
  const age = words.time.age(scene.now.getTime() - since.getTime());
  const state =
    scene.as === 'agent'
      ? [stateLine(ticket, scene), markOf(ticket, scene)].filter((part) => part !== null).join(' · ')
      : [
          `${scene.as === 'follower' ? circles[ticket.state] : shownCircle(ticket)} ${seenState(ticket, scene.book, words, scene.viewer)}`,
          groupName(scene.book, ticket.group),
          words.ticket.priorities[ticket.priority],
        ].join(' · ');
  const [more] = moreOf(verbsFor(ticket, scene), ticket.number, words, ticket.state, { first: 'show' });
  return section(`*${ticketId(ticket.number)}* ${cut(inline(ticket.title), TITLE)}\n${state} · ${age}`, more);
}

/** What the reader of the list is likely to do, never what he surely may not. */
function verbsFor(
  ticket: Ticket,
  { viewer, as }: { viewer: PersonId; as: 'requester' | 'agent' | 'follower' },
): readonly Verb[] {
  const open = openIn(ticket);
  if (as === 'follower') return open.includes('unfollow') ? ['unfollow'] : [];
  if (as === 'requester') return open.includes('message') ? ['message'] : [];
  const { buttons, more } = faceOf(ticket);
  if (ticket.assignee === viewer || ticket.assignee === null) return [...buttons, ...more];
  return open.includes('note') ? ['note'] : [];
}

/** Is it this requester's turn? */
export const waitsForRequester = (ticket: Ticket): boolean => ballOf(ticket) === 'requester';
