/** What the comments of `@slack/types` say about several things at once, which no JSON Schema can say. */
import { type Definitions, type Opinion, within } from './schema.ts';

type Obj = Record<string, unknown>;
type Whole = { type?: unknown; submit?: unknown };
type Cross = {
  /** The sentence of the comments that it stands on. */ says: RegExp;
  look(blocks: Obj[], whole: Whole): string[];
};

const isObj = (value: unknown): value is Obj => typeof value === 'object' && value !== null && !Array.isArray(value);

function* objectsIn(value: unknown): Generator<Obj> {
  if (Array.isArray(value)) for (const one of value) yield* objectsIn(one);
  if (!isObj(value)) return;
  yield value;
  for (const one of Object.values(value)) yield* objectsIn(one);
}

function twice(names: unknown[]): unknown[] {
  const given = names.filter((one) => one !== undefined);
  return given.filter((one, at) => given.indexOf(one) !== at);
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function notOffered(element: Obj): unknown[] {
  const groups = Array.isArray(element['option_groups']) ? element['option_groups'].filter(isObj) : [];
  const offered = [element['options'], ...groups.map((one) => one['options'])].flatMap((one) =>
    Array.isArray(one) ? (one as unknown[]) : [],
  );
  const initial = [element['initial_option'], element['initial_options']].flat().filter((one) => one !== undefined);
  return offered.length === 0 ? [] : initial.filter((one) => !offered.some((other) => same(one, other)));
}

export const CROSSES: Cross[] = [
  {
    says: /`block_id` should be unique for each message/,
    look: (blocks) => twice(blocks.map((one) => one['block_id'])).map((id) => `block_id ${String(id)} stands twice`),
  },
  {
    says: /unique\s+among all other `action_id`s in the containing block/,
    look: (blocks) =>
      blocks
        .flatMap((one) => twice([...objectsIn(one)].map((inside) => inside['action_id'])))
        .map((id) => `action_id ${String(id)} stands twice in a block`),
  },
  {
    says: /Only one element can be set to `true`/,
    look: (blocks) =>
      [...objectsIn(blocks)].filter((one) => one['focus_on_load'] === true).length > 1
        ? ['more than one element has the focus']
        : [],
  },
  {
    says: /`submit` is required when an input block is within the `blocks` array/,
    look: (blocks, { type, submit }) =>
      type === 'modal' && submit === undefined && blocks.some((one) => one['type'] === 'input')
        ? ['submit is required']
        : [],
  },
  {
    says: /exactly match(?:es)? one (?:or more )?of the options within `options`/,
    look: (blocks) => [...objectsIn(blocks)].flatMap(notOffered).map(() => 'an initial option is not offered'),
  },
  {
    says: /cannot be greater than `max_value`/,
    look: (blocks) =>
      [...objectsIn(blocks)]
        .filter((one) => Number(one['min_value']) > Number(one['max_value']))
        .map(() => 'min_value is greater than max_value'),
  },
  {
    says: /Max of 100 blocks/,
    look: (blocks, { type }) => (type !== 'message' && blocks.length > 100 ? ['more than 100 blocks'] : []),
  },
];

/** @throws {Error} when a comment no longer says what a look stands on */
export function crossing(crosses: Cross[], all: Definitions): (blocks: unknown, at: string, whole: Whole) => Opinion[] {
  const prose = Object.values(all)
    .flatMap((one) => [...within(one)].map(({ description }) => description ?? ''))
    .join('\n');
  const silent = crosses.find(({ says }) => !says.test(prose));
  if (silent) throw new Error(`@slack/types no longer says ${String(silent.says)}.`);
  return (blocks, at, whole) => {
    const list = Array.isArray(blocks) ? blocks.filter(isObj) : [];
    return crosses.flatMap(({ look }) => look(list, whole).map((message) => ({ at, message })));
  };
}
