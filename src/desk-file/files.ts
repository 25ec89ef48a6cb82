import { z } from 'zod';
import { BIGGEST, type FilePolicy, filePolicy, MB, MOST_FILES } from '../domain/files.ts';
import { block, list, needs, orEmpty, wholeNumber } from './phrase.ts';

const UNITS: Readonly<Record<string, number>> = { b: 1, kb: 1024, mb: MB, gb: 1024 * MB };
const SIZE = /^(\d{1,9}(?:\.\d{1,3})?)\s*(b|kb|mb|gb)$/i;

function bytesIn(given: string): number | null {
  const [, count = '', unit = ''] = SIZE.exec(given.trim()) ?? [];
  const bytes = Math.round(Number(count) * (UNITS[unit.toLowerCase()] ?? 0));
  return bytes >= 1 && bytes <= BIGGEST ? bytes : null;
}

/** The largest unit in which a size is a whole number. */
export function sizeInWords(bytes: number): string {
  const units = Object.entries(UNITS).toReversed();
  const [unit = 'b', of = 1] = units.find(([, each]) => bytes % each === 0) ?? [];
  return `${bytes / of} ${unit.toUpperCase()}`;
}

const sizeError = needs('"max_size": a size in B, KB, MB or GB, at most 1 GB', 'max_size: 20 MB');
const size = z
  .string({ error: sizeError })
  .refine((given) => bytesIn(given) !== null, { error: sizeError })
  .transform((given) => bytesIn(given) ?? 0);

const KIND = /^(?:\.?[a-z0-9][a-z0-9_+-]{0,15}|[a-z]{1,20}\/(?:\*|[a-z0-9.+-]{1,100}))$/;
function kinds(name: 'types' | 'deny', example: string) {
  const error = needs(`endings of files or MIME types for "${name}"`, `${name}: [${example}]`);
  const kind = z
    .string({ error })
    .transform((given) => given.trim().toLowerCase())
    .refine((given) => KIND.test(given), { error })
    .transform((given) => given.replace(/^\./, ''));
  return list(name, example, kind);
}

const settings = {
  max_size: size.optional(),
  max_number: wholeNumber('max_number', MOST_FILES).optional(),
  types: kinds('types', 'pdf, image/*').optional(),
  deny: kinds('deny', 'exe, bat').optional(),
} satisfies Record<keyof typeof filePolicy.shape, z.ZodType>;

/** Which files a group takes. What is left out is as the domain has it. */
export const filesOfFile = orEmpty(
  block(settings)
    .superRefine(({ types = [], deny = [] }, { addIssue }) => {
      const both = types.filter((kind) => deny.includes(kind));
      const message = `denies ${both.join(', ')}, which "types" takes; keep one of the two`;
      if (both.length > 0) addIssue({ code: 'custom', path: ['deny'], message });
    })
    .transform((given) => filePolicy.parse(given)),
);

/** The same as it is written in the file. */
export const filesContent = ({ max_size, ...rest }: FilePolicy) => ({ max_size: sizeInWords(max_size), ...rest });
