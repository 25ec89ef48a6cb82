import { completesAt } from './group.ts';
import type { Ticket } from './ticket.ts';
import type { Verb } from './verbs.ts';

type Rung = { verb: Verb; due: (ticket: Ticket) => Date | null };

/** What happens when nobody does anything. One row is one rung. */
const ladder: readonly Rung[] = [
  { verb: 'wake', due: (ticket) => (ticket.state === 'pending' ? ticket.pending.wakeAt : null) },
  {
    verb: 'complete',
    due: (ticket) => (ticket.state === 'resolved' ? completesAt(ticket.resolution.at) : null),
  },
];

/** The clock's next word on this ticket; null when it has none. */
export function clockTurn(ticket: Ticket): { verb: Verb; at: Date } | null {
  const turns = ladder.flatMap(({ verb, due }) => {
    const at = due(ticket);
    return at ? [{ verb, at }] : [];
  });
  return turns.toSorted((a, b) => a.at.getTime() - b.at.getTime())[0] ?? null;
}
