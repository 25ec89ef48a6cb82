import type { Person, WorkspaceId } from '../domain/language.ts';
import type { Search } from '../domain/search.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { FindAsk } from './finding.ts';

declare const cursor: unique symbol;
/** Where the next page begins. Plain letters, to be carried in a message or a window. */
export type Cursor = string & { readonly [cursor]: true };

/** Which part of what is found. `tz`: in which days are counted; `now`: the moment from which. */
export type Page = { limit: number; after?: Cursor | undefined; now: Date; tz: string };
export type SearchAsk = { by: Person; search: Search; page: Page };
/** How many there are in all; `over`: more than these, which is as far as was looked. */
export type Total = { count: number; over: boolean };
export type Found = { kind: 'found'; tickets: Ticket[]; total: Total; next: Cursor | null };
export type TooSlow = { kind: 'too_slow' };

export type Finding = {
  /** Tickets of which this person may read everything, by number or words of the title: open ones first. */
  find(workspace: WorkspaceId, ask: FindAsk): Promise<Ticket[]>;
  /** What somebody looks for, as far as he may see it, from the documents that are made in the background. */
  search(workspace: WorkspaceId, ask: SearchAsk): Promise<Found | TooSlow>;
};
