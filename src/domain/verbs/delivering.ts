import { z } from 'zod';
import { STATES } from '../language.ts';
import { type Ticket, UNDELIVERED_WHYS } from '../ticket.ts';
import { rule } from './rule.ts';

const event = z.coerce.number().int().positive().max(999_999_999);
/** Which of them: the one that a button speaks of, else the last. */
const meant = ({ undelivered }: Ticket, of: number | undefined) =>
  undelivered.find(({ seq }, at) => (of === undefined ? at === undelivered.length - 1 : seq === of));

/** What becomes of an answer that Slack does not take, and never will as things stand. */
export const delivering = {
  undelivered: rule({
    from: STATES,
    to: STATES,
    by: ['clock'],
    input: z.object({ of: event, why: z.enum(UNDELIVERED_WHYS) }),
    guard: (ticket, { input }) => (meant(ticket, input.of) ? 'nothing_changed' : null),
    apply: (ticket, { input: { of, why } }) => ({
      ...ticket,
      undelivered: [...ticket.undelivered, { seq: of, why, told: ticket.version + 1 }],
    }),
  }),

  /** Once: what is on its way again is nothing that could be sent again. */
  resend: rule({
    from: STATES,
    to: STATES,
    by: ['assignee', 'lead'],
    only: { new: ['agent', 'lead'] },
    input: z.object({ of: event.optional() }),
    moot: ({ undelivered }) => (undelivered.length > 0 ? null : 'nothing_to_resend'),
    settle: (input, _facts, ticket) => {
      const one = meant(ticket, input.of);
      return one ? { of: one.seq } : input;
    },
    guard: (ticket, { input }) => (meant(ticket, input.of) ? null : 'nothing_to_resend'),
    apply: (ticket, { input }) => ({
      ...ticket,
      undelivered: ticket.undelivered.filter(({ seq }) => seq !== input.of),
    }),
  }),
};
