import { copiedIn } from '../domain/copying.ts';
import type { Person } from '../domain/language.ts';
import { saidBy } from '../domain/scheduled.ts';
import type { Verb } from '../domain/verbs.ts';
import type { Deps } from './request.ts';

/** Those who shall read an answer as well, as far as they are known. */
export async function copiedFor(
  { store, workspace }: Pick<Deps, 'store' | 'workspace'>,
  verb: Verb,
  input: unknown,
): Promise<{ copied: Person[] }> {
  const people = copiedIn(saidBy(verb, input).input);
  const found = await Promise.all(people.map((one) => store.person(workspace, one)));
  return { copied: found.flatMap((person) => person ?? []) };
}
