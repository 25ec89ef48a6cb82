import type { BoardAsk, HomeLeaf } from '../domain/boards.ts';
import type { Done } from '../domain/decide.ts';
import type { SubmissionType } from '../domain/fields.ts';
import type { Group } from '../domain/group.ts';
import type {
  Cause,
  GroupKey,
  LinkKind,
  Person,
  PersonId,
  State,
  Surface,
  TicketNumber,
  WorkspaceId,
} from '../domain/language.ts';
import type { Asks } from '../domain/asking.ts';
import type { Quiet } from '../domain/quiet.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Book, PersonCard, Usual } from './book.ts';
import type { ClosedChannel, Closings } from './closed.ts';
import type { Asking, Linked } from './linked.ts';
import type { EscalationReport, ReportAsk } from './report.ts';
import type { Child, Closing, Last, Uttered } from '../domain/verbs/rule.ts';
import type { Finding } from './searching.ts';
import type { ViewShelf } from './views.ts';
import type { OutLetter } from './letters.ts';
import type { TriggerBook } from './trigger-book.ts';
import type { TriggerTrouble } from './trigger-memory.ts';
import type { Homes } from './home.ts';
import type { Hierarchy, HierarchyAsk, UserGroup } from './hierarchy.ts';

export type { OutLetter } from './letters.ts';

/** What the desk needs from outside. `db` gives it; nothing here knows SQL or Slack. */

/** All that a decision about one ticket needs, read in one round trip. */
export type Reading = {
  ticket: Ticket;
  group: Group;
  /** Null: nobody of this workspace, or the clock. */
  actor: Person | null;
  target: Person | null;
  targetGroup: Group | null;
  /** The ticket that this one waits for, or repeats. */
  other: 'open' | 'done' | 'none';
  /** Whether the ticket whose agents asked here still waits for this one. */
  parent: 'waits' | 'gone' | 'none';
  /** Who has that one now, as long as it is open. */
  asks: Asks | null;
  otherState: State | null;
  /** To whom it may be given, where nobody has it and the group gives tickets away. */
  free: PersonId | null;
  /** An event with the asked key exists: this very command was carried out before. */
  repeated: boolean;
};
export type ReadAsk = {
  by: PersonId | null;
  target?: PersonId | undefined;
  targetGroup?: GroupKey | undefined;
  key?: string | null;
};

export type IntakeAsk = {
  by: PersonId;
  requester: PersonId;
  group: GroupKey | null;
  type: string | null;
  target: PersonId | null;
};
export type IntakeReading = {
  actor: Person | null;
  requester: Person | null;
  target: Person | null;
  group: Group | null;
  type: SubmissionType | null;
};

/** A letter with the conversation in which it waits its turn: `c:C0123` a channel, `u:U0123` a person's DM. */
export type Addressed = {
  kind: string;
  seq: number;
  to: PersonId | null;
  conversation: string;
  /** When it is about another ticket than the one that changed. */
  ticket?: TicketNumber;
  /** One of many of a batch; and until when it stays, so that it can still be taken back. */
  bulk?: true;
  notBefore?: Date;
};

export type Writing = {
  done: Done;
  letters: readonly Addressed[];
  /** When the clock has to look at the ticket next. */
  clockAt: Date | null;
  /** Other tickets at which the clock has to look now. */
  alarms: readonly TicketNumber[];
  /** It had to look, and has not to any more. */
  silenced: boolean;
  /** Makes the act happen once, however often it is delivered: `view:V0123`, `msg:C0123:1700000000.000100`. */
  key: string | null;
  surface: Surface | null;
};
/** `stale`: somebody was faster. `repeated`: this key has been written before. */
export type Written = 'written' | 'stale' | 'repeated';

