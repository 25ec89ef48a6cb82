import { keyFor } from '../domain/field-making.ts';
import { inLanguage, type Localized } from '../domain/fields.ts';
import { looksAfter, looksAfterAny, type Policies } from '../domain/group.ts';
import type { GroupKey, PersonId, WorkspaceId } from '../domain/language.ts';
import { faultOfCategory, type ProcessingType, type WrongCategory } from '../domain/processing.ts';
import type { Desk } from './desk.ts';
import type { TemplateShelf } from './templates.ts';
import type { TriggerBook } from './trigger-book.ts';

/** What the tickets of a group may turn out to be about, for those who look after it. */
export type CategoryBook = {
  /** Of every group, in its order; `mark`: another as soon as they are others. */
  all(workspace: WorkspaceId): Promise<Categories[]>;
  /** Others than they were; false: they are others already. */
  change(workspace: WorkspaceId, group: GroupKey, change: CategoryChange): Promise<boolean>;
  /** How many tickets of the group each of these was chosen for, counted as far as `MOST_USES`. */
  uses(workspace: WorkspaceId, group: GroupKey, keys: readonly string[]): Promise<Map<string, number>>;
  /** What else the group decides about how its tickets end and who sees what. */
  decide(workspace: WorkspaceId, group: GroupKey, decided: Decided, by: PersonId): Promise<void>;
};
/** `gone`: those that nobody chooses any more. */
export type Categories = {
  group: GroupKey;
  types: readonly ProcessingType[];
  gone: readonly ProcessingType[];
  mark: string;
  decided: Decided;
};
type CategoryChange = { mark: string; now: readonly ProcessingType[]; by: PersonId };
export type Decided = Pick<Policies, 'document_on_close' | 'customer_for_agents'>;
export const MOST_USES = 1000;

type Deps = { desk: Pick<Desk, 'workspace' | 'person'>; categories: CategoryBook };

/** The groups whose categories this person looks after; null: he leads nobody. */
export async function categoriesBy({ desk, categories }: Deps, by: PersonId): Promise<Categories[] | null> {
  const person = await desk.person(by);
  if (!looksAfterAny(person)) return null;
  return (await categories.all(desk.workspace)).filter(({ group }) => looksAfter(person, group));
}
const hisOf = async (deps: Deps, by: PersonId, group: GroupKey): Promise<Categories | null> =>
  (await categoriesBy(deps, by))?.find((one) => one.group === group) ?? null;

export type SavedCategory = { kind: 'saved' | 'changed' } | { kind: 'wrong'; why: WrongCategory };
type Wish = { group: GroupKey; key: string | null; name: Localized; seen: string };

/** A new category, or one called otherwise. `key`: null where it is new; `seen`: the mark when it was begun. */
export async function saveCategory(deps: Deps, by: PersonId, { group, key, name, seen }: Wish): Promise<SavedCategory> {
  const his = await hisOf(deps, by, group);
  if (!his || his.mark !== seen || (key !== null && !his.types.some((one) => one.key === key)))
    return { kind: 'changed' };
  const { types, gone, mark } = his;
  const why = faultOfCategory(name, { types, key });
  if (why) return { kind: 'wrong', why };
  const taken = [...types, ...gone].map((one) => one.key);
  const now =
    key === null
      ? [...types, { key: keyFor(inLanguage(name, 'en'), taken, 'category'), name }]
      : types.map((one) => (one.key === key ? { key, name } : one));
  return { kind: (await deps.categories.change(deps.desk.workspace, group, { mark, now, by })) ? 'saved' : 'changed' };
}

/** One place up. */
export async function moveCategory(deps: Deps, by: PersonId, { group, key }: { group: GroupKey; key: string }) {
  const his = await hisOf(deps, by, group);
  const at = his?.types.findIndex((one) => one.key === key) ?? -1;
  const here = his?.types[at];
  if (!his || !here || at === 0) return;
  const now = his.types.filter((one) => one !== here).toSpliced(at - 1, 0, here);
  await deps.categories.change(deps.desk.workspace, group, { mark: his.mark, now, by });
}

export type RemovedCategory =
  | { kind: 'removed' | 'changed' }
  /** By their names and titles. */
  | { kind: 'named'; triggers: readonly string[]; templates: readonly string[] };

/** Taken away: nobody chooses it any more, and what it was chosen for stays what it is. Not while a trigger or a template names it. */
export async function removeCategory(
  deps: Deps & { triggers: TriggerBook; templates: TemplateShelf },
  by: PersonId,
  { group, key }: { group: GroupKey; key: string },
): Promise<RemovedCategory> {
  const { workspace } = deps.desk;
  const his = await hisOf(deps, by, group);
  if (!his?.types.some((one) => one.key === key)) return { kind: 'changed' };
  const all = await deps.categories.all(workspace);
  const elsewhere = all.some((one) => one.group !== group && one.types.some((type) => type.key === key));
  // What is for all groups, or of another one, may mean one of the same key there.
  const means = (its: GroupKey | null) => its === group || !elsewhere;
  const triggers = (await deps.triggers.all(workspace)).filter(
    (one) => means(one.group) && one.conditions.some(({ of, values }) => of === 'processing' && values.includes(key)),
  );
  const templates = (await deps.templates.all(workspace)).filter((one) => means(one.group) && one.processing === key);
  if (triggers.length + templates.length > 0)
    return {
      kind: 'named',
      triggers: triggers.map(({ name }) => name),
      templates: templates.map(({ title }) => title),
    };
  const now = his.types.filter((one) => one.key !== key);
  const done = await deps.categories.change(workspace, group, { mark: his.mark, now, by });
  return { kind: done ? 'removed' : 'changed' };
}

/** What the group decides besides; false: it is not his. */
export async function decideFor(deps: Deps, by: PersonId, group: GroupKey, decided: Decided): Promise<boolean> {
  const { desk, categories } = deps;
  if (!looksAfter(await desk.person(by), group)) return false;
  await categories.decide(desk.workspace, group, decided, by);
  return true;
}
