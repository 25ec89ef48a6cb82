import type { KnownBlock } from '@slack/types';
import type { Ticket } from '../../domain/ticket.ts';
import { ticketId } from '../codec.ts';
import { actions, bold, context, cut, date, inline, quote, section } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { type Scene, typeName } from './facts.ts';
import type { Listed } from './list.ts';
import { showButton, verbButton } from './presses.ts';
import { askerOf, questionOf } from './question.ts';

const TITLE = 150;
const QUESTION = 300;
/** Each takes three blocks of a view that holds a hundred. */
const MOST = 8;

type Waiting = Extract<Ticket, { state: 'escalated' }>;
const isWaiting = (ticket: Ticket): ticket is Waiting => ticket.state === 'escalated';

/** What waits for somebody's decision, the oldest first: the question, who asks since when, and whether it was seen. */
export function decisions({ tickets, total }: Listed, scene: Scene): KnownBlock[] {
  const words = wordsOf(scene.language);
  const waiting = tickets.filter(isWaiting).toSorted((a, b) => a.escalation.at.getTime() - b.escalation.at.getTime());
  const shown = waiting.slice(0, MOST);
  const left = total - shown.length;
  return [
    ...shown.flatMap((ticket) => decision(ticket, scene)),
    ...(left > 0 ? [context(words.lists.more(left))] : []),
  ];
}

function decision(ticket: Waiting, scene: Scene): KnownBlock[] {
  const { language, now } = scene;
  const words = wordsOf(language);
  const { number, title, priority, escalation } = ticket;
  const { acknowledgedAt, ackDueAt } = escalation;
  // What is private nobody has brought before him but a rule.
  const named =
    ticket.private && escalation.cause
      ? `🔒 ${typeName(scene.book, ticket.type, language) ?? ''}`.trim()
      : cut(inline(title), TITLE);
  const seen = acknowledgedAt
    ? words.manager.acknowledged(date(acknowledgedAt))
    : words.manager.due(date(ackDueAt), now > ackDueAt);
  return [
    section(`${bold(`${ticketId(number)} ${named}`)}\n${quote(questionOf(escalation, scene), QUESTION)}`),
    context(words.ticket.priorities[priority], askerOf(escalation, scene), seen),
    ...actions([
      verbButton('return', number, words.verbs.labels.return, 'primary'),
      ...(acknowledgedAt ? [] : [verbButton('acknowledge', number, words.verbs.labels.acknowledge)]),
      showButton(number, words),
    ]),
  ];
}
