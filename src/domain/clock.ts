import { causesFor } from './causes.ts';
import { completesAt, type Policies } from './group.ts';
import { CLOCKS, type PersonId } from './language.ts';
import { type Asks, isAskedBy } from './asking.ts';
import { isOpenTicket, mergedInto, silentSince, type Ticket, type TicketIn } from './ticket.ts';
import type { Scheduled } from './scheduled.ts';
import { ruleOf, type Verb } from './verbs.ts';

/** What the clock has to know besides the ticket. */
export type Around = {
  policies: Policies;
  /** The ticket that this one waits for, repeats, or has had made for another team. `unknown`: nobody has looked yet. */
  other: 'open' | 'done' | 'unknown' | 'none';
  /** The ticket whose agents asked here, if any did: does it still wait for this one? */
  parent?: 'waits' | 'gone' | 'unknown' | 'none';
  /** Who asks there now; null: nobody any more. */
  asks?: Asks | null;
  /** To whom the ticket may be given, if nobody has it. */
  free?: PersonId | 'unknown' | null;
  /** When it is asked. */
  at: Date;
};
/** What nobody has looked at yet, whenever something is written. */
export const UNSEEN = { other: 'unknown', parent: 'unknown', free: 'unknown' } as const;
type Turn = {
  verb: Verb;
  input?: Record<string, unknown>;
  /** In whose name, where it is not the clock's own, and which answer it sends. */
  sends?: Pick<Scheduled, 'by' | 'seq' | 'warned' | 'acts' | 'templates'>;
};
type Rung = Turn & { due: (ticket: Ticket, around: Around) => Date | null };

const DAY = 24 * 60 * 60_000;
/** The other ticket may have been done in the very moment in which this one began to wait for it. */
const LOOK_MS = 5000;
const after = (moment: Date, ms: number): Date => new Date(moment.getTime() + ms);

/** When the other ticket is done, at once; who has not looked at it yet looks soon. */
const onceDone = (since: Date, { other }: Around): Date | null =>
  other === 'done' ? since : other === 'unknown' ? after(since, LOOK_MS) : null;

/** When he was reminded in this silence; null when he was not. */
const remindedAt = ({ remindedAt: at, since }: Ticket): Date | null => (at && at >= since ? at : null);

/** A promise that is broken already needs no warning any more. */
const promises = CLOCKS.flatMap((clock): Rung[] => [
  {
    verb: 'warn',
    input: { clock },
    due: ({ clocks: { [clock]: its } }, { at }) =>
      its?.dueAt && at < its.dueAt && !its.warnedAt && !its.breachedAt ? its.warnAt : null,
  },
  {
    verb: 'breach',
    input: { clock },
    due: ({ clocks: { [clock]: its } }) => (its?.breachedAt ? null : (its?.dueAt ?? null)),
  },
]);
/** An escalation that nobody has acknowledged yet, as long as there is somebody left to ask. */
const unanswered = (ticket: Ticket, due: (open: TicketIn<'escalated'>['escalation']) => Date | null): Date | null =>
  ticket.state === 'escalated' &&
  ticket.escalation.to &&
  !ticket.escalation.acknowledgedAt &&
  !ticket.escalation.endedAt
    ? due(ticket.escalation)
    : null;

