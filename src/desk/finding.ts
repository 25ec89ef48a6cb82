import type { PersonId, TicketNumber } from '../domain/language.ts';

/** What is looked for among the tickets that a person may see. */
export type FindAsk = {
  by: PersonId;
  text: string;
  /** The ticket from which another one is looked for; `twins`: only open ones of the same requester. */
  besides?: TicketNumber | undefined;
  twins?: boolean;
  limit: number;
};
