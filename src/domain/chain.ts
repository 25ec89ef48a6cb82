import { z } from 'zod';
import type { ChainStep } from './group.ts';
import { type PersonId, personId } from './language.ts';

/** Somebody of an escalation chain who can be asked, and the minutes that his step gives him; null: the group's. */
export type Link = { person: PersonId; minutes: number | null };

const STEPS = ['manager_of_assignee', 'group_lead', 'it_support', 'person', 'user_group', 'on_call'] as const;
export type StepName = (typeof STEPS)[number];

/**
 * A gap: what a step of the chain could not give, and why. `until`: when that ends, where it is known. `after`: how many
 * there are below it who can be asked.
 */
export const gap = z.object({
  step: z.enum(STEPS),
  person: z.string().transform(personId).nullable(),
  why: z.enum(['nobody', 'left', 'away', 'yourself', 'requester', 'circle', 'not_begun']),
  until: z.coerce.date().nullable(),
  after: z.number().int().nonnegative(),
});
export type Gap = z.output<typeof gap>;
export type Chain = { links: readonly Link[]; gaps: readonly Gap[] };

/** What kind of step it is. */
export function stepName(step: ChainStep): StepName {
  if (typeof step === 'string') return step;
  if ('person' in step) return 'person';
  return 'user_group' in step ? 'user_group' : 'on_call';
}

type Asked = { to: PersonId | null; level: number; asked: readonly { to: PersonId }[] };

/** Who is left to be asked, nearest first: those above whoever has it now, and nobody a second time. */
export function linksAbove(links: readonly Link[], { to, level, asked }: Asked): readonly Link[] {
  const at = links.findIndex(({ person }) => person === to);
  const before = [to, ...asked.map((one) => one.to)];
  // A chain that was changed meanwhile may not hold him any more: then his level says how far it has gone.
  return links.slice(at === -1 ? level - 1 : at + 1).filter(({ person }) => !before.includes(person));
}

/** Who was passed over on the way from one who was asked, if any was, to the next; to the end where there is none. */
export function passedOver({ links, gaps }: Chain, from: PersonId | null, to: PersonId | null): Gap[] {
  const [first, last] = [from, to].map((one) => links.findIndex(({ person }) => person === one));
  return gaps.filter(
    ({ why, after }) => why !== 'yourself' && after > (first ?? -1) && (to === null || after <= (last ?? 0)),
  );
}

/** Nobody is named twice. */
export const onceEach = (gaps: readonly Gap[]): Gap[] =>
  gaps.filter((one, at) => one.person === null || gaps.findIndex(({ person }) => person === one.person) === at);
