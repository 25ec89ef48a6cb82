import { enact, type Done } from './decide.ts';
import type { LinkKind, TicketNumber } from './language.ts';
import { lettersFor } from './notices.ts';
import type { Ticket } from './ticket.ts';
import type { Act, Birth } from './verbs.ts';
import { linkTo, type SeenFromThere } from './verbs/linking.ts';
import type { Last } from './verbs/rule.ts';

const MIRRORED: Record<LinkKind, SeenFromThere> = {
  related: 'related',
  split_into: 'split_from',
  split_from: 'split_into',
  merged_into: 'merged',
};
type Seen = { how: SeenFromThere; gone: boolean; follower?: unknown };

/** The same act as an event of the other ticket; null where the other one has no part in it. */
export function counterpartOf({ act, before, ticket }: Done, other: Ticket, last: Last | null): Done | null {
  const seen = before && !other.deletedAt && seenFromThere(act, before, last);
  if (!seen) return null;
  const linked: Act = { verb: 'linked', by: act.by, at: act.at, input: { with: ticket.number, ...seen } };
  return follows(other, linked);
}

type Did = Pick<Act | Birth, 'verb' | 'input'>;

function seenFromThere({ verb, input }: Did, before: Ticket, last: Last | null): Seen | null {
  if (verb === 'link') return { how: 'related', gone: false };
  if (verb === 'merge')
    return { how: 'merged', gone: false, ...(input['follower'] !== undefined && { follower: input['follower'] }) };
  if (verb === 'resolve_internally') return input['reason'] === 'duplicate' ? { how: 'duplicate', gone: false } : null;
  if (verb === 'unlink') {
    const link = linkTo(before, Number(input['with']) as TicketNumber);
    return link ? { how: MIRRORED[link.how], gone: true } : null;
  }
  // What is taken back here is taken back there.
  if (verb !== 'undo' || !last) return null;
  const seen = seenFromThere({ verb: last.verb as Act['verb'], input: last.input }, last.before, null);
  return seen && { ...seen, gone: !seen.gone };
}

/** An event that follows from another decision and needs none of its own. */
export function follows(ticket: Ticket, act: Act): Done {
  const after = enact(ticket, act);
  return { kind: 'done', act, before: ticket, ticket: after, letters: lettersFor(act, ticket, after, []) };
}
