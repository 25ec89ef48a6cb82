import type { GroupKey, Language, PersonId, State, TicketNumber } from '../domain/language.ts';

/** A ticket that a team was asked in, as it is drawn on the ticket that asks. */
export type Linked = { number: TicketNumber; group: GroupKey; state: State };
/** The ticket that asks: where its agents talk is where this one's Main conversation stands. */
export type Asking = {
  number: TicketNumber;
  assignee: PersonId | null;
  language: Language;
  place: { channel: string; ts: string } | null;
};
