import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../../src/db/connect.ts';
import { replay } from '../../src/db/replay.ts';
import { openStore } from '../../src/db/store.ts';
import { type Desk, openDesk, type Outcome, type Request } from '../../src/desk/desk.ts';
import type { Next, Refusal } from '../../src/domain/decide.ts';
import { policies } from '../../src/domain/group.ts';
import { type PersonId, type TicketNumber } from '../../src/domain/language.ts';
import { rolesOf } from '../../src/domain/ticket.ts';
import { ruleOf, type Verb, VERBS } from '../../src/domain/verbs.ts';
import { actor, type Name, request, who, WORKSPACE } from '../make.ts';
import { inputFor } from './inputs.ts';
import {
  actorIn,
  after,
  answerOf,
  beside,
  brief,
  inTurn,
  type Kept,
  lawOf,
  orders,
  turnOf,
  type World,
} from './model.ts';
import { done, openTestDesk, type TestDesk, withPromises } from './open.ts';
import { inputOf, NOBODY, requestOf, rules, type Step, steps } from './walk.ts';

/**
 * The law and the desk side by side: whatever anybody does at whatever time, by one of two doors or by both at once, the desk
 * answers as the law does and keeps what the law makes of it.
 */

/** A longer walk: MODEL_RUNS=2000 npx vitest run test/db/model.test.ts; the same walk again: MODEL_SEED=… */
const RUNS = Number(process.env['MODEL_RUNS'] ?? 60);
const SEED = Number(process.env['MODEL_SEED'] ?? Date.now() % 2 ** 31);
const MOST_MS = process.env['MODEL_RUNS'] === undefined ? 12_000 : 3_600_000;

let house: TestDesk;
let second: Awaited<ReturnType<typeof connect>>;
let desks: [Desk, Desk];
let world: World;
let now = Date.parse('2026-11-21T09:00:00Z');

beforeAll(async () => {
  house = await openTestDesk();
  await withPromises(house);
  second = await connect(house.url);
  const doorTo = (sql: TestDesk['sql']) =>
    openDesk({ store: openStore(sql), workspace: WORKSPACE, now: () => new Date(now) });
  desks = [doorTo(house.sql), doorTo(second.sql)];
  const hierarchies = new Map<PersonId, Awaited<ReturnType<TestDesk['store']['hierarchy']>>>();
  const people = Object.values(who);
  for (const of of [...people, NOBODY])
    hierarchies.set(of, await house.store.hierarchy(WORKSPACE, { of, people, userGroups: [] }));
  world = {
    people: new Map((Object.keys(who) as Name[]).map((name) => [who[name], actor(name)])),
    groups: new Map(),
    hierarchyOf: (id) => hierarchies.get(id)!,
    tickets: new Map(),
  };
});
afterAll(async () => {
  await second.close();
  await house.close();
});

const seen = { accepted: new Set<Verb>(), refused: new Set<string>(), states: new Set<string>() };
const keptOf = (number: TicketNumber): Kept => world.tickets.get(number)!;
const at = () => new Date(now);

type EventSeen = {
  count: number;
  verb: string;
  by_person: string | null;
  at: Date;
  from_state: string;
  to_state: string;
  pinged: string[];
};

/** The desk keeps exactly what the law made: the row, one event, and nobody pinged twice or for what he did himself. */
async function expectKept(number: TicketNumber, before: Kept): Promise<void> {
  const { ticket, last } = keptOf(number);
  const reading = await house.store.read(WORKSPACE, number, { by: null });
  expect(reading!.ticket).toEqual(ticket);
  const [event] = await house.sql<[EventSeen]>`
    select (select count(*) from events where ticket = ${number}) as count, verb, by_person, at, from_state, to_state,
      array(select to_person from letters l where l.ticket = ${number} and l.seq = e.seq and l.kind = 'ping') as pinged
    from events e where ticket = ${number} and seq = ${ticket.version}`;
  const { pinged, ...one } = event;
  expect(one.count).toBe(ticket.version);
  if (!last || ticket.version === before.ticket.version) return;
  expect(one).toMatchObject({ verb: last.verb, by_person: last.by, at: last.at });
  expect([one.from_state, one.to_state]).toEqual([last.before.state, ticket.state]);
  expect(new Set(pinged).size).toBe(pinged.length);
  expect(pinged).not.toContain(last.by);
  expectLawful(last.before, ticket, last.verb as Verb);
}

