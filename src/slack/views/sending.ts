import type { Button, KnownBlock } from '@slack/types';
import type { Drawing } from '../../desk/outbox.ts';
import type { Told } from '../../desk/told.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { context, section } from '../kit.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import { isRequesters } from './events.ts';
import { nameOf, type Scene } from './facts.ts';
import { choiceButton } from './presses.ts';

const MOST = 3;

/** Sends the answer of one event again. */
const retry = (of: number, ticket: Ticket, words: Catalog): Button =>
  choiceButton('resend', String(of), ticket.number, words.sending.retry);

/** Answers that did not arrive, each with what can be done, and those that Slack does not take for now. */
export function deliveryOf({ ticket, late }: Drawing, { book, language }: Scene): KnownBlock[] {
  const words = wordsOf(language);
  const requester = ticket.private ? null : nameOf(book, ticket.requester, words);
  return [
    ...ticket.undelivered
      .slice(-MOST)
      .map(({ seq, why }) => section(words.sending.undelivered(requester, why), retry(seq, ticket, words))),
    ...(late > 0 ? [context(words.sending.queued(late, requester))] : []),
  ];
}

/** Beside the line that tells of it, as long as it can be sent again. */
export function retryOf({ verb, input, seq: told }: Told, ticket: Ticket, words: Catalog): Button | undefined {
  const lost = verb === 'undelivered' && ticket.undelivered.find(({ seq }) => seq === input['of']);
  return lost && (lost.told ?? told) === told ? retry(lost.seq, ticket, words) : undefined;
}

/** Behind that line, once somebody has sent it again. */
export const sentAgain = (told: Told, ticket: Ticket, words: Catalog): string =>
  told.verb === 'undelivered' && !retryOf(told, ticket, words) ? ` · _${words.sending.again}_` : '';

/** Verbs by which those speak who have asked. */
const THEIRS: readonly Told['verb'][] = ['create', 'message', 'not_solved'];

/** How far words of an agent have come on their way to the requester; null: they never were on it. */
export function markOf(told: Told, ticket: Ticket, { sending }: Catalog): string | null {
  if (told.said?.audience !== 'main' || THEIRS.includes(told.verb) || isRequesters(told, ticket)) return null;
  if (told.input['source'] !== undefined) return null;
  const lost = ticket.undelivered.find(({ seq }) => seq === told.seq);
  if (lost) return sending.marks.failed(lost.why);
  return told.stands ? sending.marks.sent : sending.marks.queued;
}
