import { z } from 'zod';
import { STATES } from '../language.ts';
import type { Ticket } from '../ticket.ts';
import { rule } from './rule.ts';

/** As long as nobody has built on it: afterwards the opposite is done, and said. */
export const UNDO_MS = 10 * 60_000;
/** Words that were changed or taken back are not kept; what was masked is unmasked with a reason. */
export const NEVER_UNDONE: readonly string[] = [
  'undo',
  'correct',
  'retract',
  'mask',
  'unmask',
  'destroy',
  'undelivered',
  'resend',
  'unschedule',
  'send_back',
];

const asksTeam = (ticket: Ticket): boolean => ticket.state === 'escalated' && ticket.escalation.team !== null;

/** By these the requester has a card that he had not before. */
const OUTSIDE: readonly string[] = ['tell_requester', 'change_owner', 'split'];

/** T32: the last thing that one did oneself is taken back, before anybody outside was told. */
export const undoing = {
  undo: rule({
    from: STATES,
    to: STATES,
    /** Whoever did it; a forward may have taken the ticket away from him. */
    by: ['anyone'],
    /** The event that is undone: the one that a button speaks of, else the last, found out by the desk. */
    input: z.object({ seq: z.coerce.number().int().positive().optional() }),
    settle: (_input, { last }) => ({ seq: last?.seq ?? 1 }),
    guard: (ticket, { by, at, input }, { last }) => {
      if (!last || last.by !== by.id || NEVER_UNDONE.includes(last.verb)) return 'nothing_to_undo';
      if (input.seq !== undefined && input.seq !== last.seq) return 'changed_since';
      // It stands in Slack as it was typed: taking back the event would take back nothing.
      if (last.verb === 'note' && last.input['source']) return 'typed_in_slack';
      if (last.verb === 'linked') return 'undo_there';
      if (last.told || OUTSIDE.includes(last.verb)) return 'told_already';
      // A team's ticket was made or called off with it: that is not taken back by one side.
      if (asksTeam(ticket) || asksTeam(last.before)) return 'told_already';
      return at.getTime() - last.at.getTime() > UNDO_MS ? 'too_late_to_undo' : null;
    },
    // `enact` puts back the ticket as it was: only the history knows how that is.
    apply: (ticket) => ticket,
  }),
};
