import type { KnownBlock } from '@slack/types';
import type { Drawing, EscalationRow } from '../../desk/outbox.ts';
import type { Told } from '../../desk/told.ts';
import { isOpenTicket } from '../../domain/ticket.ts';
import { ticketId } from '../codec.ts';
import { actions, bold, context, date, header, inline, message, type Message, quote, section } from '../kit.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import { factsOf } from './events.ts';
import { nameOf, rawName, type Scene, stateLine, typeName } from './facts.ts';
import { groundsOf, isClosed, type ManagerModel } from './grounds.ts';
import { moreOf, pressesOf, showButton, verbButton } from './presses.ts';
import { questionOf } from './question.ts';

const QUESTION = 2000;

/** What a manager needs for a decision, by DM; afterwards what came of it. */
export function escalationCard(model: ManagerModel): Message {
  const { escalation, drawing, end = null, book, language, now } = model;
  const { ticket } = drawing;
  const scene = { book, language, now };
  const words = wordsOf(language);
  const id = ticketId(ticket.number);
  const asks = escalation.from
    ? words.manager.asks(rawName(book, escalation.from, words), id)
    : words.manager.ruleAsks(id);
  const named = isClosed(model) ? `🔒 ${typeName(book, ticket.type, language) ?? ''}`.trim() : inline(ticket.title);
  const title = section(bold(`${id} ${named}`));
  const ask = section(quote(questionOf(escalation, scene), QUESTION));
  const text = `${inline(asks)}: ${named}`;
  const ended = endOf(escalation, drawing, end, scene);
  if (ended === null)
    return message(text, [
      header(asks),
      ask,
      title,
      ...groundsOf(model),
      ...(isClosed(model) ? [context(words.manager.closed)] : []),
      ...actions(pressesFor(escalation, drawing, words)),
    ]);
  const his = isOpenTicket(ticket) && ticket.assignee === escalation.to && escalation.state === 'taken';
  return message(text, [
    header(asks),
    ask,
    title,
    ...(end && !(isClosed(model) && end.verb === 'withdraw') ? lastWords(end, escalation, words) : []),
    context(ended, words.manager.afterwards(id, stateLine(ticket, scene))),
    ...actions(his ? pressesOf(ticket, words) : [showButton(ticket.number, words)]),
  ]);
}

function pressesFor({ acknowledgedAt }: EscalationRow, { ticket: { number } }: Drawing, words: Catalog) {
  const { labels } = words.verbs;
  return [
    ...(acknowledgedAt ? [] : [verbButton('acknowledge', number, labels.acknowledge, 'primary')]),
    verbButton('return', number, labels.return, acknowledgedAt ? 'primary' : undefined),
    verbButton('take_over', number, labels.take_over),
    ...moreOf(['send_higher', 'decline', 'resolve'], number, words, 'escalated', {
      show: words.manager.openThread,
    }),
  ];
}

/** How it ended, if it has: by himself, by somebody else, or overtaken by what happened to the ticket. */
function endOf(row: EscalationRow, drawing: Drawing, end: Told | null, scene: Scene): string | null {
  const { state, closedAt, seq, to } = row;
  const { ticket } = drawing;
  const { manager } = wordsOf(scene.language);
  const open = ticket.state === 'escalated' ? ticket.escalation : null;
  if (closedAt === null) return open?.seq === seq ? null : manager.over;
  const at = date(closedAt);
  const next = open && open.to !== to ? nameOf(scene.book, open.to, wordsOf(scene.language)) : null;
  switch (state) {
    case 'sent_higher':
      return manager.sentHigher(at, next);
    case 'timed_out':
      return manager.timedOut(at, next);
    case 'taken':
      return manager.taken(at);
    case 'declined':
      return manager.declined(at);
    case 'withdrawn':
      if (end === null || end.verb === 'withdraw') {
        const who = end?.by ? nameOf(scene.book, end.by, wordsOf(scene.language)) : null;
        return manager.withdrawn(at, who);
      }
      return settledBy(end, drawing, at, scene);
    case 'answered':
      return end !== null && end.by !== to ? settledBy(end, drawing, at, scene) : manager.answered(at);
    case 'open':
    case 'acked':
      return manager.over;
  }
}

/** Somebody else has acted: what he did, in the words of the history. */
function settledBy(end: Told, { ticket }: Drawing, at: string, { book, language }: Scene): string {
  const words = wordsOf(language);
  return words.manager.settled(words.events.thread[end.verb](factsOf(end, ticket, book, words)), at);
}

/** What the manager himself decided, or why he need not decide any more. */
function lastWords({ verb, said, by, input }: Told, { to }: EscalationRow, { manager }: Catalog): KnownBlock[] {
  if (verb === 'return')
    return said && by === to ? [section(`${manager.yourAnswer}\n${quote(said.text, QUESTION)}`)] : [];
  const reason = verb === 'decline' || verb === 'withdraw' ? input['reason'] : null;
  return typeof reason === 'string' ? [section(`${manager.because}\n${quote(reason, QUESTION)}`)] : [];
}
