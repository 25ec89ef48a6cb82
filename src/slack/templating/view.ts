import type { KnownBlock, ModalView, Overflow } from '@slack/types';
import type { Book } from '../../desk/book.ts';
import { mayWrite } from '../../desk/template-editing.ts';
import { looksAfterAny } from '../../domain/group.ts';
import type { KeptTemplate } from '../../desk/templates.ts';
import { CODES } from '../../domain/codes.ts';
import { inLanguage } from '../../domain/fields.ts';
import { groupKey, LANGUAGES, PENDING_KINDS, type Person, PRIORITIES } from '../../domain/language.ts';
import { LONGEST_TEXT, LONGEST_TITLE } from '../../domain/template-faults.ts';
import { LONGEST_CODE, type Template } from '../../domain/templates.ts';
import { ANSWER_REASONS } from '../../domain/verbs/closing.ts';
import { formId, goId, metadata, VALUE } from '../codec.ts';
import { actLabel } from '../composer/blocks.ts';
import { ask, askText } from '../forms/ask.ts';
import {
  actions,
  bold,
  button,
  type Choice,
  context,
  cut,
  date,
  divider,
  header,
  inline,
  modal,
  multiSearchSelect,
  overflow,
  section,
  select,
} from '../kit.ts';
import { groupName, type Scene } from '../views/facts.ts';
import { pageIn, waysIn } from '../views/pages.ts';
import { pageButton } from '../views/presses.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import { processingMenu } from './category.ts';
import { EVERY, textBlock, BECOMES, type TemplateDraft } from './draft.ts';

export const LIST = formId('templates');
export const EDITOR = formId('template');
export const FIND = 'find';
const PAGE = 20;
const CODES_SHOWN = 1500;

export type ListModel = Scene & {
  all: readonly KeptTemplate[];
  person: Person;
  page: number;
  find: string;
  /** What was just done, and how it is taken back. */
  done?: KnownBlock[];
};

/** The templates that somebody may choose or write, those that were searched for, a page of them. */
export function listView(model: ListModel): ModalView {
  const { all, person, find, language, done = [] } = model;
  const catalog = wordsOf(language);
  const { templating: words, forms } = catalog;
  const { page, shown, steps } = pageIn(all, { page: model.page, size: PAGE }, waysIn('template', all.length, catalog));
  const none = find === '' ? words.none : words.notFound(inline(find));
  const writes = looksAfterAny(person);
  return modal(
    {
      title: words.title,
      submit: words.search,
      close: forms.close,
      callback: LIST,
      metadata: metadata({ page, find }),
    },
    [
      ...done,
      context(all.length === 0 ? none : words.intro(all.length)),
      ...actions(writes ? [pageButton('template', 'new', 'new.', `➕ ${words.new}`)] : [], 'new'),
      askText(FIND, words.ask.find, { multiline: false, max: 100, optional: true, tells: true }),
      ...shown.flatMap((one) => rowOf(one, model)),
      ...actions(steps),
    ],
  );
}

function rowOf(template: KeptTemplate, { person, ...scene }: ListModel): KnownBlock[] {
  const { templating: words } = wordsOf(scene.language);
  const { code, title } = template;
  const writes = looksAfterAny(person);
  const how = [
    'show' as const,
    ...(mayWrite(person, template) ? (['edit'] as const) : []),
    ...(writes ? (['copy'] as const) : []),
  ];
  const [menu] = overflow(
    goId('template', code),
    how.map((one) => ({ value: `${one}.${code}`, label: words.choose[one] })),
  );
  return [section(`${bold(inline(title))}\n${factsOf(template, scene)}`, menu satisfies Overflow | undefined)];
}

function factsOf(
  { code, group, uses, usedAt }: KeptTemplate,
  { book, language }: Pick<Scene, 'book' | 'language'>,
): string {
  const { templating: words } = wordsOf(language);
  const whose = group === null ? words.everyGroup : groupName(book, group);
  return [`\`?${code}\``, whose, words.used(uses, usedAt && date(usedAt))].join(' · ');
}

/** All that a template does besides, in a line; null: nothing. */
const actsSaid = (acts: Template['acts'], scene: Pick<Scene, 'book' | 'language'>): string =>
  acts.map((one) => inline(actLabel(one, scene))).join(' · ');

export type EditorModel = Scene & {
  draft: TemplateDraft;
  editor: Person;
  /** The one that is changed; null: a new one. */
  seen: KeptTemplate | null;
  kept: Template['acts'];
  copied: boolean;
  page: number;
  find: string;
  /** The ticket whose answer it was begun with. */
  of?: number | undefined;
};

