import { z } from 'zod';
import type { Fault } from './decide.ts';
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
] as const;
export type Ask = (typeof ASKS)[number];

export const PREFILLS = ['phone', 'email'] as const;

/** One question of a submission type, asked at intake. */
export const field = z.object({
  key: z.string().regex(/^[a-z][a-z0-9_]*$/),
  label: localized,
  ask: z.enum(ASKS).default('line'),
  required: z.boolean().default(false),
  hint: localized.optional(),
  /** A regular expression that the whole answer must match. */
  pattern: z.string().optional(),
  /** What to say when it does not. */
  otherwise: localized.optional(),
  options: z.array(z.object({ key: z.string(), label: localized })).optional(),
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

function faultIn({ ask, required, pattern, options }: Field, answer: string): Fault['code'] | null {
  if (answer === '') return required ? 'required' : null;
  if (pattern !== undefined && answer.length > LONGEST_MATCHED) return 'too_long';
  if (!fits[ask](answer)) return 'invalid';
  if (pattern !== undefined && !matches(pattern, answer)) return 'invalid';
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
  user: (answer) => /^[UW][A-Z0-9]{2,20}$/.test(answer),
};
