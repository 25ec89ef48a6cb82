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
  header,
  inline,
  message,
  type Message,
  opening,
  quote,
  section,
} from '../kit.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import { type CardModel, nameOf, rawName, type Scene, stateLine } from './facts.ts';
import { promisesOf } from './promises.ts';
import { moreOf, showButton, verbButton } from './presses.ts';

export type ManagerModel = CardModel & {
  escalation: EscalationRow;
  /** The last internal notes, newest first. */
  notes: readonly Told[];
  /** What ended the escalation, when it has ended: the answer, or the withdrawal. */
  end?: Told | null;
  language: Language;
};

const NOTE = 200;
const QUESTION = 2000;
const REQUEST = 300;

/** What a manager needs for a decision, by DM; afterwards what came of it. */
export function escalationCard({ escalation, drawing, notes, end, book, language, now }: ManagerModel): Message {
  const { ticket } = drawing;
  const scene = { book, language, now };
  const words = wordsOf(language);
  const id = ticketId(ticket.number);
  const asks = words.manager.asks(rawName(book, escalation.from, words), id);
  const title = section(bold(`${id} ${inline(ticket.title)}`));
  const ask = section(quote(escalation.ask, QUESTION));
  const text = `${inline(asks)}: ${inline(ticket.title)}`;
  const ended = endOf(escalation, drawing, end ?? null, scene);
  if (ended !== null)
    return message(text, [
      header(asks),
      ask,
      title,
      ...(end ? ownAnswer(end, words) : []),
      context(ended, words.manager.now(id, stateLine(ticket, scene))),
      ...actions([showButton(ticket.number, words)]),
    ]);
  const { number } = ticket;
  const labels = words.verbs.labels;
  return message(text, [
    header(asks),
    ask,
    title,
    ...background(escalation, drawing, scene),
    ...requesters(drawing, scene),
    ...tried(notes, scene),
    ...actions([
      ...(escalation.acknowledgedAt ? [] : [verbButton('acknowledge', number, labels.acknowledge, 'primary')]),
      verbButton('return', number, labels.return),
      ...moreOf(['note', 'resolve'], number, words, 'escalated'),
    ]),
  ]);
}

/** How it ended, if it has: answered, withdrawn, or overtaken by what happened to the ticket. */
function endOf(
  { state, closedAt, seq }: EscalationRow,
  { ticket }: Drawing,
  end: Told | null,
  { book, language }: Scene,
): string | null {
  const words = wordsOf(language);
  const { manager } = words;
  const who = end?.by ? nameOf(book, end.by, words) : null;
  if (state === 'answered') return closedAt ? manager.answered(date(closedAt)) : manager.over;
  if (state === 'withdrawn') return closedAt ? manager.withdrawn(date(closedAt), who) : manager.over;
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
  const promises = promisesOf(ticket, { book, language, now });
  return [
    section(manager.why(inline(reason))),
    context(
      words.ticket.priorities[ticket.priority],
      manager.openSince(date(ticket.createdAt)),
      manager.level(level),
      manager.asked(nameOf(book, from, words), date(at)),
      seen,
    ),
    ...(promises.length === 0 ? [] : [context(...promises)]),
  ];
}

/** What the manager himself decided. */
const ownAnswer = ({ verb, said }: Told, { manager }: Catalog): KnownBlock[] =>
  verb === 'return' && said ? [section(`${manager.yourAnswer}\n${quote(said.text, QUESTION)}`)] : [];

/** The request, in short, and what the requester has said since. */
function requesters({ ticket, lastHeard: last }: Drawing, { book, language }: Scene): KnownBlock[] {
  const words = wordsOf(language);
  const who = nameOf(book, ticket.requester, words);
  const said = (lead: string, text: string, max?: number) => section(`${lead}\n${opening(text, max).quoted}`);
  return [
    said(words.manager.request(who), ticket.content, REQUEST),
    ...(last ? [said(words.manager.lastWords(who, date(last.at)), last.text)] : []),
  ];
}

function tried(notes: readonly Told[], { book, language }: Scene): KnownBlock[] {
  const words = wordsOf(language);
  const lines = notes.flatMap(({ by, said }) =>
    said ? [`• ${nameOf(book, by, words)}: ${cut(inline(said.text), NOTE)}`] : [],
  );
  return [context(lines.length === 0 ? words.manager.nothingTried : [words.manager.tried, ...lines].join('\n'))];
}
