import { looksAfter } from '../domain/group.ts';
import type { GroupKey, Person, PersonId } from '../domain/language.ts';
import {
  codesLacking,
  MOST_TEMPLATES,
  type TemplateFault,
  templateFaults,
  type TemplateKnown,
} from '../domain/template-faults.ts';
import type { TemplateGiven } from '../domain/templates.ts';
import type { Desk } from './desk.ts';
import type { KeptTemplate, SeenTemplate, TemplateShelf } from './templates.ts';

export type Deps = { desk: Pick<Desk, 'workspace' | 'person'>; templates: TemplateShelf };
type Owned = { group: GroupKey | null };

/** Administrators write all templates, leads those of their groups. */
export const mayWrite = (person: Person | null, { group }: Owned): boolean => looksAfter(person, group);

const maySee = ({ admin, agentOf, leadOf }: Person, { group }: Owned): boolean =>
  admin || group === null || agentOf.includes(group) || leadOf.includes(group);

/** The templates that this person may choose or write, the most used first; null: he answers nobody. */
export async function templatesOf(
  { desk, templates }: Deps,
  by: PersonId,
): Promise<{ person: Person; all: KeptTemplate[] } | null> {
  const person = await desk.person(by);
  if (!person?.active || !(person.admin || person.agentOf.length > 0 || person.leadOf.length > 0)) return null;
  const all = (await templates.all(desk.workspace)).filter((one) => maySee(person, one));
  return { person, all: all.toSorted((a, b) => b.uses - a.uses || a.title.localeCompare(b.title)) };
}

export type SavedTemplate =
  | { kind: 'saved'; code: string }
  | { kind: 'gone' | 'changed' | 'taken' | 'too_many' | 'not_yours' }
  | { kind: 'faults'; faults: readonly TemplateFault[]; lacking: ReturnType<typeof codesLacking> };

type Wish = { seen: SeenTemplate | null; given: TemplateGiven; known: TemplateKnown };

/** A template as somebody wrote it: everything that it names has to exist, and what one language says another says too. */
export async function saveTemplate(deps: Deps, by: PersonId, { seen, given, known }: Wish): Promise<SavedTemplate> {
  const { desk, templates } = deps;
  const mine = await templatesOf(deps, by);
  const before = seen && mine?.all.find(({ code }) => code === seen.code);
  if (seen && !before) return { kind: 'gone' };
  if (!mine || !mayWrite(mine.person, given) || (before && !mayWrite(mine.person, before)))
    return { kind: 'not_yours' };
  const same = before?.processing === given.processing && before.group === given.group;
  const faults = templateFaults(given, known).filter(({ part }) => part !== 'processing' || !same);
  const unknown = new Set(faults.map(({ named }) => named));
  const lacking = codesLacking(given.text).filter(({ code }) => !unknown.has(code));
  if (faults.length > 0 || lacking.length > 0) return { kind: 'faults', faults, lacking };
  const { code } = given;
  if (seen) {
    const done = await templates.change(desk.workspace, seen, given, by);
    return done === 'done' ? { kind: 'saved', code } : { kind: done };
  }
  if ((await templates.all(desk.workspace)).length >= MOST_TEMPLATES) return { kind: 'too_many' };
  return (await templates.add(desk.workspace, given, by)) ? { kind: 'saved', code } : { kind: 'taken' };
}

/** Taken away; what nobody has changed meanwhile can be brought back. */
export async function removeTemplate(deps: Deps, by: PersonId, seen: SeenTemplate): Promise<KeptTemplate | null> {
  const mine = await templatesOf(deps, by);
  const one = mine?.all.find(({ code }) => code === seen.code);
  if (!mine || !one || !mayWrite(mine.person, one)) return null;
  return (await deps.templates.remove(deps.desk.workspace, seen)) ? one : null;
}

/** Brought back as it was; null: its code is used again, or it is not his. */
export async function restoreTemplate({ desk, templates }: Deps, by: PersonId, code: string) {
  const one = await templates.removed(desk.workspace, code);
  return one && mayWrite(await desk.person(by), one) ? templates.restore(desk.workspace, code) : null;
}

/** `vpn-reset 2` becomes the code by which it is typed. */
export const codeOf = (typed: string): string =>
  typed
    .trim()
    .toLowerCase()
    .replace(/^[?!]+/, '')
    .replaceAll(/[\s-]+/g, '_');

/** "vpn", then "vpn_2". */
export function freeCode(base: string, taken: readonly string[]): string {
  for (let nth = 2; ; nth++) {
    const code = `${base.slice(0, 26)}_${nth}`;
    if (!taken.includes(code)) return code;
  }
}
