import type { KnownBlock, ModalView } from '@slack/types';
import type { Person } from '../../domain/language.ts';
import { MOST_CONDITIONS, MOST_RESULTS, type TriggerFault } from '../../domain/triggers.ts';
import { HAPPENINGS } from '../../domain/triggers/happenings.ts';
import { formId, goId, metadata, VALUE } from '../codec.ts';
import { ask, askText } from '../forms/ask.ts';
import {
  actions,
  button,
  context,
  capital,
  divider,
  header,
  modal,
  multiSelect,
  radio,
  section,
  select,
} from '../kit.ts';
import type { Scene } from '../views/facts.ts';
import { wrongOf } from '../views/trigger-words.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import { conditionBlocks, resultBlocks } from './rows.ts';
import { groupChoices } from './choices.ts';
import { type Draft, NO_GROUP } from './draft.ts';

export type EditorModel = Scene & {
  draft: Draft;
  editor: Person;
  /** The one that is changed; null: a new one. */
  seen: { key: string; version: number; enabled: boolean; name: string } | null;
  /** What is wrong with it as it stands at the desk. */
  faults: readonly TriggerFault[];
  secrets: readonly string[];
  /** The page of the list below. */
  page?: number | undefined;
  /** It was made of another one. */
  copied?: boolean;
};

const NAME = 60;

/** The window in which a trigger is written. Within Slack's hundred blocks with as much as a trigger may have. */
export function editorView(model: EditorModel): ModalView {
  const { draft, seen, language, faults } = model;
  const words = wordsOf(language);
  const { editor } = words.triggers;
  return modal(
    {
      title: editor.titles[seen ? 'edit' : 'new'],
      submit: editor.save,
      close: words.forms.close,
      callback: formId('trigger_edit'),
      metadata: metadata({ ...(seen && { key: seen.key, version: seen.version }), page: model.page ?? 0 }),
    },
    [
      ...(faults.length === 0 ? [] : [section(`⚠️ ${wrongOf(faults, model)}.`)]),
      context(model.copied ? editor.copied : seen?.enabled ? editor.willRest : editor.unsaved),
      askText('name', editor.ask.name, { multiline: false, max: NAME, initial: draft.name }),
      ask('group', editor.ask.group, select(VALUE, groupsFor(model), { initial: draft.group ?? NO_GROUP })),
      ask('on', editor.ask.on, eventMenu(draft, words)),
      divider,
      ...conditionPart(model),
      divider,
      ...resultPart(model),
      ...(seen ? [divider, ...lastRow(seen, words)] : []),
    ],
  );
}

/** Leads write for their own groups. */
function groupsFor({ editor, book, language }: EditorModel) {
  const all = groupChoices(book);
  const whole = { value: NO_GROUP, label: wordsOf(language).triggers.editor.whole };
  return editor.admin ? [whole, ...all] : all.filter(({ value }) => editor.leadOf.some((key) => key === value));
}

const eventMenu = ({ on }: Draft, words: Catalog) =>
  multiSelect(
    VALUE,
    HAPPENINGS.map((value) => ({ value, label: capital(words.triggers.list.happening[value]) })),
    { initial: on, placeholder: words.triggers.editor.ask.on.placeholder },
  );

const adding = (what: 'c' | 'r', label: string): KnownBlock[] =>
  actions([button({ action: goId('trigger_edit', 'add'), value: `add.${what}`, label })], `add_${what}`);

function conditionPart(model: EditorModel): KnownBlock[] {
  const { conditions, match } = model.draft;
  const words = wordsOf(model.language).triggers.editor;
  const ways = (['all', 'any'] as const).map((value) => ({ value, label: words.match[value] }));
  return [
    header(words.when),
    ...(conditions.length === 0 ? [context(words.everyTicket)] : []),
    ...(conditions.length > 1 ? [ask('match', words.ask.match, radio(VALUE, ways, match))] : []),
    ...conditions.flatMap((one) => conditionBlocks(one, model)),
    ...(conditions.length < MOST_CONDITIONS
      ? adding('c', words.addCondition)
      : [context(words.mostConditions(MOST_CONDITIONS))]),
  ];
}

function resultPart(model: EditorModel): KnownBlock[] {
  const { results } = model.draft;
  const words = wordsOf(model.language).triggers.editor;
  const scene = { ...model, mayCall: model.editor.admin };
  return [
    header(words.so),
    ...(results.length === 0 ? [context(words.nothingYet)] : []),
    ...results.flatMap((one) => resultBlocks(one, scene)),
    ...(results.length < MOST_RESULTS ? adding('r', words.addResult) : [context(words.mostResults(MOST_RESULTS))]),
  ];
}

/** What can be done with one that there is already. */
function lastRow({ enabled, name }: NonNullable<EditorModel['seen']>, words: Catalog): KnownBlock[] {
  const { editor } = words.triggers;
  const copy = button({ action: goId('trigger_edit', 'copy'), value: 'copy', label: editor.copy });
  if (enabled) return [...actions([copy], 'last'), context(editor.offFirst)];
  const { label, title, text, confirm, deny } = editor.remove;
  const sure = { title, text: text(name), confirm, deny };
  const remove = button({ action: goId('trigger_edit', 'delete'), value: 'delete', label, style: 'danger', sure });
  return actions([copy, remove], 'last');
}
