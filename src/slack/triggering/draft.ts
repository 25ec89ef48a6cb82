import type { Book } from '../../desk/book.ts';
import type { Definition } from '../../domain/triggers.ts';
import { fitting, type OperatorName, operatorOf, targetOf } from '../../domain/triggers/conditions.ts';
import { HOW } from '../../domain/distribution.ts';
import { type Result } from '../../domain/triggers/results.ts';
import type { Answers } from '../codec.ts';
import { FIELD, optionsOf } from './options.ts';

/** A condition while it is being written: it keeps its number, whatever stands before it. */
export type DraftCondition = { id: number; of: string; is: OperatorName; values: readonly string[] };
/** A result while it is being written, with all that it might be. */
export type DraftResult = {
  id: number;
  do: Result['do'];
  /** How somebody is found, whom it is told, how urgent it becomes. */
  way: string;
  group: string | undefined;
  person: string | undefined;
  type: string | undefined;
  add: readonly string[];
  remove: readonly string[];
  url: string | undefined;
  send: readonly string[];
  secret: string | undefined;
};
/** A trigger while it is being written. All of it stands in the form itself. */
export type Draft = {
  name: string;
  group: string | null;
  on: readonly string[];
  match: 'all' | 'any';
  conditions: readonly DraftCondition[];
  results: readonly DraftResult[];
};

/** "The whole desk", and "the group that has it". */
export const NO_GROUP = '*';
export const DOING = [
  'assign',
  'priority',
  'type',
  'tag',
  'notify',
  'escalate',
  'call',
] as const satisfies Result['do'][];
/** The second choice of a row: its first one is usual. */
const WAYS = {
  assign: ['least_loaded', 'round_robin', 'random', 'queue', 'person'],
  priority: ['urgent', 'high', 'normal', 'low'],
  notify: ['leads', 'assignee', 'person', 'channel'],
} as const;
export const waysOf = (one: Result['do']): readonly string[] =>
  one === 'assign' || one === 'priority' || one === 'notify' ? WAYS[one] : [];

export const conditionRow = (id: number) => `c${id}`;
export const resultRow = (id: number) => `r${id}`;
/** The block of a result's question. */
export const resultBlock = (id: number, question: string) => `r${id}.${question}`;

const one = (answer: Answers[string]): string | undefined => {
  const word = typeof answer === 'string' ? answer.trim() : undefined;
  return word === '' ? undefined : word;
};
const several = (answer: Answers[string]): string[] =>
  Array.isArray(answer) ? answer.filter((each): each is string => typeof each === 'string') : [];

/** How the values of a condition are asked for; its block is called after it, so that what fits elsewhere too is kept. */
export type ValueKind =
  | { how: 'lines' | 'number' | 'tags' | 'person' | 'group' | 'type' }
  | { how: 'among'; of: string; many: boolean }
  | { how: 'options'; of: string };

/** Null: nothing is asked. */
export function valueKind(of: string, is: OperatorName, book: Pick<Book, 'types' | 'groups'>): ValueKind | null {
  const target = targetOf(of);
  const { wants } = operatorOf(is);
  if (!target || wants === 'nothing') return null;
  switch (target.sort) {
    case 'number':
      return { how: 'number' };
    case 'person':
      return { how: 'person' };
    case 'set':
      return { how: 'tags' };
    case 'key':
      return { how: target.names === 'group' ? 'group' : 'type' };
    case 'choice':
    case 'rank':
      return { how: 'among', of, many: wants === 'some' };
    case 'words': {
      const chosen = (is === 'is' || is === 'is_not') && optionsOf(of, book).length > 0;
      return chosen ? { how: 'options', of } : { how: 'lines' };
    }
  }
}

export function valueBlock(id: number, kind: ValueKind): string {
  const which =
    kind.how === 'among'
      ? `${kind.of}_${kind.many ? 'some' : 'one'}`
      : kind.how === 'options'
        ? kind.of.replace(FIELD, '')
        : '';
  return `c${id}.v.${kind.how}${which === '' ? '' : `.${which}`}`;
}

const isChosen = (of: string): boolean => of === 'processing' || of.startsWith(FIELD);
const usualOperator = (of: string): OperatorName => {
  const target = targetOf(of);
  const [first = 'is'] = target ? fitting(target) : [];
  return target?.sort === 'words' && !isChosen(of) ? 'contains' : first;
};

function readCondition(id: number, answers: Answers, book: Book): DraftCondition {
  const of = one(answers[`c${id}.of`]) ?? 'title';
  const target = targetOf(of);
  const fits = target ? fitting(target) : [];
  const chosen = fits.find(
    (name) => Object.hasOwn(answers, `c${id}.is_${sortOf(of)}`) && answers[`c${id}.is_${sortOf(of)}`] === name,
  );
  const is = chosen ?? usualOperator(of);
  const kind = valueKind(of, is, book);
  return { id, of, is, values: kind ? valuesIn(answers[valueBlock(id, kind)], kind) : [] };
}

/** Operators of one sort of target stand in a menu of their own, and so do those of words that are chosen rather than typed. */
export const sortOf = (of: string): string => (isChosen(of) ? 'chosen' : (targetOf(of)?.sort ?? 'words'));

