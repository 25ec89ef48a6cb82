import type { PersonId, TicketNumber, WorkspaceId } from '../domain/language.ts';
import type { MainText } from './told.ts';

/** Of whom, and of which of his tickets the answers may be read. */
export type CustomerAsk = { person: PersonId; numbers: readonly TicketNumber[] };
/** Something that he was told, in one of those tickets. */
type LastAnswer = { ticket: TicketNumber; author: PersonId | null; at: Date; text: MainText };
/** What the desk keeps of a requester besides his tickets. */
export type Customer = { manager: PersonId | null; answers: readonly LastAnswer[] };

export type Customers = { customer(workspace: WorkspaceId, ask: CustomerAsk): Promise<Customer> };