/** What happens when nobody does anything. One row is one rung. */
const ladder: readonly Rung[] = [
  { verb: 'wake', due: (ticket) => (ticket.state === 'pending' ? ticket.pending.wakeAt : null) },
  {
    verb: 'wake',
    due: (ticket, around) =>
      ticket.state === 'pending' && ticket.pending.blockedBy ? onceDone(ticket.since, around) : null,
  },
  {
    verb: 'remind',
    due: (ticket, { policies: { remind_days } }) => {
      const since = silentSince(ticket);
      return since && remind_days > 0 && !remindedAt(ticket) ? after(since, remind_days * DAY) : null;
    },
  },
  {
    verb: 'expire',
    due: (ticket, { policies }) => {
      const reminded = silentSince(ticket) && remindedAt(ticket);
      return reminded && policies.no_response_days > 0 ? expiresAt(reminded, policies) : null;
    },
  },
  {
    verb: 'original_done',
    due: (ticket, around) =>
      ticket.state === 'resolved' &&
      ticket.resolution.duplicateOf &&
      !ticket.resolution.originalDone &&
      !mergedInto(ticket)
        ? onceDone(ticket.since, around)
        : null,
  },
  {
    verb: 'team_answered',
    due: (ticket, around) =>
      ticket.state === 'escalated' && ticket.escalation.team ? onceDone(ticket.since, around) : null,
  },
  {
    verb: 'call_off',
    due: (ticket, { parent }) => {
      if (ticket.parent === null || ticket.calledOff || !isOpenTicket(ticket)) return null;
      return parent === 'gone' ? ticket.createdAt : parent === 'unknown' ? after(ticket.updatedAt, LOOK_MS) : null;
    },
  },
  { verb: 'nudge', due: (ticket) => unanswered(ticket, (open) => (open.remindedAt ? null : open.ackDueAt)) },
  { verb: 'time_out', due: (ticket) => unanswered(ticket, (open) => (open.remindedAt ? open.ackDueAt : null)) },
  {
    verb: 'nudge',
    due: (ticket) =>
      ticket.state === 'escalated' && ticket.escalation.acknowledgedAt ? ticket.escalation.nudgeAt : null,
  },
  { verb: 'same_problem', due: ({ sameAsked }) => sameAsked && sameAt(sameAsked) },
  {
    verb: 'complete',
    due: (ticket) => (ticket.state === 'resolved' && !ticket.sameAsked ? completesAt(ticket.resolution.at) : null),
  },
  ...promises,
];

/** What somebody wrote for this time, unless it waits for a word of his; once nothing can be said any more, it comes back. */
const sending = ({ scheduled, state }: Ticket): Rung[] => {
  if (!scheduled) return [];
  const { verb, held, stopped, answer, at } = scheduled;
  const waits = (held || stopped !== null) && ruleOf(verb).from.includes(state);
  return waits ? [] : [{ verb, input: answer, sends: scheduled, due: () => at }];
};

/** Whoever has the ticket that asks is who asks here. */
const handing = (ticket: Ticket, { asks, parent }: Around): Rung[] =>
  !asks || parent !== 'waits' || ticket.calledOff || !isOpenTicket(ticket) || isAskedBy(ticket, asks)
    ? []
    : [{ verb: 'hand_on', input: asks, due: ({ updatedAt }) => updatedAt }];

/** T4: to whoever is next, at once. While nobody is there, the ticket waits as any other. */
const giving = ({ policies, free }: Around): Rung[] =>
  policies.auto_assign === 'off' || !free
    ? []
    : [{ verb: 'auto_assign', input: { to: free }, due: ({ state, since }) => (state === 'new' ? since : null) }];

/** On to the next one, as long as the group gives at all; without him those who lead are told. */
const offering = ({ policies, free }: Around): Rung[] =>
  policies.auto_assign === 'off' || policies.reoffer_minutes === 0
    ? []
    : [{ verb: 'reoffer', input: free ? { to: free } : {}, due: ({ offer }) => offer?.due ?? null }];

/** What the group wants those above to know of, without anybody asking. */
const ruled = (ticket: Ticket, { policies }: Around) =>
  causesFor(ticket, policies).map(({ cause, at }) => ({ verb: 'escalate_by_rule' as const, input: { cause }, at }));

const SAME_AFTER_MS = 30 * 60_000;

/** When a requester who does not say whether it is the same problem is taken to mean that it is. */
export const sameAt = ({ at }: { at: Date }): Date => after(at, SAME_AFTER_MS);

/** When a requester who was reminded and stays silent is taken to need nothing more. */
export const expiresAt = (reminded: Date, { no_response_days }: Policies): Date =>
  after(reminded, no_response_days * DAY);

/** The clock's next word on this ticket; null when it has none. */
export const clockTurn = (ticket: Ticket, around: Around): (Turn & { at: Date }) | null =>
  clockTurns(ticket, around)[0] ?? null;

/** All that the clock has to say on this ticket if nobody else does anything, the earliest first. */
export function clockTurns(ticket: Ticket, around: Around): (Turn & { at: Date })[] {
  const turns = [
    ...ladder,
    ...sending(ticket),
    ...handing(ticket, around),
    ...giving(around),
    ...offering(around),
  ].flatMap(({ due, ...turn }) => {
    const at = due(ticket, around);
    return at ? [{ ...turn, at }] : [];
  });
  return [...turns, ...ruled(ticket, around)].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}
