import { keyFor } from '../domain/field-making.ts';
import { inLanguage, type SubmissionType } from '../domain/fields.ts';
import { looksAfterAny } from '../domain/group.ts';
import type { Person, PersonId, WorkspaceId } from '../domain/language.ts';
import { beforeIt, faultsOfType, hasBelow, inOrder, type MadeType, type WrongType } from '../domain/type-making.ts';
import type { Desk } from './desk.ts';
import { mayAskAnew } from './field-editing.ts';
import type { TriggerBook } from './trigger-book.ts';

/** The submission types, for those who look after them. */
export type TypeBook = {
  /** In the order of the tree; `gone`: the keys of those that tickets may still be about; `mark`: another as soon as they are others. */
  all(workspace: WorkspaceId): Promise<Types>;
  /** Others than they were; false: they are others already. Questions are left alone. */
  change(workspace: WorkspaceId, change: TypeChange): Promise<boolean>;
  /** Who takes requests of some types only, and of this one. */
  takers(workspace: WorkspaceId, key: string): Promise<PersonId[]>;
};
type Types = { types: readonly SubmissionType[]; gone: readonly string[]; mark: string };
type TypeChange = {
  mark: string;
  now: readonly SubmissionType[];
  by: PersonId;
  /** Which one was written, and which one given another place. */
  made?: string;
  moved?: string;
};

type Deps = { desk: Desk; types: TypeBook };

/** All types, and which of them this person looks after; null: he leads nobody. */
export async function typesBy({ desk, types }: Deps, by: PersonId) {
  const person = await desk.person(by);
  if (!looksAfterAny(person)) return null;
  return { ...(await types.all(desk.workspace)), person, mine: mineOf(person) };
}
const mineOf = (person: Person) => (type: Pick<SubmissionType, 'group'>) => mayAskAnew(person, type);

export type SavedType = { kind: 'saved' | 'changed' } | { kind: 'wrong'; faults: readonly WrongType[] };

/** A new type, or one as it shall be. `key`: null where it is new; `seen`: the mark of all when it was begun. */
export async function saveType(
  deps: Deps,
  by: PersonId,
  { key, made, seen }: { key: string | null; made: MadeType; seen: string },
): Promise<SavedType> {
  const all = await typesBy(deps, by);
  const was = all?.types.find((one) => one.key === key) ?? null;
  if (!all || all.mark !== seen || (key !== null && (!was || !all.mine(was)))) return { kind: 'changed' };
  const { types, gone, mine, mark } = all;
  const faults = faultsOfType(made, { types, was, mine });
  if (faults.length > 0) return { kind: 'wrong', faults };
  const taken = [...types.map((one) => one.key), ...gone];
  const next = was
    ? { ...was, ...made }
    : { ...made, key: keyFor(inLanguage(made.name, 'en'), taken, 'type'), fields: [] };
  const stays = was && was.parent === next.parent;
  const now = stays ? types.map((one) => (one === was ? next : one)) : [...types.filter((one) => one !== was), next];
  const change = { mark, now: inOrder(now), by, made: next.key };
  return { kind: (await deps.types.change(deps.desk.workspace, change)) ? 'saved' : 'changed' };
}

/** One place up, among those beside it. */
export async function moveType(deps: Deps, by: PersonId, key: string): Promise<void> {
  const all = await typesBy(deps, by);
  const here = all?.types.find((one) => one.key === key);
  const before = all && here && beforeIt(all.types, here);
  if (!all || !here || !before || !all.mine(here)) return;
  const rest = all.types.filter((one) => one !== here);
  const now = inOrder(rest.toSpliced(rest.indexOf(before), 0, here));
  await deps.types.change(deps.desk.workspace, { mark: all.mark, now, by, moved: key });
}

export type RemovedType =
  | { kind: 'removed'; type: SubmissionType }
  | { kind: 'changed' | 'below' }
  | { kind: 'named'; triggers: readonly string[]; people: readonly PersonId[] };

/** Taken away: nobody chooses it any more, and its tickets stay what they are. Not while anything stands under it or names it. */
export async function removeType(
  deps: Deps & { triggers: TriggerBook },
  by: PersonId,
  key: string,
): Promise<RemovedType> {
  const { workspace } = deps.desk;
  const all = await typesBy(deps, by);
  const type = all?.types.find((one) => one.key === key);
  if (!all || !type || !all.mine(type)) return { kind: 'changed' };
  if (hasBelow(all.types, key)) return { kind: 'below' };
  const people = await deps.types.takers(workspace, key);
  const triggers = (await deps.triggers.all(workspace)).flatMap(({ name, conditions, results }) =>
    conditions.some(({ of, values }) => of === 'type' && values.includes(key)) ||
    results.some((one) => one.do === 'type' && one.type === key)
      ? [name]
      : [],
  );
  if (people.length > 0 || triggers.length > 0) return { kind: 'named', triggers, people };
  const now = all.types.filter((one) => one !== type);
  const done = await deps.types.change(workspace, { mark: all.mark, now, by });
  return done ? { kind: 'removed', type } : { kind: 'changed' };
}
