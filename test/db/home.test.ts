import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { viewProblems } from '../../local-slack/core/checks/view-check.ts';
import type { HomeReading } from '../../src/desk/home.ts';
import { openDesk } from '../../src/desk/desk.ts';
import { openRegistry } from '../../src/db/registry.ts';
import { type HomeBoard, type HomeLeaf, isList, pageOf } from '../../src/domain/boards.ts';
import {
  type GroupKey,
  type Language,
  type PersonId,
  PRIORITIES,
  type TicketNumber,
} from '../../src/domain/language.ts';
import type { Book } from '../../src/desk/book.ts';
import { mayRead, type Ticket } from '../../src/domain/ticket.ts';
import { homeView } from '../../src/slack/views/home.ts';
import { secondJudge, type SecondJudge } from '../judge/second.ts';
import { actor, group, type Name, who, WORKSPACE } from '../make.ts';
import { counts, NOW, putTickets, shows, someTickets } from './any-tickets.ts';
import { openTestDesk, type TestDesk } from './open.ts';

let house: TestDesk;
let desk: ReturnType<typeof openDesk>;
let book: Book;
let judge: SecondJudge;

beforeAll(async () => {
  house = await openTestDesk();
  desk = openDesk({ store: house.store, workspace: WORKSPACE, now: () => NOW });
  book = await openRegistry(house.sql).load(WORKSPACE);
  judge = await secondJudge();
});
afterAll(() => house.close());

async function goTo(person: PersonId, leaf: Partial<HomeLeaf> & { board: HomeBoard }): Promise<HomeReading> {
  const { board, group: key = null, agent = null, page = 0 } = leaf;
  await house.sql`insert into homes (workspace, person, seen_at, board, group_key, agent, page)
    values (${WORKSPACE}, ${person}, now(), ${board}, ${key}, ${agent}, ${page})
    on conflict (workspace, person) do update set board = excluded.board, group_key = excluded.group_key,
      agent = excluded.agent, page = excluded.page`;
  const reading = await desk.home(person);
  if (!reading) throw new Error('nobody');
  return reading;
}

/** What stands in a drawn view, ticket by ticket. */
const numbersIn = (view: unknown): number[] =>
  [...JSON.stringify(view).matchAll(/\*T-(\d+)(?:\*| )/g)].map(([, digits]) => Number(digits));

function draw(reading: HomeReading, language: Language): number[] {
  const view = homeView({ ...reading, book, language, now: NOW });
  expect(viewProblems(view)).toEqual([]);
  expect(judge.view(view)).toEqual([]);
  return numbersIn(view);
}

/** All pages of a board, as they are drawn, one after another. */
async function pagesOf(name: Name, leaf: Partial<HomeLeaf> & { board: HomeBoard }, language: Language) {
  const first = await goTo(who[name], leaf);
  const seen = draw(first, language);
  const readings = [first];
  for (let page = 1; page * pageOf(leaf.board) < (first.counts[leaf.board] ?? 0); page++) {
    const reading = await goTo(who[name], { ...leaf, page });
    readings.push(reading);
    seen.push(...draw(reading, language));
  }
  return { first, seen, tickets: readings.flatMap(({ tickets }) => tickets) };
}

const CAST: readonly Name[] = ['ana', 'kofi', 'lea', 'mateo', 'yuki', 'ivan', 'marta', 'chiara', 'bao', 'priya', 'ada'];
const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);
const numbersOf = (tickets: readonly Ticket[]): TicketNumber[] => tickets.map(({ number }) => number);

test('shows each person exactly what is his to see, on every board, whatever there is', async () => {
  const found = new Map<HomeBoard, number>();
  let hidden = 0;
  await fc.assert(
    fc.asyncProperty(someTickets, async (tickets) => {
      await putTickets(house, tickets);
      for (const [at, name] of CAST.entries()) {
        const language: Language = at % 2 === 0 ? 'en' : 'it';
        const home = await goTo(who[name], { board: 'asked' });
        for (const board of home.boards.filter(isList).filter((each) => each !== 'team')) {
          const expected = tickets.filter((ticket) => shows(board, home.viewer, ticket, null));
          const { first, seen, tickets: read } = await pagesOf(name, { board }, language);
          expect([name, board, sorted(numbersOf(read))]).toEqual([name, board, numbersOf(expected)]);
          expect([name, board, sorted(seen)]).toEqual([name, board, numbersOf(expected)]);
          expect(first.counts[board]).toBe(expected.length);
          // Nothing that the door would not open.
          for (const ticket of read) expect(mayRead(actor(name), ticket)).toBe(true);
          for (const { key, count } of first.groups)
            expect([board, key, count]).toEqual([board, key, expected.filter((one) => one.group === key).length]);
          found.set(board, (found.get(board) ?? 0) + expected.length);
        }
        hidden += tickets.filter((ticket) => !mayRead(actor(name), ticket)).length;
      }
    }),
    { numRuns: 4, endOnFailure: true },
  );
  expect(hidden).toBeGreaterThan(100);
  for (const [board, count] of found) expect([board, count > 0]).toEqual([board, true]);
});

