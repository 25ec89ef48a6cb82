import type { PersonId } from '../domain/language.ts';

/** What is asked of the hierarchy: upward from whom, and who else's standing is of interest. */
export type HierarchyAsk = { of: PersonId; people: readonly PersonId[]; userGroups: readonly string[] };

/** The people up the hierarchy, for escalation. */
export type Hierarchy = {
  managers: readonly PersonId[];
  /** The managers above one another end where they began. */
  circle: boolean;
  itSupport: readonly PersonId[];
  /** Members of Slack's user groups, by handle. */
  userGroups: ReadonlyMap<string, readonly PersonId[]>;
  /** How all of them stand. Whoever is not in it is nobody of this workspace. */
  standing: ReadonlyMap<PersonId, { active: boolean; outUntil: Date | null }>;
};

/** A user group of Slack's, and who is in it. */
export type UserGroup = { id: string; handle: string; people: readonly PersonId[] };
