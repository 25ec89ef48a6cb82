import { type Refusal, refuse, whyNot } from '../domain/decide.ts';
import type { Verb } from '../domain/verbs.ts';
import type { Parts } from './parts.ts';

/** A ticket as somebody sees it, or why he does not. */
export type Looked = Awaited<ReturnType<Parts['desk']['look']>>;

/** Why whoever has looked at a ticket may not do this verb to it; null when he may. */
export function refusalOf(looked: Looked, verb: Verb, at: Date): Refusal | null {
  if ('kind' in looked) return looked;
  const setting = { at, group: looked.group, type: looked.type };
  const why = whyNot(verb, looked.actor, looked.ticket, setting);
  return why && refuse(why, verb, looked.actor, looked.ticket, [], setting);
}
