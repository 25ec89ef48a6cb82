import type { Group } from '../domain/group.ts';
import type { GroupKey, PersonId, TicketNumber, WorkspaceId } from '../domain/language.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Deed, Known, Trigger, TriggerFault } from '../domain/triggers.ts';
import type { Condition } from '../domain/triggers/conditions.ts';
import type { Happening } from '../domain/triggers/happenings.ts';
import type { How, Turn } from '../domain/distribution.ts';

/** What somebody has to see to: it names what is gone, it goes round in a circle, or nobody answers its calls. */
export const TROUBLES = ['broken', 'loop', 'call'] as const;
export type TroubleKind = (typeof TROUBLES)[number];

/** An event that triggers may wait for. */
export type Heard = { ticket: TicketNumber; seq: number; heard: readonly Happening[] };

/** An event and its ticket as it is now, with all that a condition may ask about. */
export type Scene = {
  ticket: Ticket;
  group: Group;
  by: PersonId | null;
  at: Date;
  words: string;
  email: string | null;
  types: readonly string[];
  /** How many triggers led to it, one by another. */
  depth: number;
};

/** `null`: not done yet. `nothing`: it was so already. Anything else is why it could not be. */
type LoggedDeed = Deed & { outcome: string | null };
export type LogRow = {
  id: number;
  trigger: string;
  name: string;
  depth: number;
  at: Date;
  why: readonly number[];
  deeds: readonly LoggedDeed[];
  /** The conditions that held, as they were then, and for which part of the event it waited. */
  held: readonly Condition[];
  happened: readonly Happening[];
  stopped: 'too_deep' | 'too_often' | null;
};
export type Planned = Omit<LogRow, 'id' | 'at'>;

/** As somebody is told of it who may change the trigger. */
export type TriggerTrouble = {
  name: string;
  kind: TroubleKind;
  ticket: number | null;
  /** What is gone, or whom it calls. */
  named: string | null;
  overAt: Date | null;
};

/** A URL that a trigger calls, and how often it was tried. */
export type CallJob = { ticket: TicketNumber; seq: number; trigger: string; nth: number; attempt: number };

/** A try to call a URL, and what came of it. Of the URL there is only its host. */
export type LoggedCall = CallJob & {
  name: string;
  host: string;
  at: Date;
  outcome: string;
  ms: number;
  /** When it is tried again; null: not. */
  nextAt: Date | null;
};

/** What triggers need from the database. */
/** Into which group, of which type, and for whom: he is never given it himself. */
export type Into = { group: GroupKey; type: string | null; not: PersonId };
export type TriggerMemory = {
  /** Those that are switched on and make sense, in their order. */
  enabled(workspace: WorkspaceId): Promise<Trigger[]>;
  known(workspace: WorkspaceId, people: readonly string[]): Promise<Known>;
  scene(workspace: WorkspaceId, ticket: TicketNumber, seq: number): Promise<Scene | null>;
  /** What was found out when this event was first looked at; null: nobody has looked. */
  planned(workspace: WorkspaceId, ticket: TicketNumber, seq: number): Promise<LogRow[]>;
  plan(workspace: WorkspaceId, ticket: TicketNumber, seq: number, rows: readonly Planned[], at: Date): Promise<void>;
  /** What came of a deed; a second word on it counts only with `again`. */
  settle(id: number, nth: number, outcome: string, again?: boolean): Promise<void>;
  /** What was wrong with it is not any more. */
  mended(workspace: WorkspaceId, trigger: string, kind: TroubleKind): Promise<void>;
  /** How often each of them has acted on this ticket since then. */
  often(workspace: WorkspaceId, ticket: TicketNumber, since: Date): Promise<ReadonlyMap<string, number>>;
  /** Told to those who may change it, once until it is changed. A broken one rests from then on. */
  trouble(
    workspace: WorkspaceId,
    trigger: Pick<Trigger, 'key' | 'name'>,
    trouble: { kind: TroubleKind; ticket?: TicketNumber; faults?: readonly TriggerFault[]; named?: string },
  ): Promise<void>;
  /** Somebody of a group who may be given a ticket now; never the one whom it is for. */
  pickAgent(workspace: WorkspaceId, into: Into, how: How, at: Date): Promise<Turn | null>;
  /** Written once, however often this try is told. */
  called(workspace: WorkspaceId, call: LoggedCall): Promise<void>;
  queueCall(workspace: WorkspaceId, call: CallJob, at: Date): Promise<void>;
};
