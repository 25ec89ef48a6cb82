import { type Ball, isOpen } from './language.ts';
import type { Ticket } from './ticket.ts';

/** Who must move next. */
export function ballOf(ticket: Ticket): Ball {
  if (ticket.cancelAsked && isOpen(ticket.state)) return 'requester';
  if (ticket.sameAsked) return 'requester';
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
      return ticket.escalation.team ? 'other_ticket' : 'management';
    case 'resolved':
    case 'completed':
    case 'cancelled':
    case 'spam':
      return 'nobody';
  }
}
