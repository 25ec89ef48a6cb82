import type { Group } from '../domain/group.ts';
import type { Cause, LinkKind, PersonId, State, TicketNumber, WorkspaceId } from '../domain/language.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Closing } from '../domain/verbs/rule.ts';
import type { ClosedChannel } from './closed.ts';
import type { OutLetter } from './letters.ts';
import type { Asking, Linked } from './linked.ts';
import type { InternalText, Logged, SaidInMain, Told } from './told.ts';
import type { TriggerTrouble } from './trigger-memory.ts';

/** Where a drawn thing stands in Slack. `seq` is 0 but for escalation cards. */
export type PlaceKind = 'card' | 'requester_card' | 'escalation_card';
export type Place = { kind: PlaceKind; seq: number; channel: string; ts: string };

/** What is drawn from a ticket, read when the letter is carried. */
export type Drawing = {
  ticket: Ticket;
  group: Group;
  places: readonly Place[];
  /** The newest words of Main. */
  lastMain: (SaidInMain & { byRequester: boolean }) | null;
  /** How many answers Slack has not taken yet, though some seconds have gone by. */
  late: number;
  /** The newest words of the requester. */
  lastHeard: SaidInMain | null;
  /** The tickets that go on with this one. */
  followedBy: readonly TicketNumber[];
  /** The tickets in which other teams were asked. */
  linked: readonly Linked[];
  asking: Asking | null;
  /** The tickets that belong with this one, as they stand now. */
  links: readonly LinkedTicket[];
  /** Others of its group that it is like, the likest first. */
  alike: readonly AlikeTicket[];
  /** Escalations, newest first. */
  escalations: readonly EscalationRow[];
  /** What brought it back from those above, as long as nothing has changed since. */
  decided: Told | null;
};
/** `repeated_by`: it was ended because it is the same problem. */
export type LinkedTicket = {
  number: TicketNumber;
  how: LinkKind | 'repeated_by';
  state: State;
  private: boolean;
  requester: PersonId;
};
export type AlikeTicket = { number: TicketNumber; title: string; state: State; solved: boolean };
export type EscalationRow = {
  seq: number;
  level: number;
  /** Null: the clock, by the rule that `cause` names. */
  from: PersonId | null;
  cause: Cause | null;
  to: PersonId;
  ask: string;
  reason: string;
  at: Date;
  acknowledgedAt: Date | null;
  closedAt: Date | null;
  state: 'open' | 'acked' | Closing;
};

/** A decision on another ticket. */
export type Suggestion = { ticket: TicketNumber; seq: number; by: PersonId | null; at: Date; text: InternalText };

export type Outbox = {
  /** The letters of one conversation that wait, in order. */
  waiting(workspace: WorkspaceId, conversation: string): Promise<OutLetter[]>;
  drawing(workspace: WorkspaceId, ticket: TicketNumber): Promise<Drawing | null>;
  /** One event with its words. */
  told(workspace: WorkspaceId, ticket: TicketNumber, seq: number): Promise<Told | null>;
  /** All events of a ticket with what each of them changed, oldest first. */
  log(workspace: WorkspaceId, ticket: TicketNumber): Promise<Logged[]>;
  /** What one post in the Internal thread of this channel tells, up to this event; the newest such post. */
  /** A letter that has brought a post, and where that stands. */
  posted(
    workspace: WorkspaceId,
    letter: number,
  ): Promise<{ letter: OutLetter; at: { channel: string; ts: string } } | null>;
  telling(workspace: WorkspaceId, ticket: TicketNumber, channel: string, upto: number): Promise<Telling | null>;
  /** Was anything told under this card? */
  hasTold(workspace: WorkspaceId, ticket: TicketNumber, card: Pick<Place, 'channel' | 'ts'>): Promise<boolean>;
  /** The events that the Internal thread has not been told yet, oldest first. */
  untold(workspace: WorkspaceId, ticket: TicketNumber): Promise<Told[]>;
  /** All that happened, oldest first. */
  history(workspace: WorkspaceId, ticket: TicketNumber): Promise<Told[]>;
  /** Where these events were told in a person's DM. */
  reminders(
    workspace: WorkspaceId,
    ticket: TicketNumber,
    channel: string,
    seqs: readonly number[],
  ): Promise<Reminder[]>;
  /** The last internal notes, newest first. */
  notes(workspace: WorkspaceId, ticket: TicketNumber, limit: number): Promise<Told[]>;
  /** Committed before a post leaves, so that a crash is known to be one. */
  sending(id: number, to: { channel: string; thread: string | null }): Promise<void>;
  /** Out of the way until then. */
  keep(id: number, until: Date): Promise<void>;
  /** The pings that were kept for this person, the oldest first. */
  kept(workspace: WorkspaceId, person: PersonId): Promise<Pick<OutLetter, 'id' | 'ticket' | 'seq'>[]>;
  /** True: it arrived in a channel that was taken for closed. */
  sent(id: number, result: { channel: string; ts: string } | null, effects: SentEffects): Promise<boolean>;
  /** Not applied for certain, or to be looked up: tried again at `at`. */
  later(id: number, state: 'pending' | 'unknown', at: Date, error: string): Promise<void>;
  /** It is one of many, and its turn comes at `at`. */
  stay(id: number, at: Date): Promise<void>;
  failed(id: number, error: string): Promise<void>;
  /** What answered such questions before: on tickets of the same type and group that are not private, newest first, none twice. */
  suggestions(workspace: WorkspaceId, ticket: TicketNumber): Promise<Suggestion[]>;
  /** The open tickets of people who have left that this person is asked to give away, the oldest first. */
  abandoned(workspace: WorkspaceId, lead: PersonId, limit: number): Promise<{ tickets: Ticket[]; total: number }>;
  /** What there is to tell this person of a channel that is closed to us. */
  closedChannel(workspace: WorkspaceId, seq: number, person: PersonId): Promise<ClosedChannel | null>;
  triggerTrouble(workspace: WorkspaceId, id: number): Promise<TriggerTrouble | null>;
  /** When something was last posted in a channel, for the pace. */
  lastPost(workspace: WorkspaceId, channel: string): Promise<Date | null>;
};
/** Where an event was told to one person. */
export type Reminder = { seq: number; channel: string; ts: string };
/** A post in the Internal thread: it tells the events after `since` and up to `upto`. */
export type Telling = { since: number; upto: number; thread: string; ts: string };
/** What is remembered once a letter has arrived. */
export type SentEffects = {
  place?: { kind: PlaceKind; seq: number } | undefined;
  toldUpTo?: number | undefined;
  /** Letters that were told with this one. */
  together?: readonly number[] | undefined;
  /** The post tells what came after this event. */
  toldSince?: number | undefined;
  /** The fingerprint of what stands in an App Home now. */
  shown?: string | undefined;
  /** Which message of Main this post is, so that its thread can be followed. */
  mainSeq?: number | undefined;
};
