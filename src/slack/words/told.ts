import type { Cause, ClockName, Kind, PendingKind, Priority, ResolveReason, State } from '../../domain/language.ts';
import type { UndeliveredWhy } from '../../domain/ticket.ts';
import type { Verb } from '../../domain/verbs.ts';
import type { SeenFromThere } from '../../domain/verbs/linking.ts';

/** One event, for a line about it. `who` is null when it was the clock. */
export type EventFacts = {
  verb: Verb | 'create';
  who: string | null;
  id: string;
  title: string;
  requester: string;
  byRequester: boolean;
  to: string | null;
  group: string | null;
  pending: PendingKind | null;
  waitingFor: string | null;
  wakeAt: string | null;
  reason: string | null;
  resolved: ResolveReason | null;
  spam: boolean;
  duplicateOf: string | null;
  /** The other ticket of an event that concerns two. */
  other: string | null;
  /** What `other` is to this ticket, and whether that was taken back. */
  linked: { how: SeenFromThere; gone: boolean };
  /** How the ticket ended that this one repeats. */
  ended: 'done' | 'cancelled' | 'spam';
  issue: string | null;
  /** Another team's ticket, and the ticket that asked. */
  child: string | null;
  parent: string | null;
  /** How the team's ticket stands. */
  how: State | null;
  score: number | null;
  /** What was edited: raw title, priority, kind, and which questions were answered anew. */
  edited: {
    title: string | null;
    priority: Priority | null;
    kind: Kind | null;
    answers: string | null;
    documents: readonly ('processing' | 'solution')[];
  };
  /** Words that were changed: by their author in Slack itself, and did only agents read them? */
  typed: boolean;
  internal: boolean;
  /** The words stood in Internal before. */
  promoted: boolean;
  /** What a ticket was tagged with, and which tags went. */
  tags: { add: string; remove: string };
  agreement: string | null;
  /** How many files of ours were deleted with it. */
  removed: number;
  /** What kinds of data came back or were destroyed, and whether something stayed masked. */
  revealed: { kinds: string; left: boolean };
  /** The trigger that did it, and whom it told. */
  trigger: string | null;
  told: string | null;
  /** Why an answer did not arrive. */
  undelivered: UndeliveredWhy | null;
  /** Why an answer was not sent at its time, and how the ticket stands now. */
  unsent: { why: string; state: string; waits: boolean } | null;
  /** When a silent requester is taken to need nothing more. */
  expires: string | null;
  /** What is resolved is opened again when its requester writes. */
  reopens: boolean;
  /** Which promise is meant, and when it is due. */
  clock: ClockName | null;
  due: string | null;
  /** The rule that made the clock act, and who got the ticket by it. */
  cause: Cause | null;
  given: string | null;
  /** Who was passed over and why, in ready words. */
  passed: string | null;
  /** Whoever reads it has the ticket. */
  mine: boolean;
};

export type EventWords = {
  /** Under the card, where only agents read. */
  thread: Record<Verb | 'create', (event: EventFacts) => string>;
  /** To one person, by DM. */
  ping: Record<Verb | 'create', (event: EventFacts) => string>;
  /** In Main: what the desk tells the requester without anybody having written it. */
  line(event: EventFacts): string;
  fromRequester: string;
  /** The first line of every thread. `requester` is null when a private ticket must not name him. */
  internal(requester: string | null): string;
  more(count: number): string;
  /** Above what somebody said in Main. */
  answered(who: string, to: string): string;
  asks(who: string, to: string): string;
  /** The desk speaks first. */
  writes(who: string, to: string): string;
  added(who: string): string;
  edited: string;
  takenBack: string;
  /** `file`: its name, as a link where it has one. */
  fileTooBig: Record<'agents' | 'requester', (file: string, size: string, most: string) => string>;
  fileGone: Record<'agents' | 'requester', (file: string) => string>;
  fileNotCarried: Record<'agents' | 'requester', (file: string) => string>;
  /** Beside a file that an agent sends with an answer. */
  sentBy(who: string): string;
  /** In place of an answer that was taken back. */
  gone(who: string, at: string): string;
};
