import type { GroupKey, Person, TicketNumber, WorkspaceId } from '../domain/language.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { MainText } from './told.ts';

/** What is about to be asked, and who asks. `channels`: request channels that are open to him. */
export type SimilarAsk = { by: Person; title: string; content: string; channels: readonly string[] };

/** `answer`: what its requester was told at the end. */
export type Alike = { ticket: Ticket; answer: MainText | null };

export type Likenesses = {
  /** The likest first; nothing where it would take too long. */
  similar(workspace: WorkspaceId, ask: SimilarAsk): Promise<Alike[]>;
  /** What was found for a ticket by a job, as far as agents of this group may all read it. */
  similarTo(workspace: WorkspaceId, number: TicketNumber, group: GroupKey): Promise<Alike[]>;
};
