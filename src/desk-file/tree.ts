import type { SubmissionType } from '../domain/fields.ts';
import { groupKey } from '../domain/language.ts';
import type { TypeOfFile } from './schema.ts';

export type TypeEntry = SubmissionType & { path: readonly PropertyKey[] };

/** The tree of submission types as a list, parents first; a type without a group goes where the one above it goes. */
export function typeEntries(types: Readonly<Record<string, TypeOfFile>>, above: TypeEntry | null = null): TypeEntry[] {
  return Object.entries(types).flatMap(([key, { name, group, hint, fields, types: below }]) => {
    const entry: TypeEntry = {
      key,
      parent: above?.key ?? null,
      name,
      group: groupKey(group ?? above?.group ?? ''),
      hint: hint ?? null,
      fields,
      path: [...(above?.path ?? []), 'types', key],
    };
    return [entry, ...typeEntries(below, entry)];
  });
}
