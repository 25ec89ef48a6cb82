import { expect, test } from 'vitest';
import type { Localized, SubmissionType } from '../../src/domain/fields.ts';
import { groupKey } from '../../src/domain/language.ts';
import { beforeIt, faultsOfType, inOrder, MOST_TYPES } from '../../src/domain/type-making.ts';

const [billing, support] = [groupKey('billing'), groupKey('support')];
const type = (key: string, parent: string | null, name: Localized = key, group = billing): SubmissionType => ({
  key,
  parent,
  name,
  group,
  hint: null,
  fields: [],
});
const asking = { ...type('asking', null), fields: [{ key: 'a', label: 'A', ask: 'line' as const, required: false }] };
const TYPES = [type('money', null), type('pay', 'money', { en: 'Pay', it: 'Paga' }), asking];
const OTHERS = [type('tech', null, 'Tech', support), type('wifi', 'tech', 'Wi-Fi', support)];
const LONE = type('lone', null, 'Lone', support);
const all = [...TYPES, ...OTHERS, LONE];
const faults = (made: SubmissionType, was: SubmissionType | null = null, types = all) =>
  faultsOfType(made, { types, was, mine: ({ group }) => group === billing }).map(({ of, why }) => `${of} ${why}`);

test.each<[string, SubmissionType, SubmissionType | null, string[]]>([
  ['a new one', type('new', 'money', 'Refunds'), null, []],
  ['no name', type('new', null, {}), null, ['name no_name']],
  ['the same name in one language', type('new', 'money', { it: 'PAGA' }), null, ['name same_name']],
  ['the same name elsewhere', type('new', null, 'Pay'), null, []],
  ['its own name', type('pay', 'money', 'Pay'), TYPES[1]!, []],
  ['a group of others', type('new', null, 'New', support), null, ['group not_yours']],
  ['a third level', type('new', 'pay', 'New'), null, ['parent too_deep']],
  ['under itself', type('asking', 'asking', 'New'), asking, ['parent too_deep']],
  ['what has types under it', type('money', 'tech', 'Money'), TYPES[0]!, ['parent too_deep']],
  ['under what is gone', type('new', 'gone', 'New'), null, ['parent too_deep']],
  ['under what asks itself', type('new', 'asking', 'New'), null, ['parent asks']],
  ['under the heading of others', type('new', 'tech', 'New'), null, []],
  ['under what others choose', type('new', 'lone', 'New'), null, ['parent not_yours']],
])('%s', (_, made, was, wrong) => expect(faults(made, was)).toEqual(wrong));

test('no more than a list shows', () => {
  const many = Array.from({ length: MOST_TYPES }, (_, at) => type(`t${at}`, null));
  expect(faults(type('new', null), null, many)).toEqual(['name too_many']);
});

test('the tree as a list, and what stands before one', () => {
  const list = inOrder([OTHERS[1]!, TYPES[1]!, LONE, OTHERS[0]!, TYPES[0]!]);
  expect(list.map(({ key }) => key)).toEqual(['lone', 'tech', 'wifi', 'money', 'pay']);
  expect(list.map((one) => beforeIt(list, one)?.key ?? null)).toEqual([null, 'lone', null, 'tech', null]);
});
