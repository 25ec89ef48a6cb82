import type { KnownBlock, ModalView } from '@slack/types';
import { type Categories, MOST_USES } from '../../desk/category-editing.ts';
import { inLanguage } from '../../domain/fields.ts';
import type { ProcessingType } from '../../domain/processing.ts';
import { goId } from '../codec.ts';
import { actions, bold, context, divider, inline, modal, overflow, section, select } from '../kit.ts';
import { groupName, rawGroup, type Scene } from '../views/facts.ts';
import { pageIn, waysIn } from '../views/pages.ts';
import { pageButton } from '../views/presses.ts';
import { wordsOf } from '../words/catalog.ts';

export type CategoriesModel = Scene & {
  /** Those of all groups that somebody looks after, and of the one that he looks at. */
  all: readonly Categories[];
  its: Categories;
  uses: ReadonlyMap<string, number>;
  page: number;
};

const PAGE = 40;

/** `edit|support|0|network`: what is pressed, in which group, on which page, and of which category. */
export const pressValue = (how: string, group: string, page: number, key = ''): string =>
  `${how}|${group}|${page}|${key}`;

/** What the tickets of a group may turn out to be about, a page of it, and how they end. */
export function categoriesView(model: CategoriesModel): ModalView {
  const { all, its, book, language } = model;
  const catalog = wordsOf(language);
  const { categories: words, forms } = catalog;
  const { group, types, decided } = its;
  const { document_on_close: closing, customer_for_agents: open } = decided;
  const ways = waysIn('categories', types.length, catalog, (to) => pressValue('show', group, to));
  const { page, shown, range, steps } = pageIn(types, { page: model.page, size: PAGE }, ways);
  const choices = all.map((one) => ({ value: pressValue('show', one.group, 0), label: rawGroup(book, one.group) }));
  const chosen = { initial: pressValue('show', group, 0), placeholder: words.which };
  return modal({ title: words.title, close: forms.close }, [
    ...(choices.length > 1 ? actions([select(goId('categories', 'which'), choices, chosen)], 'which') : []),
    context(words.intro(groupName(book, group))),
    ...(types.length === 0 ? [section(words.none)] : []),
    ...shown.map((type) => row(type, { ...model, page })),
    ...range,
    ...actions([
      pageButton('categories', 'new', pressValue('new', group, types.length), `➕ ${words.add}`, 'primary'),
      ...steps,
    ]),
    divider,
    section(
      `${words.closing.stands[closing]}\n${words.customer.stands[open ? 'agents' : 'leads']}`,
      pageButton('categories', 'decide', pressValue('decide', group, page), words.decide),
    ),
  ]);
}

function row({ key, name }: ProcessingType, { its, uses, page, language }: CategoriesModel): KnownBlock {
  const { categories: words, types } = wordsOf(language);
  const count = uses.get(key) ?? 0;
  const choices = [
    { value: pressValue('edit', its.group, page, key), label: types.edit },
    ...(its.types[0]?.key === key ? [] : [{ value: pressValue('up', its.group, page, key), label: types.up }]),
  ];
  const [menu] = overflow(goId('categories', key), choices);
  return section(`${bold(inline(inLanguage(name, language)))}  ·  ${words.used(count, count >= MOST_USES)}`, menu);
}
