import { z } from 'zod';
import { groupKey, type GroupKey } from './language.ts';
import { type Condition, condition, faultOf, holds, type Moment, plain, targetOf } from './triggers/conditions.ts';
import { HAPPENINGS, type Happening } from './triggers/happenings.ts';
import { faultOfResult, namedByResult, result, type Result } from './triggers/results.ts';

/** How deep triggers may set off one another, and how often one may fire on one ticket within an hour. */
export const DEEPEST = 3;
export const MOST_IN_AN_HOUR = 20;
export const MOST_CONDITIONS = 20;
export const MOST_RESULTS = 10;
export const MOST_TRIGGERS = 100;

/** What a trigger is, as it is kept: without its place in the order and whether it is on. */
export const definition = z.object({
  name: z.string().trim().min(1).max(60),
  /** Whose leads may change it, and on whose tickets alone it acts. Null: all of the desk's. */
  group: z.string().transform(groupKey).nullable().default(null),
  on: z.array(z.enum(HAPPENINGS)).min(1),
  match: z.enum(['all', 'any']).default('all'),
  conditions: z.array(condition).max(MOST_CONDITIONS).default([]),
  results: z.array(result).max(MOST_RESULTS).default([]),
});
export type Definition = z.output<typeof definition>;
export type Trigger = Definition & {
  /** "night_urgent". */
  key: string;
  enabled: boolean;
};

/** What there is at the desk, as far as triggers may name it. */
export type Known = {
  groups: ReadonlyMap<GroupKey, { agentsChannel: string | null }>;
  types: ReadonlySet<string>;
  /** Those who are still here. */
  people: ReadonlySet<string>;
  /** What submission types ask. */
  fields: ReadonlySet<string>;
  /** What tickets may turn out to be about, in any group. */
  processing: ReadonlySet<string>;
  /** By what calls may be signed, '' is everybody's; left out: whoever asks does not know. */
  secrets?: ReadonlySet<string>;
};
/** Why a trigger cannot do what it says: which of its conditions or results, and what is wrong with it. */
export type TriggerFault = {
  part: 'group' | 'conditions' | 'results';
  at: number;
  why:
    | 'unknown_group'
    | 'unknown_type'
    | 'unknown_processing'
    | 'unknown_person'
    | 'unknown_field'
    | 'unknown_secret'
    | 'no_agents_channel'
    | 'makes_no_sense';
  named: string;
};

/** Everything that a trigger names has to exist: it is refused when it is made, and rests when that ends. */
export function faultsOf(given: Definition, known: Known): TriggerFault[] {
  const missing = (
    part: TriggerFault['part'],
    at: number,
    named: Readonly<Record<'groups' | 'types' | 'people', readonly string[]>>,
  ) => [
    ...unknown(part, at, 'unknown_group', named.groups, (key) => known.groups.has(groupKey(key))),
    ...unknown(part, at, 'unknown_type', named.types, (key) => known.types.has(key)),
    ...unknown(part, at, 'unknown_person', named.people, (id) => known.people.has(id)),
  ];
  const whole = missing('group', 0, { groups: given.group ? [given.group] : [], types: [], people: [] });
  const conditions = given.conditions.flatMap((one, at) =>
    faultOf(one)
      ? [{ part: 'conditions' as const, at, why: 'makes_no_sense' as const, named: one.of }]
      : [
          ...missing('conditions', at, namedByCondition(one)),
          ...unknown('conditions', at, 'unknown_field', fieldIn(one), (key) => known.fields.has(key)),
          ...unknown('conditions', at, 'unknown_processing', processingIn(one), (key) =>
            known.processing.has(plain(key)),
          ),
        ],
  );
  const results = given.results.flatMap((one, at) =>
    faultOfResult(one)
      ? [{ part: 'results' as const, at, why: 'makes_no_sense' as const, named: one.do }]
      : [
          ...missing('results', at, namedByResult(one)),
          ...channelless(one, at, known),
          ...unknown('results', at, 'unknown_secret', secretIn(one), (key) => known.secrets?.has(key) !== false),
        ],
  );
  return [...whole, ...conditions, ...results];
}

const unknown = (
  part: TriggerFault['part'],
  at: number,
  why: TriggerFault['why'],
  named: readonly string[],
  exists: (one: string) => boolean,
): TriggerFault[] => named.filter((one) => !exists(one)).map((one) => ({ part, at, why, named: one }));

/** A ticket without agents' channel would be seen by nobody. */
function channelless(one: Result, at: number, { groups }: Known): TriggerFault[] {
  if (one.do !== 'assign' && one.do !== 'notify') return [];
  const its = one.group && groups.get(one.group);
  return one.group && its && its.agentsChannel === null
    ? [{ part: 'results', at, why: 'no_agents_channel', named: one.group }]
    : [];
}

function namedByCondition({ of, values }: Condition) {
  const names = targetOf(of)?.names;
  const as = (kind: typeof names) => (names === kind ? values : []);
  return { groups: as('group'), types: as('type'), people: as('person') };
}

const FIELD = 'field.';
const fieldIn = ({ of }: Condition) => (of.startsWith(FIELD) ? [of.slice(FIELD.length)] : []);
/** What is only a part of a word names none. */
const processingIn = ({ of, is, values }: Condition) =>
  of === 'processing' && (is === 'is' || is === 'is_not') ? values : [];
const secretIn = (one: Result) => (one.do === 'call' ? [one.secret ?? ''] : []);

/** All people whom triggers name. */
export const peopleIn = (all: readonly Definition[]): string[] => [
  ...new Set(
    all.flatMap(({ conditions, results }) => [
      ...conditions.flatMap((one) => namedByCondition(one).people),
      ...results.flatMap((one) => namedByResult(one).people),
    ]),
  ),
];

/** Does the trigger mean this ticket now, whatever has happened? And by which of its conditions, counted from 0. */
export function matches(trigger: Definition, moment: Moment): { why: number[] } | null {
  const { group, match, conditions } = trigger;
  if (group !== null && moment.ticket.group !== group) return null;
  const why = conditions.flatMap((one, at) => (holds(one, moment) ? [at] : []));
  const met = match === 'all' ? why.length === conditions.length : why.length > 0 || conditions.length === 0;
  return met ? { why } : null;
}

/** What one trigger is going to do; `overtaken`: a later one assigns as well, and the last one counts. */
export type Deed = { nth: number; result: Result; overtaken: boolean };
export type Firing = { trigger: Trigger; why: number[]; deeds: Deed[] };

/** First to last in their order, all on the ticket as it was read: the last assignment counts. */
export function firings(triggers: readonly Trigger[], happened: readonly Happening[], moment: Moment): Firing[] {
  const fired = triggers.flatMap((trigger) => {
    const listens = trigger.enabled && trigger.on.some((one) => happened.includes(one));
    const met = listens ? matches(trigger, moment) : null;
    return met ? [{ trigger, ...met }] : [];
  });
  const assigning = fired.flatMap(({ trigger }) =>
    trigger.results.flatMap((one, nth) => (one.do === 'assign' ? [`${trigger.key} ${nth}`] : [])),
  );
  const last = assigning.at(-1);
  return fired.map(({ trigger, why }) => ({
    trigger,
    why,
    deeds: trigger.results.map((one, nth) => ({
      nth,
      result: one,
      overtaken: one.do === 'assign' && `${trigger.key} ${nth}` !== last,
    })),
  }));
}
