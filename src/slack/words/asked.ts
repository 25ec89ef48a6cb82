import type { PendingKind } from '../../domain/language.ts';
import type { InputOf, Verb } from '../../domain/verbs.ts';
import type { GapFacts } from './steps.ts';

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
  | 'hand_on'
  | 'linked'
  | 'acknowledge'
  | 'nudge'
  | 'time_out'
  | 'escalate_by_rule'
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
  | 'undelivered'
  | 'resend'
  | 'schedule'
  | 'unschedule'
  | 'send_back'
  | 'follow'
  | 'unfollow'
  | 'auto_assign'
  | 'reoffer'
  | 'assign_by_trigger'
  | 'change_by_trigger'
  | 'tell_by_trigger'
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
  | 'places'
  | 'left'
  | 'kinds'
  | 'made'
  | 'trigger'
  | 'follower'
  | 'mentions'
  | 'sharer'
  | 'cc'
  | 'fields'
  | 'agent_fields'
  | 'were'
  | 'processing'
  | 'solution'
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
  /** Tags that other tickets have. */
  usedTags: Question;
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
  /** Who reads the words that are about to be changed, which stand below. */
  readNow: Record<'main' | 'internal', string>;
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
/** Whose manager is who, and who is away. */
export type SuperiorWords = {
  title: string;
  submit: string;
  whose(person: string): string;
  ask: { manager: Question; until: Question };
  saved(person: string, manager: string | null, until: string | null): string;
  /** Typed without a person. */
  whom: string;
  notAllowed(person: string): string;
  self: string;
  circle(person: string, manager: string): string;
  noManager(manager: string): string;
  past: string;
};

export type ContactWords = {
  title: string;
  submit: string;
  ask: Record<'requester' | 'title' | 'text' | 'group', Question>;
  sent(id: string, person: string): string;
  self: string;
  notAgent: string;
};

/** Any message of Slack becomes a note of a ticket. */
export type AddWords = {
  title: string;
  submit: string;
  ask: Record<'into' | 'text', Question>;
  /** Before the words. Raw or escaped, as the name is. */
  wrote(who: string): string;
  /** Under the question. Raw. */
  whichTicket: string;
  added(id: string): string;
  already(id: string): string;
  onlyAgents: string;
  unreadable: string;
};
