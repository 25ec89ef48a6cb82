/** When an app's subscription ends: more than 95 % of at least a thousand events of the last hour have failed. */
import { expect, test } from 'vitest';
import { createClock } from '../../local-slack/core/clock.ts';
import { USUAL } from '../../local-slack/core/habits.ts';
import { createSubscription } from '../../local-slack/core/subscription.ts';

function busy() {
  const clock = createClock(() => 1_800_000_000_000);
  const subscription = createSubscription(clock, USUAL);
  for (let n = 0; n < 1000; n += 1) subscription.admit();
  return { clock, subscription };
}
const tries = (count: number, attempt: () => boolean): boolean[] => Array.from({ length: count }, attempt);

test('95 % is not too much, one more is', () => {
  const { subscription } = busy();
  const ended = [...tries(50, () => subscription.tried(true)), ...tries(950, () => subscription.tried(false))];
  expect(ended).not.toContain(true);
  expect(subscription.tried(false)).toBe(true);
  expect(subscription.admit()).toBe('hold');
});

test('what is an hour old no longer counts', () => {
  const { clock, subscription } = busy();
  expect(tries(50, () => subscription.tried(true))).not.toContain(true);
  clock.forward(3_600_000);
  expect(tries(2000, () => subscription.tried(false))).not.toContain(true);
  for (let n = 0; n < 1000; n += 1) subscription.admit();
  expect(subscription.tried(false)).toBe(true);
});
