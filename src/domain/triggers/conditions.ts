import { z } from 'zod';
import { folded } from '../folding.ts';
import { CHANNELS, KINDS, LANGUAGES, type PersonId, PRIORITIES, STATES } from '../language.ts';
import type { Ticket } from '../ticket.ts';

/** What a condition is asked about: the ticket as it is, the event, and what the desk knows of both. */
export type Moment = {
  ticket: Ticket;
  /** Who did it; null: the clock. */
  by: PersonId | null;
  /** The words that were said with it, for whomever. */
  words: string;
  email: string | null;
  /** The type of the ticket and all that stand above it. */
  types: readonly string[];
  /** Whether the group is open then. */
  open: boolean;
};

/** What kind of thing a target is: it says which operators fit, and how a value is asked for. */
const SORTS = ['choice', 'rank', 'key', 'person', 'words', 'set', 'number'] as const;
export type Sort = (typeof SORTS)[number];

type TargetRow = {
  sort: Sort;
  /** The only values that there are. */
  among?: readonly string[];
  /** What has to exist for a value to make sense. */
  names?: 'group' | 'type' | 'person';
  /** What it is now; nothing: it has none. */
  read(moment: Moment): readonly string[];
};

const one = (value: string | null | undefined): readonly string[] =>
  value === null || value === undefined || value === '' ? [] : [value];
const MOODS = ['happy', 'unhappy', 'neither'] as const;
const moodOf = ({ rating }: Ticket): readonly string[] =>
  rating === null ? [] : [rating.score >= 4 ? 'happy' : rating.score <= 2 ? 'unhappy' : 'neither'];
const domainOf = (email: string | null) => email?.split('@').at(-1)?.toLowerCase();

/** What a condition may be about. One row is one word of the desk file. */
const targets = {
  group: { sort: 'key', names: 'group', read: ({ ticket }) => [ticket.group] },
  type: { sort: 'key', names: 'type', read: ({ types }) => types },
  /** What an agent found it to be about. */
  processing: { sort: 'words', read: ({ ticket }) => one(ticket.processing) },
  kind: { sort: 'choice', among: KINDS, read: ({ ticket }) => [ticket.kind] },
  priority: { sort: 'rank', among: PRIORITIES, read: ({ ticket }) => [ticket.priority] },
  state: { sort: 'choice', among: STATES, read: ({ ticket }) => [ticket.state] },
  channel: { sort: 'choice', among: CHANNELS, read: ({ ticket }) => [ticket.channel] },
  language: { sort: 'choice', among: LANGUAGES, read: ({ ticket }) => [ticket.language] },
  title: { sort: 'words', read: ({ ticket }) => one(ticket.title) },
  content: { sort: 'words', read: ({ ticket }) => one(ticket.content) },
  /** What was said with the event itself. */
  message: { sort: 'words', read: ({ words }) => one(words) },
  tags: { sort: 'set', read: ({ ticket }) => ticket.tags },
  requester: { sort: 'person', names: 'person', read: ({ ticket }) => [ticket.requester] },
  email: { sort: 'words', read: ({ email }) => one(email) },
  domain: { sort: 'words', read: ({ email }) => one(domainOf(email)) },
  creator: { sort: 'person', names: 'person', read: ({ ticket }) => [ticket.creator] },
  assignee: { sort: 'person', names: 'person', read: ({ ticket }) => one(ticket.assignee) },
  /** Who did what happened. */
  actor: { sort: 'person', names: 'person', read: ({ by }) => one(by) },
  hours: { sort: 'choice', among: ['open', 'closed'], read: ({ open }) => [open ? 'open' : 'closed'] },
  mood: { sort: 'choice', among: MOODS, read: ({ ticket }) => moodOf(ticket) },
  private: { sort: 'choice', among: ['yes', 'no'], read: ({ ticket }) => [ticket.private ? 'yes' : 'no'] },
  reopened: { sort: 'number', read: ({ ticket }) => [String(ticket.reopened)] },
} as const satisfies Record<string, TargetRow>;

export type TargetName = keyof typeof targets;
export const TARGETS = Object.keys(targets) as [TargetName, ...TargetName[]];
const FIELD = /^field\.([a-z][a-z0-9_]*)$/;

/** A target by its word: one of the table, or an answer to a question of a submission type, `field.device`. */
export function targetOf(word: string): TargetRow | null {
  if (Object.hasOwn(targets, word)) return targets[word as TargetName];
  const [, key] = FIELD.exec(word) ?? [];
  return key === undefined
    ? null
    : { sort: 'words', read: ({ ticket }) => one(ticket.agentFields[key] ?? ticket.fields[key]) };
}

/** Words as they are compared; how many spaces lie between them does not matter. */
export const plain = (text: string): string => folded(text).replaceAll(/\s+/gu, ' ').trim();
const inWholeWords = (text: string): string =>
  ` ${plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')} `;

