import type { ViewResponseAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { freeCode, mayWrite, type SavedTemplate, saveTemplate, templatesOf } from '../../desk/template-editing.ts';
import { CODES } from '../../domain/codes.ts';
import { LANGUAGES, type Language, type PersonId } from '../../domain/language.ts';
import {
  LONGEST_TEXT,
  LONGEST_TITLE,
  MOST_TEMPLATES,
  type TemplateFault,
  type TemplateKnown,
} from '../../domain/template-faults.ts';
import { LONGEST_CODE } from '../../domain/templates.ts';
import { type Book, languageFor } from '../../desk/book.ts';
import { composed } from '../composer/blocks.ts';
import { type Click, readMetadata, type Submission } from '../codec.ts';
import { modal, section } from '../kit.ts';
import type { Place } from '../listing.ts';
import { languageOf, type Parts } from '../parts.ts';
import { redraw } from '../similar/asking.ts';
import { voice } from '../voice.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import { processingBlock } from './category.ts';
import { draftOf, emptyDraft, givenOf, keptActs, readDraft, type TemplateDraft, textBlock } from './draft.ts';
import { redrawTemplates } from './list.ts';
import { showView } from './show.ts';
import { EDITOR, editorView } from './view.ts';

type Opening = { how: 'new' | 'edit' | 'copy'; code: string; place: Place };

/** The window for a new template, for one that there is, or for another one like it. */
export async function editorFor(parts: Parts, user: PersonId, { how, code, place }: Opening): Promise<ModalView> {
  const mine = await templatesOf(parts, user);
  const one = how === 'new' ? null : mine?.all.find((each) => each.code === code);
  if (!mine || one === undefined || (one && how === 'edit' && !mayWrite(mine.person, one)))
    return goneView(parts, user);
  const first = mine.person.admin ? null : (mine.person.leadOf[0] ?? null);
  const draft = one ? draftOf(one) : emptyDraft(first);
  const codes = mine.all.map((each) => each.code);
  const group = one && mayWrite(mine.person, one) ? draft.group : first;
  const copied = how === 'copy' && one ? { ...draft, group, code: freeCode(one.code, codes) } : draft;
  return editorView({
    ...voice(parts, user),
    draft: copied,
    editor: mine.person,
    seen: how === 'edit' && one ? one : null,
    kept: one ? keptActs(one) : [],
    copied: how === 'copy',
    ...place,
  });
}

/** The window for a new one, begun with the words of an answer that is looked at before it goes. */
export async function editorOf(parts: Parts, user: PersonId, view: Click['view']): Promise<ModalView> {
  const { n } = (view && readMetadata(view.private_metadata).data) ?? {};
  const mine = await templatesOf(parts, user);
  const looked = n === undefined ? null : await parts.desk.look(n, user);
  if (!view || !mine || !looked || 'kind' in looked) return goneView(parts, user);
  const { group, requester } = looked.ticket;
  const { text } = composed(view.state?.values ?? {});
  const draft = emptyDraft(mayWrite(mine.person, { group }) ? group : (mine.person.leadOf[0] ?? null));
  const texts = { ...draft.texts, [languageFor(parts.book(), requester)]: typeof text === 'string' ? text : '' };
  return editorView({
    ...voice(parts, user),
    draft: { ...draft, texts },
    editor: mine.person,
    seen: null,
    kept: [],
    copied: false,
    page: 0,
    find: '',
    of: n,
  });
}

export const isTemplateEditor = ({ meant, view }: Click): boolean =>
  meant.kind === 'choice' && view?.callback_id === EDITOR;

/** Another group was chosen, which knows other categories: the window is drawn again with all that was written. */
export async function redrawEditor(parts: Parts, { user, view }: Click): Promise<void> {
  const { key, page = 0, find = '', version = 0, n: of } = (view && readMetadata(view.private_metadata).data) ?? {};
  const mine = await templatesOf(parts, user);
  if (!view || !mine) return;
  const one = mine.all.find(({ code }) => code === key) ?? null;
  if (key !== undefined && !one) return;
  const next = editorView({
    ...voice(parts, user),
    draft: readDraft(view.state?.values ?? {}),
    editor: mine.person,
    seen: one && { ...one, version },
    kept: one ? keptActs(one) : [],
    copied: false,
    page,
    find,
    of,
  });
  await redraw(parts, view, next, true);
}

function savedView(parts: Parts, user: PersonId): ModalView {
  const { templating: words, forms } = wordsOf(languageOf(parts, user));
  return modal({ title: words.title, close: forms.close }, [section(`✅ ${words.saved}`)]);
}

function goneView(parts: Parts, user: PersonId): ModalView {
  const { templating: words, forms } = wordsOf(languageOf(parts, user));
  return modal({ title: words.title, close: forms.close }, [section(`⚠️ ${words.gone}`)]);
}

const knownIn = ({ groups, types }: Book): TemplateKnown => ({
  groups: new Set(groups.map(({ key }) => key)),
  fields: new Set(types.flatMap(({ fields }) => fields.map(({ key }) => key))),
  processing: new Map(
    groups.map(({ key, policies }) => [key, new Set(policies.processing_types.map((type) => type.key))]),
  ),
});

/** It was saved: how it reads stands in its place, and the list below is as it is now. */
export async function submitTemplate(
  parts: Parts,
  { user, metadata, answers, view }: Submission,
): Promise<ViewResponseAction> {
  const { key, version, page = 0, find = '', n: of } = metadata;
  const seen = key === undefined || version === undefined ? null : { code: key, version };
  const draft = readDraft(answers);
  const before = seen ? (await parts.templates.all(parts.desk.workspace)).find(({ code }) => code === seen.code) : null;
  const saved = await saveTemplate(parts, user, {
    seen,
    given: givenOf(draft, before ?? null),
    known: knownIn(parts.book()),
  });
  const { root_view_id: root } = view;
  // Under it is an answer, and no list.
  if (saved.kind === 'saved' && of !== undefined) return { response_action: 'update', view: savedView(parts, user) };
  if (saved.kind === 'saved' && root !== view.id) await redrawTemplates(parts, user, root, { page, find });
  if (saved.kind === 'saved')
    return {
      response_action: 'update',
      view: await showView(parts, user, { code: saved.code, place: { page, find }, saved: true }),
    };
  return { response_action: 'errors', errors: errorsOf(saved, draft, wordsOf(languageOf(parts, user))) };
}

/** What is wrong with it, each under its question. */
export function errorsOf(
  saved: Exclude<SavedTemplate, { kind: 'saved' }>,
  draft: TemplateDraft,
  all: Catalog,
): Record<string, string> {
  const words = all.templating;
  switch (saved.kind) {
    case 'taken':
      return { code: words.taken };
    case 'too_many':
      return { title: words.tooMany(MOST_TEMPLATES) };
    case 'not_yours':
      return { group: words.notYours };
    case 'gone':
    case 'changed':
      return { title: words[saved.kind] };
    case 'faults': {
      const lacking = saved.lacking.map(({ language, of, code }): [string, string] => [
        textBlock(language),
        words.faults.lacking(code, all.search.languages[of]),
      ]);
      return Object.fromEntries([...lacking, ...saved.faults.map((fault) => errorOf(fault, draft, all))]);
    }
  }
}

function errorOf(fault: TemplateFault, draft: TemplateDraft, all: Catalog): [string, string] {
  const { faults } = all.templating;
  const { required } = all.refusals.fault;
  switch (fault.part) {
    case 'code': {
      const said = { no_code: faults.noCode, is_verb: faults.isVerb, too_long: faults.codeTooLong(LONGEST_CODE) };
      return ['code', draft.code === '' ? required : said[fault.why]];
    }
    case 'title':
      return ['title', fault.why === 'required' ? required : faults.titleTooLong(LONGEST_TITLE)];
    case 'group':
      return ['group', faults.unknownGroup];
    case 'processing':
      return [processingBlock(draft.group), faults.unknownProcessing];
    case 'text': {
      const block = textBlock(fault.language ?? firstOf(draft));
      if (fault.why === 'required') return [block, faults.noText];
      const known = [...CODES, 'field.…'].map((code) => `{{${code}}}`).join(', ');
      const said =
        fault.why === 'unknown_code'
          ? faults.unknownCode(fault.named, known)
          : faults.tooLong(LONGEST_TEXT, fault.named);
      return [block, said];
    }
    case 'acts':
      if (fault.why === 'unknown_group') return ['forward', faults.unknownGroup];
      return fault.named === 'pend' && draft.waiting === '' ? ['waiting', faults.waiting] : ['becomes', faults.act];
  }
}

const firstOf = ({ texts }: TemplateDraft): Language => LANGUAGES.find((one) => texts[one] !== '') ?? LANGUAGES[0];
