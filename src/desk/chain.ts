import type { Group } from '../domain/group.ts';
import { type PersonId, personId } from '../domain/language.ts';
import type { Hierarchy } from './ports.ts';

/**
 * Whom a ticket can be escalated to, nearest first. `manager_of_assignee` walks all the way up; a step without a person,
 * a person who has left and the escalator himself are skipped; nobody stands in it twice.
 */
export function chainOf(
  { chain, leads }: Group,
  { managers, itSupport, inactive }: Hierarchy,
  escalator: PersonId,
): PersonId[] {
  const people = chain.flatMap((step): readonly PersonId[] => {
    if (typeof step === 'object') return [personId(step.person)];
    switch (step) {
      case 'manager_of_assignee':
        return managers;
      case 'group_lead':
        return leads;
      case 'it_support':
        return itSupport;
    }
  });
  return [...new Set(people)].filter((person) => person !== escalator && !inactive.includes(person));
}
