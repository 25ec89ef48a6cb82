import { expect, test } from 'vitest';
import { createClock } from '../../../local-slack/core/clock.ts';
import { createRates } from '../../../local-slack/core/rates.ts';
import type { OutLetter } from '../../../src/desk/letters.ts';
import { WAITS } from '../../../src/slack/deliver/carry.ts';
import type { Plan } from '../../../src/slack/deliver/plan.ts';
import { turns } from '../../../src/slack/deliver/turns.ts';

const post = { channel: 'D1', thread: null, said: { text: '', blocks: [] }, effects: {} };
const PLANS = {
  update: { do: 'update', at: { channel: 'C1', ts: '1.1' }, post },
  post: { do: 'post', post },
} as const satisfies Record<string, Plan>;

test.each([
  ['update', 'chat.update', 3, 8000],
  ['post', 'chat.postMessage', 'special', 1000],
] as const)(
  'five hundred letters of a batch that %s leave room for others, and are never too many',
  (kind, method, tier, every) => {
    const clock = createClock(() => 1_767_600_000_000);
    const rates = createRates(clock, true);
    const turn = turns(WAITS.bulk, () => new Date(clock.now()));
    const begun = clock.now();
    let waiting = Array.from({ length: 500 }, (_, id) => ({ id, at: begun }));
    let next = begun;
    let others = 0;
    while (waiting.length > 0) {
      if (clock.now() >= next) {
        // Somebody presses a button meanwhile.
        expect([others, rates.call(method, tier)]).toEqual([others, 0]);
        others += 1;
        next += every;
      }
      const due = waiting.filter(({ at }) => at <= clock.now());
      waiting = waiting.filter(({ at }) => at > clock.now());
      for (const { id } of due) {
        const at = turn({ id, bulk: true } as OutLetter, PLANS[kind]);
        if (at) waiting.push({ id, at: at.getTime() });
        else expect([id, rates.call(method, tier)]).toEqual([id, 0]);
      }
      clock.forward(100);
    }
    expect(others).toBeGreaterThan(20);
  },
);

test('a letter that is none of a batch never waits for a turn', () => {
  const turn = turns(WAITS.bulk, () => new Date());
  for (let id = 0; id < 100; id++) expect(turn({ id, bulk: false } as OutLetter, PLANS.update)).toBeNull();
});
