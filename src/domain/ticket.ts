import {
  type Actor,
  type Cause,
  type Channel,
  type ClockName,
  type EscalationRule,
  type GroupKey,
  isOpen,
  type Kind,
  type Language,
  type LinkKind,
  type PendingKind,
  type Person,
  type PersonId,
  type Priority,
  type ResolveReason,
  type Role,
  type State,
  type TicketNumber,
  type WorkspaceId,
} from './language.ts';
import { type Group, looksAfter } from './group.ts';
import type { Scheduled } from './scheduled.ts';

type Common = {
  workspace: WorkspaceId;
  number: TicketNumber;
  /** Counts the events: the guard of every write. */
  version: number;
  title: string;
  content: string;
  kind: Kind;
  type: string | null;
  fields: Readonly<Record<string, string>>;
  /** Answers to questions for agents only: in nothing that whoever asked reads. */
  agentFields: Readonly<Record<string, string>>;
  /** What agents found it to be about, by the key of a processing type, and how they solved it: for agents alone. */
  processing: string | null;
  solution: string | null;
  group: GroupKey;
  priority: Priority;
  /** Since when it is urgent; null while it is not. */
  urgentSince: Date | null;
  channel: Channel;
  language: Language;
  /** Whom it is for. */
  requester: PersonId;
  /** Who filed it. */
  creator: PersonId;
  /** The message in a request channel under which the Main conversation goes on; null: the requester's DM. */
  main: { channel: string; ts: string } | null;
  /** The requester is told of it. Off only for what an agent filed for somebody, until something is said to him. */
  sendToUser: boolean;
  /** Content is shown in no channel, only number and type. */
  private: boolean;
  /** The requester wrote something that no agent has answered or taken up. */
  unread: boolean;
  reopened: number;
  /** The ticket that was over, which this one goes on with. */
  follows: TicketNumber | null;
  /** The ticket whose agents ask here: the Internal conversation of that one is the Main one of this. */
  parent: TicketNumber | null;
  /** The group that asks; any of its agents speaks for the requester. */
  asker: GroupKey | null;
  /** Since when the parent needs it no more. */
  calledOff: Date | null;
  /** The tickets that belong with it; the other one says the same of this one. */
  links: readonly Link[];
  /** Who hears of it besides: they may have left, or may read it no more. */
  followers: readonly PersonId[];
  /** By which agents find it again; whoever asked never sees them. */
  tags: readonly string[];
  /** In how many places words of it are masked that could be unmasked. */
  masked: number;
  /** Answers that could not be brought to the requester: by which event they were given, and why. */
  undelivered: readonly Undelivered[];
  /** An answer that goes out by itself. */
  scheduled: Scheduled | null;
  /** What the requester thought of it, said once. */
  rating: Rating | null;
  /** An agent has asked the requester to agree that nothing more is done. */
  cancelAsked: { by: PersonId; at: Date } | null;
  /** The requester wrote after it was resolved and is asked whether it is the same problem: since when, and by which event. */
  sameAsked: { seq: number; at: Date } | null;
  /** When a silent requester was last reminded. */
  remindedAt: Date | null;
  /** Out of every list that does not ask for it. */
  archivedAt: Date | null;
  /** Nothing is left of it but its number: nobody can do anything to it any more. */
  deletedAt: Date | null;
  createdAt: Date;
  /** The managers it was ever escalated to: they may go on reading. */
  consulted: readonly PersonId[];
  /** The rules of the group that need not ask for a decision any more: each does once. */
  escalatedBy: readonly EscalationRule[];
  /** When it entered the state it is in. */
  since: Date;
  updatedAt: Date;
  assignedAt: Date | null;
  /** Whoever has it was given it by a trigger. */
  byTrigger: boolean;
  /**
   * It was given to whoever is next, who has done nothing with it yet: when it goes on, and who has had it, the present one last. Null:
   * he has begun, or nobody waits for it.
   */
  offer: { due: Date; had: readonly PersonId[] } | null;
  firstReplyAt: Date | null;
  clocks: Clocks;
};

/** One promise of the group, and how it stands. All but moments is business time in milliseconds. */
export type Clock = {
  /** How long it may take; null: the group promises nothing now, and it is only counted. */
  target: number | null;
  /** What had gone by when it last began to run, or in all where it stands still. */
  spent: number;
  /** Since when it runs; null: it stands still. */
  since: Date | null;
  /** When three quarters and all of it will have gone by, as long as it runs. */
  warnAt: Date | null;
  dueAt: Date | null;
  /** When people were told so. */
  warnedAt: Date | null;
  breachedAt: Date | null;
  /** Kept or broken: nothing more is counted. */
  endedAt: Date | null;
};
export type Clocks = Readonly<Partial<Record<ClockName, Clock>>>;

