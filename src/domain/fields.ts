import { z } from 'zod';
import type { Fault } from './decide.ts';
import { type GroupKey, LANGUAGES, type Language } from './language.ts';

/** A word of the desk file: one for all languages, or one per language. */
export const localized = z.union([z.string().min(1), z.partialRecord(z.enum(LANGUAGES), z.string().min(1))]);
export type Localized = z.output<typeof localized>;
export const inLanguage = (word: Localized, language: Language): string =>
  typeof word === 'string' ? word : (word[language] ?? word.en ?? Object.values(word)[0] ?? '');

/** One question of a submission type, asked at intake. */
export const field = z.object({
  key: z.string().regex(/^[a-z][a-z0-9_]*$/),
  label: localized,
  ask: z.enum(['line', 'text', 'choice', 'number', 'email', 'date']).default('line'),
  required: z.boolean().default(false),
  hint: localized.optional(),
  /** A regular expression that the whole answer must match. */
  pattern: z.string().optional(),
  /** What to say when it does not. */
  otherwise: localized.optional(),
  options: z.array(z.object({ key: z.string(), label: localized })).optional(),
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

/** What is wrong with the answers to a type's questions; empty when nothing is. Faults carry the key of the field. */
export function faultsOfFields(fields: readonly Field[], answers: Readonly<Record<string, string>>): Fault[] {
  return fields.flatMap(({ key, required, pattern, options }): Fault[] => {
    const answer = answers[key]?.trim() ?? '';
    if (answer === '') return required ? [{ field: key, code: 'required' }] : [];
    if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(answer))
      return [{ field: key, code: 'invalid' }];
    if (options && !options.some((option) => option.key === answer)) return [{ field: key, code: 'invalid' }];
    return [];
  });
}
