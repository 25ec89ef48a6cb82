import { decide, type Refusal } from '../domain/decide.ts';
import { groupKey, type PersonId, personId, type TicketNumber } from '../domain/language.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Verb } from '../domain/verbs.ts';
import { namedBy } from './pair.ts';
import type { Store } from './ports.ts';
import type { Deps } from './request.ts';

export type Step = { verb: Verb; input: Readonly<Record<string, unknown>> };
type Stage = Pick<Deps, 'workspace' | 'now'> & { store: Store };

/**
 * Would all of these be done, one after the other? The first that would not, and why; null: all would. Nothing is written, so
 * that several acts that belong together are begun only where none of them is refused.
 */
export async function rehearsed(
  { store, workspace, now }: Stage,
  number: TicketNumber,
  by: PersonId,
  steps: readonly Step[],
): Promise<{ at: number; refusal: Refusal } | null> {
  let ticket: Ticket | null = null;
  for (const [at, { verb, input }] of steps.entries()) {
    const { to, group } = input;
    const reading = await store.read(workspace, number, {
      by,
      target: typeof to === 'string' ? personId(to) : undefined,
      targetGroup: typeof group === 'string' ? groupKey(group) : undefined,
    });
    if (!reading?.actor) return null;
    const { actor } = reading;
    const named = await namedBy({ store, workspace }, actor, { verb, input, last: null });
    const facts = { ...reading, at: now(), named, last: null, chain: [] };
    const done = decide(ticket ?? reading.ticket, { verb, by: actor, input, knowing: true }, facts);
    // What is so already needs not be done.
    if (done.kind === 'refused' && done.why !== 'nothing_changed') return { at, refusal: done };
    if (done.kind === 'done') ticket = done.ticket;
  }
  return null;
}
