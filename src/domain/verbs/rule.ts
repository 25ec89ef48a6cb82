import { z } from 'zod';
import type { Banned } from '../banned.ts';
import type { Gap, Link } from '../chain.ts';
import type { Fault } from '../decide.ts';
import type { SubmissionType } from '../fields.ts';
import { fileRef, MOST_FILES } from '../files.ts';
import type { Group } from '../group.ts';
import {
  type Actor,
  type GroupKey,
  type Person,
  type PersonId,
  personId,
  type ResolveReason,
  type Role,
  STATES,
  type State,
  type TicketNumber,
  ticketNumber,
} from '../language.ts';
import type { Personal } from '../masking/patterns.ts';
import type { Ticket, TicketIn } from '../ticket.ts';

/** Why a command is refused, apart from its state, its actor and its input. */
export type Objection =
  | 'already_kept'
  | 'already_given'
  | 'requester_unknown'
  | 'requester_left'
  | 'only_agents_raise'
  | 'requester_knows'
  | 'already_yours'
  | 'same_assignee'
  | 'target_left'
  | 'target_not_agent'
  | 'group_has_no_channel'
  | 'forward_needs_lead'
  | 'triggered_needs_lead'
  | 'not_in_chain'
  | 'escalate_to_self'
  | 'follow_up_only'
  | 'not_yours'
  | 'nothing_said'
  | 'not_your_words'
  | 'not_your_answer'
  | 'writer_may_not'
  | 'typed_in_slack'
  | 'words_are_kept'
  | 'with_management'
  | 'already_acknowledged'
  | 'escalation_over'
  | 'sent_on'
  | 'chain_ended'
  | 'nudged_already'
  | 'reminded_already'
  | 'asked_anew'
  | 'team_asked'
  | 'unknown_blocking'
  | 'date_past'
  | 'unknown_duplicate'
  | 'duplicate_circle'
  | 'original_over'
  | 'other_requester'
  | 'private_into_open'
  | 'unknown_other'
  | 'same_ticket'
  | 'already_linked'
  | 'not_linked'
  | 'not_sure'
  | 'too_late'
  | 'already_rated'
  | 'confirmed_already'
  | 'ask_an_agent'
  | 'asked_already'
  | 'no_agreement'
  | 'already_archived'
  | 'not_archived'
  | 'not_their_turn'
  | 'not_due'
  | 'nothing_changed'
  | 'nothing_to_resend'
  | 'send_past'
  | 'send_too_far'
  | 'scheduled_already'
  | 'not_scheduled'
  | 'too_many_tags'
  | 'told_anyway'
  | 'follows_already'
  | 'not_following'
  | 'not_followed'
  | 'too_many_followers'
  | 'nothing_asked'
  | 'may_be_same'
  | 'nothing_to_undo'
  | 'changed_since'
  | 'told_already'
  | 'not_an_issue_group'
  | 'own_team'
  | 'asked_by_team'
  | 'not_answered'
  | 'called_off_already'
  | 'too_late_to_undo'
  | 'undo_there'
  | 'banned_words'
  | 'unwise_words'
  | 'masking_off'
  | 'nothing_to_mask'
  | 'nothing_masked'
  | 'nothing_chosen'
  | 'stays_masked'
  | 'key_lost'
  | 'undocumented';

/** The last event of a ticket. */
export type Last = {
  seq: number;
  verb: string;
  by: PersonId | null;
  at: Date;
  before: Ticket;
  input: Readonly<Record<string, unknown>>;
  /** Somebody outside has been told of it, or somebody was pinged. */
  told: boolean;
};

/** Words that were said on a ticket and still stand. */
export type Uttered = {
  /** The event that said them. */
  seq: number;
  audience: 'main' | 'internal';
  author: PersonId | null;
  text: string;
  /** Typed in Slack by their author: nobody else can change them there. */
  typed: boolean;
};

/** The ticket of a team that was asked. */
export type Child = {
  number: TicketNumber;
  group: GroupKey;
  state: State;
  reason: ResolveReason | null;
  said: boolean;
};

/** What covering or uncovering words of a ticket would come to. */
export type Masked = {
  places: number;
  /** In how many places something stays masked. */
  left: number;
  /** What sealed it is lost. */
  lost: boolean;
  /** Nothing of it could be read, for it is part of what stays masked. */
  stays: boolean;
  kinds: readonly Personal[];
};

