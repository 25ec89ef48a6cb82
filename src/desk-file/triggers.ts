import { z } from 'zod';
import { PRIORITIES } from '../domain/language.ts';
import { definition, type Definition } from '../domain/triggers.ts';
import {
  areShown,
  type Condition,
  faultOf,
  fitting,
  LONGEST_VALUE,
  LONGEST_VALUES,
  MOST_VALUES,
  OPERATORS,
  operatorOf,
  targetOf,
  TARGETS,
} from '../domain/triggers/conditions.ts';
import { HAPPENINGS } from '../domain/triggers/happenings.ts';
import { HOW } from '../domain/distribution.ts';
import { faultOfResult, result, type Result, SENDABLE } from '../domain/triggers/results.ts';
import { block, blocks, key, list, needs, oneOf, orEmpty, text, yesOrNo } from './phrase.ts';

/** A trigger with its place in the file or the database; people stand in it by whatever name the file or Slack has. */
export type TriggerOutline = Definition & { key: string; enabled: boolean };

const EXAMPLE = '{ of: priority, is: urgent }';
const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const values = z.union([scalar.transform((one) => [one]), z.array(scalar)]);

/** `{ of: title, contains: [vpn, wifi] }`, `{ of: assignee, empty: true }`: what it is about, and one operator. */
const conditionOfFile = z.unknown().transform((given, context): Condition => {
  const no = (message: string): never => {
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  };
  const read = z.record(z.string(), z.unknown()).safeParse(given);
  if (!read.success) return no(`needs a condition, for example  ${EXAMPLE}`);
  const { of, ...rest } = read.data;
  const target = typeof of === 'string' ? targetOf(of) : null;
  if (typeof of !== 'string' || !target)
    return no(`needs "of": one of ${TARGETS.join(', ')} or field.<key>, for example  ${EXAMPLE}`);
  const words = Object.keys(rest);
  const is = OPERATORS.find((one) => one === words[0]);
  const known = fitting(target);
  if (words.length !== 1 || !is || !known.includes(is))
    return no(`needs one way to compare "${of}": one of ${known.join(', ')}, for example  ${exampleOf(of, known[0])}`);
  const parsed = values.safeParse(rest[is]);
  const wants = operatorOf(is).wants;
  const found = { of, is, values: wants === 'nothing' ? [] : (parsed.data ?? []).map((one) => one.trim()) };
  if (wants === 'nothing' && rest[is] !== true)
    return no(`needs true after "${is}", for example  { of: ${of}, ${is}: true }`);
  const fault = faultOf(found);
  if (fault === null && areShown(found.values)) return found;
  if (fault === null && found.values.every((one) => one !== ''))
    return no(
      `needs at most ${MOST_VALUES} values for "${of}", each in one line of at most ${LONGEST_VALUE} characters, and ${LONGEST_VALUES} in all`,
    );
  const among = target.among ? `: one of ${target.among.join(', ')}` : '';
  return no(`needs ${wants === 'one' ? 'one value' : 'values'} for "${of}"${among}, for example  ${exampleOf(of, is)}`);
});
const exampleOf = (of: string, is = 'is'): string => {
  const { among, sort } = targetOf(of) ?? {};
  const value = is === 'empty' || is === 'filled' ? 'true' : (among?.[0] ?? (sort === 'number' ? '2' : 'support'));
  return `{ of: ${of}, ${is}: ${value} }`;
};

const word = z.string().trim().min(1);
const DO = 'assign, priority, type, tag, notify, escalate, call';
/** As the file says it: one key per result. */
const raw = z.union([
  z.strictObject({
    assign: z.strictObject({ group: word.optional(), to: word.optional(), how: z.enum(HOW).optional() }),
  }),
  z.strictObject({ priority: z.enum(PRIORITIES) }),
  z.strictObject({ type: word }),
  z.strictObject({ tag: z.array(word).optional(), untag: z.array(word).optional() }),
  z.strictObject({ notify: z.union([word, z.strictObject({ channel_of: word })]) }),
  z.strictObject({ escalate: z.literal(true) }),
  z.strictObject({
    call: z.strictObject({ url: word, send: z.array(z.enum(SENDABLE)).optional(), secret: word.optional() }),
  }),
]);

function resultOf(given: z.output<typeof raw>): unknown {
  if ('assign' in given) return { do: 'assign', ...given.assign };
  if ('priority' in given) return { do: 'priority', ...given };
  if ('type' in given) return { do: 'type', ...given };
  if ('escalate' in given) return { do: 'escalate' };
  if ('call' in given) return { do: 'call', ...given.call };
  if (!('notify' in given)) return { do: 'tag', add: given.tag, remove: given.untag };
  const { notify } = given;
  if (typeof notify === 'object') return { do: 'notify', whom: 'channel', group: notify.channel_of };
  return notify === 'leads' || notify === 'assignee'
    ? { do: 'notify', whom: notify }
    : { do: 'notify', whom: 'person', person: notify.toLowerCase() };
}

