import type { KnownBlock, ModalView } from '@slack/types';
import type { Categories, Decided } from '../../desk/category-editing.ts';
import { inLanguage, type Localized } from '../../domain/fields.ts';
import { DOCUMENT_ON_CLOSE, type ProcessingType } from '../../domain/processing.ts';
import { type Answers, formId, goId, metadata, VALUE } from '../codec.ts';
import { inBoth, localizedOf } from '../fielding/form.ts';
import { given } from '../forms/answers.ts';
import { ask } from '../forms/ask.ts';
import { actions, button, modal, select } from '../kit.ts';
import type { Catalog } from '../words/catalog.ts';
import { pressValue } from './list.ts';

const NAME = 75;

type Editing = { its: Categories; type: ProcessingType | null; page: number };

/** The window in which a category is named. */
export function categoryForm({ its, type, page }: Editing, words: Catalog): ModalView {
  const { titles, ask: questions } = words.categories;
  return modal(
    {
      title: type ? titles.edit : titles.new,
      submit: words.fielding.submit,
      close: words.forms.close,
      callback: formId('category'),
      metadata: metadata({ type: its.group, seen: its.mark, page, ...(type && { key: type.key }) }),
    },
    [
      ...inBoth('name', type?.name, { words, max: NAME, asks: (of) => questions[`name_${of}`] }),
      ...(type ? removing(type, { its, page }, words) : []),
    ],
  );
}

function removing(
  { key, name }: ProcessingType,
  { its, page }: Omit<Editing, 'type'>,
  { categories, types, language }: Catalog,
): KnownBlock[] {
  const { title, text } = categories.sure;
  const sure = { title, text: text(inLanguage(name, language)), confirm: types.sure.yes, deny: types.sure.no };
  const value = pressValue('remove', its.group, page, key);
  return actions([button({ action: goId('categories', 'remove'), value, label: types.remove, style: 'danger', sure })]);
}

/** What was written, not checked yet. */
export const nameIn = (answers: Answers): Localized =>
  localizedOf(given(answers, 'name_en') ?? '', given(answers, 'name_it') ?? '');

/** The window in which it is said how the tickets of a group end, and who sees the tab Customer. */
export function decideForm({ its, page }: Omit<Editing, 'type'>, words: Catalog): ModalView {
  const { titles, ask: questions, closing, customer } = words.categories;
  const { document_on_close: how, customer_for_agents: open } = its.decided;
  const choices = DOCUMENT_ON_CLOSE.map((value) => ({ value, label: closing.choices[value] }));
  const seers = (['agents', 'leads'] as const).map((value) => ({ value, label: customer.choices[value] }));
  return modal(
    {
      title: titles.decide,
      submit: words.fielding.submit,
      close: words.forms.close,
      callback: formId('category_decide'),
      metadata: metadata({ type: its.group, page }),
    },
    [
      ask('closing', questions.closing, select(VALUE, choices, { initial: how })),
      ask('customer', questions.customer, select(VALUE, seers, { initial: open ? 'agents' : 'leads' })),
    ],
  );
}

export const decidedIn = (answers: Answers): Decided => ({
  document_on_close: DOCUMENT_ON_CLOSE.find((one) => one === given(answers, 'closing')) ?? 'off',
  customer_for_agents: given(answers, 'customer') !== 'leads',
});
