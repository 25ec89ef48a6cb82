import type { GroupKey, PersonId } from './language.ts';
import type { Ticket } from './ticket.ts';

/** Who has the ticket that asks, or had it last, and in which group it is. */
export type Asks = { to: PersonId; group: GroupKey };
/** Is it they who ask here already, or does nobody? */
export const isAskedBy = ({ parent, requester, asker }: Ticket, { to, group }: Asks): boolean =>
  parent === null || (requester === to && asker === group);
