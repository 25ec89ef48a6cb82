import { codesIn, unknownCodes } from './codes.ts';
import type { Localized } from './fields.ts';
import { type Language, LANGUAGES } from './language.ts';
import { carries, LONGEST_CODE, type TemplateGiven, templateAct } from './templates.ts';
import { isVerb } from './verbs.ts';

/** As long as the answer into which it is put. */
export const LONGEST_TEXT = 3000;
export const LONGEST_TITLE = 75;
export const MOST_TEMPLATES = 500;

/** What there is at the desk, as far as templates may name it. */
export type TemplateKnown = {
  groups: ReadonlySet<string>;
  fields: ReadonlySet<string>;
  /** What tickets of each group may turn out to be about. */
  processing: ReadonlyMap<string, ReadonlySet<string>>;
};

/** What is wrong with a template: `language` where one text of several is meant, `at` which of its acts. */
export type TemplateFault =
  | { part: 'code'; why: 'no_code' | 'is_verb' | 'too_long'; named: string }
  | { part: 'title'; why: 'required' | 'too_long'; named: string }
  | { part: 'group'; why: 'unknown_group'; named: string }
  | { part: 'processing'; why: 'unknown_processing'; named: string }
  | { part: 'text'; language: Language | null; why: 'required' | 'unknown_code' | 'too_long'; named: string }
  | { part: 'acts'; at: number; why: 'makes_no_sense' | 'unknown_group' | 'carries_twice'; named: string };

const CODE = /^[a-z][a-z0-9_]*$/;

/** A text with the language in which it is; null: in all. */
const spoken = (text: Localized): { language: Language | null; words: string }[] =>
  typeof text === 'string'
    ? [{ language: null, words: text }]
    : LANGUAGES.flatMap((language) => (text[language] === undefined ? [] : [{ language, words: text[language] }]));

/** Everything that keeps a template from doing what it says; it is refused when it is written. */
export function templateFaults(given: TemplateGiven, known: TemplateKnown): TemplateFault[] {
  const { group, variants } = given;
  const named = [...(group === null ? [] : [group]), ...Object.keys(variants)];
  return [
    ...codeFaults(given.code),
    ...titleFaults(given.title),
    ...named
      .filter((one) => !known.groups.has(one))
      .map((one) => ({ part: 'group' as const, why: 'unknown_group' as const, named: one })),
    ...[given.text, ...Object.values(variants)].flatMap((text) => textFaults(text, known.fields)),
    ...processingFaults(given, known),
    ...actFaults(given, known),
  ];
}

/** Of one group it has to be one of the group's, and for all one that some group knows. */
function processingFaults({ group, processing }: TemplateGiven, { groups, processing: known }: TemplateKnown) {
  if (processing === null || (group !== null && !groups.has(group))) return [];
  const sets = group === null ? [...known.values()] : [known.get(group)];
  return sets.some((types) => types?.has(processing))
    ? []
    : [{ part: 'processing' as const, why: 'unknown_processing' as const, named: processing }];
}

function codeFaults(code: string): TemplateFault[] {
  if (!CODE.test(code)) return [{ part: 'code', why: 'no_code', named: code }];
  if (code.length > LONGEST_CODE) return [{ part: 'code', why: 'too_long', named: code }];
  return isVerb(code) ? [{ part: 'code', why: 'is_verb', named: code }] : [];
}

function titleFaults(title: string): TemplateFault[] {
  if (title === '') return [{ part: 'title', why: 'required', named: '' }];
  return title.length > LONGEST_TITLE ? [{ part: 'title', why: 'too_long', named: title }] : [];
}

function textFaults(text: Localized, fields: ReadonlySet<string>): TemplateFault[] {
  const all = spoken(text);
  if (all.length === 0) return [{ part: 'text', language: null, why: 'required', named: '' }];
  return all.flatMap(({ language, words }): TemplateFault[] => [
    ...(words.length > LONGEST_TEXT
      ? [{ part: 'text' as const, language, why: 'too_long' as const, named: String(words.length) }]
      : []),
    ...unknownCodes(words, fields).map((named) => ({
      part: 'text' as const,
      language,
      why: 'unknown_code' as const,
      named,
    })),
  ]);
}

function actFaults({ acts }: TemplateGiven, { groups }: TemplateKnown): TemplateFault[] {
  const first = acts.findIndex(carries);
  return acts.flatMap((one, at): TemplateFault[] => {
    const fault = (why: 'makes_no_sense' | 'unknown_group' | 'carries_twice', named: string): TemplateFault[] => [
      { part: 'acts', at, why, named },
    ];
    if (!templateAct.safeParse(one).success) return fault('makes_no_sense', one.verb);
    if (carries(one) && at !== first) return fault('carries_twice', one.verb);
    const { group } = one.input;
    return typeof group === 'string' && !groups.has(group) ? fault('unknown_group', group) : [];
  });
}

/** Codes that one language has and another lacks: somebody would be told less than others. */
export function codesLacking(text: Localized): { language: Language; of: Language; code: string }[] {
  const all = spoken(text).flatMap(({ language, words }) =>
    language === null ? [] : [{ language, codes: codesIn(words) }],
  );
  return all.flatMap(({ language, codes }) =>
    all.flatMap((other) =>
      other.codes.filter((code) => !codes.includes(code)).map((code) => ({ language, of: other.language, code })),
    ),
  );
}
