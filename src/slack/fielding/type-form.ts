import type { KnownBlock, ModalView } from '@slack/types';
import { inLanguage, type SubmissionType } from '../../domain/fields.ts';
import { groupKey, type Person } from '../../domain/language.ts';
import { hasBelow, type MadeType, type WrongType } from '../../domain/type-making.ts';
import { type Answers, formId, goId, metadata, VALUE } from '../codec.ts';
import { given } from '../forms/answers.ts';
import { ask } from '../forms/ask.ts';
import { actions, button, type Choice, modal, select } from '../kit.ts';
import type { Scene } from '../views/facts.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import { inBoth, localizedOf } from './form.ts';
import type { TypesModel } from './type-list.ts';

const NAME = 75;
const HINT = 1000;
/** No key of a type. */
const ALONE = '-';

type Editing = TypesModel & { person: Person; type: SubmissionType | null; mark: string };

/** The window in which a type is written. */
export function typeForm(model: Editing): ModalView {
  const { type, mark, language } = model;
  const words = wordsOf(language);
  const { titles, ask: questions } = words.types;
  const groups = groupChoices(model);
  const [first] = groups;
  const group = type?.group ?? (groups.length === 1 ? first?.value : undefined);
  return modal(
    {
      title: type ? titles.edit : titles.new,
      submit: words.fielding.submit,
      close: words.forms.close,
      callback: formId('field_type'),
      metadata: metadata({ seen: mark, ...(type && { key: type.key }) }),
    },
    [
      ...inBoth('name', type?.name, { words, max: NAME, asks: (of) => questions[`name_${of}`] }),
      ask('parent', questions.parent, select(VALUE, aboveChoices(model), { initial: type?.parent ?? ALONE })),
      ask('group', questions.group, select(VALUE, groups, { initial: group })),
      ...inBoth('hint', type?.hint ?? undefined, {
        words,
        max: HINT,
        multiline: true,
        asks: (of) => questions[`hint_${of}`],
      }),
      ...(type ? removing(type, words) : []),
    ],
  );
}

/** What it can stand under, and what it stands under. */
function aboveChoices({ types, type, mine, language }: Editing): Choice[] {
  const isTop = type !== null && hasBelow(types, type.key);
  const above = types.filter(
    (one) =>
      one.key === type?.parent ||
      (!isTop && one.parent === null && one.key !== type?.key && (hasBelow(types, one.key) || mine(one))),
  );
  return [
    { value: ALONE, label: wordsOf(language).types.alone },
    ...above.map(({ key, name }) => ({ value: key, label: inLanguage(name, language) })),
  ];
}

const groupChoices = ({ book, person, type }: Editing & Pick<Scene, 'book'>): Choice[] =>
  book.groups
    .filter(({ key }) => person.admin || person.leadOf.includes(key) || key === type?.group)
    .map(({ key, name }) => ({ value: key, label: name }));

function removing({ key, name }: SubmissionType, { types: words, language }: Catalog): KnownBlock[] {
  const { title, text, yes, no } = words.sure;
  const sure = { title, text: text(inLanguage(name, language)), confirm: yes, deny: no };
  const value = `type_remove|${key}`;
  return actions([
    button({ action: goId('fields', 'type_remove'), value, label: words.remove, style: 'danger', sure }),
  ]);
}

/** What was written, not checked yet. */
export function typeIn(answers: Answers): MadeType {
  const word = (block: string) => given(answers, block) ?? '';
  const hint = localizedOf(word('hint_en'), word('hint_it'));
  return {
    name: localizedOf(word('name_en'), word('name_it')),
    parent: word('parent') === ALONE || word('parent') === '' ? null : word('parent'),
    group: groupKey(word('group')),
    hint: hint === '' ? null : hint,
  };
}

/** What is wrong, each under its question. */
export const typeErrors = (faults: readonly WrongType[], { types, language }: Catalog): Record<string, string> =>
  Object.fromEntries(faults.map(({ of, why }) => [of === 'name' ? `name_${language}` : of, types.wrong[why]]));
