import { chainOf } from '../../src/desk/chain.ts';
import type { Outcome, Request } from '../../src/desk/desk.ts';
import type { Hierarchy } from '../../src/desk/hierarchy.ts';
import { holderOf } from '../../src/domain/causes.ts';
import { type Around, clockTurn } from '../../src/domain/clock.ts';
import { decide, type Done, refuse, type Refusal } from '../../src/domain/decide.ts';
import type { Group } from '../../src/domain/group.ts';
import { type Actor, isOpen, type Person, personId, type PersonId, theClock } from '../../src/domain/language.ts';
import { counterpartOf } from '../../src/domain/pairs.ts';
import { mayRead, mayReadInternal, type Ticket } from '../../src/domain/ticket.ts';
import { ruleOf } from '../../src/domain/verbs.ts';
import type { Last, Uttered } from '../../src/domain/verbs/rule.ts';
import { facts } from '../domain/make.ts';

/** What the law knows of a ticket: how it is, and what was done to it last. */
export type Kept = { ticket: Ticket; last: Last | null; tells: boolean; said?: readonly Uttered[] };

/** What does not change while a list of acts is played. */
export type World = {
  people: ReadonlyMap<PersonId, Person>;
  groups: ReadonlyMap<string, Group>;
  hierarchyOf: (person: PersonId) => Hierarchy;
  tickets: Map<number, Kept>;
};

const TELLING: readonly string[] = ['main', 'line', 'ping', 'escalation_card'];
const nobody = (id: PersonId): Person => ({ kind: 'person', id, agentOf: [], leadOf: [], admin: false, active: false });

export const actorIn = ({ people }: World, by: Request['by']): Actor =>
  by === 'clock' ? theClock : (people.get(by) ?? nobody(by));

const groupOf = ({ groups }: World, key: string): Group => {
  const group = groups.get(key);
  if (!group) throw new Error(`There is no group ${key}.`);
  return group;
};

/** Whom the question can go to: up from whoever has the ticket, and never back to whoever asks. */
function linksOf(world: World, ticket: Ticket, by: Request['by'], at: Date) {
  const group = groupOf(world, ticket.group);
  const opened = ticket.state === 'escalated' ? (ticket.escalation.from ?? ticket.assignee) : null;
  const asks = opened ?? (by === 'clock' ? holderOf(ticket, group.leads) : by);
  if (asks === null) return [];
  return chainOf(
    group,
    world.hierarchyOf(ticket.assignee ?? asks),
    { escalator: asks, requester: ticket.requester },
    at,
  ).links;
}

/** What the law alone makes of a command, without a database: the answer that every door has to give. */
export function lawOf(world: World, kept: Kept, { verb, by, input }: Request, at: Date): Done | Refusal {
  const { ticket, last, said = [] } = kept;
  const { to, group, of } = (input ?? {}) as Record<string, unknown>;
  const actor = actorIn(world, by);
  const named = namedIn(world, { verb, input }, last);
  const its = groupOf(world, ticket.group);
  const outcome = decide(
    ticket,
    { verb, by: actor, input },
    facts({
      at,
      group: its,
      target: typeof to === 'string' ? (world.people.get(personId(to)) ?? null) : null,
      targetGroup: typeof group === 'string' ? (world.groups.get(group) ?? null) : null,
      chain: linksOf(world, ticket, by, at),
      last: verb === 'undo' ? last : null,
      said:
        said.findLast(({ seq, author, audience }) =>
          typeof of === 'number' ? seq === of : author === by && audience === 'main',
        ) ?? null,
      named: named && { ticket: named.ticket, readable: mayReadInternal(actor, named.ticket) },
      otherState: otherOf(world, ticket)?.ticket.state ?? null,
    }),
  );
  const hidden = outcome.kind === 'refused' && !mayRead(actor, ticket);
  return hidden ? refuse('no_ticket', verb, actor, null) : outcome;
}

const NAMES: Partial<Record<string, string>> = {
  pend: 'blocked_by',
  resolve_internally: 'duplicate_of',
  merge: 'into',
  link: 'with',
  unlink: 'with',
};

/** The other ticket of a command; where a problem is being solved, not where it is repeated. */
function namedIn(world: World, { verb, input }: Pick<Request, 'verb' | 'input'>, last: Last | null): Kept | null {
  const undone = verb === 'undo' && last;
  const word = NAMES[undone ? last.verb : verb];
  const number = word && (undone ? last.input : ((input ?? {}) as Record<string, unknown>))[word];
  const found = typeof number === 'number' ? world.tickets.get(number) : undefined;
  return (found && (verb === 'merge' || verb === 'resolve_internally') ? originalOf(world, found) : found) ?? null;
}

