import type { ConditionFault, OperatorName, TargetName } from '../../domain/triggers/conditions.ts';
import type { TriggerFault } from '../../domain/triggers.ts';
import type { How } from '../../domain/distribution.ts';
import type { ResultFault, Sendable } from '../../domain/triggers/results.ts';
import type { Question } from './asked.ts';

type Asked =
  | 'name'
  | 'group'
  | 'on'
  | 'match'
  | 'assignGroup'
  | 'assignPerson'
  | 'assignSeat'
  | 'type'
  | 'add'
  | 'remove'
  | 'person'
  | 'channel'
  | 'url'
  | 'send'
  | 'secret';

/** The window in which a trigger is written. Raw where Slack shows plain text, which is all but the sentences. */
export type TriggerEditorWords = {
  titles: Record<'new' | 'edit', string>;
  save: string;
  new: string;
  edit: string;
  ask: Record<Asked, Question>;
  /** Everything of the desk, not of one group. */
  whole: string;
  match: Record<'all' | 'any', string>;
  when: string;
  so: string;
  /** Sentences: what is so while nothing was added. */
  everyTicket: string;
  nothingYet: string;
  addCondition: string;
  addResult: string;
  mostConditions(most: number): string;
  mostResults(most: number): string;
  /** For those who do not see the sign. */
  removeRow: string;
  targets: Record<TargetName, string>;
  chapters: Record<'ticket' | 'people' | 'said' | 'answers', string>;
  operators: Record<OperatorName, string>;
  /** The same of what is many: tags. */
  ofMany: Partial<Record<OperatorName, string>>;
  /** Between several values of a condition. */
  or: string;
  values: Record<'lines' | 'number' | 'tags' | 'person' | 'group' | 'type' | 'among' | 'one' | 'options', Question>;
  hours: Record<'open' | 'closed', string>;
  moods: Record<'happy' | 'unhappy' | 'neither', string>;
  yes: string;
  no: string;
  how: Record<How | 'queue' | 'person', string>;
  whom: Record<'leads' | 'assignee' | 'person' | 'channel', string>;
  ownGroup: string;
  everybodysSecret: string;
  sendable: Record<Sendable, string>;
  copy: string;
  copyOf(name: string): string;
  copied: string;
  remove: { label: string; title: string; text(name: string): string; confirm: string; deny: string };
  removed(name: string): string;
  offFirst: string;
  /** What is so of one that is on: sentences. */
  willRest: string;
  unsaved: string;
  /** Sentences of what is wrong with it, above the form and in the list. */
  wrong: Record<TriggerFault['why'], (named: string) => string>;
  conditionFaults: Record<ConditionFault, string>;
  resultFaults: Record<ResultFault, string>;
  tooLong: string;
  notYours: string;
  onlyAdminsCall: string;
  tooMany(most: number): string;
  gone: string;
  changed: string;
  saved(off: boolean): string;
};
