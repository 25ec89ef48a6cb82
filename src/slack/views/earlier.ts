import type { KnownBlock } from '@slack/types';
import type { PersonId } from '../../domain/language.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { ticketId } from '../codec.ts';
import { bold, context, cut, date, inline, section } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { circles, nameOf, type Scene, seenCircle, seenState, typeName } from './facts.ts';
import { showButton } from './presses.ts';

/** What else the same person has asked for, the newest first, and which of it the reader may open. */
export type Earlier = { tickets: readonly { ticket: Ticket; readable: boolean }[]; total: number };
type EarlierModel = Scene & { requester: PersonId; viewer: PersonId; internal: boolean; earlier: Earlier };

const TITLE = 200;

export function earlierBlocks({
  requester,
  earlier: { tickets, total },
  internal,
  viewer,
  ...scene
}: EarlierModel): KnownBlock[] {
  const words = wordsOf(scene.language);
  const left = total - tickets.length;
  const title = words.show.earlierOf(nameOf(scene.book, requester, words));
  return [
    section(bold(title)),
    ...(tickets.length === 0
      ? [context(internal || requester === viewer ? words.show.noEarlier : words.show.noEarlierHere)]
      : tickets.map((each) => earlierRow(each, internal, { ...scene, viewer }))),
    ...(left > 0 ? [context(words.lists.more(left))] : []),
  ];
}

/** Of what the reader may not open: its number and its type. */
export function earlierRow(
  { ticket, readable }: Earlier['tickets'][number],
  internal: boolean,
  { book, language, viewer }: Scene & { viewer: PersonId },
) {
  const words = wordsOf(language);
  const { number, state, createdAt, type } = ticket;
  const what = !readable ? `🔒 ${typeName(book, type, language) ?? ''}` : cut(inline(ticket.title), TITLE);
  const how = internal
    ? `${circles[state]} ${words.ticket.states[state]}`
    : `${seenCircle(ticket, viewer)} ${seenState(ticket, book, words, viewer)}`;
  return section(
    `*${ticketId(number)}* ${what}${!readable ? '' : `\n${how} · ${date(createdAt)}`}`,
    readable ? showButton(number, words) : undefined,
  );
}
