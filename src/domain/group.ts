import { z } from 'zod';
import { HOW } from './distribution.ts';
import { filePolicy } from './files.ts';
import type { Hours } from './hours.ts';
import { DOCUMENT_ON_CLOSE, MOST_PROCESSING, processingType } from './processing.ts';
import {
  type ClockName,
  ESCALATION_RULES,
  GROUP_KINDS,
  type GroupKey,
  type GroupKind,
  type Language,
  type Person,
  type PersonId,
  PRIORITIES,
  type Priority,
} from './language.ts';

/** `warn`: it goes when it is sent once more. */
export const BANNED_HOW = ['off', 'warn', 'block'] as const;
/** Minutes of a week. */
export const MOST_REOFFER = 10_080;

/** What a group may decide for itself. Every policy has a default, so an old row keeps working when one is added. */
export const policies = z.object({
  /** May the assignee forward a ticket, or only leads and administrators? */
  assignee_may_forward: z.boolean().default(true),
  /** And what a trigger has given him? */
  assignee_may_forward_triggered: z.boolean().default(false),
  /** May people who are no agents send a request for somebody else? */
  anybody_may_raise: z.boolean().default(true),
  /** May an agent who files a request for somebody leave it to whoever keeps it? */
  may_leave_unassigned: z.boolean().default(true),
  /** Is a new ticket given to somebody at once, or does it wait until somebody keeps it? */
  auto_assign: z.enum(['off', ...HOW]).default('off'),
  /** Business minutes after which what was given goes on to the next one, if nobody has begun with it; 0: never. */
  reoffer_minutes: z.number().int().nonnegative().max(MOST_REOFFER).default(0),
  /** What a requester's message does to a resolved ticket. */
  reopen: z.enum(['reopen_in_window', 'follow_up_only', 'reopen_n_days']).default('reopen_in_window'),
  /** For `reopen_n_days`. */
  reopen_days: z.number().int().positive().max(14).default(14),
  /** Days after which a silent requester is reminded, and days after that until his ticket is resolved; 0: never. */
  remind_days: z.number().int().nonnegative().max(365).default(3),
  no_response_days: z.number().int().nonnegative().max(365).default(4),
  /** Emoji that mean a verb, `create` or `urgent`. True: the usual ones. False: none. */
  emoji: z.union([z.boolean(), z.record(z.string(), z.string())]).default(true),
  /** Minutes a manager has to acknowledge an escalation. */
  ack_minutes: z.number().int().positive().default(30),
  ack_minutes_urgent: z.number().int().positive().default(10),
  /** Hours after which a manager who has acknowledged and says nothing is asked again; 0: never. */
  nudge_hours: z.number().int().nonnegative().max(720).default(4),
  /** What makes the clock ask the chain for a decision, each once for a ticket. */
  escalate_on: z.array(z.enum(ESCALATION_RULES)).default([]),
  /** Minutes after which what is urgent should be somebody's. */
  urgent_unassigned_minutes: z.number().int().positive().default(15),
  /** What happens to an answer in which a banned word stands. */
  banned_words: z.enum(BANNED_HOW).default('warn'),
  /** Which files it takes, how big and how many. */
  files: filePolicy.prefault({}),
  /** What its tickets may turn out to be about. */
  processing_types: z.array(processingType).max(MOST_PROCESSING).default([]),
  /** Is whoever ends a ticket asked for that, and how it was solved? */
  document_on_close: z.enum(DOCUMENT_ON_CLOSE).default('off'),
  /** May all who work on a ticket look at who asks (profile, telephone, other tickets), or only leads and administrators? */
  customer_for_agents: z.boolean().default(true),
});
export type Policies = z.output<typeof policies>;

export const USUAL_EMOJI: Readonly<Record<string, string>> = {
  ticket: 'create',
  eyes: 'keep',
  white_check_mark: 'resolve',
  rotating_light: 'urgent',
};
/** What each emoji means in a group. */
export const emojiOf = ({ emoji }: Pick<Policies, 'emoji'>): Readonly<Record<string, string>> =>
  emoji === true ? USUAL_EMOJI : emoji === false ? {} : emoji;

const minutes = z.number().int().positive();
const promised = z.object({
  first_response: minutes,
  next_response: minutes,
  resolution: minutes,
  root_cause: minutes,
} satisfies Record<ClockName, typeof minutes>);
/** What may stop the clocks besides the requester's turn. */
export const PAUSES = ['dependency', 'check'] as const;
/** What a group promises, in minutes of its business hours, and to which priorities it promises something else. */
export const sla = promised.partial().extend({
  pauses_in: z.array(z.enum(PAUSES)).default([]),
  priorities: z.partialRecord(z.enum(PRIORITIES), promised.partial()).default({}),
});
export type Sla = z.output<typeof sla>;

const MINUTE = 60_000;
/** How many milliseconds of business time it may take; null where nothing is promised. */
export function promisedMs({ sla: { priorities, ...all } }: Group, priority: Priority, clock: ClockName) {
  const given = priorities[priority]?.[clock] ?? all[clock];
  return given === undefined ? null : given * MINUTE;
}

const DAY = 24 * 60 * MINUTE;
/** After this long a resolved ticket is completed, whatever the group decides: exactly 14 times 24 hours. */
const COMPLETED_AFTER = 14 * DAY;

export const completesAt = (resolvedAt: Date): Date => new Date(resolvedAt.getTime() + COMPLETED_AFTER);

/** For `reopen_n_days`: until when its requester opens it again. */
export const closesAt = ({ reopen_days }: Policies, resolvedAt: Date): Date =>
  new Date(resolvedAt.getTime() + reopen_days * DAY);

/** Why a ticket that was resolved then is not opened again by its requester now; null when it is. */
export function closedFor(policies: Policies, resolvedAt: Date, now: Date) {
  const { reopen } = policies;
  if (reopen === 'follow_up_only') return 'follow_up_only' as const;
  const late = reopen === 'reopen_n_days' && now > closesAt(policies, resolvedAt);
  return late ? ('too_late' as const) : null;
}

/** One step of an escalation chain. */
export const chainStep = z.union([
  z.enum(['manager_of_assignee', 'group_lead', 'it_support']),
  z.object({ person: z.string() }),
  /** The members of a user group of Slack's, by its handle, one after another. */
  z.object({ user_group: z.string(), minutes: z.number().int().positive().optional() }),
  /** Those whose turn it is: from a day on, in a time zone, a day or a week each. */
  z.object({
    on_call: z.object({
      people: z.array(z.string()).min(1),
      every: z.enum(['day', 'week']),
      from: z.string(),
      zone: z.string(),
    }),
    minutes: z.number().int().positive().optional(),
  }),
]);
export type ChainStep = z.output<typeof chainStep>;

export const groupKind = z.enum(GROUP_KINDS);

/** A department or team, with one private agents' channel. */
export type Group = {
  key: GroupKey;
  name: string;
  kind: GroupKind;
  language: Language;
  agentsChannel: string | null;
  leads: readonly PersonId[];
  chain: readonly ChainStep[];
  policies: Policies;
  /** Null: always open. */
  hours: Hours | null;
  sla: Sla;
};

/** Administrators look after everything, leads after what is of their groups. Null: what is of all groups. */
export const looksAfter = (person: Person | null, group: GroupKey | null): boolean =>
  person !== null && person.active && (person.admin || (group !== null && person.leadOf.includes(group)));

/** Does he look after any group at all? */
export const looksAfterAny = (person: Person | null): person is Person =>
  person !== null && person.active && (person.admin || person.leadOf.length > 0);
