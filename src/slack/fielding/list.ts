import type { KnownBlock, ModalView } from '@slack/types';
import { askedOpenly, type Field, inLanguage, type SubmissionType } from '../../domain/fields.ts';
import { formId, goId } from '../codec.ts';
import { askField } from '../forms/fields.ts';
import { actions, bold, context, inline, modal, overflow, section, select } from '../kit.ts';
import { type Scene, typeName } from '../views/facts.ts';
import { pageButton } from '../views/presses.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';

type ListModel = { types: readonly SubmissionType[]; type: SubmissionType; fields: readonly Field[]; scene: Scene };

/** What is asked about one of the types that somebody looks after, in its order. */
export function fieldsView({ types, type, fields, scene }: ListModel): ModalView {
  const words = wordsOf(scene.language);
  const { fielding } = words;
  const name = (key: string) => typeName(scene.book, key, scene.language) ?? key;
  const choices = types.map(({ key }) => ({ value: `show|${key}`, label: name(key) }));
  const { placeholder } = fielding.which;
  return modal({ title: fielding.title, close: words.forms.close }, [
    ...actions([select(goId('fields', 'which'), choices, { initial: `show|${type.key}`, placeholder })]),
    context(fielding.intro(name(type.key))),
    ...(fields.length === 0 ? [section(fielding.none)] : []),
    ...fields.map((field, at) => row(type, field, at, words)),
    ...actions([
      pageButton('fields', 'new', `new|${type.key}|`, `➕ ${fielding.add}`, 'primary'),
      pageButton('fields', 'preview', `preview|${type.key}|`, fielding.preview.button),
      pageButton('fields', 'types', 'types||', words.types.title),
    ]),
  ]);
}

function row({ key: type }: SubmissionType, field: Field, at: number, words: Catalog): KnownBlock {
  const { fielding } = words;
  const { ask, required, audience, editable, personal, remember } = field;
  const facts = [
    fielding.kinds[ask],
    ...(required === false ? [] : [fielding.required[required === 'resolve' ? 'resolve' : 'yes']]),
    ...(audience === 'agent' ? [`🔒 ${fielding.who.agent}`] : []),
    ...(editable ? [fielding.who.editable] : []),
    ...(personal ? [fielding.who.personal] : []),
    ...(remember ? [fielding.who.remember] : []),
  ];
  const choices = [
    { value: `edit|${type}|${field.key}`, label: fielding.edit },
    ...(at === 0 ? [] : [{ value: `up|${type}|${field.key}`, label: fielding.up }]),
  ];
  const [menu] = overflow(goId('fields', field.key), choices);
  return section(`${bold(inline(inLanguage(field.label, words.language)))}\n${facts.join(' · ')}`, menu);
}

/** The questions as whoever asks sees them. */
export function shownView(fields: readonly Field[], { language }: Scene): ModalView {
  const words = wordsOf(language);
  const { preview } = words.fielding;
  const asked = askedOpenly(fields);
  const frame = { title: preview.title, close: words.forms.close };
  if (asked.length === 0) return modal(frame, [section(preview.none)]);
  return modal({ ...frame, submit: preview.done, callback: formId('field_preview') }, [
    context(preview.intro),
    ...asked.map((field) => askField(field, language)),
  ]);
}
