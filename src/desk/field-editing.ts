import { faultsOfMaking, keyFor, type WrongField } from '../domain/field-making.ts';
import { type Field, field, inLanguage, type SubmissionType } from '../domain/fields.ts';
import { looksAfter } from '../domain/group.ts';
import type { Person, PersonId, WorkspaceId } from '../domain/language.ts';
import type { Desk } from './desk.ts';

/** The questions of submission types, for those who look after them. */
export type FieldBook = {
  /** `mark`: another as soon as they are others. */
  of(workspace: WorkspaceId, type: string): Promise<Asked | null>;
  /** Others than they were; false: they are others already. */
  change(workspace: WorkspaceId, type: string, change: FieldChange): Promise<boolean>;
};
type Asked = { fields: Field[]; mark: string };
type FieldChange = { mark: string; now: readonly Field[]; by: PersonId };

type Deps = { desk: Desk; fields: FieldBook };

/** Administrators change the questions of all types, leads those of the types that come to their groups. */
export const mayAskAnew = (person: Person | null, { group }: Pick<SubmissionType, 'group'>): boolean =>
  looksAfter(person, group);

/** The types whose questions this person looks after: those that requests can be about. */
export async function typesFor(
  { desk }: Pick<Deps, 'desk'>,
  by: PersonId,
  types: readonly SubmissionType[],
): Promise<SubmissionType[]> {
  const person = await desk.person(by);
  const parents = new Set(types.map(({ parent }) => parent));
  return types.filter((type) => !parents.has(type.key) && mayAskAnew(person, type));
}

export type Saved = { kind: 'saved' } | { kind: 'changed' } | { kind: 'wrong'; faults: readonly WrongField[] };

/** A new question, or one as it shall be. `key`: null where it is new; `seen`: the mark of those that stood there when it was begun. */
export async function saveField(
  { desk, fields }: Deps,
  by: PersonId,
  { type, key, made, seen }: { type: string; key: string | null; made: Omit<Field, 'key'>; seen: string },
): Promise<Saved> {
  const asked = await fields.of(desk.workspace, type);
  const was = asked?.fields ?? [];
  if (asked?.mark !== seen || (key !== null && !was.some((one) => one.key === key))) return { kind: 'changed' };
  const taken = was.map((one) => one.key);
  const next = { ...made, key: key ?? keyFor(inLanguage(made.label, 'en'), taken) };
  const faults = faultsOfMaking(next, { isNew: key === null, many: was.length });
  const whole = field.safeParse(next);
  if (faults.length > 0 || !whole.success) return { kind: 'wrong', faults };
  const now = key === null ? [...was, whole.data] : was.map((one) => (one.key === key ? whole.data : one));
  return { kind: (await fields.change(desk.workspace, type, { mark: seen, now, by })) ? 'saved' : 'changed' };
}

/** One place up, or taken away: what was answered to it stays with its tickets. */
export async function moveField(
  { desk, fields }: Deps,
  by: PersonId,
  { type, key, how }: { type: string; key: string; how: 'up' | 'remove' },
): Promise<void> {
  const { fields: was, mark } = (await fields.of(desk.workspace, type)) ?? { fields: [], mark: '' };
  const at = was.findIndex((one) => one.key === key);
  const [here, above] = [was[at], was[at - 1]];
  if (!here || (how === 'up' && !above)) return;
  const rest = was.filter((one) => one !== here);
  const now = how === 'remove' ? rest : rest.toSpliced(at - 1, 0, here);
  await fields.change(desk.workspace, type, { mark, now, by });
}
