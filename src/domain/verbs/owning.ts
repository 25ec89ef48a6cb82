import { z } from 'zod';
import { nothing, OPEN, person, rule } from './rule.ts';

/** Whom a ticket is for: that he is told of it, and that it is somebody else's. */
export const owning = {
  tell_requester: rule({
    from: [...OPEN, 'resolved'],
    to: [...OPEN, 'resolved'],
    by: ['assignee', 'lead', 'creator'],
    only: { new: ['agent', 'lead', 'creator'] },
    input: nothing,
    moot: ({ sendToUser }) => (sendToUser ? 'requester_knows' : null),
    apply: (ticket) => ({ ...ticket, sendToUser: true }),
  }),

  change_owner: rule({
    from: [...OPEN, 'resolved'],
    to: [...OPEN, 'resolved'],
    by: ['lead', 'admin'],
    input: z.object({ to: person, note: z.string().trim().max(3000).optional() }),
    guard: (ticket, { input: { to } }, { target }) => {
      if (ticket.parent !== null) return 'asked_by_team';
      if (!target) return 'requester_unknown';
      if (!target.active) return 'requester_left';
      return to === ticket.requester ? 'nothing_changed' : null;
    },
    // What was asked of the one before is not asked of this one.
    apply: ({ followers, ...ticket }, { input: { to } }) => ({
      ...ticket,
      requester: to,
      followers: followers.filter((one) => one !== to),
      cancelAsked: null,
    }),
  }),
};
