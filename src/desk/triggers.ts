import type { GroupKey, PersonId, TicketNumber } from '../domain/language.ts';
import { mayReadInternal, type Ticket } from '../domain/ticket.ts';
import { DEEPEST, faultsOf, firings, MOST_IN_AN_HOUR, peopleIn, type Trigger } from '../domain/triggers.ts';
import type { Moment } from '../domain/triggers/conditions.ts';
import type { Result, ResultOf } from '../domain/triggers/results.ts';
import { isOpenAt } from '../domain/hours.ts';
import type { Turn } from '../domain/distribution.ts';
import type { Verb } from '../domain/verbs.ts';
import type { Desk } from './desk.ts';
import type { Heard, LogRow, Planned, Scene, TriggerMemory } from './trigger-memory.ts';

type Deps = { desk: Desk; memory: TriggerMemory; now: () => Date };

const HOUR = 60 * 60_000;

/** What conditions are asked about. */
export const momentOf = ({ ticket, group, by, at, words, email, types }: Scene): Moment => ({
  ticket,
  by,
  words,
  email,
  types,
  open: isOpenAt(at, group.hours),
});

/**
 * Something has happened for which triggers wait. What they are going to do is written down first, and each deed has a key:
 * however often this is tried, all is done once.
 */
export async function fire(deps: Deps, happened: Heard): Promise<void> {
  const { desk, memory } = deps;
  const { ticket, seq } = happened;
  const { workspace } = desk;
  const scene = await memory.scene(workspace, ticket, seq);
  if (!scene) return;
  let rows = await memory.planned(workspace, ticket, seq);
  if (rows.length === 0) {
    const planned = await planFor(deps, happened, scene);
    if (planned.length === 0) return;
    await memory.plan(workspace, ticket, seq, planned, deps.now());
    rows = await memory.planned(workspace, ticket, seq);
  }
  const told = new Set<PersonId>(scene.by ? [scene.by] : []);
  for (const row of rows) await carryOut(deps, happened, scene, row, told);
}

async function planFor({ desk, memory, now }: Deps, { ticket, heard }: Heard, scene: Scene): Promise<Planned[]> {
  const { workspace } = desk;
  const triggers = await sound(memory, workspace, await memory.enabled(workspace));
  const fired = firings(triggers, heard, momentOf(scene));
  if (fired.length === 0) return [];
  const often = await memory.often(workspace, ticket, new Date(now().getTime() - HOUR));
  return fired.map(({ trigger: { key, name, on, conditions }, why, deeds }) => {
    const stopped = scene.depth >= DEEPEST ? 'too_deep' : (often.get(key) ?? 0) >= MOST_IN_AN_HOUR ? 'too_often' : null;
    return {
      trigger: key,
      name,
      depth: scene.depth + 1,
      why,
      held: conditions.filter((_, at) => why.includes(at)),
      happened: on.filter((one) => heard.includes(one)),
      deeds: deeds.map((deed) => ({ ...deed, outcome: null })),
      stopped,
    };
  });
}

/** A trigger that names what is gone rests from now on. */
async function sound(memory: TriggerMemory, workspace: Desk['workspace'], triggers: readonly Trigger[]) {
  const known = await memory.known(workspace, peopleIn(triggers));
  const kept: Trigger[] = [];
  for (const trigger of triggers) {
    const faults = faultsOf(trigger, known);
    if (faults.length === 0) kept.push(trigger);
    else await memory.trouble(workspace, trigger, { kind: 'broken', faults });
  }
  return kept;
}

async function carryOut(deps: Deps, happened: Heard, scene: Scene, row: LogRow, told: Set<PersonId>): Promise<void> {
  const { memory, desk } = deps;
  const { id, trigger: key, name } = row;
  if (row.stopped) {
    await memory.trouble(desk.workspace, { key, name }, { kind: 'loop', ticket: happened.ticket });
    return;
  }
  for (const deed of row.deeds) {
    if (deed.outcome !== null) continue;
    const outcome = deed.overtaken
      ? 'overtaken'
      : await perform({ ...deps, happened, scene, row, nth: deed.nth, told }, deed.result);
    await memory.settle(id, deed.nth, outcome);
  }
}

