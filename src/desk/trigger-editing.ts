import type { Person, PersonId } from '../domain/language.ts';
import { type Definition, faultsOf, MOST_TRIGGERS, peopleIn, type TriggerFault } from '../domain/triggers.ts';
import type { Deps, KeptTrigger } from './trigger-book.ts';
import { mayChange, oneTrigger } from './trigger-book.ts';

/** `off`: it is not switched on, or not any more. */
export type Saved =
  | { kind: 'saved'; key: string; off: boolean }
  | { kind: 'gone' | 'changed' | 'too_many' | 'not_yours' }
  /** A URL that only administrators may have called: in which of its results. */
  | { kind: 'call'; at: number }
  | { kind: 'faults'; faults: readonly TriggerFault[] };

/** `seen`: which one was opened, in which version; null: a new one. */
type Wish = { seen: { key: string; version: number } | null; given: Definition; secrets?: ReadonlySet<string> };

/**
 * A trigger as somebody wrote it. What does something else than before is switched off: it is tried again first. Everything
 * that it names has to exist.
 */
export async function saveTrigger(deps: Deps, by: PersonId, { seen, given, secrets }: Wish): Promise<Saved> {
  const { desk, book } = deps;
  const before = seen && (await oneTrigger(deps, by, seen.key));
  const person = await desk.person(by);
  if (seen && !before) return { kind: 'gone' };
  if (!person || !mayChange(person, given)) return { kind: 'not_yours' };
  const call = newCall(person, given, before);
  if (call !== null) return { kind: 'call', at: call };
  const known = await book.known(desk.workspace, peopleIn([given]));
  const faults = faultsOf(given, secrets ? { ...known, secrets } : known);
  if (faults.length > 0) return { kind: 'faults', faults };
  if (!seen || !before) return add(deps, by, given);
  const rests = doingOf(before) !== doingOf(given);
  if (!(await book.change(desk.workspace, seen, { given, by, rests }))) return { kind: 'changed' };
  return { kind: 'saved', key: seen.key, off: rests || !before.enabled };
}

async function add({ desk, book }: Deps, by: PersonId, given: Definition): Promise<Saved> {
  const { workspace } = desk;
  for (;;) {
    const keys = (await book.all(workspace)).map(({ key }) => key);
    if (keys.length >= MOST_TRIGGERS) return { kind: 'too_many' };
    const key = freeKey(given.name, keys);
    if (await book.add(workspace, key, { given, by })) return { kind: 'saved', key, off: true };
  }
}

/** What it does, whatever it is called. */
const doingOf = ({ group, on, match, conditions, results }: Definition): string =>
  JSON.stringify([group, on, conditions.length > 1 && match, conditions, results]);

/** The first result that calls what it did not call before, for whoever may not say so. */
function newCall(person: Person, given: Definition, before: KeptTrigger | null): number | null {
  if (person.admin) return null;
  const had = (before?.results ?? []).map((one) => JSON.stringify(one));
  const at = given.results.findIndex((one) => one.do === 'call' && !had.includes(JSON.stringify(one)));
  return at === -1 ? null : at;
}

/** "Night, urgent!" becomes `night_urgent`, the second one `night_urgent_2`: as the desk file calls it. */
export function freeKey(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 40);
  const base = plain === '' ? 'trigger' : plain;
  for (let nth = 1; ; nth++) {
    const key = nth === 1 ? base : `${base}_${nth}`;
    if (!taken.includes(key)) return key;
  }
}

/** Gone for good, if it is off and nobody has changed it meanwhile. */
export async function removeTrigger(
  deps: Deps,
  by: PersonId,
  seen: { key: string; version: number },
): Promise<boolean> {
  return (await oneTrigger(deps, by, seen.key)) !== null && deps.book.remove(deps.desk.workspace, seen);
}
