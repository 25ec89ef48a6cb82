import type { KnownBlock } from '@slack/types';
import type { Drawing, EscalationRow, Told } from '../../desk/ports.ts';
import type { Language } from '../../domain/language.ts';
import { ticketId } from '../codec.ts';
import {
  actions,
  bold,
  context,
  cut,
  date,
  esc,
  header,
  inline,
  message,
  type Message,
  opening,
  quote,
  section,
} from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { type CardModel, nameOf, rawName, type Scene, stateLine } from './facts.ts';
import { moreOf, showButton, verbButton } from './presses.ts';

export type ManagerModel = CardModel & {
  escalation: EscalationRow;
  /** The last internal notes, newest first. */
  notes: readonly Told[];
  language: Language;
};

const NOTE = 200;
const QUESTION = 2000;

/** What a manager needs for a decision, by DM; afterwards what came of it. */
export function escalationCard({ escalation, drawing, notes, book, language, now }: ManagerModel): Message {
  const { ticket } = drawing;
  const scene = { book, language, now };
  const words = wordsOf(language);
  const id = ticketId(ticket.number);
  const asks = words.manager.asks(rawName(book, escalation.from, words), id);
  const ask = section(quote(escalation.ask, QUESTION));
  const text = `${esc(asks)}: ${inline(ticket.title)}`;
  const ended = endOf(escalation, drawing, scene);
  if (ended !== null)
    return message(text, [
      header(asks),
      ask,
      context(ended, words.manager.now(id, stateLine(ticket, scene))),
      ...actions([showButton(ticket.number, words)]),
    ]);
  const { number } = ticket;
  const labels = words.verbs.labels;
  return message(text, [
    header(asks),
    ask,
    section(bold(`${id} ${inline(ticket.title)}`)),
    ...background(escalation, drawing, scene),
    ...lastWords(drawing, scene),
    ...tried(notes, scene),
    ...actions([
      ...(escalation.acknowledgedAt ? [] : [verbButton('acknowledge', number, labels.acknowledge, 'primary')]),
      verbButton('return', number, labels.return),
      ...moreOf(['note', 'resolve'], number, words, 'escalated'),
    ]),
  ]);
}

/** How it ended, if it has: answered, withdrawn, or overtaken by what happened to the ticket. */
function endOf({ state, closedAt, seq }: EscalationRow, { ticket }: Drawing, { language }: Scene): string | null {
  const { manager } = wordsOf(language);
  if (state === 'answered') return closedAt ? manager.answered(date(closedAt)) : manager.over;
  if (state === 'withdrawn') return closedAt ? manager.withdrawn(date(closedAt)) : manager.over;
  const goesOn = closedAt === null && ticket.state === 'escalated' && ticket.escalation.seq === seq;
  return goesOn ? null : manager.over;
}

function background(
  { from, reason, at, level, acknowledgedAt }: EscalationRow,
  { ticket }: Drawing,
  { book, language, now }: Scene,
): KnownBlock[] {
  const words = wordsOf(language);
  const { manager } = words;
  const due = ticket.state === 'escalated' ? ticket.escalation.ackDueAt : null;
  const seen = acknowledgedAt ? manager.acknowledged(date(acknowledgedAt)) : due && manager.due(date(due), now > due);
  return [
    section(manager.why(inline(reason))),
    context(
      words.ticket.priorities[ticket.priority],
      manager.openSince(date(ticket.createdAt)),
      manager.level(level),
      manager.asked(nameOf(book, from, words), date(at)),
      seen,
    ),
  ];
}

/** The requester's last words, or his request when he has not said more. */
function lastWords({ ticket, lastHeard: last }: Drawing, { book, language }: Scene): KnownBlock[] {
  const words = wordsOf(language);
  const who = nameOf(book, ticket.requester, words);
  const lead = last ? words.manager.lastWords(who, date(last.at)) : words.manager.request(who);
  return [section(`${lead}\n${opening(last?.text ?? ticket.content).quoted}`)];
}

function tried(notes: readonly Told[], { book, language }: Scene): KnownBlock[] {
  const words = wordsOf(language);
  const lines = notes.flatMap(({ by, said }) =>
    said ? [`• ${nameOf(book, by, words)}: ${cut(inline(said.text), NOTE)}`] : [],
  );
  return [context(lines.length === 0 ? words.manager.nothingTried : [words.manager.tried, ...lines].join('\n'))];
}
