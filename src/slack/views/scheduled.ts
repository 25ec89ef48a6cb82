import type { KnownBlock } from '@slack/types';
import type { Ticket } from '../../domain/ticket.ts';
import { ruleOf } from '../../domain/verbs.ts';
import { actions, date, section } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { nameOf, type Scene } from './facts.ts';
import { choiceButton, pageButton } from './presses.ts';

/** What goes out by itself, or waits because the requester has written, and what can be done with it. */
export function scheduledOf(ticket: Ticket, { book, language }: Pick<Scene, 'book' | 'language'>): KnownBlock[] {
  const { scheduled: one, number } = ticket;
  if (!one) return [];
  const words = wordsOf(language);
  const { sending } = words;
  const requester = ticket.private ? null : nameOf(book, ticket.requester, words);
  const who = nameOf(book, one.by, words);
  const goes = ruleOf(one.verb).from.includes(ticket.state);
  const at = date(one.at);
  const line = !goes
    ? sending.over(who, one.verb, at, words.ticket.stateIs[ticket.state])
    : one.held
      ? sending.held(who, one.verb, at, requester)
      : sending.waits(who, one.verb, at);
  const which = `${number}.${one.seq}`;
  return [
    section(line),
    ...actions([
      ...(goes
        ? [
            pageButton('scheduled', 'now', `now.${which}`, sending.now),
            pageButton('scheduled', 'change', `change.${which}`, sending.change),
          ]
        : []),
      choiceButton('unschedule', String(one.seq), number, sending.cancel),
    ]),
  ];
}
