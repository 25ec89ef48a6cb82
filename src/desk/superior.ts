import type { Person, PersonId } from '../domain/language.ts';
import type { Book } from './book.ts';
import type { Registry, Superior } from './registry.ts';
import type { Desk } from './desk.ts';

/** Why it was not said, or that it was. `not_allowed` comes before anything that the person could learn from. */
export type Said = 'saved' | 'not_allowed' | 'self' | 'past' | 'left' | 'circle';
type Deps = {
  desk: Pick<Desk, 'workspace' | 'person'>;
  registry: Pick<Registry, 'saveSuperior' | 'superior'>;
  book(): Book;
  now(): Date;
};

/** Leads of a group in which the person works, and administrators, say whose manager is who. */
export async function maySaySuperior({ desk }: Pick<Deps, 'desk'>, by: PersonId, about: PersonId): Promise<boolean> {
  const [actor, person] = await Promise.all([desk.person(by), desk.person(about)]);
  return actor !== null && person !== null && isAbove(actor, person);
}

const isAbove = (actor: Person, { agentOf, leadOf }: Person): boolean =>
  actor.active && (actor.admin || [...agentOf, ...leadOf].some((group) => actor.leadOf.includes(group)));

/**
 * Whom somebody's tickets are escalated to from now on, and until when he himself is not to be asked. A manager who stays
 * the same is not judged again: he may have left meanwhile.
 */
export async function saySuperior(deps: Deps, by: PersonId, about: PersonId, superior: Superior): Promise<Said> {
  const { manager, outUntil } = superior;
  if (!(await maySaySuperior(deps, by, about))) return 'not_allowed';
  if (manager === about) return 'self';
  if (outUntil && outUntil <= deps.now()) return 'past';
  const present = await deps.registry.superior(deps.desk.workspace, about);
  if (manager && manager !== present.manager && !(await decides(deps, manager))) return 'left';
  return (await deps.registry.saveSuperior(deps.desk.workspace, about, superior)) ? 'saved' : 'circle';
}

/** Apps and whoever has left decide nothing. */
const decides = async ({ desk, book }: Deps, manager: PersonId): Promise<boolean> =>
  !book().people.get(manager)?.bot && ((await desk.person(manager))?.active ?? false);
