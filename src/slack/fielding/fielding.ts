import type { ViewResponseAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { moveField, saveField } from '../../desk/field-editing.ts';
import { inLanguage } from '../../domain/fields.ts';
import type { PersonId } from '../../domain/language.ts';
import type { Click, Submission } from '../codec.ts';
import { esc } from '../kit.ts';
import { openList, type Opening } from '../listing.ts';
import type { Parts, Said } from '../parts.ts';
import { voice } from '../voice.ts';
import { errorsOf, fieldForm, fieldIn } from './form.ts';
import { shownView } from './list.ts';
import { listFor, notice, seenBy, wordsFor } from './seen.ts';
import { pressType, typesViewFor } from './types.ts';

const deps = ({ desk, registry }: Parts) => ({ desk, fields: registry.fields });
/** The window in which questions are looked after; what is returned is said to whoever looks after none. */
export async function openFields(parts: Parts, { trigger, user }: Opening): Promise<Said | null> {
  const view = (await listFor(parts, user, null)) ?? (await typesViewFor(parts, user));
  return openList(parts, trigger, view, wordsFor(parts, user).fielding.onlyLeads);
}

/** Something was pressed: `edit|complaints|phone`, `show|complaints`. */
export async function pressFields(parts: Parts, { user, trigger, view }: Click, value: string): Promise<void> {
  const [how = '', type = '', key = ''] = value.split('|');
  if (how === 'list') return void (await openFields(parts, { trigger, user }));
  if (how.startsWith('type')) return pressType(parts, { user, trigger, view }, how, type);
  const words = wordsFor(parts, user);
  const seen = await seenBy(parts, user, type);
  const field = seen?.fields.find((one) => one.key === key) ?? null;
  const push = (next: ModalView) => parts.read.views.push({ trigger_id: trigger, view: next });
  if (!seen || (!field && (how === 'edit' || how === 'remove'))) {
    await push(notice(parts, user, words.fielding.changed));
  } else if (how === 'new' || how === 'edit') {
    await push(fieldForm({ type, field, mark: seen.mark }, words));
  } else if (how === 'preview') {
    await push(shownView(seen.fields, voice(parts, user)));
  } else if (how === 'remove' && field && view) {
    await moveField(deps(parts), user, { type, key, how });
    const text = words.fielding.removed(esc(inLanguage(field.label, words.language)));
    await parts.read.views.update({ view_id: view.id, view: notice(parts, user, text) });
    await redraw(parts, user, type, view['root_view_id']);
  } else {
    if (how === 'up') await moveField(deps(parts), user, { type, key, how });
    await redraw(parts, user, type, view?.id);
  }
}

async function redraw(parts: Parts, user: PersonId, type: string, view_id: unknown): Promise<void> {
  const view = await listFor(parts, user, type);
  if (view && typeof view_id === 'string') await parts.read.views.update({ view_id, view });
}

/** What was written is asked from now on; what is wrong stands under its question. */
export async function submitField(
  parts: Parts,
  { user, answers, metadata: { type, key, seen: mark = '' }, view }: Submission,
): Promise<ViewResponseAction | undefined> {
  const words = wordsFor(parts, user);
  const seen = type === undefined ? null : await seenBy(parts, user, type);
  const saved =
    seen &&
    (await saveField(deps(parts), user, { type: seen.type.key, key: key ?? null, made: fieldIn(answers), seen: mark }));
  if (!seen || saved?.kind !== 'saved') {
    const errors = saved?.kind === 'wrong' ? errorsOf(saved.faults, words) : {};
    return Object.keys(errors).length > 0
      ? { response_action: 'errors', errors }
      : { response_action: 'update', view: notice(parts, user, words.fielding.changed) };
  }
  const { root_view_id: root } = view;
  if (root !== view.id) await redraw(parts, user, seen.type.key, root);
  return undefined;
}
