import type { SubmissionType } from '../domain/fields.ts';
import { groupKey } from '../domain/language.ts';
import type { TypeOfFile } from './schema.ts';

/** The tree of submission types as a list, parents first; a type without a group goes where the one above it goes. */
export function typeList(
  types: Readonly<Record<string, TypeOfFile>>,
  above: SubmissionType | null = null,
): SubmissionType[] {
  return Object.entries(types).flatMap(([key, { name, group, hint, fields, types: below }]) => {
    const type: SubmissionType = {
      key,
      parent: above?.key ?? null,
      name,
      group: groupKey(group ?? above?.group ?? ''),
      hint: hint ?? null,
      fields,
    };
    return [type, ...typeList(below, type)];
  });
}

/** A type as it is called where the file says otherwise: what it is, and where it stands. */
export const typeItself = ({ key }: { key: string }): string => `type "${key}"`;
export const placeOfType = ({ key }: { key: string }): string => `the place of type "${key}"`;
/** The questions of a type, as they are called where the file says otherwise. */
export const fieldsOfType = ({ key }: { key: string }): string => `what type "${key}" asks`;