type Holds = (actual: readonly string[], wanted: readonly string[], order: readonly string[]) => boolean;
type OperatorRow = { fits: readonly Sort[]; wants: 'nothing' | 'one' | 'some'; holds: Holds };

const anyOf: Holds = (actual, wanted) => wanted.some((word) => actual.some((is) => plain(is) === plain(word)));
const within: Holds = (actual, wanted) =>
  actual.some((is) => wanted.some((word) => plain(word) !== '' && plain(is).includes(plain(word))));
const place = (word: string | undefined, order: readonly string[]): number =>
  word === undefined ? Number.NaN : order.length > 0 ? order.indexOf(word) : Number(word);

/** How a target is compared. One row is one operator. */
const operators = {
  is: { fits: SORTS, wants: 'some', holds: anyOf },
  is_not: { fits: SORTS, wants: 'some', holds: (...given) => !anyOf(...given) },
  contains: { fits: ['words'], wants: 'some', holds: within },
  lacks: { fits: ['words'], wants: 'some', holds: (...given) => !within(...given) },
  says: {
    fits: ['words'],
    wants: 'some',
    holds: (actual, wanted) =>
      wanted
        .map(inWholeWords)
        .some((word) => word.trim() !== '' && actual.some((is) => inWholeWords(is).includes(word))),
  },
  starts_with: {
    fits: ['words'],
    wants: 'some',
    holds: (actual, wanted) =>
      wanted.map(plain).some((word) => word !== '' && actual.some((is) => plain(is).startsWith(word))),
  },
  has_all: {
    fits: ['set'],
    wants: 'some',
    holds: (actual, wanted) => wanted.every((word) => anyOf(actual, [word], [])),
  },
  at_least: {
    fits: ['rank', 'number'],
    wants: 'one',
    holds: ([is], [word], order) => place(is, order) >= place(word, order),
  },
  at_most: {
    fits: ['rank', 'number'],
    wants: 'one',
    holds: ([is], [word], order) => place(is, order) <= place(word, order),
  },
  empty: {
    fits: ['words', 'person', 'set', 'key', 'choice'],
    wants: 'nothing',
    holds: (actual) => actual.length === 0,
  },
  filled: { fits: ['words', 'person', 'set', 'key', 'choice'], wants: 'nothing', holds: (actual) => actual.length > 0 },
} as const satisfies Record<string, OperatorRow>;

export type OperatorName = keyof typeof operators;
export const OPERATORS = Object.keys(operators) as [OperatorName, ...OperatorName[]];
export const operatorOf = (name: OperatorName): OperatorRow => operators[name];
/** The operators that make sense for a target. */
export const fitting = ({ sort }: { sort: Sort }): OperatorName[] =>
  OPERATORS.filter((name) => operatorOf(name).fits.includes(sort));

export const MOST_VALUES = 30;
export const LONGEST_VALUE = 200;
/** As much as is written into one field of a window, one value per line. */
export const LONGEST_VALUES = 3000;
/** Whether all of them can be shown and changed in a window, so that nothing of them is lost there. */
export const areShown = (values: readonly string[]): boolean =>
  values.length <= MOST_VALUES &&
  values.every((one) => one !== '' && one.length <= LONGEST_VALUE && !/[\r\n]/.test(one)) &&
  values.join('\n').length <= LONGEST_VALUES;
const shape = z.object({
  of: z.string().max(60),
  is: z.enum(OPERATORS),
  values: z.array(z.string().trim()).refine(areShown, { error: 'too many or too long' }).default([]),
});
export type Condition = z.output<typeof shape>;
/** What may be wrong with a condition by itself. */
export type ConditionFault = 'no_target' | 'no_operator' | 'no_value' | 'one_value' | 'bad_value' | 'needless_value';

/** Null: the condition makes sense, as far as it can be said without knowing the desk. */
export function faultOf({ of, is, values }: Condition): ConditionFault | null {
  const target = targetOf(of);
  if (!target) return 'no_target';
  const { fits, wants } = operatorOf(is);
  if (!fits.includes(target.sort)) return 'no_operator';
  if (wants === 'nothing') return values.length > 0 ? 'needless_value' : null;
  if (values.length === 0) return 'no_value';
  if (wants === 'one' && values.length > 1) return 'one_value';
  const known = target.among;
  if (known && !values.every((value) => known.includes(value))) return 'bad_value';
  if (target.sort === 'number' && !values.every((value) => /^\d{1,6}$/.test(value))) return 'bad_value';
  return null;
}
export const condition = shape.refine((given) => faultOf(given) === null, { error: 'bad condition' });

/** Does it hold now? What makes no sense never does. */
export function holds(one: Condition, moment: Moment): boolean {
  const target = targetOf(one.of);
  if (!target || faultOf(one) !== null) return false;
  const order = target.sort === 'rank' ? (target.among ?? []) : [];
  return operatorOf(one.is).holds(target.read(moment), one.values, order);
}
