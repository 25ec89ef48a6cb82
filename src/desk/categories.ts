import type { GroupKey, PersonId, TicketNumber } from '../domain/language.ts';

/** Which tickets a person counts that were solved in a period: all, those of some groups, and his own. */
export type CategoriesAsk = { from: Date; until: Date; all: boolean; groups: readonly GroupKey[]; person: PersonId };
/** Of one group and category: how many, and after how many minutes half of them were solved. Null: none was given. */
export type CategoryFigures = { group: GroupKey; processing: string | null; count: number; median: number };
/** A request that was not sent, because this ticket had its answer. `window`: in which it was being written. */
export type Spared = { window: string; ticket: TicketNumber; at: Date };