function originalOf(world: World, kept: Kept): Kept {
  const { ticket } = kept;
  const ended = ticket.state === 'resolved' || ticket.state === 'completed';
  const further = ended && ticket.resolution.duplicateOf ? world.tickets.get(ticket.resolution.duplicateOf) : undefined;
  return further ? originalOf(world, further) : kept;
}

/** The other ticket after an answer that concerns it too. */
export function beside(world: World, { last }: Kept, { verb, input }: Request, outcome: Done | Refusal): void {
  const other = outcome.kind === 'done' ? namedIn(world, { verb, input }, last) : null;
  const counterpart =
    other && outcome.kind === 'done' && counterpartOf(outcome, other.ticket, verb === 'undo' ? last : null);
  if (counterpart) world.tickets.set(other.ticket.number, after(other, counterpart));
}

/** The ticket after an answer. */
export function after(kept: Kept, outcome: Done | Refusal): Kept {
  if (outcome.kind === 'refused') return kept;
  const { act, ticket, letters } = outcome;
  const by = act.by.kind === 'person' ? act.by.id : null;
  return {
    ticket,
    said: heard(kept, outcome),
    last: { seq: ticket.version, verb: act.verb, by, at: act.at, input: act.input, before: kept.ticket, told: false },
    tells: letters.some((letter) => 'seq' in letter && letter.seq === ticket.version && TELLING.includes(letter.kind)),
  };
}

/** The words that stand after an answer. */
function heard({ said = [] }: Kept, { act, ticket }: Done): readonly Uttered[] {
  if (act.verb === 'create') return said;
  const { says: audience, rewords } = ruleOf(act.verb);
  const { text, of, seq } = act.input;
  const gone = act.verb === 'undo' ? seq : of;
  if (rewords && typeof text === 'string') return said.map((one) => (one.seq === of ? { ...one, text } : one));
  if (rewords || act.verb === 'undo') return said.filter((one) => one.seq !== gone);
  const author = act.by.kind === 'person' ? act.by.id : null;
  return audience && typeof text === 'string'
    ? [...said, { seq: ticket.version, audience, author, text, typed: act.input['source'] !== undefined }]
    : said;
}

/** What the clock has to say to a ticket, knowing all others. */
export function turnOf(world: World, { ticket }: Kept, at: Date) {
  const its = otherOf(world, ticket);
  const other: Around['other'] = its ? (isOpen(its.ticket.state) ? 'open' : 'done') : 'none';
  return clockTurn(ticket, { policies: groupOf(world, ticket.group).policies, other, at });
}

/** What it waits for, or repeats. */
function otherOf(world: World, ticket: Ticket): Kept | undefined {
  const number =
    ticket.state === 'pending'
      ? ticket.pending.blockedBy
      : ticket.state === 'resolved' || ticket.state === 'completed'
        ? ticket.resolution.duplicateOf
        : null;
  const its = number === null ? undefined : world.tickets.get(number);
  return its && originalOf(world, its);
}

/** An answer as it is compared. */
export const answerOf = (outcome: Outcome) => {
  if (outcome.kind === 'repeated') return outcome;
  if (outcome.kind === 'done') return { kind: outcome.kind, ticket: outcome.ticket, letters: outcome.letters };
  const { kind, why, ticket, faults, next } = outcome;
  return { kind, why, ticket, faults, next };
};

/** One after the other, as the law would have it: what each is answered, and how the ticket is in the end. */
export function inTurn(world: World, kept: Kept, requests: readonly Request[], at: Date) {
  const answers: (Done | Refusal)[] = [];
  /** The ticket as each of them found it. */
  const seen: Kept[] = [];
  for (const each of requests) {
    const answer = lawOf(world, kept, each, at);
    seen.push(kept);
    kept = after(kept, answer);
    answers.push(answer);
  }
  return { answers, kept, seen };
}

/** Every order in which they may have happened. */
export const orders = <T>(list: readonly T[]): T[][] =>
  list.length < 2 ? [[...list]] : list.flatMap((one, i) => orders(list.toSpliced(i, 1)).map((rest) => [one, ...rest]));

/** An answer in a few words. */
export const brief = (outcome: Outcome): string =>
  outcome.kind === 'done'
    ? `${outcome.ticket.state} v${outcome.ticket.version}`
    : outcome.kind === 'refused'
      ? `${outcome.why} v${outcome.ticket?.version ?? 0}, offered ${outcome.next.join(' ')}`
      : outcome.kind;
