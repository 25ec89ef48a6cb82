import { z } from 'zod';
import type { Fault } from './decide.ts';
import { type FileRef, plainName } from './files.ts';
import { type GroupKey, LANGUAGES, type Language } from './language.ts';
import { LONGEST_MATCHED, matches } from './patterns.ts';

/** A word of the desk file: one for all languages, or one per language. */
export const localized = z.union([z.string().min(1), z.partialRecord(z.enum(LANGUAGES), z.string().min(1))]);
export type Localized = z.output<typeof localized>;
export const inLanguage = (word: Localized, language: Language): string =>
  typeof word === 'string' ? word : (word[language] ?? word.en ?? Object.values(word)[0] ?? '');

/** In which way a question is asked, and so what an answer to it may be. */
export const ASKS = [
  'line',
  'text',
  'choice',
  'several',
  'number',
  'customer',
  'email',
  'phone',
  'url',
  'date',
  'user',
  'file',
] as const;
export type Ask = (typeof ASKS)[number];

/** Who is asked, where it is not whoever asks. */
export const AUDIENCES = ['agent'] as const;
/** Who may change an answer later, besides agents. */
export const EDITORS = ['requester'] as const;
/** As many questions of one type stand in a form beside what every form asks. */
export const MOST_FIELDS = 40;
export const PREFILLS = ['phone', 'email'] as const;

/** One question of a submission type, asked at intake. */
export const field = z.object({
  key: z.string().regex(/^[a-z][a-z0-9_]*$/),
  label: localized,
  ask: z.enum(ASKS).default('line'),
  /** `resolve`: nobody resolves it unanswered, and until then it may be left. */
  required: z.union([z.boolean(), z.literal('resolve')]).default(false),
  /** `agent`: only agents see it and answer it, and nobody at intake. */
  audience: z.enum(AUDIENCES).optional(),
  /** `requester`: whoever asked may change his answer as long as it is open. */
  editable: z.enum(EDITORS).optional(),
  hint: localized.optional(),
  /** A regular expression that the whole answer must match. */
  pattern: z.string().optional(),
  /** What to say when it does not. */
  otherwise: localized.optional(),
  options: z.array(z.object({ key: z.string(), label: localized })).optional(),
  /** Which files are taken, by how their names end; left out, all are. */
  types: z
    .array(z.string().regex(/^[a-z0-9]{1,10}$/))
    .min(1)
    .optional(),
  /** What a person answered last stands there the next time, under every type that asks by the same key. */
  remember: z.boolean().optional(),
  /** Personal data: the history says that it was changed, and not from what to what. */
  personal: z.boolean().optional(),
  /** What stands in his profile in Slack stands there, where nothing is remembered. */
  prefill: z.enum(PREFILLS).optional(),
});
export type Field = z.output<typeof field>;

/** What it is about: chosen first at intake, owns the questions and the group. */
export type SubmissionType = {
  key: string;
  parent: string | null;
  name: Localized;
  group: GroupKey;
  hint: Localized | null;
  fields: readonly Field[];
};

/** Several chosen options are kept in one answer. Their keys have no commas. */
export const chosenIn = (answer: string): string[] => answer.split(',').filter(Boolean);
export const chosen = (keys: readonly string[]): string => keys.join(',');

/** What is asked of whoever asks; the rest is for agents. */
export const askedOpenly = (fields: readonly Field[]): Field[] => fields.filter(({ audience }) => audience !== 'agent');

/** The answers of a ticket: what agents noted for themselves is apart from what everybody reads. */
export type Answered = {
  fields: Readonly<Record<string, string>>;
  agentFields: Readonly<Record<string, string>>;
};
/** What was said to one question; empty when nothing was. */
export const answerTo = ({ key, audience }: Field, { fields, agentFields }: Answered): string =>
  (audience === 'agent' ? (agentFields[key] ?? fields[key]) : fields[key]) ?? '';

