import type { Book } from '../../desk/book.ts';
import { inLanguage, type SubmissionType } from '../../domain/fields.ts';
import type { GroupKey } from '../../domain/language.ts';
import type { Choice, ChoiceGroup } from '../kit.ts';
import type { Catalog } from '../words/catalog.ts';

type Branch = SubmissionType & { path: readonly SubmissionType[] };

/** The types that can be chosen: those that no other type stands under, each with the way down to it. */
function leavesOf(types: readonly SubmissionType[]): Branch[] {
  const parents = new Set(types.map(({ parent }) => parent));
  return types.filter(({ key }) => !parents.has(key)).map((leaf) => ({ ...leaf, path: pathTo(leaf, types) }));
}

function pathTo(leaf: SubmissionType, types: readonly SubmissionType[]): SubmissionType[] {
  const path = [leaf];
  let above = types.find(({ key }) => key === leaf.parent);
  while (above && !path.includes(above)) {
    path.unshift(above);
    above = types.find(({ key }) => key === above?.parent);
  }
  return path;
}

/** The tree as one list: a heading per root, under it the ways down. */
export function typeChoices({ types }: Book, words: Catalog): ChoiceGroup[] {
  const groups = new Map<string, { label: string; choices: Choice[] }>();
  const name = (type: SubmissionType) => inLanguage(type.name, words.language);
  for (const { key, path } of leavesOf(types)) {
    const [root, ...below] = path;
    const alone = below.length === 0;
    const heading = alone || !root ? '' : root.key;
    const label = alone || !root ? words.create.otherTypes : name(root);
    const group = groups.get(heading) ?? { label, choices: [] };
    group.choices.push({ value: key, label: (alone ? path : below).map(name).join(' › ') });
    groups.set(heading, group);
  }
  const others = groups.get('');
  groups.delete('');
  return [...groups.values(), ...(others ? [others] : [])];
}

/** What other teams take, one heading per team: their types, or the team itself where it has none. `it|network`. */
export function teamChoices({ types, groups }: Book, own: GroupKey | null, words: Catalog): ChoiceGroup[] {
  const leaves = leavesOf(types);
  return groups
    .filter(({ key, kind, agentsChannel }) => kind === 'issue' && agentsChannel !== null && key !== own)
    .map(({ key, name }) => {
      const mine = leaves.filter(({ group }) => group === key);
      const choices = mine.map((type) => ({
        value: `${key}|${type.key}`,
        label: inLanguage(type.name, words.language),
      }));
      return { label: name, choices: [...choices, { value: `${key}|`, label: words.team.anything(name) }] };
    });
}
