import type { KnownBlock, ModalView } from '@slack/types';
import { keyFor, type WrongField } from '../../domain/field-making.ts';
import { ASKS, type Field, inLanguage, type Localized, PREFILLS } from '../../domain/fields.ts';
import { type Answers, formId, goId, metadata, VALUE } from '../codec.ts';
import { given } from '../forms/answers.ts';
import { ask, askText } from '../forms/ask.ts';
import { actions, button, checkboxes, modal, select } from '../kit.ts';
import type { Language } from '../../domain/language.ts';
import type { Question } from '../words/asked.ts';
import { type Catalog } from '../words/catalog.ts';

const LABEL = 100;
const HINT = 150;
const WHO = ['agent', 'editable', 'personal', 'remember'] as const;
const REQUIRED = ['no', 'yes', 'resolve'] as const;
const requiredOf = ({ required }: Field) => (required === 'resolve' ? 'resolve' : required ? 'yes' : 'no');

type Editing = { type: string; field: Field | null; mark: string };

/** The window in which a question is written. */
export function fieldForm({ type, field, mark }: Editing, words: Catalog): ModalView {
  const { titles, submit } = words.fielding;
  return modal(
    {
      title: field ? titles.edit : titles.new,
      submit,
      close: words.forms.close,
      callback: formId('field'),
      metadata: metadata({ type, seen: mark, ...(field && { key: field.key }) }),
    },
    [...whatIsAsked(field, words), ...howItIsSaid(field, words), ...removing(type, field, words)],
  );
}

function whatIsAsked(field: Field | null, words: Catalog): KnownBlock[] {
  const { fielding } = words;
  const { ask: questions } = fielding;
  const optional = { optional: true };
  const chosen = field ? WHO.filter((one) => hasOf(field)[one]) : [];
  const each = <Key extends string>(keys: readonly Key[], labels: Record<Key, string>) =>
    keys.map((value) => ({ value, label: labels[value] }));
  return [
    ...inBoth('label', field?.label, { words, max: LABEL, asks: (language) => questions[`label_${language}`] }),
    ask('ask', questions.ask, select(VALUE, each(ASKS, fielding.kinds), { initial: field?.ask ?? 'line' })),
    askText('options', questions.options, { ...optional, initial: linesOf(field?.options) }),
    ask(
      'required',
      questions.required,
      select(VALUE, each(REQUIRED, fielding.required), { initial: field ? requiredOf(field) : 'no' }),
    ),
    ask('who', questions.who, checkboxes(VALUE, each(WHO, fielding.who), chosen), optional),
    ask(
      'prefill',
      questions.prefill,
      select(VALUE, each(['none', ...PREFILLS], fielding.prefill), { initial: field?.prefill ?? 'none' }),
    ),
  ];
}

function howItIsSaid(field: Field | null, words: Catalog): KnownBlock[] {
  const { ask: questions } = words.fielding;
  const line = { optional: true, multiline: false };
  return [
    ...inBoth('hint', field?.hint, { words, max: HINT, asks: (language) => questions[`hint_${language}`] }),
    askText('pattern', questions.pattern, { ...line, max: 300, initial: field?.pattern }),
    ...inBoth('otherwise', field?.otherwise, {
      words,
      max: HINT,
      asks: (language) => questions[`otherwise_${language}`],
    }),
    askText('types', questions.types, { ...line, max: HINT, initial: field?.types?.join(', ') }),
  ];
}

const hasOf = ({ audience, editable, personal = false, remember = false }: Field) => ({
  agent: audience === 'agent',
  editable: editable === 'requester',
  personal,
  remember,
});

type InBoth = { words: Catalog; asks: (language: Language) => Question; max: number; multiline?: boolean };
/** His own language first. What is longer already stays whole. */
export function inBoth(what: string, said: Localized | undefined, { words, asks, max, multiline = false }: InBoth) {
  const there = typeof said === 'string' ? { en: said } : (said ?? {});
  const order = words.language === 'it' ? (['it', 'en'] as const) : (['en', 'it'] as const);
  return order.map((language) =>
    askText(`${what}_${language}`, asks(language), {
      optional: true,
      multiline,
      max: Math.max(max, there[language]?.length ?? 0),
      initial: there[language],
    }),
  );
}

function removing(type: string, field: Field | null, words: Catalog): KnownBlock[] {
  if (!field) return [];
  const { remove, sure } = words.fielding;
  const text = sure.text(inLanguage(field.label, words.language));
  const value = `remove|${type}|${field.key}`;
  return actions([
    button({
      action: goId('fields', 'remove'),
      value,
      label: remove,
      style: 'danger',
      sure: { title: sure.title, text, confirm: sure.yes, deny: sure.no },
    }),
  ]);
}

const linesOf = (options: Field['options']): string | undefined =>
  options
    ?.map(({ key, label }) => {
      const words = typeof label === 'string' ? [label] : [label.en ?? '', ...(label.it ? [label.it] : [])];
      return `${key} = ${words.join(' | ')}`;
    })
    .join('\n');

/** The same read back: `laptop = Laptop | Portatile`, the name made of the words where it is not there. */
function optionsIn(lines: string): NonNullable<Field['options']> {
  const taken: string[] = [];
  return lines.split('\n').flatMap((line) => {
    const [, named, said = ''] = /^(?:\s*([a-z0-9_-]{1,40})\s*=)?(.*)$/.exec(line) ?? [];
    const [en = '', it = ''] = said.split('|').map((word) => word.trim());
    if (en === '' && it === '') return [];
    const key = named ?? keyFor(en === '' ? it : en, taken);
    taken.push(key);
    return [{ key, label: localizedOf(en, it) }];
  });
}

/** One for all, where there is only one or both are the same. */
export const localizedOf = (en: string, it: string): Localized =>
  it === '' || it === en ? en : en === '' ? { it } : { en, it };

/** What was written, not checked yet. */
export function fieldIn(answers: Answers): Omit<Field, 'key'> {
  const word = (block: string) => given(answers, block) ?? '';
  const both = (what: string) => localizedOf(word(`${what}_en`), word(`${what}_it`));
  const [hint, otherwise] = [both('hint'), both('otherwise')];
  const chosen = ASKS.find((one) => one === word('ask')) ?? 'line';
  const who = [answers['who']].flat();
  const types = word('types')
    .toLowerCase()
    .split(/[\s,;]+/)
    .map((one) => one.replace(/^\./, ''))
    .filter(Boolean);
  const prefill = PREFILLS.find((one) => one === word('prefill'));
  const required = word('required');
  return {
    label: both('label'),
    ask: chosen,
    required: required === 'resolve' ? 'resolve' : required === 'yes',
    ...(who.includes('agent') && { audience: 'agent' }),
    ...(who.includes('editable') && { editable: 'requester' }),
    ...(who.includes('personal') && { personal: true }),
    ...(who.includes('remember') && { remember: true }),
    ...(prefill && { prefill }),
    ...(hint !== '' && { hint }),
    ...(otherwise !== '' && { otherwise }),
    ...(word('pattern') !== '' && { pattern: word('pattern') }),
    ...((chosen === 'choice' || chosen === 'several') && { options: optionsIn(word('options')) }),
    ...(chosen === 'file' && types.length > 0 && { types }),
  };
}

/** What is wrong, each under its question. */
export const errorsOf = (faults: readonly WrongField[], words: Catalog): Record<string, string> =>
  Object.fromEntries(
    faults.map(({ of, why }) => [of === 'label' ? `label_${words.language}` : of, words.fielding.wrong[why]]),
  );
