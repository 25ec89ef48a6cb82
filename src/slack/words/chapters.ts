import type { Fault, Why } from '../../domain/decide.ts';
import type {
  Channel,
  ClockName,
  Kind,
  Language,
  PendingKind,
  Priority,
  ResolveReason,
  Role,
  State,
} from '../../domain/language.ts';
import type { InputOf, Verb } from '../../domain/verbs.ts';
import type { SeenFromThere } from '../../domain/verbs/linking.ts';
import type { AskedFacts, GapFacts } from './steps.ts';
import type { AsideWords, CardWords, ListWords, ManagerWords, ShowWords } from './surfaces.ts';
import type { ReportWords } from './report.ts';
import type { TeamWords } from './team.ts';
import type { TimeWords } from './time.ts';

/**
 * What a catalogue has to say, by chapter. Names, dates and what people wrote come into a sentence escaped and ready;
 * only where a comment says `raw` do they come as they are, because the sentence goes into a plain text.
 */

/** How a ticket stands, for a sentence. */
export type Standing = {
  assignee: string;
  requester: string;
  since: string;
  pending: { kind: PendingKind; waitingFor: string; wakeAt: string | null; blockedBy: string | null } | null;
  escalation: AskedFacts | null;
  resolution: { reason: ResolveReason; by: string | null; duplicateOf: string | null; completes: string } | null;
  /** The team that it waits for, and its ticket. */
  team: { group: string; child: string } | null;
  /** Where the cause of a workaround is looked for. */
  issue: string | null;
  agreement: { by: string; note: string | null } | null;
};
/** How a ticket stands, as far as its requester is told. */
export type Shown = {
  assignee: string;
  pending: { kind: PendingKind; waitingFor: string } | null;
  reason: ResolveReason | null;
  duplicateOf: string | null;
  group: string;
  /** When what is resolved is closed for good. */
  completes: string | null;
  /** The ticket of another team that it waits for. */
  child: string | null;
};

export type TicketWords = {
  states: Record<State, string>;
  /** The state within a sentence: "it is …". */
  stateIs: Record<State, string>;
  /** The line under the state on the agents' card. */
  standing: Record<State, (now: Standing) => string>;
  shown: Record<State, (now: Shown) => string>;
  /** What comes next, for its requester: who does what, or that nothing is left to do. */
  next: Record<State, (now: Shown) => string>;
  /** How long the first answer usually takes, for this type or in this group. */
  usually(age: string, group: string | null): string;
  priorities: Record<Priority, string>;
  kinds: Record<Kind, string>;
  channels: Record<Channel, string>;
  reasons: Record<ResolveReason, string>;
  pendingKinds: Record<PendingKind, string>;
  /** What a group promises a time for. */
  clocks: Record<ClockName, string>;
  /** A promise on a card. */
  due(clock: ClockName, at: string, how: 'running' | 'at_risk' | 'late'): string;
  /** The same in a list. */
  marks: Record<'at_risk' | 'late', string>;
  nobody: string;
  /** A person whom we do not know. */
  somebody: string;
  unread: string;
  /** The requester was asked to agree that nothing more is done: for agents, and for himself. */
  cancelAsked(requester: string): string;
  cancelAskedYou: string;
  /** The requester wrote after all was done: for agents, and for himself. */
  sameAsked(requester: string, until: string): string;
  sameAskedYou(until: string): string;
  rated(stars: string, score: number): string;
  archived: string;
  deleted: string;
};

export type VerbWords = {
  /** On a button. */
  labels: Record<Verb | 'show' | 'create', string>;
  /** `forward` while nobody has the ticket. */
  assign: string;
  /** `work` where nothing was answered. */
  backToWork: string;
  /** Within a sentence: "you cannot …", "only a lead can …". */
  doing: Record<Verb | 'create' | 'show', (id: string) => string>;
  /** What is said to somebody who typed the verb. */
  done: Record<Verb | 'create', (id: string) => string>;
};

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
  /** What was edited: raw title, priority, kind. */
  edited: { title: string | null; priority: Priority | null; kind: Kind | null };
  /** Words that were changed: by their author in Slack itself, and did only agents read them? */
  typed: boolean;
  internal: boolean;
  /** The words stood in Internal before. */
  promoted: boolean;
  agreement: string | null;
  /** When a silent requester is taken to need nothing more. */
  expires: string | null;
  /** Which promise is meant, and when it is due. */
  clock: ClockName | null;
  due: string | null;
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
  /** In place of an answer that was taken back. */
  gone(who: string, at: string): string;
};

