import { type Book, everyType, processingOf } from '../../desk/book.ts';
import type { Drawing } from '../../desk/outbox.ts';
import { inLanguage } from '../../domain/fields.ts';
import { categoryOf, type GroupKey, type Language, type PersonId, type State } from '../../domain/language.ts';
import { completesAt } from '../../domain/group.ts';
import { ballOf } from '../../domain/ball.ts';
import { isTheirs, type Ticket } from '../../domain/ticket.ts';
import { ticketId } from '../codec.ts';
import { bold, cut, date, flat, inline } from '../kit.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import type { Shown, Standing } from '../words/chapters.ts';

/** For whom something is drawn: with which names, in which language, at what time. */
export type Scene = { book: Book; language: Language; now: Date };
export type CardModel = { drawing: Drawing; book: Book; now: Date };

/** Colour and place in the day's work. The word always stands beside it. */
export const circles: Record<State, string> = {
  new: '🔵',
  preparing: '🟢',
  in_progress: '🟢',
  requester_replied: '🟠',
  escalation_answered: '🟠',
  answered: '🟡',
  pending: '🟡',
  workaround: '🟡',
  escalated: '🟣',
  resolved: '⚪',
  completed: '⚫',
  cancelled: '⚫',
  spam: '⚫',
};

/** As they are, for plain texts. */
export const rawName = (book: Book, person: PersonId | null, words: Catalog): string =>
  (person && book.people.get(person)?.name) || words.ticket.somebody;
export const rawGroup = (book: Book, key: GroupKey): string =>
  book.groups.find((group) => group.key === key)?.name ?? key;
/** The way down the tree: "Technical › Malfunction". */
export function rawType(book: Book, key: string | null, language: Language): string | null {
  const path: string[] = [];
  const types = everyType(book);
  let type = types.find((each) => each.key === key);
  while (type && path.length < types.length) {
    const { name, parent } = type;
    path.unshift(inLanguage(name, language));
    type = types.find((each) => each.key === parent);
  }
  return path.length === 0 ? null : path.join(' › ');
}

/** What agents found it to be about, escaped. */
export function processingName(
  ticket: Pick<Ticket, 'group' | 'processing'>,
  book: Book,
  language: Language,
): string | null {
  const said = processingOf(book, ticket);
  return said && cut(inline(inLanguage(said.name, language)), NAME);
}

/** Somebody whom we knew and who is not in the workspace any more. */
export const hasLeft = (book: Book, person: PersonId): boolean => book.people.get(person)?.active === false;

/** The longest name that stands whole in a sentence; Slack's own limit for names is 80. */
const NAME = 80;

/** Escaped, for sentences. */
export const nameOf = (book: Book, person: PersonId | null, words: Catalog): string =>
  cut(inline(rawName(book, person, words)), NAME);
export const groupName = (book: Book, key: GroupKey): string => cut(inline(rawGroup(book, key)), NAME);
export const typeName = (book: Book, key: string | null, language: Language): string | null => {
  const name = rawType(book, key, language);
  return name === null ? null : cut(inline(name), 2 * NAME);
};

/** A private ticket whose Main conversation others read too: the agents who asked a team. Nothing that was written stands there. */
export const isVeiled = ({ ticket, asking }: Drawing): boolean =>
  ticket.private && (ticket.main !== null || asking !== null);
/** The same ticket without what somebody wrote of its standing. */
export const veiled = (ticket: Ticket): Ticket =>
  ticket.state === 'pending' ? { ...ticket, pending: { ...ticket.pending, waitingFor: '🔒' } } : ticket;

/** Since when it stands as it does. What nobody has waits since it was raised, wherever it was sent meanwhile. */
export const sinceOf = (ticket: Ticket): Date => (ticket.state === 'new' ? ticket.createdAt : ticket.since);

/** The same for its requester: he is told who works on it, so that it counts from when that person has it. */
export const shownSince = (ticket: Ticket): Date =>
  categoryOf[ticket.state] === 'working' ? (ticket.assignedAt ?? ticket.since) : sinceOf(ticket);

