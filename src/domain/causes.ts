import { z } from 'zod';
import type { Policies } from './group.ts';
import { type Cause, CLOCKS, ESCALATION_RULES, type EscalationRule, type PersonId } from './language.ts';
import { isOpenTicket, isUnhappy, type Ticket } from './ticket.ts';

/** A cause as it stands in an event, and in a row of `escalations`. */
export const cause = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('breach'), clock: z.enum(CLOCKS) }),
  z.object({ rule: z.literal('urgent_unassigned'), minutes: z.number() }),
  z.object({ rule: z.literal('unhappy'), score: z.number() }),
  z.object({ rule: z.literal('reopened'), times: z.number() }),
  z.object({ rule: z.literal('trigger'), name: z.string() }),
]) satisfies z.ZodType<Cause>;

type Met = { cause: Extract<Cause, { rule: EscalationRule }>; at: Date };

const MINUTE = 60_000;
const OFTEN = 2;

/** When a ticket is a case for those who decide, and since when: null as long as it is none. */
const rules: Record<EscalationRule, (ticket: Ticket, policies: Policies) => Met | null> = {
  breach: ({ clocks }) => {
    const broken = CLOCKS.flatMap((clock): Met[] => {
      const its = clocks[clock];
      return its?.breachedAt && its.since && !its.endedAt
        ? [{ cause: { rule: 'breach', clock }, at: its.breachedAt }]
        : [];
    });
    return broken.toSorted((a, b) => a.at.getTime() - b.at.getTime())[0] ?? null;
  },
  // What is urgent keeps no office hours.
  urgent_unassigned: ({ state, priority, since, urgentSince }, { urgent_unassigned_minutes: minutes }) => {
    if (state !== 'new' || priority !== 'urgent') return null;
    const from = Math.max(since.getTime(), (urgentSince ?? since).getTime());
    return { cause: { rule: 'urgent_unassigned', minutes }, at: new Date(from + minutes * MINUTE) };
  },
  // Of what is over the leads were told when it was rated: it is a case for a decision once it is open again.
  unhappy: (ticket) =>
    isUnhappy(ticket) && ticket.rating
      ? { cause: { rule: 'unhappy', score: ticket.rating.score }, at: ticket.rating.at }
      : null,
  reopened: ({ reopened, since }) =>
    reopened >= OFTEN ? { cause: { rule: 'reopened', times: reopened }, at: since } : null,
};

/** All that makes a ticket a case for a decision, or will if nothing happens, whether its group asks for that or not. */
const causesOf = (ticket: Ticket, policies: Policies): Met[] =>
  isOpenTicket(ticket) && ticket.state !== 'escalated' && !ticket.calledOff
    ? ESCALATION_RULES.flatMap((name) => rules[name](ticket, policies) ?? [])
    : [];

/** The rules that are met by now: what is decided is decided for all of them. */
export const metBy = (ticket: Ticket, policies: Policies, now: Date): EscalationRule[] =>
  causesOf(ticket, policies).flatMap(({ cause: { rule }, at }) => (at <= now ? [rule] : []));

/** Why the clock is going to ask for a decision, and when: each rule of the group once. */
export const causesFor = (ticket: Ticket, policies: Policies): Met[] =>
  causesOf(ticket, policies).filter(
    ({ cause: { rule } }) => policies.escalate_on.includes(rule) && !ticket.escalatedBy.includes(rule),
  );

/** Who answers for a ticket while those above decide: whoever has it, or a lead if nobody has: rather one who has not asked for it himself. */
export const holderOf = ({ assignee, requester }: Ticket, leads: readonly PersonId[]): PersonId | null =>
  assignee ?? leads.find((lead) => lead !== requester) ?? leads[0] ?? null;