/** What may never happen, whatever the table says. */
function expectLawful(before: Kept['ticket'], ticket: Kept['ticket'], verb: Verb): void {
  seen.accepted.add(verb);
  seen.states.add(ticket.state);
  expect(before.deletedAt).toBeNull();
  expect(ticket.version).toBe(before.version + 1);
  if (verb === 'undo') return;
  expect(ruleOf(verb).from).toContain(before.state);
  expect(ruleOf(verb).to).toContain(ticket.state);
  if (before.rating) expect(ticket.rating).toEqual(before.rating);
  if (before.state === 'completed' || before.state === 'cancelled') expect(ticket.state).toBe(before.state);
  if (before.state === 'spam') expect(['restore', 'delete', 'archive', 'unarchive', 'linked']).toContain(verb);
}

const tried = new Set<string>();
/** A refusal says why, and what it offers instead is really allowed to whoever is refused. */
async function expectWayOut(number: TicketNumber, { by }: Request, refusal: Refusal): Promise<void> {
  seen.refused.add(refusal.why);
  expect(refusal.next.length).toBeGreaterThan(0);
  const person = actorIn(world, by);
  if (by === 'clock' || person.kind === 'clock' || !person.active) return;
  const kept = keptOf(number);
  for (const next of refusal.next) {
    const { state, assignee, group, archivedAt } = kept.ticket;
    const key = [next, state, assignee === by, group, archivedAt !== null, ...rolesOf(person, kept.ticket)].join();
    if (tried.has(key)) continue;
    tried.add(key);
    expect(await isAllowed(number, by, next), `${next}, offered after ${refusal.verb} in ${key}`).toBe(true);
  }
}

async function isAllowed(number: TicketNumber, by: PersonId, next: Next): Promise<boolean> {
  const [desk] = desks;
  if (next === 'show') return !('kind' in (await desk.look(number, by)));
  if (next === 'create') return (await desk.open(by, request())).kind === 'done';
  if (next === 'follow_up') return (await desk.open(by, request({ follows: number }))).kind === 'done';
  const goes = (seed: number) =>
    lawOf(world, keptOf(number), { verb: next, by, input: inputOf(world, next, seed) }, at()).kind === 'done';
  return Array.from({ length: 80 }, (_, seed) => seed).some(goes);
}

async function settle(number: TicketNumber, before: Kept, requests: readonly Request[], outcomes: readonly Outcome[]) {
  for (const [i, outcome] of outcomes.entries())
    if (outcome.kind === 'refused') await expectWayOut(number, requests[i]!, outcome);
  await expectKept(number, before);
}

