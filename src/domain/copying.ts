import { z } from 'zod';
import { type Person, personId, type PersonId } from './language.ts';
import { followable, mayRead, type Ticket } from './ticket.ts';
import type { Act } from './verbs.ts';
import type { Objection } from './verbs/rule.ts';

export const MOST_FOLLOWERS = 50;
/** Whoever shall read this answer as well, and follows the ticket from then on. */
export const cc = z.array(z.string().min(1).transform(personId)).max(20).optional();

export const copiedIn = (input: unknown): PersonId[] => z.object({ cc }).safeParse(input ?? {}).data?.cc ?? [];

/** Those who do not hear of it anyway. */
const added = ({ requester, followers }: Ticket, { input, by }: Pick<Act, 'input' | 'by'>): PersonId[] =>
  [...new Set(copiedIn(input))].filter(
    (one) => one !== requester && !followers.includes(one) && !(by.kind === 'person' && by.id === one),
  );

/** Who cannot be told, and why: he reads Main from then on, whatever else he may. */
export function notCopied(
  ticket: Ticket,
  act: Pick<Act, 'input' | 'by'>,
  known: readonly Person[] = [],
): Objection | null {
  const more = added(ticket, act);
  if (ticket.followers.length + more.length > MOST_FOLLOWERS) return 'too_many_followers';
  for (const one of more) {
    const person = known.find(({ id }) => id === one);
    if (!person) return 'requester_unknown';
    if (!person.active) return 'target_left';
    if (!followable(ticket) && !mayRead(person, ticket)) return 'not_followed';
  }
  return null;
}

/** They follow it from this answer on, so that they are told of it as every follower is. */
export function withCopied(before: Ticket, after: Ticket, act: Act): Ticket {
  const more = added(before, act);
  return more.length === 0 ? after : { ...after, followers: [...after.followers, ...more] };
}
