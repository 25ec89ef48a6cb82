import type { ViewResponseAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { oneTrigger, triggersOf, tryTrigger } from '../../desk/trigger-book.ts';
import { removeTrigger, saveTrigger } from '../../desk/trigger-editing.ts';
import type { PersonId } from '../../domain/language.ts';
import { faultsOf, MOST_TRIGGERS, peopleIn } from '../../domain/triggers.ts';
import { type Click, readMetadata, type Submission } from '../codec.ts';
import { inline, modal, section } from '../kit.ts';
import { languageOf, type Parts } from '../parts.ts';
import { trialView } from '../views/triggers.ts';
import { voice } from '../voice.ts';
import { wordsOf } from '../words/catalog.ts';
import { changed, type Draft, draftOf, emptyResult, readDraft } from './draft.ts';
import { redrawTriggers } from './list.ts';
import { callBlock, errorsOf, triggerIn } from './faults.ts';
import { type EditorModel, editorView } from './view.ts';

const deps = ({ desk, registry }: Parts) => ({ desk, book: registry.triggers });
const wordsFor = (parts: Parts, user: PersonId) => wordsOf(languageOf(parts, user)).triggers.editor;

const notice = (parts: Parts, user: PersonId, text: string): ModalView => {
  const words = wordsOf(languageOf(parts, user));
  return modal({ title: words.triggers.list.title, close: words.forms.close }, [section(text)]);
};

/** Somebody deleted it, or it is not his any more. */
export const goneView = (parts: Parts, user: PersonId): ModalView => notice(parts, user, wordsFor(parts, user).gone);

/** The window for a new trigger (`null`) or for one that there is. */
export async function editorFor(parts: Parts, user: PersonId, key: string | null, page = 0): Promise<ModalView> {
  const words = wordsFor(parts, user);
  const editor = await parts.desk.person(user);
  const mine = await triggersOf(deps(parts), user);
  const given = key === null ? null : mine?.find((one) => one.key === key);
  if (!editor || !mine || given === undefined) return goneView(parts, user);
  if (given === null && (await parts.registry.triggers.all(parts.desk.workspace)).length >= MOST_TRIGGERS)
    return notice(parts, user, words.tooMany(MOST_TRIGGERS));
  const draft = given ? draftOf(given) : emptyDraft(editor.admin ? null : (editor.leadOf[0] ?? null));
  return editorView({ ...(await model(parts, user, key)), editor, draft, page });
}

const emptyDraft = (group: string | null): Draft => ({
  name: '',
  group,
  on: ['created'],
  match: 'all',
  conditions: [{ id: 1, of: 'title', is: 'contains', values: [] }],
  results: [emptyResult(1)],
});

/** All that the window shows besides what is being written. */
async function model(parts: Parts, user: PersonId, key: string | null): Promise<Omit<EditorModel, 'draft' | 'editor'>> {
  const { desk, registry } = parts;
  const one = key === null ? null : await oneTrigger(deps(parts), user, key);
  const known = one && (await registry.triggers.known(desk.workspace, peopleIn([one])));
  const faults = one && known ? faultsOf(one, { ...known, secrets: parts.secrets }) : [];
  return { ...voice(parts, user), seen: one, faults, secrets: [...parts.secrets].filter((name) => name !== '') };
}

/** Something was chosen in the window, or a row added or removed: it is drawn again with all that was typed. */
export async function pressEditor(parts: Parts, { user, view }: Click, what: string): Promise<void> {
  if (!view) return;
  const shown = readMetadata(view.private_metadata).data;
  const { key, version, page } = shown ?? {};
  const show = (next: ModalView) => parts.read.views.update({ view_id: view.id, view: next });
  const editor = await parts.desk.person(user);
  if (!editor) return;
  if (what === 'delete') {
    const one = key === undefined ? null : await oneTrigger(deps(parts), user, key);
    const seen = one && version !== undefined ? { key: one.key, version } : null;
    const gone = seen !== null && (await removeTrigger(deps(parts), user, seen));
    const words = wordsFor(parts, user);
    await show(notice(parts, user, one && gone ? words.removed(inline(one.name)) : words.changed));
    await redrawList(parts, user, view, page);
    return;
  }
  const draft = readDraft(view.state?.values ?? {}, parts.book());
  if (what === 'copy') {
    const copy = { ...draft, name: wordsFor(parts, user).copyOf(draft.name).slice(0, 60) };
    await show(editorView({ ...(await model(parts, user, null)), editor, draft: copy, page, copied: true }));
    return;
  }
  const about = await model(parts, user, key ?? null);
  const seen = about.seen && version !== undefined ? { ...about.seen, version } : about.seen;
  await show(editorView({ ...about, seen, editor, page, draft: changed(draft, what) }));
}

/** The list below the window, where there is one. */
async function redrawList(
  parts: Parts,
  user: PersonId,
  view: Readonly<Record<string, unknown>>,
  page: number | undefined,
): Promise<void> {
  const { root_view_id: root, id } = view;
  if (typeof root === 'string' && root !== id) await redrawTriggers(parts, user, root, page);
}

/** It was saved: what it would have meant stands in its place, and the switch below. */
export async function submitEditor(
  parts: Parts,
  { user, metadata, answers, view }: Submission,
): Promise<ViewResponseAction> {
  const { key, version, page } = metadata;
  const scene = voice(parts, user);
  const words = wordsFor(parts, user);
  const draft = readDraft(answers, scene.book);
  const read = triggerIn(draft, scene);
  const errors = (found: Record<string, string>): ViewResponseAction => ({ response_action: 'errors', errors: found });
  if ('errors' in read) return errors(read.errors);
  const seen = key === undefined || version === undefined ? null : { key, version };
  const saved = await saveTrigger(deps(parts), user, { seen, given: read.given, secrets: parts.secrets });
  switch (saved.kind) {
    case 'gone':
    case 'changed':
      await redrawList(parts, user, view, page);
      return errors({ name: words[saved.kind] });
    case 'too_many':
      return errors({ name: words.tooMany(MOST_TRIGGERS) });
    case 'not_yours':
      return errors({ group: words.notYours });
    case 'call':
      return errors({ [callBlock(draft, saved.at)]: words.onlyAdminsCall });
    case 'faults':
      return errors(errorsOf(saved.faults, draft, scene));
    case 'saved': {
      await redrawList(parts, user, view, page);
      const trial = saved.off ? await tryTrigger(deps(parts), user, saved.key, parts.secrets) : null;
      const next = trial
        ? trialView(trial, scene, { page, saved: words.saved(true) })
        : notice(parts, user, words.saved(false));
      return { response_action: 'update', view: next };
    }
  }
}
