import type { PersonId } from './language.ts';
import type { Ticket } from './ticket.ts';
import type { Act, Birth } from './verbs.ts';

/** Reasons for ending a ticket in silence of which its requester is told all the same, or he would wait for ever. */
export const TOLD_REASONS: readonly unknown[] = ['duplicate', 'no_response'];

/** Followers hear what the requester hears: words, and that it is over. Whoever is made one hears that, and whoever a note names. */
export function besides(
  to: 'ping_followers' | 'ping_added' | 'ping_mentioned',
  { verb, input }: Act | Birth,
  { followers }: Ticket,
): readonly PersonId[] {
  if (to === 'ping_mentioned') return (input['mentions'] ?? []) as PersonId[];
  if (to === 'ping_added') return followers.slice(-1);
  if (verb === 'resolve_internally') return TOLD_REASONS.includes(input['reason']) ? followers : [];
  return verb !== 'pend' || input['text'] !== undefined ? followers : [];
}
