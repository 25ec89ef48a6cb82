import type { PersonId, TicketNumber, WorkspaceId } from '../domain/language.ts';
import type { Verb } from '../domain/verbs.ts';

/** Whose words, for which ticket, in which form. */
export type DraftOf = { workspace: WorkspaceId; person: PersonId; ticket: TicketNumber; form: Verb };
/** The answers as they stand in the form, the templates whose words are among them, and what of theirs is ticked. */
export type Written = {
  answers: Record<string, string | string[]>;
  templates: string[];
  ticked: string[];
};
export type Draft = Written & { at: Date; view: string };

/** Where is kept what somebody has written and not sent. */
export type Drafts = {
  find(of: DraftOf): Promise<Draft | null>;
  /** As it stood in a window at a moment; null: nothing of it is left. What is older than what is kept of that window changes nothing. */
  keep(of: DraftOf, written: Written | null, when: { at: Date; view: string }): Promise<void>;
  /** It was sent from this window, of which nothing is kept any more. */
  sent(of: DraftOf, view: string): Promise<void>;
};
