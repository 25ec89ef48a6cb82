import type { KnownBlock } from '@slack/types';
import type { Book } from '../../desk/book.ts';
import type { Drawing, Place } from '../../desk/outbox.ts';
import type { Told } from '../../desk/told.ts';
import type { Role } from '../../domain/language.ts';
import { isManagers, type Ticket } from '../../domain/ticket.ts';
import { ruleOf } from '../../domain/verbs.ts';
import { source } from '../../domain/verbs/rule.ts';
import { ticketId } from '../codec.ts';
import { context, cut, date, inline, mention, message, type Message, quote, section } from '../kit.ts';
import { upper } from '../text.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import type { EventFacts } from '../words/told.ts';
import { factsOf, filesOf, isRequesters, wordsWith } from './events.ts';
import { answersTold } from './answers.ts';
import { nameOf } from './facts.ts';
import { scheduledOf } from './scheduled.ts';
import { retryOf, sentAgain } from './sending.ts';

export type ThreadModel = { told: readonly Told[]; drawing: Drawing; book: Book; first: boolean };

const MOST_LINES = 20;
const LINE = 300;
/** For all lines and words of one message together; Slack's own limit is a little higher. */
const BUDGET = 9500;

/** What the thread has not been told yet, as one message; null when there is nothing to say. */
export function threadLines({ told, drawing, book, first }: ThreadModel): Message | null {
  const { ticket, group } = drawing;
  const words = wordsOf(group.language);
  const card = drawing.places.find(({ kind }) => kind === 'card');
  const lines = told.filter((one) => !standsThere(one, card));
  if (lines.length === 0 && !first) return null;
  const shown = lines.slice(-MOST_LINES);
  const left = lines.length - shown.length;
  const room = Math.max(150, Math.floor((BUDGET - LINE * shown.length) / Math.max(1, shown.length)));
  const requester = ticket.private ? null : nameOf(book, ticket.requester, words);
  const blocks: KnownBlock[] = [
    ...(first ? [context(words.events.internal(requester))] : []),
    ...(left > 0 ? [context(words.events.more(left))] : []),
    ...shown.map((one) => lineOf(one, ticket, book, words, room)),
    ...(shown.some(({ verb }) => verb === 'message' || verb === 'not_solved') && ticket.scheduled?.held
      ? scheduledOf(ticket, { book, language: group.language })
      : []),
  ];
  const last = shown.at(-1);
  const text = last
    ? `${ticketId(ticket.number)}: ${headOf(last, ticket, book, words)}${callOf(last, ticket)}`
    : words.events.internal(requester);
  return message(text, blocks);
}

/** What was typed in this very thread, and not under a card that the ticket had before it was forwarded. */
function standsThere({ verb, input }: Told, card: Place | undefined): boolean {
  if (verb !== 'note') return false;
  const typed = source.safeParse(input['source']);
  return typed.success && (!card || (typed.data.channel === card.channel && typed.data.ts > card.ts));
}

function lineOf(told: Told, ticket: Ticket, book: Book, words: Catalog, room: number): KnownBlock {
  const head = headOf(told, ticket, book, words);
  const marked = told.verb === 'message' && isRequesters(told, ticket) && !ticket.private;
  const from = marked ? ` · _${words.events.fromRequester}_` : '';
  const said = wordsWith(told);
  const line = `${head}${from} · ${date(told.at)}${changeOf(told, words)}${sentAgain(told, ticket, words)}${callOf(told, ticket)}`;
  const retry = retryOf(told, ticket, words);
  if (retry) return section(line, retry);
  const answers = ticket.private ? [] : answersTold(told, ticket, { book, language: words.language });
  if (answers.length > 0) return section(cut([line, ...answers].join('\n'), room + LINE));
  if (ticket.private) return context(line);
  if (said === null) return context([line, filesOf(told)].filter(Boolean).join(' · '));
  return section(`${line}\n${[quote(said, room), filesOf(told)].filter(Boolean).join('\n')}`);
}

/** That the words are not those that were said first, or are gone. */
const changeOf = ({ said, takenBack }: Told, { events }: Catalog): string =>
  takenBack ? ` · _${events.takenBack}_` : said?.editedAt ? ` · _${events.edited}_` : '';

const headOf = (told: Told, ticket: Ticket, book: Book, words: Catalog): string => {
  const facts = factsOf(told, ticket, book, words);
  return cut(
    words.events.thread[told.verb](ticket.private ? anonymous(facts, told, ticket, book, words) : facts),
    LINE,
  );
};

/** A private ticket's requester is not named in a channel, nor anything repeated that may speak of him. */
function anonymous(facts: EventFacts, told: Told, ticket: Ticket, book: Book, words: Catalog): EventFacts {
  const requester = words.ticket.pendingKinds.requester;
  const who = asksFor(told, ticket, book) ? upper(requester) : facts.who;
  const hidden = { waitingFor: facts.waitingFor && '🔒', reason: null, agreement: null, issue: null };
  const edited = { ...facts.edited, title: facts.edited.title && '🔒' };
  const to = told.verb === 'change_owner' ? null : facts.to;
  return { ...facts, ...hidden, edited, who, to, requester, passed: null, title: inline(ticketId(ticket.number)) };
}

/** Did whose request it is do this, or was when he did it? Agents and managers who were asked are known to be no such. */
function asksFor({ by, verb }: Told, { requester, consulted }: Ticket, { groups }: Book): boolean {
  if (by === null || by === requester) return by !== null;
  const isAgent = groups.some(({ members, leads }) => members.includes(by) || leads.includes(by));
  return !isAgent && !consulted.includes(by) && rolesFor(verb).some((role) => OUTSIDE.includes(role));
}
function rolesFor(verb: Told['verb']): readonly Role[] {
  if (verb === 'create') return ['requester'];
  const { by, only = {} } = ruleOf(verb);
  return [...by, ...Object.values(only).flat()];
}
const OUTSIDE: readonly Role[] = ['requester', 'creator', 'anyone'];

const REOPENING: readonly Told['verb'][] = ['not_solved', 'same_problem'];
/** Is this for everybody in the channel? A ticket that was opened again, or whose requester wrote while nobody has it. */
export const comesUp = (told: readonly Told[], { ticket }: Pick<Drawing, 'ticket'>): boolean =>
  told.some(
    (one) => REOPENING.includes(one.verb) || (one.verb === 'message' && isRequesters(one, ticket) && !ticket.assignee),
  );

const CALLING: readonly Told['verb'][] = [
  'change_answers',
  'return',
  'decline',
  'not_solved',
  'same_problem',
  'team_answered',
  'call_off',
  'undelivered',
  'send_back',
];
/** The assignee is called when somebody waits for him, and only then; a manager who took it over is called by DM. */
function callOf(told: Told, ticket: Ticket): string {
  const waits = (told.verb === 'message' && isRequesters(told, ticket)) || CALLING.includes(told.verb);
  // Where the team has written, its own words have called him.
  if (told.input['said'] === true) return '';
  // He hears of it by DM, with his words.
  if (told.verb === 'send_back' && told.input['to'] === ticket.assignee) return '';
  return waits && ticket.assignee !== null && !isManagers(ticket) && ticket.assignee !== told.by
    ? ` · ${mention(ticket.assignee)}`
    : '';
}
