import { z } from 'zod';
import { CLOCKS, type ClockName } from '../language.ts';
import type { Clock, Ticket } from '../ticket.ts';
import { type Facts, OPEN, rule } from './rule.ts';

const which = z.object({ clock: z.enum(CLOCKS), due: z.coerce.date().optional() });

/** A promise that is about to be broken, and one that is: said once each. */
export const promising = {
  warn: rule({
    from: OPEN,
    to: OPEN,
    by: ['clock'],
    input: which,
    settle: withDue,
    guard: ({ clocks }, { at, input }) => {
      const clock = clocks[input.clock];
      return clock?.warnAt && clock.warnAt <= at && !clock.warnedAt ? null : 'not_due';
    },
    apply: (ticket, { at, input }) => marked(ticket, input.clock, { warnedAt: at }),
  }),

  breach: rule({
    from: OPEN,
    to: OPEN,
    by: ['clock'],
    input: which,
    settle: withDue,
    guard: ({ clocks }, { at, input }) => {
      const clock = clocks[input.clock];
      return clock?.dueAt && clock.dueAt <= at && !clock.breachedAt ? null : 'not_due';
    },
    apply: (ticket, { at, input }) => {
      const broken = marked(ticket, input.clock, { breachedAt: at });
      // Those who decide have it already: no rule needs to bring it to them.
      const known = ticket.state === 'escalated' && !ticket.escalatedBy.includes('breach');
      return known ? { ...broken, escalatedBy: [...ticket.escalatedBy, 'breach' as const] } : broken;
    },
  }),
};

/** The event says when it was due, whatever becomes of the clock. */
function withDue({ clock }: z.output<typeof which>, _facts: Facts, { clocks }: Ticket) {
  const due = clocks[clock]?.dueAt;
  return { clock, ...(due && { due }) };
}

function marked<T extends Ticket>(ticket: T, name: ClockName, mark: Partial<Clock>): T {
  const clock = ticket.clocks[name];
  return clock ? { ...ticket, clocks: { ...ticket.clocks, [name]: { ...clock, ...mark } } } : ticket;
}
