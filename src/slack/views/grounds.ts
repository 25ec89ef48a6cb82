import type { KnownBlock } from '@slack/types';
import type { Drawing, EscalationRow, Suggestion } from '../../desk/outbox.ts';
import type { Told } from '../../desk/told.ts';
import type { Language } from '../../domain/language.ts';
import { CLOSINGS, type Closing } from '../../domain/verbs/rule.ts';
import { context, cut, date, inline, opening, quote, section } from '../kit.ts';
import { wordsOf } from '../words/catalog.ts';
import { fieldsOf } from './answers.ts';
import { type CardModel, nameOf, type Scene } from './facts.ts';
import { promisesOf } from './promises.ts';
import { goButton } from './presses.ts';
import { askerOf, questionOf } from './question.ts';

export type ManagerModel = CardModel & {
  escalation: EscalationRow;
  /** The last internal notes, newest first. */
  notes: readonly Told[];
  /** What ended the escalation, when it has ended. */
  end?: Told | null;
  /** All that happened to the ticket, oldest first. */
  history: readonly Told[];
  /** Answers to other such questions. */
  suggestions: readonly Suggestion[];
  language: Language;
};

const NOTE = 200;
const REQUEST = 300;
const EARLIER = 3;

/** A rule brought a private ticket before him: its words are for whoever opens it. */
export const isClosed = ({ escalation, drawing }: Pick<ManagerModel, 'escalation' | 'drawing'>): boolean =>
  drawing.ticket.private && escalation.cause !== null;

/** On what a manager can decide: why now, how urgent, what was said, what was tried, what was decided before. */
export function groundsOf(model: ManagerModel): KnownBlock[] {
  const { escalation, drawing, book, language, now } = model;
  const scene = { book, language, now };
  // What is private nobody has brought before him: he reads it when he takes it up.
  if (isClosed(model)) return background(escalation, drawing, scene);
  return [
    ...background(escalation, drawing, scene),
    ...fieldsOf(drawing, scene),
    ...askedBefore(model, scene),
    ...requesters(drawing, scene),
    ...tried(model.notes, scene),
    ...earlier(model, scene),
    ...suggested(model, scene),
  ];
}

function background(escalation: EscalationRow, { ticket, escalations }: Drawing, scene: Scene): KnownBlock[] {
  const { reason, at, level, acknowledgedAt } = escalation;
  const { language, now } = scene;
  const words = wordsOf(language);
  const { manager } = words;
  const open = ticket.state === 'escalated' ? ticket.escalation : null;
  // Whoever asked has waited since he asked the first of them.
  const asked = escalations.find(({ seq }) => seq === open?.asked[0]?.seq)?.at ?? at;
  const promises = promisesOf(ticket, scene);
  const seen = acknowledgedAt
    ? manager.acknowledged(date(acknowledgedAt))
    : open && manager.due(date(open.ackDueAt), now > open.ackDueAt);
  return [
    ...(reason === '' ? [] : [section(manager.why(inline(reason)))]),
    context(
      words.ticket.priorities[ticket.priority],
      manager.openSince(date(ticket.createdAt)),
      manager.level(level),
      askerOf({ from: escalation.from, at: asked }, scene),
      seen,
      open?.remindedAt && !acknowledgedAt && open.asked.length === 0 && manager.reminded,
    ),
    ...(promises.length === 0 ? [] : [context(...promises)]),
  ];
}

/** Who had this very question before him, and what came of it. */
function askedBefore({ escalation, drawing, history }: ManagerModel, { book, language }: Scene): KnownBlock[] {
  const words = wordsOf(language);
  const { ticket, escalations } = drawing;
  const asked = ticket.state === 'escalated' && ticket.escalation.seq === escalation.seq ? ticket.escalation.asked : [];
  const lines = asked.flatMap(({ seq, to }) => {
    const row = escalations.find((one) => one.seq === seq);
    const who = nameOf(book, to, words);
    if (row?.state !== 'sent_higher') return [`• ${words.manager.noWord(who)}`];
    const note = history.find(({ verb, at }) => verb === 'send_higher' && at.getTime() === row.closedAt?.getTime())
      ?.input['note'];
    return [`• ${words.manager.passedOn(who, typeof note === 'string' ? cut(inline(note), NOTE) : null)}`];
  });
  return lines.length === 0 ? [] : [context([words.manager.askedBefore, ...lines].join('\n'))];
}

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

const isClosing = (state: EscalationRow['state']): state is Closing => (CLOSINGS as readonly string[]).includes(state);

/** Other questions about the same ticket, newest first. */
function earlier({ escalation, drawing }: ManagerModel, { book, language }: Scene): KnownBlock[] {
  const words = wordsOf(language);
  const { ticket, escalations } = drawing;
  const same = ticket.state === 'escalated' ? ticket.escalation.asked.map(({ seq }) => seq) : [];
  const lines = escalations.flatMap(({ seq, state, ask, cause, to, at }) =>
    seq >= escalation.seq || same.includes(seq) || !isClosing(state)
      ? []
      : [
          `• ${words.manager.earlierAsk(cut(inline(questionOf({ ask, cause }, { language })), NOTE), nameOf(book, to, words), words.manager.how[state])} · ${date(at)}`,
        ],
  );
  return lines.length === 0 ? [] : [context([words.manager.earlier, ...lines.slice(0, EARLIER)].join('\n'))];
}

/** One press begins the answer with these words. */
function suggested({ suggestions, drawing }: ManagerModel, { book, language }: Scene): KnownBlock[] {
  const words = wordsOf(language);
  const { number } = drawing.ticket;
  if (suggestions.length === 0) return [];
  return [
    context(words.manager.suggestions),
    ...suggestions.map(({ ticket, seq, by, at, text }) =>
      section(
        `${nameOf(book, by, words)} · ${date(at)}\n${quote(cut(text, NOTE), NOTE)}`,
        goButton('suggest', `${number}|${ticket}|${seq}`, words.manager.use),
      ),
    ),
  ];
}
