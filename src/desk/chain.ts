import { type Chain, type Gap, type Link, stepName } from '../domain/chain.ts';
import type { ChainStep, Group } from '../domain/group.ts';
import { type PersonId, personId } from '../domain/language.ts';
import { onCallAt } from '../domain/rota.ts';
import type { Hierarchy } from './hierarchy.ts';

/** Who is never asked: whoever asks, and whose ticket it is, for the card says what agents noted. */
type Parties = { escalator: PersonId | null; requester: PersonId | null };
type Around = Hierarchy & Parties & { leads: readonly PersonId[]; at: Date };
/** `one`: the first of them who is there; otherwise all, one after another. */
type Candidates = { people: readonly PersonId[]; one?: boolean; gap?: Gap['why'] };

/**
 * Whom a ticket can be escalated to, nearest first, and why others are passed over. Nobody stands in it twice, and
 * neither the escalator, nor the requester, nor who has left, nor who is away.
 */
export function chainOf({ chain, leads }: Group, hierarchy: Hierarchy, parties: Parties, at: Date): Chain {
  const around = { ...hierarchy, ...parties, leads, at };
  const links: Link[] = [];
  const gaps: Gap[] = [];
  for (const step of chain) {
    const { people, one = false, gap = 'nobody' } = candidatesOf(step, around);
    const name = stepName(step);
    const minutes = typeof step === 'object' && 'minutes' in step ? (step.minutes ?? null) : null;
    const passed: Gap[] = [];
    for (const person of people) {
      const missing = whyPassed(person, around);
      if (missing) passed.push({ step: name, person, ...missing, after: links.length });
      else if (!links.some((link) => link.person === person)) links.push({ person, minutes });
      if (one && !missing) break;
    }
    if (people.length === 0 || (name === 'manager_of_assignee' && hierarchy.circle))
      passed.push({
        step: name,
        person: null,
        why: people.length === 0 ? gap : 'circle',
        until: null,
        after: links.length,
      });
    gaps.push(...passed.filter((late) => !gaps.some((early) => late.person !== null && early.person === late.person)));
  }
  return { links, gaps };
}

function candidatesOf(step: ChainStep, { managers, itSupport, userGroups, leads, at }: Around): Candidates {
  if (typeof step === 'object') {
    if ('person' in step) return { people: [personId(step.person)] };
    if ('user_group' in step) return { people: userGroups.get(step.user_group) ?? [] };
    return { people: onCallAt(step.on_call, at).map(personId), one: true, gap: 'not_begun' };
  }
  switch (step) {
    case 'manager_of_assignee':
      return { people: managers };
    case 'group_lead':
      return { people: leads };
    case 'it_support':
      return { people: itSupport };
  }
}

function whyPassed(
  person: PersonId,
  { standing, escalator, requester, at }: Around,
): Pick<Gap, 'why' | 'until'> | null {
  if (person === escalator) return { why: 'yourself', until: null };
  if (person === requester) return { why: 'requester', until: null };
  const { active, outUntil } = standing.get(person) ?? { active: false, outUntil: null };
  if (!active) return { why: 'left', until: null };
  return outUntil && outUntil > at ? { why: 'away', until: outUntil } : null;
}

/** Everybody whom the steps of a group name: how they stand has to be known. */
export const namedIn = ({ chain, leads }: Group): { people: PersonId[]; userGroups: string[] } => ({
  people: [
    ...leads,
    ...chain.flatMap((step) =>
      typeof step !== 'object'
        ? []
        : 'person' in step
          ? [personId(step.person)]
          : 'on_call' in step
            ? step.on_call.people.map(personId)
            : [],
    ),
  ],
  userGroups: chain.flatMap((step) => (typeof step === 'object' && 'user_group' in step ? [step.user_group] : [])),
});
