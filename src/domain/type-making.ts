import type { Localized, SubmissionType } from './fields.ts';
import { folded } from './folding.ts';
import { LANGUAGES } from './language.ts';

/** As many stand in one list of Slack's. */
export const MOST_TYPES = 90;

export type MadeType = Pick<SubmissionType, 'name' | 'parent' | 'group' | 'hint'>;
/** What of a type is wrong, and why. */
export type WrongType = {
  of: 'name' | 'parent' | 'group';
  why: 'no_name' | 'same_name' | 'too_many' | 'too_deep' | 'asks' | 'not_yours';
};

type Around = {
  types: readonly SubmissionType[];
  /** As it stands there; null: it is new. */
  was: SubmissionType | null;
  mine(type: Pick<SubmissionType, 'group'>): boolean;
};

export const hasBelow = (types: readonly SubmissionType[], key: string): boolean =>
  types.some(({ parent }) => parent === key);

/** What is wrong with a type that somebody writes, before anybody files a request about it. */
export function faultsOfType(made: MadeType, { types, was, mine }: Around): WrongType[] {
  const faults: (WrongType | false)[] = [
    namesOf(made.name).length === 0 && { of: 'name', why: 'no_name' },
    types.some((one) => one.key !== was?.key && one.parent === made.parent && isSame(one.name, made.name)) && {
      of: 'name',
      why: 'same_name',
    },
    was === null && types.length >= MOST_TYPES && { of: 'name', why: 'too_many' },
    !mine(made) && { of: 'group', why: 'not_yours' },
  ];
  const above = made.parent === (was?.parent ?? null) ? null : faultAbove(made, { types, was, mine });
  return [...faults.filter((one): one is WrongType => Boolean(one)), ...(above ? [above] : [])];
}

/** Two levels, and what asks something itself stays what a request can be about. */
function faultAbove({ parent }: MadeType, { types, was, mine }: Around): WrongType | null {
  if (parent === null) return null;
  const above = types.find(({ key }) => key === parent);
  if (!above || above.parent !== null || above.key === was?.key || (was && hasBelow(types, was.key)))
    return { of: 'parent', why: 'too_deep' };
  if (hasBelow(types, parent)) return null;
  if (!mine(above)) return { of: 'parent', why: 'not_yours' };
  return above.fields.length > 0 ? { of: 'parent', why: 'asks' } : null;
}

export const namesOf = (name: Localized): string[] =>
  (typeof name === 'string' ? [name] : Object.values(name)).filter((word) => word !== '');

/** Would anybody read the same? */
export const isSame = (one: Localized, other: Localized): boolean =>
  LANGUAGES.some((language) => {
    const words = [one, other].map((name) => folded(typeof name === 'string' ? name : (name[language] ?? '')));
    return words[0] !== '' && words[0] === words[1];
  });

/** The tree as a list, each behind what it stands under. */
export function inOrder(types: readonly SubmissionType[]): SubmissionType[] {
  const below = (parent: string | null): SubmissionType[] =>
    types.filter((type) => type.parent === parent).flatMap((type) => [type, ...below(type.key)]);
  return below(null);
}

/** The one that it stands behind, under the same type; null: it is the first. */
export function beforeIt(types: readonly SubmissionType[], { key, parent }: SubmissionType): SubmissionType | null {
  const beside = types.filter((one) => one.parent === parent);
  return beside[beside.findIndex((one) => one.key === key) - 1] ?? null;
}
