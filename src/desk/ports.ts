import type { Asks } from '../domain/asking.ts';
import type { BoardAsk } from '../domain/boards.ts';
import type { Done } from '../domain/decide.ts';
import type { Pool, Turn } from '../domain/distribution.ts';
import type { SubmissionType } from '../domain/fields.ts';
import type { Group } from '../domain/group.ts';
import type { GroupKey, Person, PersonId, State, Surface, TicketNumber, WorkspaceId } from '../domain/language.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Child, Last, Uttered } from '../domain/verbs/rule.ts';
import type { CategoriesAsk, CategoryFigures, Spared } from './categories.ts';
import type { Customers } from './customer.ts';
import type { Hierarchy, HierarchyAsk } from './hierarchy.ts';
import type { Homes } from './home.ts';
import type { SentFiles } from './files.ts';
import type { Masking } from './masking.ts';
import type { EscalationReport, ReportAsk } from './report.ts';
import type { Finding } from './searching.ts';
import type { Likenesses } from './similar.ts';
import type { Told } from './told.ts';
import type { ViewShelf } from './views.ts';

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
  /** Among whom it is given, where nobody has it and the group gives tickets away. */
  free: Pool | null;
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
  /** Null: that of the type. */
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
  /** Written only if nobody else was given something since it was read who is next. */
  turn?: Turn | undefined;
  /** The templates whose words are in it: they are counted with it. */
  templates?: readonly string[];
};
/** `stale`: somebody was faster. `repeated`: this key has been written before. */
export type Written = 'written' | 'stale' | 'repeated';

type Looking = Finding & Likenesses & Homes & Customers;
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
  /** What a person answered last, by the keys of the questions. */
  remembered(workspace: WorkspaceId, ask: RememberedAsk): Promise<Record<string, string>>;
  /** What was done last to a ticket, and how it was before. */
  last(workspace: WorkspaceId, number: TicketNumber): Promise<Last | null>;
  /** Words of a ticket that still stand: of one event, or the last that we posted for this person. */
  uttered(workspace: WorkspaceId, number: TicketNumber, which: WhichWords): Promise<Uttered | null>;
  /** Whose message of which ticket stands here in Slack. */
  messageAt(workspace: WorkspaceId, where: { channel: string; ts: string }): Promise<MessageAt | null>;
  /** How the team's ticket stands that this one waits for. */
  child(workspace: WorkspaceId, number: TicketNumber): Promise<Child | null>;
  /** Has the clock look at a ticket at this time, but for a look that somebody asked for meanwhile. */
  wind(workspace: WorkspaceId, number: TicketNumber, at: Date): Promise<void>;
  hierarchy(workspace: WorkspaceId, ask: HierarchyAsk): Promise<Hierarchy>;
  report(workspace: WorkspaceId, ask: ReportAsk): Promise<EscalationReport>;
  categories(workspace: WorkspaceId, ask: CategoriesAsk): Promise<CategoryFigures[]>;
  /** Counts it once, however often it is told. */
  spare(workspace: WorkspaceId, spared: Spared): Promise<void>;
  /** How many were not sent in a period, by the same tickets as categories are counted. */
  spared(workspace: WorkspaceId, ask: CategoriesAsk): Promise<number>;
  board(workspace: WorkspaceId, ask: BoardAsk): Promise<{ tickets: Ticket[]; total: number }>;
  masking: Masking;
  files: SentFiles;
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

/** `of` whom, and `by` whom it is read: his own, or of the tickets of his groups. */
export type RememberedAsk = { of: PersonId; by: PersonId; keys: readonly string[] };
export type WhichWords = { of: number } | { lastBy: PersonId };
export type MessageAt = { number: TicketNumber; seq: number; author: PersonId | null; typed: boolean };

/** Inbound events, stored before they are acked. */
export type Inbox = {
  /** False when the key was seen before. Wakes the worker in the same statement. */
  put(key: string, conversation: string, body: unknown): Promise<boolean>;
  take(id: number): Promise<unknown>;
  done(id: number): Promise<void>;
};
