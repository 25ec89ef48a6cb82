import { expect, test } from 'vitest';
import { MOST_USES } from '../../../src/desk/category-editing.ts';
import { groupKey } from '../../../src/domain/language.ts';
import { MOST_PROCESSING } from '../../../src/domain/processing.ts';
import { decideForm } from '../../../src/slack/categorizing/form.ts';
import { categoriesView } from '../../../src/slack/categorizing/list.ts';
import { categoriesMessage } from '../../../src/slack/views/categories.ts';
import { wordsOf } from '../../../src/slack/words/catalog.ts';
import { book, now } from './make.ts';
import { chapters, sketchView } from './sketch.ts';

/** The window in which leads look after what tickets turn out to be about. */
const its = {
  group: groupKey('support'),
  types: [
    { key: 'how_to', name: { en: 'How-to', it: 'Istruzioni' } },
    { key: 'network', name: 'Network & VPN' },
    { key: 'other', name: { it: 'Altro' } },
  ],
  gone: [],
  mark: 'm',
  decided: { document_on_close: 'ask' as const, customer_for_agents: false },
};
const uses = new Map([
  ['how_to', 1],
  ['network', MOST_USES],
]);
const drawn = (language: 'en' | 'it', types: typeof its.types = its.types, page = 0) =>
  sketchView(categoriesView({ book, language, now, all: [its], its: { ...its, types }, uses, page }));

test('what there is to choose, how often it was, how tickets end and who sees who asks', async () => {
  await expect(
    chapters([
      ['none yet', drawn('en', [])],
      ['some', drawn('en')],
      ['some, it', drawn('it')],
      ['settings', sketchView(decideForm({ its, page: 0 }, wordsOf('en')))],
      ['settings, it', sketchView(decideForm({ its, page: 0 }, wordsOf('it')))],
    ]),
  ).toMatchFileSnapshot('./sketches/categories.txt');
});

test('as many as there may be are shown page by page, each once', () => {
  const many = Array.from({ length: MOST_PROCESSING }, (_, at) => ({ key: `k${at}`, name: `Category ${at}.` }));
  const text = [0, 1, 2, 99].map((page) => drawn('en', many, page));
  const shown = (from: string) => [...from.matchAll(/Category (\d+)\./g)].map(([, at]) => Number(at));
  expect(text.slice(0, 3).flatMap(shown)).toEqual(many.map((_, at) => at));
  expect(text[3]).toBe(text[2]);
});

test('the report calls each category as it is called now, and what is not offered any more as it was called last', () => {
  const [support, other] = [groupKey('support'), groupKey('other')];
  const [first] = book.groups;
  const policies = { ...first!.policies, processing_types: [{ key: 'network', name: { en: 'Cables', it: 'Cavi' } }] };
  const gone = [{ key: 'paper', name: { en: 'Paper jams', it: 'Inceppamenti' } }];
  const elsewhere = {
    ...first!,
    key: other,
    policies: { ...policies, processing_types: [{ key: 'bill', name: 'Bills' }] },
  };
  const said = { ...book, groups: [{ ...first!, policies, gone }, elsewhere] };
  const figures = ['network', 'paper', 'bill', 'older', null].map((processing) => ({
    group: support,
    processing,
    count: 1,
    median: 5,
  }));
  const lines = (language: 'en' | 'it') =>
    [
      ...JSON.stringify(categoriesMessage({ book: said, language, now, figures, spared: 0, days: 30 }).blocks).matchAll(
        /• (.*?): 1 /g,
      ),
    ].map(([, called]) => called);
  const spared = (count: number, of = figures) =>
    JSON.stringify(categoriesMessage({ book: said, language: 'en', now, figures: of, spared: count, days: 30 }).blocks);
  for (const of of [figures, []]) {
    expect(spared(2, of)).toContain('2 requests were not sent at all');
    expect(spared(0, of)).not.toContain('not sent');
  }
  expect(lines('en')).toEqual([
    '*Cables*',
    '*Paper jams* (not offered any more)',
    '*Bills*',
    '*older* (not offered any more)',
    '_Without a category_',
  ]);
  expect(lines('it').slice(0, 2)).toEqual(['*Cavi*', '*Inceppamenti* (non più proposta)']);
});