const ANY_RESULT = `needs a result: one of ${DO}, for example  { assign: { group: support, how: least_loaded } }, { notify: leads } or { call: { url: https://hooks.example/in, send: [title] } }`;
const SOME_TAG = 'needs at least one tag, for example  { tag: [vip], untag: [new] }';
/** What each result asks for, said of one that is not as it should be. */
const wanted = new Map<string | undefined, string>([
  [
    'assign',
    `needs a group, a person or a way to find one for "assign" (a person or a way, not both): "how" is one of ${HOW.join(', ')}, for example  { assign: { group: support, how: ${HOW[0]} } }`,
  ],
  ['priority', `needs one of ${PRIORITIES.join(', ')} for "priority", for example  { priority: high }`],
  ['type', 'needs the key of a type for "type", for example  { type: malfunction }'],
  ['tag', SOME_TAG],
  ['untag', SOME_TAG],
  [
    'notify',
    'needs leads, assignee, an e-mail or  { channel_of: support }  for "notify", for example  { notify: leads }',
  ],
  ['escalate', 'needs true after "escalate", for example  { escalate: true }'],
  [
    'call',
    `needs an address for "call" that begins with https:// and has no name or password in it, at most 500 characters; "send" is a list of ${SENDABLE.join(', ')}; "secret" is a name in capitals, for example  { call: { url: https://hooks.example/in, send: [title], secret: CRM } }`,
  ],
]);

const resultOfFile = z.unknown().transform((given, context): Result => {
  const read = raw.safeParse(given);
  const found = read.success ? result.safeParse(resultOf(read.data)) : null;
  if (found?.success && faultOfResult(found.data) === null) return found.data;
  const [what] = Object.keys(z.record(z.string(), z.unknown()).safeParse(given).data ?? {});
  context.addIssue({ code: 'custom', message: wanted.get(what) ?? ANY_RESULT });
  return z.NEVER;
});

const triggerOfFile = block({
  name: text('a name', 'name: Night urgent', 60),
  enabled: yesOrNo('enabled').default(false),
  group: text('the key of a group', 'group: support').optional(),
  on: z.array(oneOf('on', HAPPENINGS), { error: needs('a list of events for "on"', 'on: [created, changed]') }).min(1, {
    error: `needs at least one event for "on": ${HAPPENINGS.join(', ')}`,
  }),
  match: oneOf('match', ['all', 'any']).default('all'),
  if: list('if', EXAMPLE, conditionOfFile),
  do: list('do', '{ notify: leads }', resultOfFile),
});
type TriggerOfFile = z.output<typeof triggerOfFile>;

/** Left out: those that there are stay as they are. */
export const triggersOfFile = orEmpty(blocks('trigger', key, triggerOfFile)).optional();

/** With people by the id that Slack gives them. */
export const outlinesOf = (
  given: Readonly<Record<string, TriggerOfFile>>,
  person: (name: string) => string,
): TriggerOutline[] =>
  Object.entries(given).map(([key, { name, enabled, group, on, match, if: conditions, do: results }]) =>
    renamedTrigger(
      { key, enabled, ...definition.parse({ name, group: group ?? null, on, match, conditions, results }) },
      person,
    ),
  );

/** With every person called otherwise. */
const renamedTrigger = (given: TriggerOutline, person: (name: string) => string): TriggerOutline => ({
  ...given,
  conditions: given.conditions.map((one) =>
    targetOf(one.of)?.names === 'person' ? { ...one, values: one.values.map(person) } : one,
  ),
  results: given.results.map((one) => result.parse(renamedResult(one, person))),
});

function renamedResult(one: Result, person: (name: string) => string): unknown {
  if (one.do === 'assign' && one.to) return { ...one, to: person(one.to) };
  return one.do === 'notify' && one.person ? { ...one, person: person(one.person) } : one;
}

/** As the file says it; people are called by `person`. */
export function triggerContent(given: TriggerOutline, person: (id: string) => string) {
  const { name, enabled, group, on, match, conditions, results } = renamedTrigger(given, person);
  return {
    name,
    enabled,
    ...(group === null ? {} : { group }),
    on,
    match,
    if: conditions.map(conditionContent),
    do: results.map(resultContent),
  };
}

const conditionContent = ({ of, is, values: given }: Condition) => ({
  of,
  [is]: operatorOf(is).wants === 'nothing' ? true : given.length === 1 ? given[0] : given,
});

function resultContent(one: Result): Record<string, unknown> {
  switch (one.do) {
    case 'assign': {
      const { do: _, ...rest } = one;
      return { assign: rest };
    }
    case 'priority':
      return { priority: one.priority };
    case 'type':
      return { type: one.type };
    case 'tag':
      return { tag: one.add, ...(one.remove.length === 0 ? {} : { untag: one.remove }) };
    case 'notify':
      return { notify: one.whom === 'channel' ? { channel_of: one.group } : (one.person ?? one.whom) };
    case 'escalate':
      return { escalate: true };
    case 'call':
      return {
        call: {
          url: one.url,
          ...(one.send.length === 0 ? {} : { send: one.send }),
          ...(one.secret === undefined ? {} : { secret: one.secret }),
        },
      };
  }
}