type Looking = Finding & Homes;
export type Store = Looking & {
  /** Searches that are kept under a name. */
  views: ViewShelf;
  read(workspace: WorkspaceId, number: TicketNumber, ask: ReadAsk): Promise<Reading | null>;
  readIntake(workspace: WorkspaceId, ask: IntakeAsk): Promise<IntakeReading>;
  /** One guarded statement: ticket, event, message, escalation, letters and their jobs, or nothing. */
  write(writing: Writing): Promise<Written>;
  /** As `write`, for the first event: gives the ticket its number. For a repeated key the number it got then. */
  writeNew(writing: Writing): Promise<{ number: TicketNumber; repeated: boolean }>;
  /** As `write`, for several tickets: all steps in their order, or none. `made`: the number of the one that was born. */
  writeAll(
    steps: readonly ((made: TicketNumber | null) => Writing)[],
  ): Promise<{ written: Written; made: TicketNumber | null }>;
  /** These events of a ticket with what was said, oldest first. */
  said(workspace: WorkspaceId, number: TicketNumber, seqs: readonly number[]): Promise<Told[]>;
  /** What was done last to a ticket, and how it was before. */
  last(workspace: WorkspaceId, number: TicketNumber): Promise<Last | null>;
  /** Words of a ticket that still stand: of one event, or the last that we posted for this person. */
  uttered(workspace: WorkspaceId, number: TicketNumber, which: WhichWords): Promise<Uttered | null>;
  /** Whose message of which ticket stands here in Slack. */
  messageAt(workspace: WorkspaceId, where: { channel: string; ts: string }): Promise<MessageAt | null>;
  /** How the team's ticket stands that this one waits for. */
  child(workspace: WorkspaceId, number: TicketNumber): Promise<Child | null>;
  /** Has the clock look at a ticket at this time, and at no other. */
  wind(workspace: WorkspaceId, number: TicketNumber, at: Date): Promise<void>;
  hierarchy(workspace: WorkspaceId, ask: HierarchyAsk): Promise<Hierarchy>;
  report(workspace: WorkspaceId, ask: ReportAsk): Promise<EscalationReport>;
  board(workspace: WorkspaceId, ask: BoardAsk): Promise<{ tickets: Ticket[]; total: number }>;
  person(workspace: WorkspaceId, id: PersonId): Promise<Person | null>;
  /** The tags that were used last, but for those of private tickets. */
  tags(workspace: WorkspaceId, limit: number): Promise<string[]>;
  /** A message of ours is gone from Slack: a card of an open ticket is posted anew. Null: it was no card. */
  lost(workspace: WorkspaceId, where: { channel: string; ts: string }): Promise<TicketNumber | null>;
  /** A message that we keep was edited (text) or deleted (null) in Slack. False: we do not keep it. */
  amend(
    workspace: WorkspaceId,
    where: { channel: string; ts: string },
    text: string | null,
    at: Date,
  ): Promise<boolean>;
};

export type WhichWords = { of: number } | { lastBy: PersonId };
export type MessageAt = { number: TicketNumber; seq: number; author: PersonId | null; typed: boolean };

/** One event as it is told: who did what when, and the words that went with it. */
export type Told = {
  seq: number;
  verb: Done['act']['verb'];
  by: PersonId | null;
  at: Date;
  input: Readonly<Record<string, unknown>>;
  /** What it was done with; null where that is not known. */
  surface: Surface | null;
  said: Said | null;
  /** When what was said with it was taken back. */
  takenBack?: Date | null;
  /** Where our post of these words stands in Main. */
  stands?: { channel: string; ts: string } | null;
};

/** The same, and what it made of the ticket. Before its first event there was none. */
export type Logged = Told & { before: Ticket | null; after: Ticket };

declare const audience: unique symbol;
/** Words that may be shown to the requester. Only a message of Main becomes one. */
export type MainText = string & { readonly [audience]: 'main' };
/** Words among agents. There is no function from this to `MainText`. */
export type InternalText = string & { readonly [audience]: 'internal' };
type Utterance = { author: PersonId | null; at: Date; editedAt?: Date | null | undefined };
export type Said =
  | (Utterance & { audience: 'main'; text: MainText })
  | (Utterance & { audience: 'internal'; text: InternalText });