/** What a decision needs to know besides the ticket and the command. */
export type Facts = {
  at: Date;
  /** The ticket's group. */
  group: Group;
  /** The person named in the input, if there is one and he is known. */
  target: Person | null;
  /**
   * The other ticket that the input names, and whether the actor may read what agents say there. Where it repeats a
   * third one itself, that one.
   */
  named: { ticket: Ticket; readable: boolean } | null;
  /** How the ticket that this one waits for, or repeats, stands; null where there is none. */
  otherState: State | null;
  /** How the team's ticket stands, when the clock says that it is answered. */
  child?: Child | null;
  /** Those who shall read an answer as well, as far as they are known. */
  copied?: readonly Person[];
  /** The group named in the input, if it exists. */
  targetGroup: Group | null;
  /** What was done to the ticket last, and how it was before; filled only for the verb that needs it. */
  last: Last | null;
  /** The words that the input speaks of; filled only for the verbs that need it. */
  said?: Uttered | null;
  /**
   * In how many places words of the ticket would be covered, or uncovered; filled only for the verbs that need it, where there
   * is a key.
   */
  masked?: Masked | null;
  /** Whom this ticket can be escalated to, nearest first; filled only for the verbs that need it. */
  chain: readonly Link[];
  /** Who is passed over; filled only where the clock asks. */
  gaps?: readonly Gap[];
  /** What the ticket is about, with its questions; filled only for the verb that needs it. */
  type?: SubmissionType | null;
  /** The words that nobody sends to a requester; where it is not filled, there are none. */
  banned?: Banned | undefined;
  /** Who leads the group and is there, and who is not; where it is not filled, all of them are. */
  leads?: { there: readonly PersonId[]; gaps: readonly Gap[] } | null;
};

/** When, in whose house and about what: what a group's policies and a type's questions are asked about. */
export type Setting = Pick<Facts, 'at' | 'group' | 'type'>;

/** A verb the clock may not use is always done by a person. */
type ActorFor<By extends Role> = 'clock' extends By ? Actor : Person;
type ActOf<By extends Role, Input> = { by: ActorFor<By>; at: Date; input: Input };

/** How an escalation can end. */
export const CLOSINGS = ['answered', 'taken', 'declined', 'withdrawn', 'sent_higher', 'timed_out'] as const;
export type Closing = (typeof CLOSINGS)[number];

export type Rule<From extends State, To extends State, By extends Role, Input extends z.ZodType> = {
  from: readonly From[];
  to: readonly To[];
  by: readonly By[];
  /** Other roles than `by`, in one state. */
  only?: Partial<Record<NoInfer<From>, readonly Role[]>>;
  input: Input;
  /** Whose words the input's `text` becomes: a message of Main or of Internal. Stored there and nowhere else. */
  says?: 'main' | 'internal';
  /** Changes the words of an earlier event instead of saying any. */
  rewords?: true;
  /** How an open escalation ends by this verb. */
  closes?: Closing;
  /** Why it would change nothing on this ticket, whoever did it: refused, and not offered. */
  moot?(ticket: TicketIn<From>): Objection | null;
  /** What the group does not let these roles do, whatever they give: refused, and not offered. */
  withheld?(ticket: TicketIn<From>, setting: Setting, roles: readonly Role[]): Objection | null;
  /** Fills in what the decision found out, so that the event alone can be replayed. */
  settle?(input: z.output<Input>, facts: Facts, ticket: TicketIn<From>, by: ActorFor<By>): z.output<Input>;
  /** A better reason than that the state or the role is wrong. */
  explain?(ticket: Ticket, by: Actor): Objection | null;
  /** What is wrong with the answers to questions that are not the verb's own. */
  faults?(ticket: TicketIn<From>, act: ActOf<By, z.output<Input>>, facts: Facts): readonly Fault[];
  guard?(
    ticket: TicketIn<From>,
    act: ActOf<By, z.output<Input>>,
    facts: Facts,
    roles: readonly Role[],
  ): Objection | null;
  apply(ticket: TicketIn<From>, act: ActOf<By, z.output<Input>>): TicketIn<NoInfer<To>>;
};

/** Checks a row by itself: `apply` cannot land outside `to`, nor read what a state of `from` does not have. */
export const rule = <const F extends State, const T extends State, const B extends Role, I extends z.ZodType>(
  row: Rule<F, T, B, I>,
) => row;

/** Where a text was typed in Slack already, so that nobody posts it a second time. */
export const source = z.object({ channel: z.string().min(1).max(30), ts: z.string().regex(/^\d{1,12}\.\d{1,9}$/) });
/** Files that came with the words, by reference: they stay where they were put. */
export const files = z.array(fileRef).max(MOST_FILES);
/** What people write. Slack keeps at most 40,000 characters of a message. */
export const words = z.string().trim().min(1).max(40_000);
export const line = z.string().trim().min(1).max(150);
export const nothing = z.object({});
export const number = z.number().int().positive().max(999_999_999).transform(ticketNumber);
export const person = z.string().min(1).transform(personId);

/** States in which somebody still has something to do. */
export const OPEN = STATES.slice(0, 9) as unknown as readonly Extract<
  State,
  | 'new'
  | 'preparing'
  | 'in_progress'
  | 'requester_replied'
  | 'escalation_answered'
  | 'answered'
  | 'pending'
  | 'workaround'
  | 'escalated'
>[];
