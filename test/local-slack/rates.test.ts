/** How much Slack takes at once, and what it says of when to come again; time stands still but for what is wound. */
import { expect, test } from 'vitest';
import { createClock } from '../../local-slack/core/clock.ts';
import { createRates } from '../../local-slack/core/rates.ts';

function still() {
  const clock = createClock(() => 1_767_600_000_000);
  return { clock, rates: createRates(clock, true) };
}

test('a channel takes five posts at once, then one a second, and never saves up more than five', () => {
  const { clock, rates } = still();
  const posts = (count: number): number[] => Array.from({ length: count }, () => rates.post('C1'));
  expect(posts(7)).toEqual([0, 0, 0, 0, 0, 1, 1]);
  expect(rates.post('C2')).toBe(0);
  clock.forward(1000);
  expect(posts(2)).toEqual([0, 1]);
  clock.forward(3_600_000);
  expect(posts(6)).toEqual([0, 0, 0, 0, 0, 1]);
});

test.each([
  [1, 1, 60],
  [2, 20, 3],
  [3, 50, 2],
  [4, 100, 1],
  ['special', 300, 1],
] as const)('a method of tier %s takes %d calls a minute, and says to wait %d s', (tier, count, wait) => {
  const { clock, rates } = still();
  const calls = (most: number): number[] => Array.from({ length: most }, () => rates.call('users.list', tier));
  const all = Array<number>(count).fill(0);
  expect(calls(count + 1)).toEqual([...all, wait]);
  expect(rates.call('users.info', tier)).toBe(0);
  clock.forward(60_000);
  expect(calls(count + 1)).toEqual([...all, wait]);
});

test('the wait is what is left until the next call', () => {
  const { clock, rates } = still();
  const after = (ms: number): number => {
    clock.forward(ms);
    return rates.call('team.info', 1);
  };
  expect([0, 20_000, 10_000, 29_000, 1000].map(after)).toEqual([0, 40, 30, 1, 0]);
});