type Doing = Deps & { happened: Heard; scene: Scene; row: LogRow; nth: number; told: Set<PersonId> };

async function perform(doing: Doing, result: Result): Promise<string> {
  switch (result.do) {
    case 'assign':
      return assign(doing, result);
    case 'priority':
      return act(doing, 'change_by_trigger', { priority: result.priority });
    case 'type':
      return act(doing, 'change_by_trigger', { type: result.type });
    case 'tag':
      return act(doing, 'tag', { add: result.add, remove: result.remove });
    case 'notify':
      return notify(doing, result);
    case 'escalate':
      return act(doing, 'escalate_by_rule', { cause: { rule: 'trigger', name: doing.row.name } });
    case 'call':
      return call(doing);
  }
}

/** Through the one door, as the clock. Retried by the worker when too many others were at the ticket. */
async function act(
  { desk, happened, row, nth }: Doing,
  verb: Verb,
  input: Record<string, unknown>,
  turn?: Turn,
): Promise<string> {
  const { ticket, seq } = happened;
  const trigger = { key: row.trigger, name: row.name, depth: row.depth };
  const key = `trigger:${ticket}:${seq}:${row.trigger}:${nth}`;
  const outcome = await desk.act(ticket, { verb, by: 'clock', input: { trigger, ...input }, key, turn });
  if (outcome.kind !== 'refused') return 'done';
  if (outcome.why === 'busy') throw new Error('the ticket is busy');
  return outcome.why === 'nothing_changed' || outcome.why === 'same_assignee' ? 'nothing' : outcome.why;
}

async function assign(doing: Doing, { group, to, how }: ResultOf<'assign'>): Promise<string> {
  const { desk, memory, scene, told } = doing;
  const { ticket } = scene;
  if (to) {
    const given = await seatOf(desk, to, group ?? ticket.group);
    told.add(to);
    return act(doing, 'assign_by_trigger', { to, group: given });
  }
  const into = group ?? ticket.group;
  const wanted = { group: into, type: ticket.type, not: ticket.requester };
  const turn = how ? await memory.pickAgent(desk.workspace, wanted, how, doing.now()) : null;
  if (how && !turn && into === ticket.group) return 'nobody_free';
  if (turn) told.add(turn.person);
  return act(doing, 'assign_by_trigger', { group: into, ...(turn && { to: turn.person }) }, turn ?? undefined);
}

/** In which group somebody gets a ticket: the wanted one if he sits there. */
async function seatOf(desk: Desk, to: PersonId, wanted: GroupKey): Promise<GroupKey> {
  const person = await desk.person(to);
  const seats = [...(person?.agentOf ?? []), ...(person?.leadOf ?? [])];
  return seats.includes(wanted) ? wanted : (seats[0] ?? wanted);
}

/** Nobody is told of what he did himself, nor twice of one event, nor of what is private and not his to read. */
async function notify(doing: Doing, { whom, person, group }: ResultOf<'notify'>): Promise<string> {
  const { desk, scene, told } = doing;
  if (whom === 'channel') return act(doing, 'tell_by_trigger', { group });
  const now = (await ticketNow(desk, doing.happened.ticket)) ?? scene.ticket;
  const wanted =
    whom === 'leads' ? scene.group.leads : [whom === 'person' ? person : now.assignee].filter((one) => one != null);
  const people: PersonId[] = [];
  for (const one of wanted) if (!told.has(one) && (await mayHear(desk, one, now))) people.push(one);
  for (const one of people) told.add(one);
  return people.length === 0 ? 'nothing' : act(doing, 'tell_by_trigger', { people });
}

const ticketNow = async (desk: Desk, number: TicketNumber): Promise<Ticket | null> =>
  (await desk.reading(number))?.ticket ?? null;

async function mayHear(desk: Desk, one: PersonId, ticket: Ticket): Promise<boolean> {
  const person = await desk.person(one);
  return person !== null && person.active && (!ticket.private || mayReadInternal(person, ticket));
}

async function call({ desk, memory, happened: { ticket, seq }, row, nth, now }: Doing): Promise<string> {
  await memory.queueCall(desk.workspace, { ticket, seq, trigger: row.trigger, nth, attempt: 1 }, now());
  return 'queued';
}