type Pending = {
  kind: PendingKind;
  /** What is waited for, in the agent's words. */
  waitingFor: string;
  wakeAt: Date | null;
  blockedBy: TicketNumber | null;
};
type Escalation = {
  /** The version of the ticket at which it was opened: its key. */
  seq: number;
  level: number;
  /** Null: the clock, by a rule of the group. */
  from: PersonId | null;
  cause: Cause | null;
  /** Null: a team was asked. */
  to: PersonId | null;
  /** The team that was asked, and its ticket. */
  team: Team | null;
  ask: string;
  reason: string;
  at: Date;
  acknowledgedAt: Date | null;
  ackDueAt: Date;
  /** When the clock asked the second time; the third time it asks somebody else. */
  remindedAt: Date | null;
  /** When somebody, or the clock, last asked how it stands. */
  nudgedAt: Date | null;
  /** When the clock asks a manager who has acknowledged and says nothing. */
  nudgeAt: Date | null;
  /** Who was asked before him for the same, and by which escalation. */
  asked: readonly { seq: number; to: PersonId }[];
  /** Nobody is left to be asked, and those who lead were told. */
  endedAt: Date | null;
};
/** A group of kind `issue`, and the ticket that it works on. */
type Team = { group: GroupKey; child: TicketNumber };
export type Link = { ticket: TicketNumber; how: LinkKind };
/** The answer itself is the last message of Main. */
type Resolution = {
  reason: ResolveReason;
  /** Null: the clock. */
  by: PersonId | null;
  at: Date;
  /** The ticket in which the same problem is being solved. */
  duplicateOf: TicketNumber | null;
  /** That one is done, and the requester of this one was told. */
  originalDone: boolean;
};
export const UNDELIVERED_WHYS = ['left', 'closed', 'content', 'other'] as const;
export type UndeliveredWhy = (typeof UNDELIVERED_WHYS)[number];
/** `told`: the event that says so. */
type Undelivered = { seq: number; why: UndeliveredWhy; told?: number | undefined };
/** From 1 to 5. */
type Rating = { score: number; at: Date };
/** That both sides agreed: whoever said so, and how it was agreed where the requester did not press himself. */
type Agreement = { by: PersonId; note: string | null };

type Held = { assignee: PersonId };
type PerhapsHeld = { assignee: PersonId | null };

/** A ticket is one of these shapes; what a state does not have cannot be written. */
export type Ticket = Common &
  (
    | { state: 'new'; assignee: null }
    | (Held & { state: 'preparing' | 'in_progress' | 'requester_replied' | 'escalation_answered' })
    | (Held & { state: 'answered' })
    | (Held & { state: 'workaround'; workaround: { issue: string | null } })
    | (Held & { state: 'pending'; pending: Pending })
    | (Held & { state: 'escalated'; escalation: Escalation })
    | (Held & { state: 'resolved'; resolution: Resolution })
    | (PerhapsHeld & { state: 'completed'; resolution: Resolution })
    | (PerhapsHeld & { state: 'cancelled'; agreement: Agreement })
    | (PerhapsHeld & { state: 'spam' })
  );
export type TicketIn<S extends State> = S extends State ? Ticket & { state: S } : never;

/** What the actor is to this ticket. Nothing in a payload can change the answer. */
export function rolesOf(actor: Actor, ticket: Ticket): Role[] {
  if (actor.kind === 'clock') return ['clock'];
  if (!actor.active) return [];
  const roles: Role[] = ['anyone'];
  if (speaksFor(actor, ticket)) roles.push('requester');
  if (actor.id === ticket.creator) roles.push('creator');
  if (actor.id === ticket.assignee) roles.push('assignee');
  if (actor.agentOf.includes(ticket.group) || actor.leadOf.includes(ticket.group)) roles.push('agent');
  if (actor.leadOf.includes(ticket.group)) roles.push('lead');
  if (ticket.state === 'escalated') {
    if (actor.id === ticket.escalation.to) roles.push('target');
    if (actor.id === ticket.escalation.from) roles.push('escalator');
  }
  if (ticket.consulted.includes(actor.id)) roles.push('consulted');
  if (ticket.followers.includes(actor.id) && followable(ticket)) roles.push('follower');
  // Nobody is shown a private ticket for being an administrator.
  if (actor.admin && !ticket.private) roles.push('admin');
  return roles;
}

