import type { Person } from '../domain/language.ts';
import type { Search } from '../domain/search.ts';
import type { Ticket } from '../domain/ticket.ts';

declare const cursor: unique symbol;
/** Where the next page begins. Plain letters, to be carried in a message or a window. */
export type Cursor = string & { readonly [cursor]: true };

/** Which part of what is found. `tz`: in which days are counted; `now`: the moment from which. */
export type Page = { limit: number; after?: Cursor | undefined; now: Date; tz: string };
export type SearchAsk = { by: Person; search: Search; page: Page };
/** `total` is counted up to 1001: so many are more than a thousand. */
export type Found = { kind: 'found'; tickets: Ticket[]; total: number; next: Cursor | null };
export type TooSlow = { kind: 'too_slow' };
