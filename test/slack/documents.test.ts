import { expect, test } from 'vitest';
import { DOCUMENT_ON_CLOSE } from '../../src/domain/processing.ts';
import { documentQuestions, documentsAgain, documentsIn } from '../../src/slack/forms/documents.ts';
import * as make from './views/make.ts';

const types = (many: number) =>
  Array.from({ length: many }, (_, at) => ({ key: `t${at}`, name: { en: `Type ${at}`, it: `Tipo ${at}` } }));
const modelOf = (document_on_close: (typeof DOCUMENT_ON_CLOSE)[number], many: number, processing: string | null) => {
  const [first] = make.book.groups.filter(({ key }) => key === make.support.key);
  if (!first) throw new Error('no group');
  const group = { ...first, policies: { ...first.policies, document_on_close, processing_types: types(many) } };
  const reading = { ticket: make.ticketIn('in_progress', { processing }), group } as never;
  return { language: 'en' as const, book: { ...make.book, groups: [group] }, viewer: make.ana, reading };
};
const menuOf = (blocks: ReturnType<typeof documentQuestions>) => {
  const [menu] = blocks;
  if (menu?.element.type !== 'static_select') throw new Error('no menu');
  const { options = [], initial_option } = menu.element;
  return { id: menu.block_id ?? '', values: options.map(({ value }) => value ?? ''), initial: initial_option?.value };
};

test('a category that need not be said can be taken back, and one that has to be cannot', () => {
  const menu = menuOf(documentQuestions(modelOf('ask', 3, 't1')));
  expect(menu).toMatchObject({ values: ['-', 't0', 't1', 't2'], initial: 't1' });
  expect(documentsIn({ [menu.id]: '-' })).toEqual({ processing: '' });
  expect(documentsIn({ [menu.id]: 't2' })).toEqual({ processing: 't2' });
  expect(menuOf(documentQuestions(modelOf('required', 3, null))).values).toEqual(['t0', 't1', 't2']);
  expect(menuOf(documentsAgain(modelOf('required', 3, 't1'))).values).toContain('-');
  // No type is left out for it.
  expect(menuOf(documentQuestions(modelOf('ask', 100, null))).values).toEqual(types(100).map(({ key }) => key));
});
