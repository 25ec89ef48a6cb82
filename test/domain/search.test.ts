import { expect, test } from 'vitest';
import { type Search, search } from '../../src/domain/search.ts';

test('what is stored of a search is read back as it was', () => {
  const kept = {
    text: 'vpn "exact words"',
    numbers: [1042],
    created: { from: '2026-10-01', before: '2026-11-01' },
    agents: ['nobody', 'U0ANA'],
    states: ['open', 'resolved'],
    archived: 'also',
    sort: 'oldest',
  };
  const read: Search = search.parse(kept);
  expect(search.parse(JSON.parse(JSON.stringify(read)))).toEqual(kept);
});

test.each([
  [{ created: { from: '2026-02-30' } }],
  [{ numbers: [0] }],
  [{ numbers: [2_147_483_648] }],
  [{ states: ['lost'] }],
  [{ states: [] }],
  [{ text: '' }],
  [{ colour: 'red' }],
])('%j is no search', (said) => {
  expect(search.safeParse(said).success).toBe(false);
});
