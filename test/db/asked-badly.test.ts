import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOutbox } from '../../src/db/outbox.ts';
import { openDesk } from '../../src/desk/desk.ts';
import type { TicketNumber } from '../../src/domain/language.ts';
import type { Verb } from '../../src/domain/verbs.ts';
import { type Name, who, WORKSPACE } from '../make.ts';
import { done, openTestDesk, type TestDesk, why } from './open.ts';

/** Questions that go to somebody who is not there, in a circle, or to a team that throws them away. */

const MINUTE = 60_000;
let house: TestDesk;
let clock = new Date();
beforeAll(async () => {
  house = await openTestDesk();
  await house.sql`update groups set hours = null`;
});
afterAll(() => house.close());

const door = () => openDesk({ store: house.store, workspace: WORKSPACE, now: () => clock });
const act = (number: TicketNumber, verb: Verb, by: Name, input: object = {}) =>
  door().act(number, { verb, by: who[by], input });
const read = async (number: TicketNumber) => (await house.store.read(WORKSPACE, number, { by: null }))!.ticket;
const question = { ask: 'May I?', reason: 'Now.' };
async function kept(): Promise<TicketNumber> {
  const number = await house.raise();
  done(await act(number, 'keep', 'ana'));
  return number;
}
/** Whom the clock asks one after another, and after how many minutes each. */
async function walked(number: TicketNumber): Promise<[Name | undefined, number][]> {
  const steps: [Name | undefined, number][] = [];
  const names = Object.keys(who) as Name[];
  for (;;) {
    const ticket = await read(number);
    if (ticket.state !== 'escalated' || ticket.escalation.endedAt) return steps;
    const { to, at, ackDueAt } = ticket.escalation;
    clock = ackDueAt;
    const outcome = await door().tick(number);
    if (outcome?.kind !== 'done') throw new Error(why(outcome!));
    if (outcome.act.verb === 'time_out')
      steps.push([names.find((name) => who[name] === to), (clock.getTime() - at.getTime()) / MINUTE]);
  }
}
const chain = (steps: object) =>
  house.sql`update groups set chain = ${house.sql.json(steps as never)} where key = 'support'`;

test('one who has left is not asked; if he leaves afterwards the question goes on without him', async () => {
  clock = new Date();
  const number = await kept();
  expect(why(await act(number, 'escalate', 'ana', { to: who.gone, ...question }))).toBe('target_left');
  done(await act(number, 'escalate', 'ana', { to: who.lea, ...question }));
  await house.sql`update people set active = false where id = ${who.lea}`;
  expect(why(await act(number, 'acknowledge', 'lea'))).not.toBe('done');
  const asked = await walked(number);
  await house.sql`update people set active = true where id = ${who.lea}`;
  expect(asked.map(([name]) => name)).toEqual(['lea', 'marta', 'chiara', 'ivan']);
});

test('each of a user group has his set time, once, and then the next', async () => {
  clock = new Date();
  await house.sql`
    insert into user_groups (workspace, id, handle, people)
    values (${WORKSPACE}, 'S0NIGHT', 'night', ${house.sql.json([who.kofi, who.gone, who.lea])})`;
  await chain([{ user_group: 'night', minutes: 15 }, { person: who.marta }]);
  const number = await kept();
  done(await act(number, 'escalate', 'ana', { to: who.kofi, ...question }));
  expect(await walked(number)).toEqual([
    ['kofi', 15],
    ['lea', 15],
    ['marta', 60],
  ]);
});

test('in a circle nobody is asked twice, and the question stays with the last', async () => {
  clock = new Date();
  await chain(['manager_of_assignee']);
  await house.sql`update people set manager = ${who.lea} where id = ${who.chiara}`;
  const number = await kept();
  done(await act(number, 'escalate', 'ana', { to: who.lea, ...question }));
  const asked = await walked(number);
  await house.sql`update people set manager = null where id = ${who.chiara}`;
  expect(asked.map(([name]) => name)).toEqual(['lea', 'marta', 'chiara']);
  expect(await read(number)).toMatchObject({ escalation: { to: who.chiara, endedAt: clock } });
});

test('what a team took for spam comes back; deleted later it is gone from the card, and nothing else changes', async () => {
  clock = new Date();
  const parent = await kept();
  done(await act(parent, 'escalate_to_team', 'ana', { group: 'it', title: 'Gateway', content: 'Drops.' }));
  const [{ number: child }] = await house.sql<[{ number: TicketNumber }]>`
    select number from tickets where parent = ${parent}`;
  done(await act(child, 'resolve_internally', 'ivan', { reason: 'spam', sure: true }));
  await door().tick(parent);
  const before = await read(parent);
  expect(before).toMatchObject({ state: 'escalation_answered', assignee: who.ana });
  const linked = async () =>
    (await openOutbox(house.sql).drawing(WORKSPACE, parent))?.linked.map(({ number, state }) => [number, state]);
  expect(await linked()).toEqual([[child, 'spam']]);
  done(await act(child, 'delete', 'ada', { sure: true }));
  expect(await door().tick(parent)).toBeNull();
  expect(await read(parent)).toEqual(before);
  expect(await linked()).toEqual([]);
});