export function standingOf(ticket: Ticket, { book, language, now }: Scene): Standing {
  const words = wordsOf(language);
  const name = (person: PersonId | null) => nameOf(book, person, words);
  return {
    assignee: name(ticket.assignee),
    requester: name(ticket.requester),
    since: date(sinceOf(ticket)),
    given: (book.groups.find(({ key }) => key === ticket.group)?.policies.auto_assign ?? 'off') !== 'off',
    offered: ticket.offer !== null,
    pending:
      ticket.state === 'pending'
        ? {
            kind: ticket.pending.kind,
            waitingFor: inline(ticket.pending.waitingFor),
            wakeAt: ticket.pending.wakeAt && date(ticket.pending.wakeAt),
            blockedBy: ticket.pending.blockedBy && ticketId(ticket.pending.blockedBy),
          }
        : null,
    team:
      ticket.state === 'escalated' && ticket.escalation.team
        ? {
            group: groupName(book, ticket.escalation.team.group),
            child: ticketId(ticket.escalation.team.child),
          }
        : null,
    escalation:
      ticket.state === 'escalated'
        ? {
            manager: name(ticket.escalation.to),
            level: ticket.escalation.level,
            since: date(ticket.escalation.at),
            acknowledged: ticket.escalation.acknowledgedAt && date(ticket.escalation.acknowledgedAt),
            due: date(ticket.escalation.ackDueAt),
            overdue: now > ticket.escalation.ackDueAt,
            reminded: ticket.escalation.remindedAt !== null,
            nudged: ticket.escalation.nudgedAt && date(ticket.escalation.nudgedAt),
            ended: ticket.escalation.endedAt !== null,
            cause: ticket.escalation.cause,
            before: ticket.escalation.asked.map(({ to }) => name(to)).join(', ') || null,
          }
        : null,
    resolution:
      ticket.state === 'resolved' || ticket.state === 'completed'
        ? {
            reason: ticket.resolution.reason,
            by: ticket.resolution.by && name(ticket.resolution.by),
            duplicateOf: ticket.resolution.duplicateOf && ticketId(ticket.resolution.duplicateOf),
            completes: date(completesAt(ticket.resolution.at)),
          }
        : null,
    issue: ticket.state === 'workaround' && ticket.workaround.issue ? inline(ticket.workaround.issue) : null,
    agreement:
      ticket.state === 'cancelled'
        ? { by: name(ticket.agreement.by), note: ticket.agreement.note && inline(ticket.agreement.note) }
        : null,
  };
}

const shownFacts = (ticket: Ticket, book: Book, words: Catalog): Shown => ({
  assignee: nameOf(book, ticket.assignee, words),
  pending:
    ticket.state === 'pending' ? { kind: ticket.pending.kind, waitingFor: inline(ticket.pending.waitingFor) } : null,
  reason: resolutionOf(ticket)?.reason ?? null,
  duplicateOf:
    ticket.state === 'resolved' && ticket.resolution.duplicateOf ? ticketId(ticket.resolution.duplicateOf) : null,
  originalDone: resolutionOf(ticket)?.originalDone ?? false,
  group: groupName(book, ticket.group),
  completes: ticket.state === 'resolved' ? date(completesAt(ticket.resolution.at)) : null,
  child: ticket.state === 'escalated' && ticket.escalation.team ? ticketId(ticket.escalation.team.child) : null,
});

const resolutionOf = (ticket: Ticket) =>
  ticket.state === 'resolved' || ticket.state === 'completed' ? ticket.resolution : null;

/** The state as its requester is told. */
export const shownState = (ticket: Ticket, book: Book, words: Catalog): string =>
  words.ticket.shown[ticket.state](shownFacts(ticket, book, words));

/** The state as somebody reads it who is neither agent nor requester: what waits does not wait for him. */
export const seenState = (ticket: Ticket, book: Book, words: Catalog, viewer: PersonId): string =>
  ballOf(ticket) === 'requester' && !isTheirs(ticket, viewer)
    ? words.followers.waitsFor(nameOf(book, ticket.requester, words))
    : shownState(ticket, book, words);

