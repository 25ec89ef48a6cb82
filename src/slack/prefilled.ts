import { z } from 'zod';
import { type Field, sound } from '../domain/fields.ts';
import type { PersonId } from '../domain/language.ts';
import { traceOf } from './log.ts';
import type { Parts } from './parts.ts';

/**
 * What stands in a type's questions before anything is written: what the person whom it is for answered last, where it
 * is remembered, else what his profile says. Nothing where that cannot be read: the form does without it.
 */
export async function prefilledFor(
  parts: Parts,
  { of, by, fields }: { of: PersonId; by: PersonId; fields: readonly Field[] },
): Promise<Record<string, string>> {
  const keys = fields.flatMap(({ key, remember }) => (remember ? [key] : []));
  const asks = new Set(fields.flatMap(({ prefill }) => prefill ?? []));
  if (keys.length === 0 && asks.size === 0) return {};
  const [known, phone] = await Promise.all([
    keys.length === 0 ? {} : orNothing(parts, () => parts.store.remembered(parts.desk.workspace, { of, by, keys }), {}),
    asks.has('phone') ? orNothing(parts, () => phoneOf(parts, of), '') : '',
  ]);
  const profile = { phone, email: parts.book().people.get(of)?.email ?? '' };
  const remembered = sound(fields, known);
  const said = sound(
    fields,
    Object.fromEntries(fields.flatMap(({ key, prefill }) => (prefill ? [[key, profile[prefill]]] : []))),
  );
  return { ...said, ...remembered };
}

const profile = z.looseObject({ phone: z.string().nullish() });
const phoneOf = async ({ read }: Parts, user: PersonId): Promise<string> =>
  profile.parse((await read.users.profile.get({ user })).profile ?? {}).phone ?? '';

async function orNothing<T>({ log }: Parts, find: () => Promise<T>, nothing: T): Promise<T> {
  try {
    return await find();
  } catch (error) {
    log.warn(traceOf(error), 'what was answered before could not be found');
    return nothing;
  }
}
