import { isDeepStrictEqual } from 'node:util';
import { codeOf } from '../../desk/template-editing.ts';
import { LANGUAGES, groupKey, type Language, PENDING_KINDS } from '../../domain/language.ts';
import type { Template, TemplateAct, TemplateGiven } from '../../domain/templates.ts';
import { ANSWER_REASONS } from '../../domain/verbs/closing.ts';
import type { Answers } from '../codec.ts';
import { given } from '../forms/answers.ts';
import { processingIn } from './category.ts';

/** A template while it is being written, as its window asks for it. */
export type TemplateDraft = {
  code: string;
  title: string;
  group: string | null;
  texts: Readonly<Record<Language, string>>;
  processing: string;
  priority: string | undefined;
  add: readonly string[];
  remove: readonly string[];
  /** `work`, `resolve.solved`, `pend.requester`. */
  becomes: string | undefined;
  waiting: string;
  forward: string | undefined;
};

/** "Every group", "leave it". */
export const EVERY = '*';
export const textBlock = (language: Language) => `text_${language}`;

const STEPS = ['work', 'prepare', 'archive'] as const;
/** What a ticket may become once it is answered. A repetition names another ticket, which no template knows. */
export const BECOMES: readonly string[] = [
  ...ANSWER_REASONS.filter((reason) => reason !== 'duplicate').map((reason) => `resolve.${reason}`),
  ...PENDING_KINDS.map((kind) => `pend.${kind}`),
  ...STEPS,
];

export const emptyDraft = (group: string | null): TemplateDraft => ({
  code: '',
  title: '',
  group,
  texts: { en: '', it: '' },
  processing: '',
  priority: undefined,
  add: [],
  remove: [],
  becomes: undefined,
  waiting: '',
  forward: undefined,
});

const words = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
const word = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const chosen = (answers: Answers, field: string): string | undefined => {
  const value = given(answers, field);
  return value === EVERY ? undefined : value;
};

/** What stands in the window. */
export const readDraft = (answers: Answers): TemplateDraft => {
  return {
    code: codeOf(given(answers, 'code') ?? ''),
    title: given(answers, 'title') ?? '',
    group: chosen(answers, 'group') ?? null,
    texts: { en: given(answers, textBlock('en')) ?? '', it: given(answers, textBlock('it')) ?? '' },
    processing: processingIn(answers),
    priority: chosen(answers, 'priority'),
    add: words(answers['add']),
    remove: words(answers['remove']),
    becomes: chosen(answers, 'becomes'),
    waiting: given(answers, 'waiting') ?? '',
    forward: chosen(answers, 'forward'),
  };
};

/** An act as the window asks for it; null: it has no question for it. */
function asked({ verb, input }: TemplateAct): Partial<TemplateDraft> | null {
  const has = (...names: readonly string[]) => Object.keys(input).every((name) => names.includes(name));
  const of = (name: string) => word(input[name]);
  switch (verb) {
    case 'edit':
      return has('priority') ? { priority: of('priority') } : null;
    case 'tag':
      return has('add', 'remove') ? { add: words(input['add']), remove: words(input['remove']) } : null;
    case 'forward':
      return has('group') ? { forward: of('group') } : null;
    case 'resolve': {
      const becomes = `resolve.${of('reason') ?? 'solved'}`;
      return has('reason') && BECOMES.includes(becomes) ? { becomes } : null;
    }
    case 'pend':
      return has('kind', 'waiting_for')
        ? { becomes: `pend.${of('kind') ?? ''}`, waiting: of('waiting_for') ?? '' }
        : null;
    case 'work':
    case 'prepare':
    case 'archive':
      return has() ? { becomes: verb } : null;
  }
}

/** Acts that the window asks for, and those that it cannot show. */
function parted(acts: readonly TemplateAct[]): { shown: Partial<TemplateDraft>; kept: TemplateAct[] } {
  let shown: Partial<TemplateDraft> = {};
  const kept: TemplateAct[] = [];
  for (const act of acts) {
    const one = asked(act);
    if (one && Object.keys(one).every((name) => !(name in shown))) shown = { ...shown, ...one };
    else kept.push(act);
  }
  return { shown, kept };
}
export const keptActs = ({ acts }: Pick<Template, 'acts'>): TemplateAct[] => parted(acts).kept;

/** A template as it is, to be written on. One text for all stands where the first language does. */
export function draftOf(template: TemplateGiven): TemplateDraft {
  const { code, title, group, text, processing, acts } = template;
  const texts = typeof text === 'string' ? { en: text, it: '' } : { en: text.en ?? '', it: text.it ?? '' };
  return { ...emptyDraft(group), code, title, texts, processing: processing ?? '', ...parted(acts).shown };
}

function actsOf({ priority, add, remove, becomes = '', waiting, forward }: TemplateDraft): TemplateAct[] {
  const [verb, which] = becomes.split('.');
  const step = STEPS.find((one) => one === verb);
  return [
    ...(priority === undefined ? [] : [{ verb: 'edit' as const, input: { priority } }]),
    ...(add.length + remove.length === 0
      ? []
      : [
          {
            verb: 'tag' as const,
            input: { ...(add.length > 0 && { add }), ...(remove.length > 0 && { remove }) },
          },
        ]),
    ...(verb === 'resolve' ? [{ verb: 'resolve' as const, input: { reason: which } }] : []),
    ...(verb === 'pend' ? [{ verb: 'pend' as const, input: { kind: which, waiting_for: waiting } }] : []),
    ...(step ? [{ verb: step, input: {} }] : []),
    // Whoever gives it away may do nothing more with it.
    ...(forward === undefined ? [] : [{ verb: 'forward' as const, input: { group: forward } }]),
  ];
}

/** What it would be as a template; not checked yet. What the window does not ask stays as it was. */
export function givenOf(draft: TemplateDraft, before: TemplateGiven | null): TemplateGiven {
  const { code, title, group, texts, processing } = draft;
  const said = Object.fromEntries(LANGUAGES.flatMap((one) => (texts[one] === '' ? [] : [[one, texts[one]]])));
  const forAll = typeof before?.text === 'string' && Object.keys(said).join() === 'en';
  const acts = [...actsOf(draft), ...(before ? keptActs(before) : [])];
  const same = before !== null && isDeepStrictEqual(draftOf({ ...before, acts }), draftOf(before));
  return {
    code,
    title,
    group: group === null ? null : groupKey(group),
    text: forAll ? texts.en : said,
    variants: before?.variants ?? {},
    processing: processing === '' ? null : processing,
    acts: same ? before.acts : acts,
  };
}
