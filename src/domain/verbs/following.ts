import { z } from 'zod';
import { MOST_FOLLOWERS } from '../copying.ts';
import type { Role } from '../language.ts';
import { followable, mayRead, type Ticket } from '../ticket.ts';
import { type Facts, OPEN, person, rule } from './rule.ts';

const FOLLOWED = [...OPEN, 'resolved'] as const;
const LEFT = [...FOLLOWED, 'completed', 'cancelled', 'spam'] as const;
/** They may take somebody else out, too. */
const HOSTS: readonly Role[] = ['requester', 'creator', 'agent', 'lead', 'assignee', 'admin'];

/** They may follow it wherever it was asked. */
const WATCHERS: readonly Role[] = ['agent', 'lead', 'assignee', 'target', 'consulted', 'creator', 'admin', 'follower'];

/** He reads Main from then on, whatever else he may: not of a private ticket, nor of what one team asks another. */
function stranger(ticket: Ticket, { target }: Facts) {
  if (!target) return 'requester_unknown';
  if (!target.active) return 'target_left';
  return followable(ticket) || mayRead(target, ticket) ? null : 'not_followed';
}

const full = ({ followers }: Ticket) => (followers.length >= MOST_FOLLOWERS ? 'too_many_followers' : null);

/** Who hears of a ticket though he neither asked for it nor works on it. */
export const following = {
  follow: rule({
    from: FOLLOWED,
    to: FOLLOWED,
    by: ['agent', 'lead', 'assignee', 'target', 'consulted', 'creator', 'admin', 'anyone'],
    /** `seen`: the open channel in which he reads it anyway; said by the desk, never by himself. */
    input: z.object({ seen: z.string().optional() }),
    guard: (ticket, { by, input: { seen } }, _facts, roles) => {
      if (by.id === ticket.requester) return 'told_anyway';
      const openly = seen !== undefined && followable(ticket) && ticket.main?.channel === seen;
      if (!openly && !roles.some((role) => WATCHERS.includes(role))) return 'not_yours';
      return ticket.followers.includes(by.id) ? 'follows_already' : full(ticket);
    },
    apply: (ticket, { by }) => ({ ...ticket, followers: [...ticket.followers, by.id] }),
  }),

  add_follower: rule({
    from: FOLLOWED,
    to: FOLLOWED,
    by: ['requester', 'creator', 'agent', 'lead', 'assignee', 'admin'],
    input: z.object({ to: person }),
    guard: (ticket, { input: { to } }, facts) => {
      if (to === ticket.requester) return 'told_anyway';
      return ticket.followers.includes(to) ? 'follows_already' : (stranger(ticket, facts) ?? full(ticket));
    },
    apply: (ticket, { input: { to } }) => ({ ...ticket, followers: [...ticket.followers, to] }),
  }),

  unfollow: rule({
    from: LEFT,
    to: LEFT,
    by: [
      'follower',
      'target',
      'consulted',
      ...(HOSTS as ['requester', 'creator', 'agent', 'lead', 'assignee', 'admin']),
    ],
    /** Whom; left out, himself. */
    input: z.object({ to: person.optional() }),
    settle: ({ to }, _facts, _ticket, by) => ({ to: to ?? by.id }),
    guard: (ticket, { by, input: { to = by.id } }, _facts, roles) => {
      if (!ticket.followers.includes(to)) return 'not_following';
      return to === by.id || roles.some((role) => HOSTS.includes(role)) ? null : 'not_yours';
    },
    apply: (ticket, { by, input: { to = by.id } }) => ({
      ...ticket,
      followers: ticket.followers.filter((follower) => follower !== to),
    }),
  }),
};
