import type { ViewResponseAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import {
  categoriesBy,
  decideFor,
  moveCategory,
  type RemovedCategory,
  removeCategory,
  saveCategory,
} from '../../desk/category-editing.ts';
import { inLanguage } from '../../domain/fields.ts';
import { groupKey, type PersonId } from '../../domain/language.ts';
import type { Click, Submission } from '../codec.ts';
import { notice, wordsFor } from '../fielding/seen.ts';
import { inline } from '../kit.ts';
import { openList, type Opening } from '../listing.ts';
import type { Parts, Said } from '../parts.ts';
import { voice } from '../voice.ts';
import { categoryForm, decidedIn, decideForm, nameIn } from './form.ts';
import { categoriesView } from './list.ts';

const deps = ({ desk, templates, registry: { categories, triggers } }: Parts) => ({
  desk,
  categories,
  triggers,
  templates,
});

/** What somebody looks after, and the group of it that he looks at; null: none is his. */
async function seenBy(parts: Parts, user: PersonId, group: string | null) {
  const all = await categoriesBy(deps(parts), user);
  const its = group === null ? all?.[0] : all?.find((one) => one.group === group);
  return all && its ? { all, its } : null;
}

async function listFor(parts: Parts, user: PersonId, group: string | null, page: number): Promise<ModalView | null> {
  const seen = await seenBy(parts, user, group);
  if (!seen) return null;
  const keys = seen.its.types.map(({ key }) => key);
  const uses = await parts.registry.categories.uses(parts.desk.workspace, seen.its.group, keys);
  return categoriesView({ ...voice(parts, user), ...seen, uses, page });
}

/** The window in which categories are looked after; what is returned is said to whoever leads no group. */
export async function openCategories(parts: Parts, { trigger, user }: Opening): Promise<Said | null> {
  const view = await listFor(parts, user, null, 0);
  return openList(parts, trigger, view, wordsFor(parts, user).categories.onlyLeads);
}

/** Something was pressed, as `pressValue` says it. */
export async function pressCategories(parts: Parts, { user, trigger, view }: Click, value: string): Promise<void> {
  const [how = '', group = '', on = '', key = ''] = value.split('|');
  if (how === 'list') return void (await openCategories(parts, { trigger, user }));
  const page = Number(on) || 0;
  const words = wordsFor(parts, user);
  const seen = await seenBy(parts, user, group);
  const type = seen?.its.types.find((one) => one.key === key) ?? null;
  const push = (next: ModalView) => parts.read.views.push({ trigger_id: trigger, view: next });
  const of = { group: groupKey(group), key };
  if (!seen || (!type && (how === 'edit' || how === 'remove'))) {
    await push(notice(parts, user, words.categories.changed));
  } else if (how === 'new' || how === 'edit') {
    await push(categoryForm({ its: seen.its, type, page }, words));
  } else if (how === 'decide') {
    await push(decideForm({ its: seen.its, page }, words));
  } else if (how === 'remove' && type && view) {
    const removed = await removeCategory(deps(parts), user, of);
    const text = said(parts, user, removed, inline(inLanguage(type.name, words.language)));
    await parts.read.views.update({ view_id: view.id, view: notice(parts, user, text) });
    if (removed.kind === 'removed') await redraw(parts, user, { group, page, at: view['root_view_id'] });
  } else {
    if (how === 'up') await moveCategory(deps(parts), user, of);
    await redraw(parts, user, { group, page, at: view?.id });
  }
}

/** What became of it, and what stands in the way. */
function said(parts: Parts, user: PersonId, removed: RemovedCategory, name: string): string {
  const { categories: words } = wordsFor(parts, user);
  if (removed.kind !== 'named') return removed.kind === 'changed' ? words.changed : words.removed(name);
  const quoted = (names: readonly string[]) => names.map((one) => `“${inline(one)}”`).join(', ');
  return words.named(name, { triggers: quoted(removed.triggers), templates: quoted(removed.templates) });
}

type Place = { group: string; page: number; at: unknown };
async function redraw(parts: Parts, user: PersonId, { group, page, at }: Place): Promise<void> {
  const view = await listFor(parts, user, group, page);
  if (view && typeof at === 'string') await parts.read.views.update({ view_id: at, view });
}

/** What was written can be chosen from now on; what is wrong stands under its question. */
export async function submitCategory(
  parts: Parts,
  { user, answers, metadata: { type: group = '', key, seen = '', page = 0 }, view }: Submission,
): Promise<ViewResponseAction | undefined> {
  const words = wordsFor(parts, user);
  const wish = { group: groupKey(group), key: key ?? null, name: nameIn(answers), seen };
  const saved = await saveCategory(deps(parts), user, wish);
  if (saved.kind === 'wrong')
    return { response_action: 'errors', errors: { [`name_${words.language}`]: words.categories.wrong[saved.why] } };
  if (saved.kind === 'changed')
    return { response_action: 'update', view: notice(parts, user, words.categories.changed) };
  await redraw(parts, user, { group, page, at: view['root_view_id'] });
  return undefined;
}

/** What the group decides from now on. */
export async function submitDecided(
  parts: Parts,
  { user, answers, metadata: { type: group = '', page = 0 }, view }: Submission,
): Promise<ViewResponseAction | undefined> {
  const done = await decideFor(deps(parts), user, groupKey(group), decidedIn(answers));
  if (!done)
    return { response_action: 'update', view: notice(parts, user, wordsFor(parts, user).categories.onlyLeads) };
  await redraw(parts, user, { group, page, at: view['root_view_id'] });
  return undefined;
}
