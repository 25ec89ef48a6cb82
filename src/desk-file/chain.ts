import { z } from 'zod';
import type { ChainStep } from '../domain/group.ts';
import { zoneCalled } from '../domain/hours.ts';
import { needs, person, text } from './phrase.ts';

/** The steps of an escalation chain, as a desk file writes them. */
const CHAIN_WORDS = ['manager_of_assignee', 'group_lead', 'it_support'] as const;

const minutes = z
  .number({ error: needs('whole minutes for "minutes"', 'minutes: 15') })
  .int()
  .positive()
  .optional();
const rota = z.strictObject({
  people: z.array(person('people')).min(1),
  every: z.enum(['day', 'week']),
  from: z.iso.date(),
  zone: z.string().refine((name) => zoneCalled(name) !== null),
});

export const stepOfFile = z.union(
  [
    z.enum(CHAIN_WORDS),
    z.strictObject({ person: person('person') }),
    z.strictObject({
      user_group: text('a handle', 'user_group: duty', 80).transform((handle) => handle.replace(/^@/, '')),
      minutes,
    }),
    z.strictObject({ on_call: rota, minutes }),
  ],
  {
    error: needs(
      `a known step in its chain (${CHAIN_WORDS.join(', ')}, person: an e-mail, user_group: a handle, or on_call: { people, every, from, zone })`,
      'chain: [manager_of_assignee, it_support]',
    ),
  },
);

/** Everybody whom a step names. */
export const peopleOf = (step: ChainStep): readonly string[] =>
  typeof step !== 'object' ? [] : 'person' in step ? [step.person] : 'on_call' in step ? step.on_call.people : [];

/** The same step with everybody called otherwise: by e-mail, or by id. */
export function renamed(step: ChainStep, name: (person: string) => string): ChainStep {
  if (typeof step !== 'object') return step;
  if ('person' in step) return { person: name(step.person) };
  if ('user_group' in step) return step;
  return { ...step, on_call: { ...step.on_call, people: step.on_call.people.map(name) } };
}

/** A step in a few words, for a difference that people read. */
export function inWords(step: ChainStep, name: (person: string) => string): string {
  if (typeof step !== 'object') return step;
  if ('person' in step) return name(step.person);
  const each = step.minutes === undefined ? '' : ` (${step.minutes} min each)`;
  if ('user_group' in step) return `@${step.user_group}${each}`;
  const { people, every, from, zone } = step.on_call;
  return `on call by ${every} from ${from}, ${zone}: ${people.map(name).join(' → ')}${each}`;
}
