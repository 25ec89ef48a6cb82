import type { Book } from '../../desk/book.ts';
import type { TriggerFault } from '../../domain/triggers.ts';
import { definition, type Definition } from '../../domain/triggers.ts';
import { faultOf } from '../../domain/triggers/conditions.ts';
import { faultOfResult, result } from '../../domain/triggers/results.ts';
import type { Scene } from '../views/facts.ts';
import { wrongOf } from '../views/trigger-words.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import {
  contentOf,
  type Draft,
  type DraftCondition,
  type DraftResult,
  resultBlock,
  valueBlock,
  valueKind,
} from './draft.ts';

type Errors = Record<string, string>;
export type ReadTrigger = { given: Definition } | { errors: Errors };

/** Where something is said of a row in which nothing is asked. */
const ELSEWHERE = 'name';

const blockOf = ({ id, of, is }: DraftCondition, book: Book): string => {
  const kind = valueKind(of, is, book);
  return kind ? valueBlock(id, kind) : ELSEWHERE;
};

function blockOfResult({ id, do: what, way }: DraftResult): string {
  switch (what) {
    case 'assign':
      return resultBlock(id, way === 'person' ? 'person' : 'group');
    case 'notify':
      return way === 'person' || way === 'channel' ? resultBlock(id, way) : ELSEWHERE;
    case 'type':
      return resultBlock(id, 'type');
    case 'tag':
      return resultBlock(id, 'add');
    case 'call':
      return resultBlock(id, 'url');
    case 'priority':
    case 'escalate':
      return ELSEWHERE;
  }
}

/** What was written as a trigger, or what is wrong with it, each under its question. */
export function triggerIn(draft: Draft, { book, language }: Pick<Scene, 'book' | 'language'>): ReadTrigger {
  const words = wordsOf(language);
  const content = contentOf(draft);
  const conditions = draft.conditions.flatMap((one): [string, string][] => {
    const fault = faultOf({ ...one, values: [...one.values] });
    return fault ? [[blockOf(one, book), words.triggers.editor.conditionFaults[fault]]] : [];
  });
  const results = draft.results.flatMap((one, at): [string, string][] => {
    const said = sentenceOf(one, content.results[at], words);
    return said === null ? [] : [[blockOfResult(one), said]];
  });
  const errors = Object.fromEntries([...conditions, ...results]);
  if (Object.keys(errors).length > 0) return { errors };
  const read = definition.safeParse(content);
  if (read.success) return { given: read.data };
  return { errors: Object.fromEntries(read.error.issues.map(({ path }) => elsewhere(path, draft, book, words))) };
}

/** Null: nothing is wrong with this result by itself. */
function sentenceOf({ do: what, way }: DraftResult, content: unknown, words: Catalog): string | null {
  const { resultFaults } = words.triggers.editor;
  const read = result.safeParse(content);
  if (read.success) {
    const fault = faultOfResult(read.data);
    return fault && resultFaults[fault];
  }
  if (what === 'call') return resultFaults.bad_address;
  return what === 'notify' && way === 'channel' ? resultFaults.no_channel : words.refusals.fault.required;
}

/** What only the whole says: too long a name, too many values. */
function elsewhere(path: readonly PropertyKey[], draft: Draft, book: Book, words: Catalog): [string, string] {
  const [part, at] = path;
  const condition = part === 'conditions' && typeof at === 'number' ? draft.conditions[at] : undefined;
  if (condition) return [blockOf(condition, book), words.triggers.editor.tooLong];
  return [part === 'on' ? 'on' : ELSEWHERE, words.refusals.fault.required];
}

/** What the desk knows to be wrong with it, each under its question. */
export function errorsOf(
  faults: readonly TriggerFault[],
  draft: Draft,
  scene: Pick<Scene, 'book' | 'language'>,
): Errors {
  const errors = faults.map((fault): [string, string] => {
    const condition = fault.part === 'conditions' ? draft.conditions[fault.at] : undefined;
    const of = fault.part === 'results' ? draft.results[fault.at] : undefined;
    const block = condition ? blockOf(condition, scene.book) : of ? blockFor(fault, of) : 'group';
    return [block, `${wrongOf([fault], scene)}.`];
  });
  return Object.fromEntries(errors);
}

function blockFor({ why }: TriggerFault, given: DraftResult): string {
  const ofGroup = why === 'unknown_group' || why === 'no_agents_channel';
  return given.do === 'assign' && ofGroup ? resultBlock(given.id, 'group') : blockOfResult(given);
}

/** Where it is said that a result calls what it may not. */
export const callBlock = (draft: Draft, at: number): string => {
  const given = draft.results[at];
  return given ? blockOfResult(given) : ELSEWHERE;
};