test('says of an agent who leads or manages how much each has, and lists what of it may be read', async () => {
  let unreadable = 0;
  await fc.assert(
    fc.asyncProperty(someTickets, async (tickets) => {
      await putTickets(house, tickets);
      for (const name of ['lea', 'mateo', 'marta', 'ada'] as const) {
        const { load, viewer, agents, ...home } = await goTo(who[name], { board: 'load' });
        const theirs = (agent: PersonId) =>
          tickets.filter((ticket) => ticket.assignee === agent && counts(viewer, ticket));
        expect(load.map(({ agent }) => agent).toSorted()).toEqual(
          [...new Set(load.map(({ agent }) => agent))].toSorted(),
        );
        expect(load).toHaveLength(agents);
        expect(home.counts.load).toBe(load.reduce((sum, { open }) => sum + open, 0));
        expect(load.map(({ open }) => open)).toEqual(load.map(({ open }) => open).toSorted((a, b) => b - a));
        for (const { agent, open, late } of load) {
          expect([name, agent, open]).toEqual([name, agent, theirs(agent).length]);
          expect(late).toBeLessThanOrEqual(open);
          const listed = await goTo(who[name], { board: 'team', agent });
          const expected = tickets.filter((ticket) => shows('team', viewer, ticket, agent));
          expect([name, agent, listed.counts.team]).toEqual([name, agent, expected.length]);
          expect(listed.theirs).toBe(open);
          expect(sorted(draw(listed, 'it'))).toEqual(numbersOf(expected).slice(0, pageOf('team')));
          unreadable += open - expected.length;
        }
      }
    }),
    { numRuns: 3, endOnFailure: true },
  );
  expect(unreadable).toBeGreaterThan(0);
});

describe('with one desk full of tickets', () => {
  let tickets: Ticket[];
  beforeAll(async () => {
    tickets = fc.sample(someTickets, { seed: 7, numRuns: 1 })[0]!;
    await putTickets(house, tickets);
  });

  test('a board is looked at by group, and stays so on the next one', async () => {
    const reading = await goTo(who.kofi, { board: 'open', group: group.billing });
    const expected = tickets.filter((one) => one.group === group.billing && shows('open', reading.viewer, one, null));
    expect(sorted(numbersOf(reading.tickets))).toEqual(numbersOf(expected).slice(0, pageOf('open')));
    expect(reading.counts.open).toBe(expected.length);
    expect((await goTo(who.kofi, { board: 'held', group: group.billing })).leaf.group).toBe(group.billing);
    // A group in which he has no seat, or none at all.
    const elsewhere = await goTo(who.kofi, { board: 'open', group: group.it });
    expect(elsewhere.leaf.group).toBeNull();
    expect((await goTo(who.kofi, { board: 'open', group: `x' or true --` as GroupKey })).leaf.group).toBeNull();
  });

  test('comes in its order', async () => {
    const all = async (name: Name, board: HomeBoard) => (await pagesOf(name, { board }, 'en')).tickets;
    const urgency = (await all('ada', 'queue')).map(({ priority, createdAt }) => [
      PRIORITIES.length - PRIORITIES.indexOf(priority),
      createdAt.getTime(),
    ]);
    expect(urgency).toEqual(urgency.toSorted((a, b) => a[0]! - b[0]! || a[1]! - b[1]!));
    const due = (await all('ada', 'risk')).map(({ clocks }) =>
      Math.min(...Object.values(clocks).flatMap(({ dueAt }) => dueAt?.getTime() ?? [])),
    );
    expect(due.length).toBeGreaterThan(2);
    expect(due).toEqual(due.toSorted((a, b) => a - b));
    const latest = (await all('ada', 'all')).map(({ updatedAt }) => updatedAt.getTime());
    expect(latest).toEqual(latest.toSorted((a, b) => b - a));
  });

  test('a page that is gone is the last one, and a board that he has no more is his first', async () => {
    const { leaf, tickets: shown, counts: all } = await goTo(who.ada, { board: 'all', page: 99 });
    expect(leaf.page).toBe(Math.ceil(all.all! / pageOf('all')) - 1);
    expect(shown.length).toBeGreaterThan(0);
    expect((await goTo(who.bao, { board: 'spam' })).leaf.board).toBe('asked');
    expect((await goTo(who.kofi, { board: 'late' })).leaf.board).toBe('queue');
    expect((await goTo(who.lea, { board: 'team' })).leaf.board).not.toBe('team');
    await house.sql`update homes set board = 'what', page = 3 where person = ${who.yuki}`;
    expect((await desk.home(who.yuki))?.leaf).toMatchObject({ board: 'queue', page: 0 });
    expect(await desk.home(who.gone)).toBeNull();
  });
});
