import { decide, type Refusal } from '../domain/decide.ts';
import type { PersonId, TicketNumber } from '../domain/language.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Verb } from '../domain/verbs.ts';
import { copiedFor } from './copying.ts';
import { namedBy } from './pair.ts';
import { bookFor, type Deps, targetsOf } from './request.ts';

export type Step = { verb: Verb; input: Readonly<Record<string, unknown>> };

/**
 * Would all of these be done, one after the other? The first that would not, and why; null: all would. Nothing is written, so
 * that several acts that belong together are begun only where none of them is refused.
 */
export async function rehearsed(
  deps: Deps,
  number: TicketNumber,
  by: PersonId,
  steps: readonly Step[],
): Promise<{ at: number; refusal: Refusal } | null> {
  const { store, workspace, now } = deps;
  let ticket: Ticket | null = null;
  for (const [at, { verb, input }] of steps.entries()) {
    const reading = await store.read(workspace, number, { by, ...targetsOf(input) });
    if (!reading?.actor) return null;
    const { actor } = reading;
    const named = await namedBy(deps, actor, { verb, input, last: null });
    const { copied } = await copiedFor(deps, verb, input);
    // Of banned words he is told where it is done.
    const { type } = bookFor(deps, reading.ticket);
    const facts = { ...reading, at: now(), named, copied, type, last: null, chain: [] };
    const done = decide(ticket ?? reading.ticket, { verb, by: actor, input, knowing: true }, facts);
    // What is so already needs not be done.
    if (done.kind === 'refused' && done.why !== 'nothing_changed') return { at, refusal: done };
    if (done.kind === 'done') ticket = done.ticket;
  }
  return null;
}
