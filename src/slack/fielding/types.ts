import type { ViewResponseAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { moveType, type RemovedType, removeType, saveType, typesBy } from '../../desk/type-editing.ts';
import { inLanguage } from '../../domain/fields.ts';
import type { PersonId } from '../../domain/language.ts';
import type { Click, Submission } from '../codec.ts';
import { inline } from '../kit.ts';
import type { Parts } from '../parts.ts';
import { rawName } from '../views/facts.ts';
import { voice } from '../voice.ts';
import { listFor, notice, wordsFor } from './seen.ts';
import { typeErrors, typeForm, typeIn } from './type-form.ts';
import { typesView } from './type-list.ts';

const deps = ({ desk, registry: { types, triggers } }: Parts) => ({ desk, types, triggers });

async function modelFor(parts: Parts, user: PersonId) {
  const all = await typesBy(deps(parts), user);
  const scene = voice(parts, user);
  return all && { ...scene, ...all, book: { ...scene.book, types: all.types } };
}

/** The window in which types are looked after; null: he leads no group. */
export async function typesViewFor(parts: Parts, user: PersonId): Promise<ModalView | null> {
  const model = await modelFor(parts, user);
  return model && typesView(model);
}

type Pressed = Pick<Click, 'user' | 'trigger' | 'view'>;

/** Something was pressed: `type_edit`, `complaints`. */
export async function pressType(parts: Parts, { user, trigger, view }: Pressed, how: string, key: string) {
  const model = await modelFor(parts, user);
  const type = model?.types.find((one) => one.key === key) ?? null;
  const push = (next: ModalView) => parts.read.views.push({ trigger_id: trigger, view: next });
  if (!model || (how !== 'types' && how !== 'type_new' && !(type && model.mine(type)))) {
    await push(notice(parts, user, wordsFor(parts, user).types.changed));
  } else if (how === 'types') {
    await push(typesView(model));
  } else if (how === 'type_new' || how === 'type_edit') {
    await push(typeForm({ ...model, type, mark: model.mark }));
  } else if (how === 'type_remove' && view) {
    const removed = await removeType(deps(parts), user, key);
    const name = type ? inline(inLanguage(type.name, model.language)) : key;
    await parts.read.views.update({ view_id: view.id, view: notice(parts, user, said(parts, user, removed, name)) });
    if (removed.kind === 'removed')
      await redraw(parts, user, { list: view['previous_view_id'], root: view['root_view_id'] });
  } else if (how === 'type_up') {
    await moveType(deps(parts), user, key);
    await redraw(parts, user, { list: view?.id, root: view?.['root_view_id'] });
  }
}

/** What became of it, and what stands in the way. */
function said(parts: Parts, user: PersonId, removed: RemovedType, name: string): string {
  const words = wordsFor(parts, user);
  if (removed.kind !== 'named')
    return removed.kind === 'changed' ? words.types.changed : words.types[removed.kind](name);
  const triggers = removed.triggers.map((one) => `“${inline(one)}”`).join(', ');
  const people = removed.people.map((one) => inline(rawName(parts.book(), one, words))).join(', ');
  return words.types.named(name, { triggers, people });
}

/** The list below, and the questions below that, as they are now. */
async function redraw(parts: Parts, user: PersonId, { list, root }: { list: unknown; root: unknown }): Promise<void> {
  const view = await typesViewFor(parts, user);
  if (view && typeof list === 'string') await parts.read.views.update({ view_id: list, view });
  const below = root === list ? null : await listFor(parts, user, null);
  if (below && typeof root === 'string') await parts.read.views.update({ view_id: root, view: below });
}

/** What was written can be chosen from now on; what is wrong stands under its question. */
export async function submitType(
  parts: Parts,
  { user, answers, metadata: { key, seen = '' }, view }: Submission,
): Promise<ViewResponseAction | undefined> {
  const words = wordsFor(parts, user);
  const saved = await saveType(deps(parts), user, { key: key ?? null, made: typeIn(answers), seen });
  if (saved.kind === 'wrong') return { response_action: 'errors', errors: typeErrors(saved.faults, words) };
  if (saved.kind === 'changed') return { response_action: 'update', view: notice(parts, user, words.types.changed) };
  await redraw(parts, user, { list: view['previous_view_id'], root: view['root_view_id'] });
  return undefined;
}