/** What a refusal is about. */
export type RefusalFacts = {
  /** Empty when the ticket is not known. */
  id: string;
  doing: string;
  state: string;
  assignee: string | null;
  /** How long ago the assignee got it. */
  before: string | null;
  manager: string | null;
  group: string;
  /** Who may, for `not_allowed`: "its assignee or a lead". */
  may: string;
};
export type RefusalWords = {
  title: string;
  why: Record<Why, (about: RefusalFacts) => string>;
  /** Somebody else than an agent of the group said which agent shall have a new request. */
  mayNotName: string;
  roles: Record<Role, string>;
  or: string;
  fault: Record<Fault['code'], string>;
  /** Better words for one question: `pend.text`, or `text` whatever the verb. */
  faults: Partial<Record<string, Partial<Record<Fault['code'], string>>>>;
};

export type Question = { label: string; hint?: string; placeholder?: string };
/** Verbs that ask something first. */
export type FormVerb = Exclude<
  Verb,
  | 'keep'
  | 'prepare'
  | 'work'
  | 'wake'
  | 'tell_requester'
  | 'remind'
  | 'expire'
  | 'original_done'
  | 'team_answered'
  | 'call_off'
  | 'linked'
  | 'acknowledge'
  | 'nudge'
  | 'time_out'
  | 'take_over'
  | 'complete'
  | 'close'
  | 'agree'
  | 'same_problem'
  | 'other_problem'
  | 'restore'
  | 'archive'
  | 'unarchive'
  | 'undo'
  | 'auto_assign'
  | 'warn'
  | 'breach'
>;
/** What a person is asked: the verb's input without what only the desk fills in. */
type AskedOf<V extends FormVerb> = Exclude<
  keyof InputOf<V>,
  | 'source'
  | 'files'
  | 'level'
  | 'ack_due'
  | 'thanks'
  | 'theirs'
  | 'child'
  | 'once'
  | 'seq'
  | 'promoted'
  | 'of'
  | 'audience'
  | 'typed'
  | 'made'
>;
type FormWords<Q extends PropertyKey> = {
  /** At most 24 characters, with a number of nine digits. */
  title(id: string): string;
  submit: string;
  ask: Record<Q, Question>;
};
export type FormChapter = {
  of: { [V in FormVerb]: FormWords<AskedOf<V>> };
  /** `forward` while nobody has the ticket. */
  assign: Pick<FormWords<never>, 'title' | 'submit'>;
  /** Whoever has the ticket, among those who could. Raw. */
  still(name: string): string;
  /** Of words that may come with files. */
  files: Question;
  close: string;
  loading: string;
  /** To a requester who cancels his own request. */
  cancelYours: string;
  sureSpam: string;
  sureDelete: string;
  sureRetract: string;
  /** For one star to five. */
  stars: readonly [string, string, string, string, string];
  pendKinds: Record<PendingKind, string>;
  /** Raw: a person of the escalation chain, counted from one. */
  step(name: string, number: number): string;
  /** In a list of tickets to choose from. Raw. */
  ticketOption(id: string, title: string | null, state: string): string;
  /** There is nothing among agents that could go along. */
  noLinks: string;
  /** What the manager will be shown. */
  preview: string;
  /** Raw. */
  noChain(group: string): string;
  /** To whoever would send a question higher from the end of the chain. */
  noneAbove: string;
  /** Before those whom a chain passes over. */
  passed: string;
  gap(gap: GapFacts): string;
};

export type CreateWords = {
  title: string;
  submit: string;
  ask: Record<
    'type' | 'title' | 'content' | 'requester' | 'kind' | 'priority' | 'private' | 'group' | 'to' | 'send_to_user',
    Question
  >;
  private: string;
  /** An agent files it for somebody: raw, whether he is told at once. */
  tell(requester: string): string;
  /** Types without a parent that stand beside trees. */
  otherTypes: string;
  /** Raw. */
  groupHint(group: string): string;
};

/** An agent writes to somebody who has asked for nothing. */
export type ContactWords = {
  title: string;
  submit: string;
  ask: Record<'requester' | 'title' | 'text' | 'group', Question>;
  sent(id: string, person: string): string;
  self: string;
  notAgent: string;
};

export type Catalog = {
  language: Language;
  time: TimeWords;
  ticket: TicketWords;
  verbs: VerbWords;
  events: EventWords;
  refusals: RefusalWords;
  forms: FormChapter;
  create: CreateWords;
  contact: ContactWords;
  card: CardWords;
  manager: ManagerWords;
  lists: ListWords;
  show: ShowWords;
  asides: AsideWords;
  team: TeamWords;
  report: ReportWords;
};
