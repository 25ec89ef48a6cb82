import {
  type Actor,
  type Ball,
  type Channel,
  type GroupKey,
  isOpen,
  type Kind,
  type Language,
  type PendingKind,
  type PersonId,
  type Priority,
  type ResolveReason,
  type Role,
  type State,
  type TicketNumber,
  type WorkspaceId,
} from './language.ts';

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
  group: GroupKey;
  priority: Priority;
  channel: Channel;
  language: Language;
  /** Whom it is for. */
  requester: PersonId;
  /** Who filed it. */
  creator: PersonId;
  /** The message in a request channel under which the Main conversation goes on; null: the requester's DM. */
  main: { channel: string; ts: string } | null;
  /** Content is shown in no channel, only number and type. */
  private: boolean;
  /** The requester wrote something that no agent has answered or taken up. */
  unread: boolean;
  reopened: number;
  createdAt: Date;
  /** The managers it was ever escalated to: they may go on reading. */
  consulted: readonly PersonId[];
  /** When it entered the state it is in. */
  since: Date;
  updatedAt: Date;
  assignedAt: Date | null;
  firstReplyAt: Date | null;
};

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
  from: PersonId;
  to: PersonId;
  ask: string;
  reason: string;
  at: Date;
  acknowledgedAt: Date | null;
  ackDueAt: Date;
};
/** The answer itself is the last message of Main. */
type Resolution = { reason: ResolveReason; by: PersonId | null; at: Date };

type Held = { assignee: PersonId };
type PerhapsHeld = { assignee: PersonId | null };

/** A ticket is one of these shapes; what a state does not have cannot be written. */
export type Ticket = Common &
  (
    | { state: 'new'; assignee: null }
    | (Held & { state: 'preparing' | 'in_progress' | 'requester_replied' | 'escalation_answered' })
    | (Held & { state: 'answered' | 'workaround' })
    | (Held & { state: 'pending'; pending: Pending })
    | (Held & { state: 'escalated'; escalation: Escalation })
    | (Held & { state: 'resolved'; resolution: Resolution })
    | (PerhapsHeld & { state: 'completed'; resolution: Resolution })
    | (PerhapsHeld & { state: 'cancelled'; agreement: string })
    | (PerhapsHeld & { state: 'spam' })
  );
export type TicketIn<S extends State> = S extends State ? Ticket & { state: S } : never;

/** What the actor is to this ticket. Nothing in a payload can change the answer. */
export function rolesOf(actor: Actor, ticket: Ticket): Role[] {
  if (actor.kind === 'clock') return ['clock'];
  if (!actor.active) return [];
  const roles: Role[] = ['anyone'];
  if (actor.id === ticket.requester) roles.push('requester');
  if (actor.id === ticket.creator) roles.push('creator');
  if (actor.id === ticket.assignee) roles.push('assignee');
  if (actor.agentOf.includes(ticket.group) || actor.leadOf.includes(ticket.group)) roles.push('agent');
  if (actor.leadOf.includes(ticket.group)) roles.push('lead');
  if (ticket.state === 'escalated') {
    if (actor.id === ticket.escalation.to) roles.push('target');
    if (actor.id === ticket.escalation.from) roles.push('escalator');
  }
  if (ticket.consulted.includes(actor.id)) roles.push('consulted');
  // Nobody is shown a private ticket for being an administrator.
  if (actor.admin && !ticket.private) roles.push('admin');
  return roles;
}

/** May this person read what agents say among themselves? */
export const mayReadInternal = (actor: Actor, ticket: Ticket): boolean =>
  rolesOf(actor, ticket).some((role) =>
    ['agent', 'lead', 'target', 'consulted', 'admin', 'assignee', 'clock'].includes(role),
  );

/** May this person see the ticket and its Main conversation at all? */
export const mayRead = (actor: Actor, ticket: Ticket): boolean =>
  rolesOf(actor, ticket).some((role) => role !== 'anyone');

/** Who must move next. */
export function ballOf(ticket: Ticket): Ball {
  switch (ticket.state) {
    case 'new':
    case 'preparing':
    case 'in_progress':
    case 'requester_replied':
    case 'escalation_answered':
      return 'agent';
    case 'answered':
    case 'workaround':
      return 'requester';
    case 'pending':
      return ticket.pending.kind === 'requester'
        ? 'requester'
        : ticket.pending.kind === 'dependency'
          ? 'other_ticket'
          : 'agent';
    case 'escalated':
      return 'management';
    case 'resolved':
    case 'completed':
    case 'cancelled':
    case 'spam':
      return 'nobody';
  }
}

/** What every state has, without what only the present one has: the start of the next shape. */
export function bare(ticket: Ticket): Common {
  const {
    workspace,
    number,
    version,
    title,
    content,
    kind,
    type,
    fields,
    group,
    priority,
    channel,
    language,
    requester,
    creator,
    unread,
    main,
    reopened,
    consulted,
    createdAt,
    since,
    updatedAt,
    assignedAt,
    firstReplyAt,
  } = ticket;
  return {
    workspace,
    number,
    version,
    title,
    content,
    kind,
    type,
    fields,
    group,
    priority,
    channel,
    language,
    requester,
    creator,
    private: ticket.private,
    unread,
    main,
    reopened,
    consulted,
    createdAt,
    since,
    updatedAt,
    assignedAt,
    firstReplyAt,
  };
}

/** Tickets that still want somebody. */
export const isOpenTicket = (ticket: Ticket): boolean => isOpen(ticket.state);
