import type { PersonId, TicketNumber, WorkspaceId } from '../domain/language.ts';
import type { Verb } from '../domain/verbs.ts';

/** Whose words, for which ticket (null: for none yet), in which form. */
export type Place = { workspace: WorkspaceId; person: PersonId; ticket: TicketNumber | null; form: string };
/** The same of a ticket that is there, in the form of a verb. */
export type DraftOf = Place & { ticket: TicketNumber; form: Verb };
/** The answers as they stand in the form, the templates whose words are among them, and what of theirs is ticked. */
export type Written = {
  answers: Record<string, string | string[]>;
  templates: string[];
  ticked: string[];
};
export type Draft = Written & { at: Date; view: string };

/** Where is kept what somebody has written and not sent. */
export type Drafts = {
  find(of: Place): Promise<Draft | null>;
  /**
   * As it stood in a window at a moment; null: nothing of it is left. What is older than what is kept of that window changes
   * nothing. `asked`: the questions that stood there; what was answered to others in that window stays.
   */
  keep(of: Place, written: Written | null, when: { at: Date; view: string; asked?: readonly string[] }): Promise<void>;
  /** It was sent from this window, of which nothing is kept any more. */
  sent(of: Place, view: string): Promise<void>;
};
