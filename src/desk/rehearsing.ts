import { decide, type Done, type Refusal, refuse } from '../domain/decide.ts';
import type { Group } from '../domain/group.ts';
import type { Person, PersonId, TicketNumber } from '../domain/language.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Verb } from '../domain/verbs.ts';
import { factsFor } from './facts.ts';
import type { Reading } from './ports.ts';
import { type Deps, groupAfter, nobody, targetsOf, toldTo } from './request.ts';

export type Step = { verb: Verb; input: Readonly<Record<string, unknown>> };

/** What was decided, and whose ticket it is then. */
type Decided = { done: Done; group: Group };
type Decisions =
  | { kind: 'all'; decided: readonly Decided[] }
  | { kind: 'refused'; at: number; refusal: Refusal; actor: Person };
/** `knowing`, `scheduled`, `pressed`: of the first of them, as of a request. */
type How = {
  knowing: boolean;
  scheduled?: number | undefined;
  pressed?: PersonId | undefined;
  key?: string | null;
  version?: number | undefined;
  /** Of banned words he is told where it is done. */
  unheard?: boolean;
};

/**
 * What all of these would make of a ticket, one after the other; or the first that is refused, and why. Nothing is written. What
 * is so already need not be done. Null: there is no such ticket, or nobody who asks.
 */
export async function decideAll(
  deps: Deps,
  number: TicketNumber,
  by: PersonId,
  steps: readonly Step[],
  { knowing, scheduled, pressed, key = null, version, unheard }: How,
): Promise<Decisions | { kind: 'repeated' } | null> {
  const { store, workspace, now } = deps;
  const at = now();
  const decided: Decided[] = [];
  let plain: Reading | null = null;
  let after: { ticket: Ticket; group: Group } | null = null;
  for (const [nth, { verb, input }] of steps.entries()) {
    const first = nth === 0;
    const { target, targetGroup } = targetsOf(input);
    const names = target !== undefined || targetGroup !== undefined;
    // Nothing is written in between: it is read again only where somebody is named.
    const ask = { by, ...(first && { key }), target, targetGroup };
    const read: Reading | null = (names ? null : plain) ?? (await store.read(workspace, number, ask));
    if (!names) plain ??= read;
    if (!read?.actor) return null;
    if (first && (read.repeated || (version !== undefined && version !== read.ticket.version)))
      return { kind: 'repeated' };
    const { actor } = read;
    const reading: Reading = { ...read, ...after };
    const { banned, ...known } = await factsFor(deps, reading, { actor, verb, by, input, last: null, at });
    const facts = { ...known, ...(!unheard && { banned }) };
    const command = { verb, by: actor, input, knowing: !first || knowing, ...(first && { scheduled, pressed }) };
    const done = decide(reading.ticket, command, facts);
    if (done.kind === 'refused' && (first || done.why !== 'nothing_changed'))
      return { kind: 'refused', at: nth, refusal: done, actor };
    if (done.kind === 'refused') continue;
    const group = groupAfter(reading, done.ticket);
    after = { ticket: done.ticket, group };
    decided.push({ done, group });
  }
  return { kind: 'all', decided };
}

/** What the ticket would be once all of these are done; or the first that would not be, and why. */
export type Rehearsal = { kind: 'done'; ticket: Ticket } | { kind: 'refused'; at: number; refusal: Refusal };
export async function rehearsed(
  deps: Deps,
  number: TicketNumber,
  by: PersonId,
  steps: readonly Step[],
): Promise<Rehearsal> {
  const found = await decideAll(deps, number, by, steps, { knowing: true, unheard: true });
  if (found?.kind === 'refused') return { kind: 'refused', at: found.at, refusal: toldTo(found.actor, found.refusal) };
  const last = found?.kind === 'all' ? found.decided.at(-1) : undefined;
  if (last) return { kind: 'done', ticket: last.done.ticket };
  return { kind: 'refused', at: 0, refusal: refuse('no_ticket', 'show', nobody(by), null) };
}
