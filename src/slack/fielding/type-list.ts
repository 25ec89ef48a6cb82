import type { KnownBlock, ModalView } from '@slack/types';
import { inLanguage, type SubmissionType } from '../../domain/fields.ts';
import { beforeIt, hasBelow } from '../../domain/type-making.ts';
import { goId } from '../codec.ts';
import { actions, bold, context, inline, modal, overflow, section } from '../kit.ts';
import { groupName, type Scene } from '../views/facts.ts';
import { pageButton } from '../views/presses.ts';
import { wordsOf } from '../words/catalog.ts';

export type TypesModel = Scene & {
  types: readonly SubmissionType[];
  mine(type: SubmissionType): boolean;
};

/** The types that somebody looks after, and those above them, in the order of the tree. */
export function typesView(model: TypesModel): ModalView {
  const { types, mine, language } = model;
  const { types: words, forms } = wordsOf(language);
  const shown = types.filter((type) => mine(type) || types.some((one) => one.parent === type.key && mine(one)));
  return modal({ title: words.title, close: forms.close }, [
    context(words.intro),
    ...actions([pageButton('fields', 'type_new', 'type_new||', `➕ ${words.add}`, 'primary')], 'new'),
    ...(shown.length === 0 ? [section(words.none)] : []),
    ...shown.map((type) => row(type, model)),
  ]);
}

function row(type: SubmissionType, { types, mine, ...scene }: TypesModel): KnownBlock {
  const { types: words } = wordsOf(scene.language);
  const { key, parent, fields } = type;
  const choices = [
    { value: `type_edit|${key}`, label: words.edit },
    ...(beforeIt(types, type) ? [{ value: `type_up|${key}`, label: words.up }] : []),
  ];
  const [menu] = mine(type) ? overflow(goId('fields', `type_${key}`), choices) : [];
  const facts = hasBelow(types, key)
    ? [words.heading]
    : [`→ ${groupName(scene.book, type.group)}`, words.questions(fields.length)];
  const indent = parent === null ? '' : '↳  ';
  return section(`${indent}${bold(inline(inLanguage(type.name, scene.language)))}  ·  ${facts.join(' · ')}`, menu);
}
