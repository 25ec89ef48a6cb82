import type { PersonId, TicketNumber } from '../domain/language.ts';

/** What is looked for among the tickets that a person may see. */
export type FindAsk = {
  by: PersonId;
  text: string;
  /** The ticket from which another one is looked for; `twins`: only open ones, those of the same requester first. */
  besides?: TicketNumber | undefined;
  twins?: boolean;
  limit: number;
};
