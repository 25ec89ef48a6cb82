import type { ChainStep } from './group.ts';
import type { PersonId } from './language.ts';

/** Somebody of an escalation chain who can be asked, and the minutes that his step gives him; null: the group's. */
export type Link = { person: PersonId; minutes: number | null };

/** A gap: what a step of the chain could not give, and why. `until`: when that ends, where it is known. */
export type Gap = {
  step: StepName;
  person: PersonId | null;
  why: 'nobody' | 'left' | 'away' | 'yourself' | 'circle' | 'not_begun';
  until: Date | null;
};
export type Chain = { links: readonly Link[]; gaps: readonly Gap[] };

export type StepName = Extract<ChainStep, string> | 'person' | 'user_group' | 'on_call';

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
