import { z } from 'zod';
import { RESOLVE_REASONS } from '../language.ts';
import { bare, rolesOf } from '../ticket.ts';
import { OPEN, rule, words } from './rule.ts';

/** Reasons an agent may give together with an answer. */
export const ANSWER_REASONS = [
  'solved',
  'answered',
  'duplicate',
  'via_chat',
  'via_call',
  'other',
] as const satisfies readonly (typeof RESOLVE_REASONS)[number][];

/** T13: how a ticket ends. */
export const closing = {
  resolve: rule({
    from: OPEN,
    to: ['resolved'],
    by: ['assignee', 'lead'],
    only: { escalated: ['lead', 'target'] },
    says: 'main',
    input: z.object({ reason: z.enum(ANSWER_REASONS).default('solved'), text: words }),
    closes: 'answered',
    explain: (ticket, by) =>
      ticket.state === 'escalated' && rolesOf(by, ticket).includes('assignee') ? 'with_management' : null,
    apply: (ticket, { by, at, input }) => ({
      ...bare(ticket),
      state: 'resolved',
      assignee: ticket.assignee ?? by.id,
      assignedAt: ticket.assignedAt ?? at,
      since: at,
      unread: false,
      firstReplyAt: ticket.firstReplyAt ?? at,
      resolution: { reason: input.reason, by: by.id, at },
    }),
  }),
};
