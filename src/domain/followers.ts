import type { Ticket } from './ticket.ts';
import type { Act, Birth } from './verbs.ts';

/** Reasons for ending a ticket in silence of which its requester is told all the same, or he would wait for ever. */
export const TOLD_REASONS: readonly unknown[] = ['duplicate', 'no_response'];

/** Followers hear what the requester hears: words, and that it is over. Whoever is made one hears that. */
export function followersTold(
  to: 'ping_followers' | 'ping_added',
  { verb, input }: Act | Birth,
  { followers }: Ticket,
) {
  if (to === 'ping_added') return followers.slice(-1);
  if (verb === 'resolve_internally') return TOLD_REASONS.includes(input['reason']) ? followers : [];
  return verb !== 'pend' || input['text'] !== undefined ? followers : [];
}
