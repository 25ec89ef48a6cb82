import fc from 'fast-check';
import type { Request } from '../../src/desk/desk.ts';
import { ESCALATION_RULES, personId } from '../../src/domain/language.ts';
import type { Verb } from '../../src/domain/verbs.ts';
import { whyNot } from '../../src/domain/decide.ts';
import { type Name, who } from '../make.ts';
import { ALONE, inputFor } from './inputs.ts';
import { actorIn, type Kept, type World } from './model.ts';

/** What people do at random in `model.test.ts`. */

const HOUR = 3_600_000;
export const NOBODY = personId('U0NOBODY');
const CAST: readonly Name[] = ['ana', 'kofi', 'lea', 'mateo', 'yuki', 'ivan', 'marta', 'bao', 'priya', 'ada', 'gone'];
const ACTORS: readonly Request['by'][] = [...CAST.map((name) => who[name]), NOBODY, 'clock'];

/** What a person wants to do; `legal`: something that somebody may do to the ticket as it is then. */
type Wish = { verb: Verb; by: Request['by']; legal: boolean; pick: number; input: number; odd: unknown };
const wish: fc.Arbitrary<Wish> = fc.noBias(
  fc.record({
    verb: fc.constantFrom(...ALONE),
    by: fc.constantFrom(...ACTORS),
    legal: fc.oneof({ arbitrary: fc.constant(true), weight: 3 }, { arbitrary: fc.constant(false), weight: 1 }),
    pick: fc.nat(9999),
    input: fc.nat(1_000_000),
    odd: fc.oneof(
      { weight: 14, arbitrary: fc.constant(undefined) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(null, 'words', [], {}, { text: 7 }, { to: '', group: '' }, { reason: 'none' }),
      },
    ),
  }),
);
export type Step =
  | { do: 'act'; deliveries: number; wish: Wish }
  | { do: 'race'; wishes: Wish[] }
  | { do: 'wait'; ms: number }
  | { do: 'tick'; at: 'now' | 'due' | 'just before'; doors: number }
  | { do: 'carry' };
const what: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ do: fc.constant('act'), deliveries: fc.constant(1), wish }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('act'), deliveries: fc.integer({ min: 2, max: 4 }), wish }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('race'), wishes: fc.array(wish, { minLength: 2, maxLength: 3 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('wait'),
      ms: fc.constantFrom(1, 11 * 60_000, 25 * HOUR, 3 * 24 * HOUR, 14 * 24 * HOUR),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('tick'),
      at: fc.constantFrom('now', 'due', 'just before'),
      doors: fc.integer({ min: 1, max: 2 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('carry') }) },
);
export const steps = fc.array(fc.record({ ticket: fc.nat(2), door: fc.constantFrom(0, 1), what }), {
  minLength: 8,
  maxLength: 30,
  size: 'max',
});
/** What a group decides for itself. */
export const rules = fc.record({
  assignee_may_forward: fc.boolean(),
  assignee_may_forward_triggered: fc.boolean(),
  reopen: fc.constantFrom('reopen_in_window', 'follow_up_only', 'reopen_n_days'),
  reopen_days: fc.integer({ min: 1, max: 14 }),
  remind_days: fc.constantFrom(0, 3),
  no_response_days: fc.constantFrom(0, 4),
  escalate_on: fc.subarray([...ESCALATION_RULES]),
});

/** The command that a wish comes to on a ticket as it is. */
export function requestOf(
  world: World,
  { verb: wanted, by: named, legal, pick, input, odd }: Wish,
  { ticket }: Kept,
): Request {
  const of = <T>(list: readonly T[]): T | undefined => list[pick % list.length];
  const whoMay = (verb: Verb) => ACTORS.filter((by) => whyNot(verb, actorIn(world, by), ticket) === null);
  const may = legal ? ALONE.filter((verb) => whoMay(verb).length > 0) : [];
  const verb = may.length === 0 || may.includes(wanted) ? wanted : (of(may) ?? wanted);
  const by = legal ? (of(whoMay(verb)) ?? named) : named;
  return { verb, by, input: odd === undefined ? inputOf(world, verb, input) : odd };
}

/** An input of the verb; where it names another ticket, mostly one that exists. */
export function inputOf(world: World, verb: Verb, seed: number): Record<string, unknown> {
  const [given = {}] = fc.sample(inputFor(verb), { seed, numRuns: 1 });
  const numbers = [...world.tickets.keys()].slice(-3);
  const aimed = Object.entries(given).map(([key, value]) =>
    ['blocked_by', 'duplicate_of', 'with', 'into'].includes(key) && seed % 3 > 0
      ? [key, numbers[seed % numbers.length]]
      : [key, value],
  );
  return Object.fromEntries(aimed);
}