/** Questions in the order of their form, and what is not asked any more behind them. */
export function asAsked(fields: readonly Field[], keys: readonly string[]): string[] {
  const asked = fields.map(({ key }) => key);
  const known = asked.filter((key) => keys.includes(key));
  return [...known, ...keys.filter((key) => !asked.includes(key))];
}

/** What has to be answered before it is resolved, and is not. */
export const missingAtEnd = (fields: readonly Field[], answers: Answered): Field[] =>
  fields.filter((field) => field.required === 'resolve' && answerTo(field, answers).trim() === '');

/** What somebody has answered to personal questions, as it stands in words: nothing so short that it stands anywhere. */
export const personalAnswers = (fields: readonly Field[], answers: Answered): string[] =>
  fields
    .filter(({ personal, ask }) => personal && ask !== 'choice' && ask !== 'several' && ask !== 'file')
    .map((field) => answerTo(field, answers).trim())
    .filter(({ length }) => length >= SHORTEST);
const SHORTEST = 4;

const FILE = /^([^\t]{1,150})\t(\S{0,300})\t([A-Z0-9]{2,30})$/;
const endOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** Files stand in one answer, a line each. */
export const answerOfFiles = (files: readonly FileRef[]): string =>
  files.map(({ id, name, link }) => [plainName(name), link, id].join('\t')).join('\n');
export const filesAnswered = (answer: string): FileRef[] =>
  answer.split('\n').flatMap((line) => {
    const [, name, link, id] = FILE.exec(line) ?? [];
    return name === undefined || id === undefined || link === undefined ? [] : [{ id, name, link }];
  });

/** What is wrong with the answers to a type's questions; empty when nothing is. Faults carry the key of the field. */
export const faultsOfFields = (fields: readonly Field[], answers: Readonly<Record<string, string>>): Fault[] =>
  fields.flatMap((asked): Fault[] => {
    const code = faultIn(asked, answers[asked.key]?.trim() ?? '');
    return code === null ? [] : [{ field: asked.key, code }];
  });

/** What may stand in the form before anything is written: only what would be taken as an answer. */
export const sound = (fields: readonly Field[], answers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    fields.flatMap((asked) => {
      const answer = answers[asked.key]?.trim() ?? '';
      return answer !== '' && faultIn(asked, answer) === null ? [[asked.key, answer]] : [];
    }),
  );

function faultIn({ ask, required, pattern, options, types }: Field, answer: string): Fault['code'] | null {
  if (answer === '') return required === true ? 'required' : null;
  if (pattern !== undefined && answer.length > LONGEST_MATCHED) return 'too_long';
  if (!fits[ask](answer)) return 'invalid';
  if (pattern !== undefined && !matches(pattern, answer)) return 'invalid';
  if (types && !filesAnswered(answer).every(({ name }) => types.includes(endOf(name)))) return 'invalid';
  const named = ask === 'several' ? chosenIn(answer) : [answer];
  return options && !named.every((one) => options.some(({ key }) => key === one)) ? 'invalid' : null;
}

const anything = () => true;
const email = z.email();
const day = z.iso.date();
const link = z.url({ protocol: /^https?$/ });

/** What an answer has to look like, whatever the desk asks besides. */
const fits: Record<Ask, (answer: string) => boolean> = {
  line: anything,
  text: anything,
  choice: anything,
  several: anything,
  number: (answer) => /^[+-]?\d{1,15}(?:\.\d{1,15})?$/.test(answer),
  customer: (answer) => /^[\p{L}\p{N}][\p{L}\p{N} ./-]{0,39}$/u.test(answer) && /\p{N}/u.test(answer),
  email: (answer) => email.safeParse(answer).success,
  phone: (answer) => /^\+?[\d ()./-]{5,25}$/.test(answer) && /^\d{5,15}$/.test(answer.replaceAll(/\D/g, '')),
  url: (answer) => link.safeParse(answer).success,
  date: (answer) => day.safeParse(answer).success,
  file: (answer) => answer.split('\n').every((line) => FILE.test(line)),
  user: (answer) => /^[UW][A-Z0-9]{2,20}$/.test(answer),
};
