/** The words of the desk. Every other file speaks only these. */

declare const brand: unique symbol;
type Branded<T, Name extends string> = T & { readonly [brand]: Name };

/** A Slack team id. Every row of every table carries one. */
export type WorkspaceId = Branded<string, 'WorkspaceId'>;
/** The running number of a ticket in its workspace: 1042 is written T-1042. */
export type TicketNumber = Branded<number, 'TicketNumber'>;
/** A Slack user id. Identity is this and never a name or an e-mail. */
export type PersonId = Branded<string, 'PersonId'>;
/** The key of a group in the desk file: "support". */
export type GroupKey = Branded<string, 'GroupKey'>;

export const workspaceId = (s: string) => s as WorkspaceId;
export const ticketNumber = (n: number) => n as TicketNumber;
export const personId = (s: string) => s as PersonId;
export const groupKey = (s: string) => s as GroupKey;

/** The thirteen states, grouped as people read them. */
export const STATES = [
  'new',
  'preparing',
  'in_progress',
  'requester_replied',
  'escalation_answered',
  'answered',
  'pending',
  'workaround',
  'escalated',
  'resolved',
  'completed',
  'cancelled',
  'spam',
] as const;
export type State = (typeof STATES)[number];

type Category = 'queue' | 'working' | 'waiting' | 'done' | 'final';
export const categoryOf: Record<State, Category> = {
  new: 'queue',
  preparing: 'working',
  in_progress: 'working',
  requester_replied: 'working',
  escalation_answered: 'working',
  answered: 'waiting',
  pending: 'waiting',
  workaround: 'waiting',
  escalated: 'waiting',
  resolved: 'done',
  completed: 'final',
  cancelled: 'final',
  spam: 'final',
};
/** Neither done nor final: somebody still has something to do. */
export const isOpen = (state: State): boolean => categoryOf[state] !== 'done' && categoryOf[state] !== 'final';

/**
 * What someone is to one ticket. A person may be several at once; `target` is whom it was escalated to, `anyone` is
 * every active person of the workspace, `consulted` whom it was ever escalated to, `follower` who may read of it only
 * because he follows it.
 */
export const ROLES = [
  'requester',
  'creator',
  'assignee',
  'agent',
  'lead',
  'target',
  'escalator',
  'consulted',
  'follower',
  'admin',
  'anyone',
  'clock',
] as const;
export type Role = (typeof ROLES)[number];

export const KINDS = ['question', 'incident', 'service_request', 'feature_request'] as const;
export type Kind = (typeof KINDS)[number];
export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof PRIORITIES)[number];
/** How a ticket came in. */
export const CHANNELS = [
  'slash',
  'shortcut',
  'message',
  'emoji',
  'home',
  'dm',
  'channel',
  'email',
  'api',
  'agent',
  /** The desk itself began to speak with somebody. */
  'outward',
] as const;
export type Channel = (typeof CHANNELS)[number];
/** What an act was done with: the thing that somebody touched, or nobody. */
export const SURFACES = [
  'button',
  'overflow',
  'home',
  'modal',
  'command',
  'typed',
  'mention',
  'thread',
  'shortcut',
  'emoji',
  'clock',
  'desk_file',
] as const;
export type Surface = (typeof SURFACES)[number];
export const PENDING_KINDS = ['requester', 'dependency', 'check'] as const;
export type PendingKind = (typeof PENDING_KINDS)[number];
export const RESOLVE_REASONS = [
  'solved',
  'answered',
  'confirmed_by_requester',
  'no_response',
  'duplicate',
  'abuse',
  'test',
  'via_chat',
  'via_call',
  'other',
] as const;
export type ResolveReason = (typeof RESOLVE_REASONS)[number];
/** What a group may promise a time for, in business hours. */
export const CLOCKS = ['first_response', 'next_response', 'resolution', 'root_cause'] as const;
export type ClockName = (typeof CLOCKS)[number];
/** What may make the clock ask for a decision that nobody has asked for. */
export const ESCALATION_RULES = ['breach', 'urgent_unassigned', 'unhappy', 'reopened'] as const;
export type EscalationRule = (typeof ESCALATION_RULES)[number];
/** Why it did. */
export type Cause =
  | { rule: 'breach'; clock: ClockName }
  | { rule: 'urgent_unassigned'; minutes: number }
  | { rule: 'unhappy'; score: number }
  | { rule: 'reopened'; times: number }
  /** A trigger of the desk, by its name. */
  | { rule: 'trigger'; name: string };
/** How a ticket belongs with another. `merged_into` stands on the one of both that is over. */
export const LINK_KINDS = ['related', 'split_into', 'split_from', 'merged_into'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];
/** The languages in which every sentence exists. */
export const LANGUAGES = ['en', 'it'] as const;
export type Language = (typeof LANGUAGES)[number];
export const GROUP_KINDS = ['consultation', 'issue'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

/** Who may act: a person, with the seats that the database gives him, or the desk's own clock. */
export type Person = {
  kind: 'person';
  id: PersonId;
  agentOf: readonly GroupKey[];
  leadOf: readonly GroupKey[];
  admin: boolean;
  /** Still in the workspace. */
  active: boolean;
};
export type Actor = Person | { kind: 'clock' };
export const theClock: Actor = { kind: 'clock' };

/** Who must move next. Derived, never stored. */
export type Ball = 'requester' | 'agent' | 'management' | 'other_ticket' | 'nobody';
