/** What stands in a file: read and checked, with one sentence when it cannot be used. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { z } from 'zod';

/** `from` is a path, YAML or JSON text (it has a line break or a brace), or the value itself. */
export function readPaper<T extends z.ZodType>(what: string, shape: T, from: unknown): z.infer<T> {
  const isPath = typeof from === 'string' && !/[\n{]/.test(from);
  const name = isPath ? `The ${what} ${from}` : `The ${what}`;
  let value: unknown = from;
  try {
    if (typeof from === 'string') value = parse(isPath ? readFileSync(from, 'utf8') : from);
  } catch (error) {
    throw new Error(
      `${name} cannot be read: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`,
      { cause: error },
    );
  }
  const read = shape.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Error(
    `${name} is not one: ${issue ? `${issue.path.join('.') || 'its root'}: ${issue.message}` : 'unknown shape'}.`,
  );
}
