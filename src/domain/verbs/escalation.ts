import { z } from 'zod';
import { addBusinessMs } from '../hours.ts';
import type { Actor } from '../language.ts';
import { bare, mayReadInternal, type Ticket } from '../ticket.ts';
import { nothing, OPEN, person, rule, words } from './rule.ts';

const MINUTE = 60_000;
const BEFORE = OPEN.filter((state) => state !== 'escalated');

/** Somebody was faster: the question is no longer open. */
const settled = (ticket: Ticket, by: Actor) =>
  ticket.state !== 'escalated' && mayReadInternal(by, ticket) ? 'escalation_over' : null;

/** T20, T22, T24, T26: a person up the chain is asked, and answers. */
export const escalation = {
  escalate: rule({
    from: BEFORE,
    to: ['escalated'],
    by: ['assignee', 'lead'],
    input: z.object({
      to: person,
      ask: words,
      reason: words,
      level: z.number().int().positive().default(1),
      ack_due: z.coerce.date().optional(),
    }),
    settle: (input, { at, chain, group: { policies, hours } }, { priority }) => ({
      ...input,
      level: chain.indexOf(input.to) + 1,
      // What is urgent does not wait for the morning.
      ack_due:
        priority === 'urgent'
          ? addBusinessMs(at, policies.ack_minutes_urgent * MINUTE, null)
          : addBusinessMs(at, policies.ack_minutes * MINUTE, hours),
    }),
    guard: (_ticket, { by, input }, { chain, target }) => {
      if (input.to === by.id) return 'escalate_to_self';
      if (!target?.active) return 'target_left';
      return chain.includes(input.to) ? null : 'not_in_chain';
    },
    apply: (ticket, { by, at, input }) => ({
      ...bare(ticket),
      consulted: [...new Set([...ticket.consulted, input.to])],
      state: 'escalated',
      assignee: ticket.assignee ?? by.id,
      assignedAt: ticket.assignedAt ?? at,
      since: at,
      // Whoever asks for a decision has read what the requester wrote.
      unread: false,
      escalation: {
        seq: ticket.version + 1,
        level: input.level,
        from: by.id,
        to: input.to,
        team: null,
        ask: input.ask,
        reason: input.reason,
        at,
        acknowledgedAt: null,
        ackDueAt: input.ack_due ?? at,
      },
    }),
  }),

  acknowledge: rule({
    from: ['escalated'],
    to: ['escalated'],
    by: ['target'],
    explain: settled,
    input: nothing,
    moot: ({ escalation }) => (escalation.acknowledgedAt ? 'already_acknowledged' : null),
    apply: (ticket, { at }) => ({ ...ticket, escalation: { ...ticket.escalation, acknowledgedAt: at } }),
  }),

  return: rule({
    from: ['escalated'],
    to: ['escalation_answered'],
    by: ['target'],
    explain: settled,
    says: 'internal',
    closes: 'answered',
    input: z.object({ text: words }),
    apply: (ticket, { at }) => ({
      ...bare(ticket),
      state: 'escalation_answered',
      assignee: ticket.assignee,
      since: at,
    }),
  }),

  withdraw: rule({
    from: ['escalated'],
    to: ['in_progress'],
    by: ['escalator', 'assignee', 'lead'],
    explain: settled,
    closes: 'withdrawn',
    input: z.object({ reason: words }),
    apply: (ticket, { at }) => ({ ...bare(ticket), state: 'in_progress', assignee: ticket.assignee, since: at }),
  }),
};