function valuesIn(answer: Answers[string], { how }: ValueKind): string[] {
  if (typeof answer !== 'string') return several(answer);
  const parts = how === 'lines' ? answer.split('\n') : how === 'number' ? answer.split(/[\s,;]+/) : [answer];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function readResult(id: number, answers: Answers): DraftResult {
  const found = DOING.find((word) => word === answers[`r${id}.do`]) ?? 'assign';
  const ways = waysOf(found);
  const way = one(answers[`r${id}.way_${found}`]);
  const asked = (question: string) => answers[resultBlock(id, question)];
  return {
    id,
    do: found,
    way: ways.find((each) => each === way) ?? ways[0] ?? '',
    group: one(asked(found === 'notify' ? 'channel' : 'group')),
    person: one(asked('person')),
    type: one(asked('type')),
    add: several(asked('add')),
    remove: several(asked('remove')),
    url: one(asked('url')),
    send: several(asked('send')),
    secret: one(asked('secret')),
  };
}

const idsIn = (answers: Answers, pattern: RegExp): number[] =>
  [...new Set(Object.keys(answers).flatMap((key) => pattern.exec(key)?.[1] ?? []))]
    .map(Number)
    .toSorted((a, b) => a - b);

/** What stands in the form. */
export function readDraft(answers: Answers, book: Book): Draft {
  const group = one(answers['group']);
  return {
    name: one(answers['name']) ?? '',
    group: group === undefined || group === NO_GROUP ? null : group,
    on: several(answers['on']),
    match: answers['match'] === 'any' ? 'any' : 'all',
    conditions: idsIn(answers, /^c(\d{1,4})\.of$/).map((id) => readCondition(id, answers, book)),
    results: idsIn(answers, /^r(\d{1,4})\.do$/).map((id) => readResult(id, answers)),
  };
}

const next = (all: readonly { id: number }[]): number => Math.max(0, ...all.map(({ id }) => id)) + 1;
export const emptyResult = (id: number, to: Result['do'] = 'assign'): DraftResult => ({
  id,
  do: to,
  way: waysOf(to)[0] ?? '',
  group: undefined,
  person: undefined,
  type: undefined,
  add: [],
  remove: [],
  url: undefined,
  send: [],
  secret: undefined,
});

/** A row more, or a row less: `add.c`, `add.r`, `remove.c3`. Anything else leaves it as it is. */
export function changed(draft: Draft, what: string): Draft {
  const { conditions, results } = draft;
  if (what === 'add.c')
    return { ...draft, conditions: [...conditions, { id: next(conditions), of: 'title', is: 'contains', values: [] }] };
  if (what === 'add.r') return { ...draft, results: [...results, emptyResult(next(results))] };
  return {
    ...draft,
    conditions: conditions.filter(({ id }) => what !== `remove.${conditionRow(id)}`),
    results: results.filter(({ id }) => what !== `remove.${resultRow(id)}`),
  };
}

function draftResult(given: Result, at: number): DraftResult {
  const empty = emptyResult(at + 1, given.do);
  switch (given.do) {
    case 'assign':
      return { ...empty, way: given.to ? 'person' : (given.how ?? 'queue'), group: given.group, person: given.to };
    case 'priority':
      return { ...empty, way: given.priority };
    case 'type':
      return { ...empty, type: given.type };
    case 'tag':
      return { ...empty, add: given.add, remove: given.remove };
    case 'notify':
      return { ...empty, way: given.whom, person: given.person, group: given.group };
    case 'call':
      return { ...empty, url: given.url, send: given.send, secret: given.secret };
    case 'escalate':
      return empty;
  }
}

/** A trigger as it is, to be written on. */
export const draftOf = ({ name, group, on, match, conditions, results }: Definition): Draft => ({
  name,
  group,
  on,
  match,
  conditions: conditions.map((given, at) => ({ ...given, id: at + 1 })),
  results: results.map(draftResult),
});

const someGroup = (group: string | undefined) => (group === undefined || group === NO_GROUP ? {} : { group });

function resultOf(draft: DraftResult): unknown {
  const { do: what, way, person } = draft;
  switch (what) {
    case 'assign': {
      const how = HOW.find((each) => each === way);
      return { do: what, ...someGroup(draft.group), ...(way === 'person' && { to: person }), ...(how && { how }) };
    }
    case 'priority':
      return { do: what, priority: way };
    case 'type':
      return { do: what, type: draft.type };
    case 'tag':
      return { do: what, add: draft.add, remove: draft.remove };
    case 'notify':
      return {
        do: what,
        whom: way,
        ...(way === 'person' && { person }),
        ...(way === 'channel' && someGroup(draft.group)),
      };
    case 'call':
      return {
        do: what,
        url: draft.url,
        send: draft.send,
        ...(draft.secret !== undefined && draft.secret !== NO_GROUP && { secret: draft.secret }),
      };
    case 'escalate':
      return { do: what };
  }
}

/** What it would be as a trigger; not checked yet. */
export const contentOf = ({ name, group, on, match, conditions, results }: Draft) => ({
  name,
  group,
  on,
  match,
  conditions: conditions.map(({ of, is, values }) => ({ of, is, values })),
  results: results.map(resultOf),
});
