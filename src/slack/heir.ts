import type { PersonId, TicketNumber } from '../domain/language.ts';
import { mergedInto } from '../domain/ticket.ts';
import type { Parts } from './parts.ts';

/** Further than any chain of mergers goes. */
const MOST_MERGERS = 20;

/** The ticket that goes on with one that was merged, as far as this person may see it. */
export async function heirOf(parts: Parts, number: TicketNumber, user: PersonId): Promise<TicketNumber | null> {
  let heir: TicketNumber | null = null;
  for (let step = 0; step < MOST_MERGERS; step++) {
    const looked = await parts.desk.look(heir ?? number, user);
    const next = 'kind' in looked ? null : mergedInto(looked.ticket);
    if (next === null) break;
    heir = next;
  }
  return heir;
}
