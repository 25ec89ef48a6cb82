import { expect, it } from 'vitest';
import { readDraft } from '../../src/slack/triggering/draft.ts';
import { book } from './views/make.ts';

it.each(['processing', 'field.device'])('%s is asked for by what can be chosen, whatever was compared before', (of) => {
  const answers = { 'c1.of': of, 'c1.is_words': 'contains', 'c1.v.lines': 'x' };
  expect(readDraft(answers, book).conditions).toMatchObject([{ id: 1, of, is: 'is' }]);
});
