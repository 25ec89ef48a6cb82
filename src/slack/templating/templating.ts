import type { ViewResponseAction } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import { removeTemplate, restoreTemplate } from '../../desk/template-editing.ts';
import { type PersonId, ticketNumber } from '../../domain/language.ts';
import { type Answers, type Click, goId, readMetadata, type Submission } from '../codec.ts';
import { given } from '../forms/answers.ts';
import { actions, button, inline, modal, section } from '../kit.ts';
import { openList, type Opening, type Place, placeIn } from '../listing.ts';
import { languageOf, type Parts, type Said } from '../parts.ts';
import { isNewest, redraw } from '../similar/asking.ts';
import { wordsOf } from '../words/catalog.ts';
import { editorFor, editorOf } from './editor.ts';
import { listFor, redrawTemplates } from './list.ts';
import { showView } from './show.ts';
import { FIND, LIST } from './view.ts';

const START: Place = { page: 0, find: '' };
const wordsFor = (parts: Parts, user: PersonId) => wordsOf(languageOf(parts, user)).templating;

/** The window in which templates are looked at and written; what is returned is said to whoever answers nobody. */
export async function openTemplateList(parts: Parts, { trigger, user }: Opening): Promise<Said | null> {
  const view = await listFor(parts, user, START);
  return openList(parts, trigger, view, wordsFor(parts, user).onlyAgents);
}

/** Something was pressed for one of them: `edit.vpn_reset`. */
export async function pressTemplate(parts: Parts, { user, trigger, view }: Click, value: string): Promise<void> {
  const [, how = '', code = ''] = /^([a-z]+)\.(.*)$/.exec(value) ?? [];
  const place = placeIn(view);
  if (/^\d{1,9}$/.test(value)) return tryOn(parts, user, view, Number(value));
  const push = (next: ModalView) => parts.read.views.push({ trigger_id: trigger, view: next });
  switch (how) {
    case 'list':
      return void (await openTemplateList(parts, { trigger, user }));
    case 'page':
      return view && redrawTemplates(parts, user, view.id, { ...place, page: Number(code) || 0 });
    case 'new':
    case 'edit':
    case 'copy':
      return void (await push(await editorFor(parts, user, { how, code, place })));
    case 'words':
      return void (await push(await editorOf(parts, user, view)));
    case 'show':
      return void (await push(await showView(parts, user, { code, place })));
    case 'remove':
      return remove(parts, user, view, code);
    case 'undo':
      return restore(parts, user, view, code);
  }
}

/** A ticket was chosen to see the template on it. */
async function tryOn(parts: Parts, user: PersonId, view: Click['view'], number: number): Promise<void> {
  const { key: code } = (view && readMetadata(view.private_metadata).data) ?? {};
  if (!view || code === undefined) return;
  const shown = await showView(parts, user, { code, place: placeIn(view), on: ticketNumber(number) });
  await redraw(parts, view, shown, true);
}

/** Gone from the list below; the window says so, and how it is brought back. */
async function remove(parts: Parts, user: PersonId, view: Click['view'], code: string): Promise<void> {
  if (!view) return;
  const words = wordsFor(parts, user);
  const { version = -1 } = readMetadata(view.private_metadata).data ?? {};
  const gone = await removeTemplate(parts, user, { code, version });
  const back = button({ action: goId('template', 'undo'), value: `undo.${code}`, label: words.undo });
  await say(
    parts,
    user,
    view,
    gone ? [section(`✅ ${words.removed(inline(gone.title))}`), ...actions([back])] : [section(`⚠️ ${words.changed}`)],
  );
}

async function restore(parts: Parts, user: PersonId, view: Click['view'], code: string): Promise<void> {
  if (!view) return;
  const words = wordsFor(parts, user);
  const back = await restoreTemplate(parts, user, code);
  await say(parts, user, view, [section(back ? `✅ ${words.undone(inline(back.title))}` : `⚠️ ${words.cannotUndo}`)]);
}

/** In the place of the window, and the list below as it is now. */
async function say(
  parts: Parts,
  user: PersonId,
  view: NonNullable<Click['view']>,
  blocks: KnownBlock[],
): Promise<void> {
  const all = wordsOf(languageOf(parts, user));
  const { private_metadata: metadata, root_view_id: root } = view;
  const next = modal({ title: all.templating.title, close: all.forms.close, metadata }, blocks);
  await parts.read.views.update({ view_id: view.id, view: next });
  if (root !== view.id) await redrawTemplates(parts, user, root, placeIn(view));
}

export const isTemplateList = ({ meant, view }: Click): boolean =>
  meant.kind === 'choice' && view?.callback_id === LIST;

const findIn = (answers: Answers): string => (given(answers, FIND) ?? '').slice(0, 100);

/** Something was typed in the search. */
export async function chooseInTemplates(parts: Parts, { user, view }: Click): Promise<void> {
  const newest = view && (await isNewest(view.id));
  if (!newest) return;
  const next = await listFor(parts, user, { page: 0, find: findIn(view.state?.values ?? {}) });
  if (next && newest.still()) await redraw(parts, view, next);
  newest.done();
}

/** The search was sent instead of waited for. */
export async function submitTemplates(parts: Parts, { user, answers }: Submission): Promise<ViewResponseAction> {
  const view = await listFor(parts, user, { page: 0, find: findIn(answers) });
  return view ? { response_action: 'update', view } : { response_action: 'clear' };
}
