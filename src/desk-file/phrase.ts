import { z } from 'zod';
import { LANGUAGES } from '../domain/language.ts';

/**
 * The questions of which the desk file's schema is made. Every error is the second half of a sentence, "needs ..." or
 * "has ..."; the reader puts the file, the line and the subject in front of it.
 */
type Raw = { code?: string | undefined; input?: unknown; keys?: string[] };

/** What is needed, what stands there instead, and how it is written. */
export const needs =
  (what: string, example: string) =>
  ({ input }: Raw) =>
    `needs ${what}${input === undefined ? '' : `, not ${shown(input)}`}, for example  ${example}`;

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return `a block with ${Object.keys(value).join(', ') || 'nothing in it'}`;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}

/** A block of settings that says which words it knows when it meets another. */
export const block = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue: Raw) =>
      issue.code === 'unrecognized_keys'
        ? `has no setting ${(issue.keys ?? []).map((key) => `"${key}"`).join(', ')}; it may have ${Object.keys(shape).join(', ')}`
        : `needs a block of settings (${Object.keys(shape).join(', ')}), not ${shown(issue.input)}`,
  });

/** Blocks by key or by e-mail. Nothing at all counts as none. */
export const blocks = <Key extends z.core.$ZodRecordKey, Item extends z.ZodType>(one: string, keys: Key, item: Item) =>
  orEmpty(
    z.record(keys, item, {
      error: (issue: Raw) => `needs a block with one entry per ${one}, not ${shown(issue.input)}`,
    }),
  );

/** A key with nothing after it counts as an empty block. */
export const orEmpty = <Inner extends z.ZodType>(inner: Inner) => z.preprocess((value) => value ?? {}, inner);

export const text = (what: string, example: string, most = 3000) => {
  const error = needs(what, example);
  return z
    .string({ error })
    .trim()
    .min(1, { error })
    .max(most, { error: `needs ${what} of at most ${most} characters` });
};

export const oneOf = <const Words extends readonly string[]>(name: string, words: Words) =>
  z.enum(words, { error: needs(`"${name}": one of ${words.join(', ')}`, `${name}: ${words[0]}`) });

export const yesOrNo = (name: string) => z.boolean({ error: needs(`"${name}": true or false`, `${name}: true`) });

export function wholeMinutes(name: string, otherwise: number) {
  const error = needs(`whole minutes for "${name}"`, `${name}: ${otherwise}`);
  return z.number({ error }).int({ error }).positive({ error }).default(otherwise);
}

/** No more than a ticket stays resolved. */
export function wholeDays(name: string, most: number) {
  const error = needs(`whole days for "${name}", at most ${most}`, `${name}: ${most}`);
  return z.number({ error }).int({ error }).positive({ error }).max(most, { error }).default(most);
}

export function daysOrNever(name: string, otherwise: number) {
  const error = needs(`whole days for "${name}", 0 for never`, `${name}: ${otherwise}`);
  return z.number({ error }).int({ error }).nonnegative({ error }).max(365, { error }).default(otherwise);
}

export function wholeNumber(name: string, most: number) {
  const error = needs(`a whole number for "${name}", at most ${most}`, `${name}: 5`);
  return z.number({ error }).int({ error }).nonnegative({ error }).max(most, { error });
}

export function minutesOrNever(name: string, most: number) {
  const error = needs(`whole minutes for "${name}", 0 for never`, `${name}: 30`);
  return z.number({ error }).int({ error }).nonnegative({ error }).max(most, { error }).default(0);
}

export function hoursOrNever(name: string, otherwise: number) {
  const error = needs(`whole hours for "${name}", 0 for never`, `${name}: ${otherwise}`);
  return z.number({ error }).int({ error }).nonnegative({ error }).max(720, { error }).default(otherwise);
}

export const list = <Item extends z.ZodType>(name: string, example: string, item: Item) =>
  z.preprocess(
    (value) => value ?? [],
    z.array(item, { error: needs(`a list for "${name}"`, `${name}: [${example}]`) }),
  );

export function inLanguages(what: string, example: string) {
  const error = needs(`${what}, one for all or one per language (${LANGUAGES.join(', ')})`, example);
  const word = z.string({ error }).trim().min(1, { error });
  return z
    .union([word, z.partialRecord(z.enum(LANGUAGES, { error }), word, { error })], { error })
    .refine((words) => Object.keys(words).length > 0, { error });
}

export const key = z.string().regex(/^[a-z][a-z0-9_]*$/, {
  error: ({ input }) =>
    `has the key ${shown(input)}; a key is written in small letters, digits and _ and begins with a letter, for example  it_support`,
});

/** Somebody whose e-mail Slack does not tell is named by his Slack id, and so is a channel whose name is not known. */
const SLACK_PERSON = /^[UW][A-Z0-9]{2,}$/;
const SLACK_CHANNEL = /^[CG][A-Z0-9]{2,}$/;
const email = z.email();

export function person(name: string, what = `an e-mail for "${name}"`, example = `${name}: lea@northwind.example`) {
  const error = needs(what, example);
  return z
    .string({ error })
    .trim()
    .refine((given) => SLACK_PERSON.test(given) || email.safeParse(given).success, { error })
    .transform((given) => (SLACK_PERSON.test(given) ? given : given.toLowerCase()));
}

export function channel(what: string, example: string) {
  const error = ({ input }: Raw) =>
    input === null
      ? `needs ${what}, for example  ${example}  (without #, which begins a comment)`
      : needs(what, example)({ input });
  return z
    .string({ error })
    .trim()
    .transform((given) => given.replace(/^#/, ''))
    .refine((given) => SLACK_CHANNEL.test(given) || /^[^\s#\p{Lu}]{1,80}$/u.test(given), { error });
}