let deliveries = 0;
const play: { [D in Step['do']]: (number: TicketNumber, door: 0 | 1, step: Step & { do: D }) => Promise<void> } = {
  async act(number, door, { deliveries: times, wish: wanted }) {
    const before = keptOf(number);
    const asked: Request = { ...requestOf(world, wanted, before), key: `walk:${++deliveries}` };
    const answer = lawOf(world, before, asked, at());
    const outcomes = await Promise.all(
      Array.from({ length: times }, (_, i) => desks[((door + i) % 2) as 0 | 1].act(number, asked)),
    );
    const real = outcomes.filter(({ kind }) => kind !== 'repeated');
    expect(real).toHaveLength(answer.kind === 'done' ? 1 : times);
    for (const outcome of real) expect(answerOf(outcome)).toEqual(answerOf(answer));
    beside(world, before, asked, answer);
    world.tickets.set(number, after(before, answer));
    await settle(number, before, [asked], real.slice(0, 1));
  },

  async race(number, door, { wishes }) {
    const before = keptOf(number);
    const requests = wishes.map((each) => requestOf(world, each, before));
    const outcomes = await Promise.all(requests.map((each, i) => desks[((door + i) % 2) as 0 | 1].act(number, each)));
    const observed = new Map(requests.map((each, i) => [each, answerOf(outcomes[i]!)]));
    const lawful = orders(requests).map((order) => ({ order, ...inTurn(world, before, order, at()) }));
    const found = lawful.find(({ order, answers }) =>
      order.every((each, i) => isDeepStrictEqual(observed.get(each), answerOf(answers[i]!))),
    );
    if (!found)
      throw new Error(
        [
          `No order explains what was answered on T-${number} as ${before.ticket.state}:`,
          ...requests.map((each, i) => `${JSON.stringify(each)} → ${brief(outcomes[i]!)}`),
          ...lawful.map(({ order, answers }) =>
            order.map(({ verb }, i) => `${verb} → ${brief(answers[i]!)}`).join(', '),
          ),
        ].join('\n'),
      );
    for (const [i, each] of found.order.entries()) beside(world, found.seen[i]!, each, found.answers[i]!);
    world.tickets.set(number, found.kept);
    await expectKept(number, before);
  },

  async wait(_number, _door, { ms }) {
    now += ms;
  },

  async tick(number, door, { at: when, doors }) {
    const before = keptOf(number);
    const turn = turnOf(world, before, at());
    if (turn && when !== 'now') now = Math.max(now, turn.at.getTime() - (when === 'due' ? 0 : 1));
    const due = turn !== null && turn.at.getTime() <= now;
    const outcomes = await Promise.all(
      Array.from({ length: doors }, (_, i) => desks[((door + i) % 2) as 0 | 1].tick(number)),
    );
    const acted = outcomes.filter((outcome) => outcome?.kind === 'done').length;
    expect(outcomes.filter((outcome) => outcome?.kind === 'refused')).toEqual([]);
    expect(acted > 0).toBe(due);
    let kept = before;
    for (let i = 0; i < acted; i++) {
      const { verb, input } = turnOf(world, kept, at())!;
      kept = after(kept, lawOf(world, kept, { verb, input, by: 'clock' }, at()));
    }
    world.tickets.set(number, kept);
    await expectKept(number, before);
  },

  /** The letters of the last event leave the house. */
  async carry(number) {
    const { ticket, last, tells } = keptOf(number);
    const taken = await house.sql`
      update letters set taken = true where ticket = ${number} and seq = ${ticket.version} and state = 'pending'
        and kind in ('main', 'line', 'ping', 'escalation_card') and not taken returning id`;
    if (last && taken.length > 0) {
      expect(tells).toBe(true);
      world.tickets.set(number, { ...keptOf(number), last: { ...last, told: true } });
    }
  },
};

async function raise(more: Record<string, unknown>, by: PersonId): Promise<TicketNumber> {
  const { ticket } = done(await desks[0].open(by, request(more)));
  world.tickets.set(ticket.number, { ticket, last: null, tells: false });
  return ticket.number;
}

async function rule(given: object): Promise<void> {
  await house.sql`update groups set policies = ${house.sql.json(given as Record<string, string>)}`;
  const number = await raise({}, who.bao);
  for (const key of ['support', 'billing', 'it'] as const) {
    const reading = await house.store.read(WORKSPACE, number, { by: null, targetGroup: key as never });
    world.groups = new Map([...world.groups, [key, reading!.targetGroup!]]);
    expect(world.groups.get(key)!.policies).toEqual(policies.parse(given));
  }
}

test(
  'the desk does what the law says, whoever does what, when and through which door',
  async () => {
    for (const verb of VERBS) expect(inputFor(verb)).toBeDefined();
    console.info(`MODEL_SEED=${SEED}, at most ${RUNS} walks`);
    await fc.assert(
      fc.asyncProperty(rules, steps, async (given, list) => {
        tried.clear();
        await rule(given);
        const numbers = [
          await raise({}, who.bao),
          await raise({ requester: who.bao, to: who.ana }, who.kofi),
          await raise({ private: true, group: 'billing' }, who.bao),
        ];
        for (const { ticket, door, what: step } of list) {
          now += 1000;
          await play[step.do](numbers[ticket]!, door, step as never);
        }
        for (const number of numbers) expect(await replay(house.sql, WORKSPACE, number)).toEqual(keptOf(number).ticket);
      }),
      {
        seed: SEED,
        numRuns: RUNS,
        endOnFailure: true,
        interruptAfterTimeLimit: MOST_MS,
        markInterruptAsFailure: false,
      },
    );
    // However few walks a busy machine has time for.
    expect(seen.accepted.size).toBeGreaterThan(8);
    expect(seen.states.size).toBeGreaterThan(5);
    expect(seen.refused.size).toBeGreaterThan(5);
  },
  MOST_MS + 120_000,
);