/** Whose request it is: he for whom it is, and he who filed it. */
export const isTheirs = (ticket: Ticket, person: PersonId): boolean =>
  person === ticket.requester || person === ticket.creator;

/** May this person speak for whoever asked? Of what one team asks another, each of its agents may. */
export const speaksFor = (actor: Actor, { requester, asker }: Ticket): boolean =>
  actor.kind === 'person' &&
  actor.active &&
  (actor.id === requester || (asker !== null && [...actor.agentOf, ...actor.leadOf].includes(asker)));

/** May somebody read its Main conversation only because he follows it? Among teams that is what agents say. */
export const followable = ({ private: hidden, parent }: Pick<Ticket, 'private' | 'parent'>): boolean =>
  !hidden && parent === null;

/** Somebody has it who was asked for a decision on it: he need not be an agent of its group. */
export const isManagers = ({ assignee, consulted }: Ticket): boolean =>
  assignee !== null && consulted.includes(assignee);

/** May this person read what agents say among themselves? */
export const mayReadInternal = (actor: Actor, ticket: Ticket): boolean =>
  rolesOf(actor, ticket).some((role) =>
    ['agent', 'lead', 'target', 'consulted', 'admin', 'assignee', 'clock'].includes(role),
  );

/** May this person see who asks for it, besides what he asks? Only some of those who read what agents say. */
export const mayReadCustomer = (person: Person, ticket: Ticket, { policies: its }: Pick<Group, 'policies'>): boolean =>
  mayReadInternal(person, ticket) && (its.customer_for_agents || looksAfter(person, ticket.group));

/** Does this person know of the ticket as its requester does, and not as the desk? */
export const isOutside = (actor: Actor, ticket: Ticket): boolean =>
  mayRead(actor, ticket) && !mayReadInternal(actor, ticket);

/** May this person see the ticket and its Main conversation at all? */
export const mayRead = (actor: Actor, ticket: Ticket): boolean =>
  rolesOf(actor, ticket).some((role) => role !== 'anyone');

/** The ticket that goes on with this one: what is written here belongs there. */
export const mergedInto = (ticket: Ticket): TicketNumber | null =>
  (ticket.state === 'resolved' || ticket.state === 'completed') &&
  ticket.links.some(({ ticket: into, how }) => how === 'merged_into' && into === ticket.resolution.duplicateOf)
    ? ticket.resolution.duplicateOf
    : null;

/** Since when nothing was heard of a requester whose turn it is; null when it is not. */
export const silentSince = (ticket: Ticket): Date | null =>
  ticket.state === 'answered' || (ticket.state === 'pending' && ticket.pending.kind === 'requester')
    ? ticket.since
    : null;

const COMMON = {
  workspace: true,
  number: true,
  version: true,
  title: true,
  content: true,
  kind: true,
  type: true,
  fields: true,
  agentFields: true,
  processing: true,
  solution: true,
  group: true,
  priority: true,
  urgentSince: true,
  channel: true,
  language: true,
  requester: true,
  creator: true,
  main: true,
  sendToUser: true,
  private: true,
  unread: true,
  reopened: true,
  follows: true,
  parent: true,
  asker: true,
  calledOff: true,
  links: true,
  followers: true,
  tags: true,
  masked: true,
  undelivered: true,
  scheduled: true,
  rating: true,
  cancelAsked: true,
  sameAsked: true,
  remindedAt: true,
  archivedAt: true,
  deletedAt: true,
  createdAt: true,
  consulted: true,
  escalatedBy: true,
  since: true,
  updatedAt: true,
  assignedAt: true,
  byTrigger: true,
  offer: true,
  firstReplyAt: true,
  clocks: true,
} satisfies Record<keyof Common, true>;
const COMMON_KEYS = Object.keys(COMMON) as (keyof Common)[];

/** What every state has, without what only the present one has: the start of the next shape. */
export const bare = (ticket: Ticket): Common =>
  Object.fromEntries(COMMON_KEYS.map((key) => [key, ticket[key]])) as Common;

/** The requester said that he was served badly: something for the leads. */
export const isUnhappy = ({ rating }: Ticket): boolean => rating !== null && rating.score <= 2;

/** Tickets that still want somebody. */
export const isOpenTicket = (ticket: Ticket): boolean => isOpen(ticket.state);
