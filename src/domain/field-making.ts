import { type Field, field, MOST_FIELDS } from './fields.ts';
import { patternFault } from './patterns.ts';

export type MakingFault =
  | 'no_label'
  | 'no_options'
  | 'same_option'
  | 'unreadable'
  | 'endless'
  | 'not_for_agents'
  | 'no_ending'
  | 'too_many';
/** What of a question is wrong, and why. */
export type WrongField = { of: 'label' | 'options' | 'pattern' | 'who' | 'prefill' | 'types'; why: MakingFault };

const CHOOSING: readonly string[] = ['choice', 'several'];

/** What is wrong with a question that somebody writes, before it is asked of anybody. */
export function faultsOfMaking(made: Field, { isNew, many }: { isNew: boolean; many: number }): WrongField[] {
  const { ask, options = [], pattern, audience, remember, editable, prefill } = made;
  const broken = pattern === undefined ? null : patternFault(pattern);
  const keys = options.map(({ key }) => key);
  const openly = audience === 'agent' && (remember || editable !== undefined);
  const faults: (WrongField | false | null)[] = [
    inNoLanguage(made) && { of: 'label', why: 'no_label' },
    isNew && many >= MOST_FIELDS && { of: 'label', why: 'too_many' },
    CHOOSING.includes(ask) && options.length === 0 && { of: 'options', why: 'no_options' },
    new Set(keys).size < keys.length && { of: 'options', why: 'same_option' },
    broken && { of: 'pattern', why: broken },
    openly && { of: 'who', why: 'not_for_agents' },
    audience === 'agent' && prefill !== undefined && { of: 'prefill', why: 'not_for_agents' },
    !field.shape.types.safeParse(made.types).success && { of: 'types', why: 'no_ending' },
  ];
  return faults.filter((one): one is WrongField => Boolean(one));
}

const inNoLanguage = ({ label }: Field): boolean =>
  typeof label === 'string' ? label === '' : Object.values(label).every((word) => word === '');

/** A key from words, and not one of those that there are. */
export function keyFor(words: string, taken: readonly string[], what = 'field'): string {
  const plain = words
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, 40);
  const key = /^[a-z]/.test(plain) ? plain : `${what}${plain === '' ? '' : `_${plain}`}`;
  const free = [key, ...Array.from({ length: taken.length }, (_, at) => `${key}_${at + 2}`)];
  return free.find((one) => !taken.includes(one)) ?? key;
}