/** What comes next, as its requester is told. */
export const shownNext = (ticket: Ticket, book: Book, words: Catalog): string =>
  words.ticket.next[ticket.state](shownFacts(ticket, book, words));

const MINUTE = 60_000;
/** Rounded up to what is said: five minutes, hours, days. */
const stepOf = (ms: number): number => MINUTE * (ms <= 60 * MINUTE ? 5 : ms <= 1440 * MINUTE ? 60 : 1440);

/** How long the first answer usually takes; null when it is there, or when too little is known. */
export function shownUsual(ticket: Ticket, book: Book, words: Catalog): string | null {
  if (ticket.firstReplyAt || !['queue', 'working'].includes(categoryOf[ticket.state])) return null;
  const ofType = ticket.type === null ? undefined : book.usual?.types.get(ticket.type);
  const ms = ofType ?? book.usual?.groups.get(ticket.group);
  if (ms === undefined) return null;
  const age = words.time.age(Math.max(1, Math.ceil(ms / stepOf(ms))) * stepOf(ms));
  return words.ticket.usually(age, ofType === undefined ? groupName(book, ticket.group) : null);
}

/** The requester's colour: orange is his turn, and what agents have to do among themselves is all one green. */
export const shownCircle = (ticket: Ticket): string => {
  if (ballOf(ticket) === 'requester') return '🟠';
  return categoryOf[ticket.state] === 'working' ? '🟢' : circles[ticket.state];
};

/** The colour as somebody reads it who is neither agent nor requester: it is not his turn. */
export const seenCircle = (ticket: Ticket, viewer: PersonId): string =>
  ballOf(ticket) === 'requester' && !isTheirs(ticket, viewer) ? circles[ticket.state] : shownCircle(ticket);

/** The state in a word or two: management or another team may have it. */
export const stateName = (ticket: Ticket, words: Catalog): string =>
  ticket.state === 'escalated' && ticket.escalation.team ? words.team.state : words.ticket.states[ticket.state];

/** State, assignee, group, priority: always these, always in this order. */
export function stateLine(ticket: Ticket, { book, language }: Scene): string {
  const words = wordsOf(language);
  const assignee = ticket.assignee === null ? words.ticket.nobody : nameOf(book, ticket.assignee, words);
  return [
    `${circles[ticket.state]} ${bold(stateName(ticket, words))}`,
    assignee,
    groupName(book, ticket.group),
    words.ticket.priorities[ticket.priority],
  ].join(' · ');
}

/** Five stars, as many of them full as were given. */
export const starsOf = (score: number): string => `${'★'.repeat(score)}${'☆'.repeat(5 - score)}`;

/** Those who follow it and are still there. */
export const followersOf = ({ followers }: Ticket, book: Book, words: Catalog): string =>
  named(
    followers.filter((person) => !hasLeft(book, person)),
    book,
    words,
  );

/** Those of them whom its requester should know of: not the agents, who read it anyway. */
export function readersOf({ followers, group }: Ticket, book: Book, words: Catalog): string {
  const desk = book.groups.find(({ key }) => key === group);
  const agents = [...(desk?.members ?? []), ...(desk?.leads ?? [])];
  return named(
    followers.filter((person) => !hasLeft(book, person) && !agents.includes(person)),
    book,
    words,
  );
}
const named = (people: readonly PersonId[], book: Book, words: Catalog): string =>
  cut(people.map((person) => nameOf(book, person, words)).join(', '), MOST_OF_TAGS);

/** As they stand on cards and in sentences. */
export const tagsOf = (tags: readonly string[]): string => cut(inline(tags.join(', ')), MOST_OF_TAGS);
const MOST_OF_TAGS = 300;

/** The number and the title, as they stand in a header. */
export const titleOf = ({ number, title }: Ticket): string => `${ticketId(number)}  ${flat(title)}`;