export type SaidInMain = Extract<Said, { audience: 'main' }>;

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
  /** The newest words of the requester. */
  lastHeard: SaidInMain | null;
  /** The tickets that go on with this one. */
  followedBy: readonly TicketNumber[];
  /** The tickets in which other teams were asked. */
  linked: readonly Linked[];
  asking: Asking | null;
  /** The tickets that belong with this one, as they stand now. */
  links: readonly LinkedTicket[];
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
  /** The events that the Internal thread has not been told yet, oldest first. */
  /** What one post in the Internal thread of this channel tells, up to this event; the newest such post. */
  telling(workspace: WorkspaceId, ticket: TicketNumber, channel: string, upto: number): Promise<Telling | null>;
  /** Was anything told under this card? */
  hasTold(workspace: WorkspaceId, ticket: TicketNumber, card: Pick<Place, 'channel' | 'ts'>): Promise<boolean>;
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
  /** Which message of Main this post is, so that its thread can be followed. */
  mainSeq?: number | undefined;
};

/** Inbound events, stored before they are acked. */
export type Inbox = {
  /** False when the key was seen before. Wakes the worker in the same statement. */
  put(key: string, conversation: string, body: unknown): Promise<boolean>;
  take(id: number): Promise<unknown>;
  done(id: number): Promise<void>;
};

export type { Book, PersonCard, Usual };
export type Superior = { manager: PersonId | null; outUntil: Date | null };
export type Registry = Closings & {
  load(workspace: WorkspaceId): Promise<Omit<Book, 'usual'>>;
  /** How long answers take. Looks through the tickets of months: not for every change of a book. */
  usual(workspace: WorkspaceId): Promise<Usual>;
  /** Calls back whenever any process has changed what a book holds. */
  watch(onChange: () => void): Promise<() => Promise<void>>;
  /** Whoever is found to have left with tickets open: the leads of their groups are told, once. */
  savePeople(workspace: WorkspaceId, people: readonly PersonCard[]): Promise<void>;
  /** Has the cards of his open tickets drawn again: he left, or came back. */
  redrawFor(workspace: WorkspaceId, person: PersonId): Promise<void>;
  /** All user groups there are: those that are gone are forgotten. */
  saveUserGroups(workspace: WorkspaceId, groups: readonly UserGroup[]): Promise<void>;
  /** The profile field in which everybody's manager stands; null: none is read. */
  managerField(workspace: WorkspaceId): Promise<string | null>;
  /** What profiles say. A manager who was said otherwise, in the desk file or by hand, stays. */
  saveManagers(
    workspace: WorkspaceId,
    managers: readonly { person: PersonId; manager: PersonId | null }[],
  ): Promise<void>;
  /** When this person wants no pings; null: never. */
  quiet(workspace: WorkspaceId, person: PersonId): Promise<Quiet | null>;
  saveQuiet(workspace: WorkspaceId, person: PersonId, quiet: Quiet | null): Promise<void>;
  /** Until when this person wants none, if he wants none now. */
  quietNow(workspace: WorkspaceId, person: PersonId, now: Date): Promise<Date | null>;
  /** Whom somebody's tickets are escalated to, and until when he himself is not to be asked. */
  triggers: TriggerBook;
  superior(workspace: WorkspaceId, person: PersonId): Promise<Superior>;
  /** Said by hand, and so not overwritten by profiles. False: it would have been a circle, and nothing was changed. */
  saveSuperior(workspace: WorkspaceId, person: PersonId, superior: Superior): Promise<boolean>;
  /** Who sits in a group's agents' channel. Explicit rows are kept. */
  setChannelMembers(workspace: WorkspaceId, group: GroupKey, people: readonly PersonId[]): Promise<void>;
  ticketAt(
    workspace: WorkspaceId,
    channel: string,
    thread: string,
  ): Promise<{ number: TicketNumber; side: 'main' | 'internal' } | null>;
  /** Which event of a ticket is told at this place: a message of its own, or the last one that a post of ours tells. */
  eventAt(workspace: WorkspaceId, number: TicketNumber, where: { channel: string; ts: string }): Promise<number | null>;
  /** The person looks at his App Home, and has chosen something there or nothing: it is drawn at once. */
  sawHome(workspace: WorkspaceId, person: PersonId, leaf?: HomeLeaf | null): Promise<void>;
  /** Has the App Homes of all who look drawn again: who works where has changed, or how something is called. */
  redrawHomes(workspace: WorkspaceId): Promise<void>;
  /** The DM with the bot, once it is known. */
  dm(workspace: WorkspaceId, person: PersonId): Promise<string | null>;
  saveDm(workspace: WorkspaceId, person: PersonId, channel: string): Promise<void>;
};