/** The window in which a template is written. */
export function editorView(model: EditorModel): ModalView {
  const { draft, seen, language, copied, page, find } = model;
  const all = wordsOf(language);
  const { templating: words, search, triggers } = all;
  const tags = (given: readonly string[], placeholder: string | undefined) =>
    multiSearchSelect(VALUE, { initial: given.map((tag) => ({ value: tag, label: tag })), placeholder });
  const one = (field: 'priority' | 'becomes' | 'forward', choices: readonly Choice[]) =>
    ask(
      field,
      words.ask[field],
      select(VALUE, [{ value: EVERY, label: words.ask[field].placeholder ?? '' }, ...choices], {
        initial: draft[field] ?? EVERY,
      }),
    );
  return modal(
    {
      title: words.titles[seen ? 'edit' : 'new'],
      submit: words.save,
      close: all.forms.close,
      callback: EDITOR,
      metadata: metadata({ ...(seen && { key: seen.code, version: seen.version }), page, find, n: model.of }),
    },
    [
      ...(copied ? [context(words.copied)] : []),
      askText('title', words.ask.title, { multiline: false, max: LONGEST_TITLE, initial: draft.title }),
      askText('code', words.ask.code, { multiline: false, max: LONGEST_CODE, initial: draft.code }),
      ask('group', words.ask.group, select(VALUE, groupsFor(model), { initial: draft.group ?? EVERY }), {
        tells: true,
      }),
      ...LANGUAGES.map((each) =>
        askText(textBlock(each), words.text(search.languages[each]), {
          max: LONGEST_TEXT,
          optional: true,
          initial: draft.texts[each],
        }),
      ),
      ...codesHelp(model),
      divider,
      header(all.composer.acts.label),
      one('priority', PRIORITIES.map((value) => ({ value, label: all.ticket.priorities[value] })).toReversed()),
      ask('add', words.ask.add, tags(draft.add, triggers.editor.ask.add.placeholder), { optional: true }),
      ask('remove', words.ask.remove, tags(draft.remove, triggers.editor.ask.remove.placeholder), { optional: true }),
      one('becomes', becomesChoices(all)),
      askText('waiting', words.ask.waiting, { multiline: false, max: 150, optional: true, initial: draft.waiting }),
      one('forward', withChannel(model.book)),
      ...processingMenu(model),
      ...(seen ? lastPart(seen, model) : []),
    ],
  );
}

const withChannel = ({ groups }: Book): Choice[] =>
  groups.filter(({ agentsChannel }) => agentsChannel !== null).map(({ key, name }) => ({ value: key, label: name }));

/** Leads write for their own groups. */
function groupsFor({ editor, book, language }: EditorModel): Choice[] {
  const all = book.groups.map(({ key, name }) => ({ value: key, label: name }));
  const every = { value: EVERY, label: wordsOf(language).templating.everyGroup };
  return editor.admin ? [every, ...all] : all.filter(({ value }) => editor.leadOf.includes(groupKey(value)));
}

function becomesChoices({ verbs, ticket }: Catalog): Choice[] {
  return BECOMES.map((value) => {
    const [verb = '', which] = value.split('.');
    const reason = ANSWER_REASONS.find((one) => one === which);
    const kind = PENDING_KINDS.find((one) => one === which);
    if (verb === 'resolve' && reason) return { value, label: `${verbs.labels.resolve}: ${ticket.reasons[reason]}` };
    if (verb === 'pend' && kind) return { value, label: `${verbs.labels.pend}: ${ticket.pendingKinds[kind]}` };
    const step = (['work', 'prepare', 'archive'] as const).find((each) => each === verb);
    return { value, label: step ? verbs.labels[step] : value };
  });
}

/** What may stand in double braces, so that nobody has to know it by heart. */
function codesHelp({ book, language }: Pick<Scene, 'book' | 'language'>): KnownBlock[] {
  const { templating: words } = wordsOf(language);
  const asked = new Map(
    book.types.flatMap(({ fields }) => fields.map(({ key, label }) => [key, inLanguage(label, language)] as const)),
  );
  const fields = [...asked].map(([key, label]) => `\`{{field.${key}}}\` ${inline(label)}`);
  return [
    context(words.codes(CODES.map((code) => `\`{{${code}}}\``).join(' '))),
    ...(fields.length === 0 ? [] : [context(cut(words.fields(fields.join(', ')), CODES_SHOWN))]),
  ];
}

/** What is changed elsewhere, and how it is taken away. */
function lastPart({ code, title, variants }: KeptTemplate, { kept, ...scene }: EditorModel): KnownBlock[] {
  const { templating: words } = wordsOf(scene.language);
  const { label, text, ...sure } = words.remove;
  const groups = Object.keys(variants).map((key) => groupName(scene.book, groupKey(key)));
  const remove = button({
    action: goId('template', 'remove'),
    value: `remove.${code}`,
    label,
    style: 'danger',
    sure: { ...sure, text: text(title) },
  });
  return [
    ...(groups.length === 0 ? [] : [context(words.variants(groups.join(', ')))]),
    ...(kept.length === 0 ? [] : [context(words.keeps(actsSaid(kept, scene)))]),
    ...actions([remove], 'last'),
  ];
}

/** Everything of one template but its words. */
export function factBlocks(template: KeptTemplate, scene: Pick<Scene, 'book' | 'language'>): KnownBlock[] {
  const { composer } = wordsOf(scene.language);
  const { title, acts } = template;
  return [
    section(`${bold(inline(title))}\n${factsOf(template, scene)}`),
    ...(acts.length === 0 ? [] : [context(`${composer.acts.label}: ${actsSaid(acts, scene)}`)]),
  ];
}
