import {
  type Batch,
  type BatchAct,
  type BatchInput,
  batchKey,
  inputFor,
  type NotDone,
  verbOf,
} from '../domain/batch.ts';
import type { Filling } from '../domain/codes.ts';
import { decide, type Refusal, refuse } from '../domain/decide.ts';
import { type GroupKey, groupKey, type PersonId, personId, type TicketNumber } from '../domain/language.ts';
import { halted } from '../domain/speaking.ts';
import { isOpenTicket, mayRead, type Ticket } from '../domain/ticket.ts';
import type { Batches } from './batch.ts';
import type { Desk } from './desk.ts';
import { namedBy } from './pair.ts';
import type { Store } from './ports.ts';
import { nobody } from './request.ts';

/** Names of a ticket's people, for the codes of an answer. */
type Fill = (ticket: Ticket, by: PersonId) => Filling;
type Deps = { desk: Desk; store: Store; batches: Batches; fill: Fill; now(): Date };

/** What a batch would do now, found out without doing it. */
export type Foreseen = {
  can: readonly Ticket[];
  refused: readonly { number: TicketNumber; refusal: Refusal }[];
  /** What the first requester would read. */
  first: string | null;
  /** Banned words in any of it, which do not keep it back. */
  unwise: readonly string[];
};

/** Asks the law for every ticket as it stands. Nothing is changed. */
export async function foresee(
  { desk, store, batches, fill, now }: Deps,
  by: PersonId,
  { numbers, act, input }: { numbers: readonly TicketNumber[]; act: BatchAct; input: BatchInput },
): Promise<Foreseen> {
  const word = (name: string) => (typeof input[name] === 'string' && input[name] !== '' ? input[name] : null);
  const [group, to] = [word('group'), word('to')];
  const named = { group: group === null ? null : groupKey(group), target: to === null ? null : personId(to) };
  const [facts, found] = await Promise.all([
    store.readIntake(desk.workspace, { by, requester: by, type: null, ...named }),
    batches.tickets(desk.workspace, numbers),
  ]);
  const actor = facts.actor ?? nobody(by);
  const at = now();
  const verb = verbOf[act];
  const other = await namedBy({ store, workspace: desk.workspace }, actor, { verb, input, last: null });
  const can: Ticket[] = [];
  const refused: { number: TicketNumber; refusal: Refusal }[] = [];
  const byNumber = new Map(found.map((one) => [one.ticket.number, one]));
  let first: string | null = null;
  const unwise = new Set<string>();
  for (const number of numbers) {
    const one = byNumber.get(number);
    if (!one || !mayRead(actor, one.ticket)) {
      refused.push({ number, refusal: refuse('no_ticket', verb, actor, null) });
      continue;
    }
    const given = inputFor(input, act, one.ticket, fill(one.ticket, by));
    const targetGroup = act === 'assign' ? one.group : facts.group;
    const known = desk.known(one.ticket);
    const around = { target: facts.target, targetGroup, named: other, otherState: null, last: null, chain: [] };
    const done = decide(
      one.ticket,
      { verb, by: actor, input: given, knowing: true },
      { at, group: one.group, ...around, ...known },
    );
    if (done.kind === 'refused') refused.push({ number, refusal: done });
    else {
      can.push(one.ticket);
      const said = { verb, by: actor, input: given };
      for (const word of halted(one.ticket, said, { group: one.group, ...known }, false)?.words ?? []) unwise.add(word);
      first ??= typeof given['text'] === 'string' ? given['text'] : null;
    }
  }
  return { can, refused, first, unwise: [...unwise] };
}

/** The groups of the chosen tickets, as far as they are his to see and somebody can have them. */
export async function groupsOf(
  { desk, batches }: Pick<Deps, 'desk' | 'batches'>,
  { by, numbers }: Batch,
): Promise<GroupKey[]> {
  const [who, found] = await Promise.all([desk.person(by), batches.tickets(desk.workspace, numbers)]);
  const given = found.filter(({ ticket }) => who && isOpenTicket(ticket) && mayRead(who, ticket));
  return [...new Set(given.map(({ ticket }) => ticket.group))];
}

/** So many tickets at a turn, then others of the worker's jobs have theirs. */
const TURN = 10;

/** One turn of a batch: some of its tickets through the one door, each of them once however often the turn is begun anew. */
export async function takeTurn(deps: Deps, id: number): Promise<void> {
  const { desk, batches } = deps;
  const batch = await batches.load(desk.workspace, id);
  if (!batch?.act || batch.state === 'draft' || batch.state === 'done') return;
  if (batch.state === 'working') {
    const items = await batches.waiting(id, TURN);
    for (const { ticket, undoes } of items) {
      const end = await actOn(deps, { ...batch, act: batch.act }, ticket, undoes);
      await batches.mark(id, ticket, end);
    }
    if (items.length === TURN) return batches.again(desk.workspace, id);
  }
  await batches.close(desk.workspace, id);
}

type Planned = Batch & { act: NonNullable<Batch['act']> };

async function actOn(
  { desk, store, batches, fill }: Deps,
  { id, by, act, input, surface }: Planned,
  number: TicketNumber,
  undoes: number | null,
): Promise<{ seq: number } | { why: NotDone }> {
  const key = batchKey(id, number);
  // Its preview named them.
  const request = { verb: verbOf[act], by, key, surface, batch: id, knowing: true };
  const outcome =
    act === 'undo'
      ? await desk.act(number, { ...request, input: { seq: undoes } })
      : await store.read(desk.workspace, number, { by }).then((reading) => {
          const given = reading ? inputFor(input, act, reading.ticket, fill(reading.ticket, by)) : input;
          return desk.act(number, { ...request, input: given });
        });
  if (outcome.kind === 'refused') return { why: outcome.why };
  if (outcome.kind === 'done') return { seq: outcome.ticket.version };
  // Done before a crash, and not marked.
  const seq = await batches.seqOf(desk.workspace, key);
  return seq === null ? { why: 'busy' } : { seq };
}
