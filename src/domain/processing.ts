import { z } from 'zod';
import type { Fault } from './decide.ts';
import { type Localized, localized } from './fields.ts';
import type { Group } from './group.ts';
import type { Ticket } from './ticket.ts';
import { isSame, namesOf } from './type-making.ts';

/** Whether whoever ends a ticket is asked what it was about and how it was solved. */
export const DOCUMENT_ON_CLOSE = ['off', 'ask', 'required'] as const;

/** What a ticket turned out to be about, as its agents say it. */
export const processingType = z.object({ key: z.string().regex(/^[a-z][a-z0-9_]*$/), name: localized });
export type ProcessingType = { key: string; name: Localized };
/** As many as stand in one menu. */
export const MOST_PROCESSING = 100;

/** Those that nobody chooses any more, as they were called last, once these are the ones that can be chosen. */
export function goneAfter(
  { gone, types }: { gone: readonly ProcessingType[]; types: readonly ProcessingType[] },
  now: readonly ProcessingType[],
): ProcessingType[] {
  const last = new Map([...gone, ...types].map((type) => [type.key, type]));
  return [...last.values()].filter(({ key }) => !now.some((type) => type.key === key));
}

/** As much as a box of Slack's takes. */
export const LONGEST_SOLUTION = 3000;
const LONGEST_KEY = 75;

/** Nothing said leaves it as it is, and an empty word takes it away. No requester is told of either. */
export const documents = {
  processing: z.string().trim().max(LONGEST_KEY).optional(),
  solution: z.string().trim().max(LONGEST_SOLUTION).optional(),
};
export type Documents = { processing?: string | undefined; solution?: string | undefined };
type Documented = Pick<Ticket, 'processing' | 'solution'>;

/** What stands on the ticket once this was said of it. */
export const documented = (ticket: Documented, { processing, solution }: Documents): Documented => ({
  processing: processing === undefined ? ticket.processing : processing || null,
  solution: solution === undefined ? ticket.solution : solution || null,
});

export const isDocumentedAnew = (ticket: Documented, said: Documents): boolean => {
  const { processing, solution } = documented(ticket, said);
  return processing !== ticket.processing || solution !== ticket.solution;
};

/** Only what is changed is told of. */
export const settledDocuments = (ticket: Documented, { processing, solution }: Documents): Documents => ({
  ...(processing !== undefined && isDocumentedAnew(ticket, { processing }) && { processing }),
  ...(solution !== undefined && isDocumentedAnew(ticket, { solution }) && { solution }),
});

/** A type has to be one of the group's; what stands on the ticket already may come from another group. */
export const faultsOfProcessing = (
  ticket: Documented,
  { processing }: Documents,
  { policies: { processing_types: types } }: Pick<Group, 'policies'>,
): Fault[] =>
  !processing || processing === ticket.processing || types.some(({ key }) => key === processing)
    ? []
    : [{ field: 'processing', code: 'invalid' }];

/** Which of it a ticket still has to be given before it may end, in a group that wants it. */
export function missingDocuments(
  ticket: Documented,
  said: Documents,
  { policies: { document_on_close: how, processing_types: types } }: Pick<Group, 'policies'>,
): Fault[] {
  if (how !== 'required') return [];
  const { processing, solution } = documented(ticket, said);
  return [
    ...(processing === null && types.length > 0 ? [{ field: 'processing', code: 'required' } as const] : []),
    ...(solution === null ? [{ field: 'solution', code: 'required' } as const] : []),
  ];
}

/** Why a category cannot be called so. */
export type WrongCategory = 'no_name' | 'same_name' | 'too_many';

/** What is wrong with the name that somebody gives a category; `key`: null where it is new. */
export function faultOfCategory(
  name: Localized,
  { types, key }: { types: readonly ProcessingType[]; key: string | null },
): WrongCategory | null {
  if (namesOf(name).length === 0) return 'no_name';
  if (types.some((one) => one.key !== key && isSame(one.name, name))) return 'same_name';
  return key === null && types.length >= MOST_PROCESSING ? 'too_many' : null;
}
