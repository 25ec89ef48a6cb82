import type { Book } from '../../desk/book.ts';
import type { Drawing } from '../../desk/outbox.ts';
import type { Told } from '../../desk/told.ts';
import type { Language, PersonId } from '../../domain/language.ts';
import { notices } from '../../domain/notices.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { actions, context, cut, message, type Message, quote, section } from '../kit.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import { factsOf, filesOf, wordsWith } from './events.ts';
import { typeName } from './facts.ts';
import { showButton, unfollowButton, verbButton } from './presses.ts';
import { scheduledOf } from './scheduled.ts';

export type PingModel = { told: Told; drawing: Drawing; book: Book; language: Language; to: PersonId };

const LINE = 500;
const WORDS = 600;
/** Words that come back are his to use again. */
const BACK = 2900;

/** Whoever is asked again can answer where he reads it, as long as it is still he who is asked, and by the last reminder. */
function decide(told: Told, ticket: Ticket, { verbs: { labels } }: Catalog) {
  if (ticket.state !== 'escalated' || ticket.escalation.nudgedAt?.getTime() !== told.at.getTime()) return [];
  const { number, escalation } = ticket;
  if (escalation.acknowledgedAt) return [verbButton('return', number, labels.return, 'primary')];
  return [
    verbButton('acknowledge', number, labels.acknowledge, 'primary'),
    verbButton('return', number, labels.return),
  ];
}

/** Who was given it says here that he begins, as long as it has not gone on. */
function keep({ drawing: { ticket }, to, language }: PingModel) {
  if (ticket.state !== 'in_progress' || !ticket.offer || ticket.assignee !== to) return [];
  return [verbButton('keep', ticket.number, wordsOf(language).verbs.labels.keep, 'primary')];
}

/** Who was made to follow it stops that here. */
function leave({ told, drawing: { ticket }, to, language }: PingModel) {
  if (!notices[told.verb].includes('ping_added') || !ticket.followers.includes(to)) return [];
  return [unfollowButton(ticket.number, wordsOf(language))];
}

/** A rule has brought a private ticket before him: its words are for whoever opens it. */
function isClosed({ told, drawing: { ticket, escalations }, to }: PingModel): boolean {
  const asked = escalations.find((row) => row.to === to && row.seq < told.seq);
  return told.verb === 'nudge' && ticket.private && asked?.cause != null;
}

/** One event, told to one person by DM: he may read the ticket, and nobody else reads this. */
export function pingText(model: PingModel): Message {
  const { told, drawing, book, language, to } = model;
  const { ticket } = drawing;
  const words = wordsOf(language);
  const facts = factsOf(told, ticket, book, words);
  const title = isClosed(model) ? `🔒 ${typeName(book, ticket.type, language) ?? ''}`.trim() : facts.title;
  const line = cut(words.events.ping[told.verb]({ ...facts, title, mine: ticket.assignee === to }), LINE);
  // The note of a silent end is for agents; whoever raised the ticket may be none.
  const said = told.verb === 'resolve_internally' ? null : wordsWith(told);
  const asks = told.verb === 'nudge';
  const over = asks && !(ticket.state === 'escalated' && ticket.escalation.to === to);
  const back = told.verb === 'send_back' && said !== null;
  const { scheduled } = ticket;
  const held = scheduled?.by === to && (told.verb === 'send_back' ? scheduled.stopped !== null : scheduled.held);
  return message(line, [
    section(said === null || back ? line : `${line}\n${quote(said, WORDS)}`),
    ...(back ? [section(quote(said, BACK)), ...[filesOf(told)].filter(Boolean).map((one) => context(one))] : []),
    ...(held ? scheduledOf(ticket, { book, language }) : []),
    ...(over ? [context(words.manager.past)] : []),
    ...actions([
      ...keep(model),
      ...(asks && !over ? decide(told, ticket, words) : []),
      showButton(ticket.number, words),
      ...leave(model),
    ]),
  ]);
}
