import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { replay } from '../../src/db/replay.ts';
import { groupKey } from '../../src/domain/language.ts';
import { who, WORKSPACE } from '../make.ts';
import { openTestDesk, type TestDesk, why } from './open.ts';
import { withTriggers } from './triggering.ts';

let house: TestDesk;
let desk: ReturnType<typeof withTriggers>;
beforeAll(async () => {
  house = await openTestDesk();
  desk = withTriggers(house);
});
beforeEach(() => desk.clear());
afterAll(() => house.close());

test('an event asks for a job only when a trigger that is on waits for it', async () => {
  await desk.make('rated', { on: ['rated'], results: [{ do: 'escalate' }] });
  await house.raise();
  expect(await desk.jobs()).toEqual([]);
  await desk.make('made', { results: [{ do: 'priority', priority: 'urgent' }] });
  await house.sql`update triggers set enabled = false where key = 'made'`;
  await house.raise();
  expect(await desk.jobs()).toEqual([]);
  await house.sql`update triggers set enabled = true where key = 'made'`;
  const number = await house.raise();
  expect((await desk.jobs()).map(({ payload }) => payload)).toEqual([
    { workspace: WORKSPACE, ticket: number, seq: 1, heard: ['created'] },
  ]);
});

test('in their order, the last assignment counts, all in the name of the trigger, and once however often it is tried', async () => {
  await desk.make('first', {
    results: [
      { do: 'assign', to: who.ana },
      { do: 'priority', priority: 'urgent' },
    ],
  });
  await desk.make('other', {
    conditions: [{ of: 'title', is: 'says', values: ['printer'] }],
    results: [{ do: 'assign', group: 'it' }],
  });
  await desk.make('last', {
    results: [
      { do: 'assign', to: who.kofi },
      { do: 'tag', add: ['night'] },
      { do: 'type', type: 'malfunction' },
    ],
  });
  const number = await house.raise();
  const [job] = await desk.jobs();
  await Promise.all([desk.fire(job!.payload), desk.fire(job!.payload), desk.fire(job!.payload)]);
  await desk.fire(job!.payload);
  const ticket = await desk.ticketOf(number);
  expect(ticket).toMatchObject({
    assignee: who.kofi,
    priority: 'urgent',
    tags: ['night'],
    type: 'malfunction',
    byTrigger: true,
  });
  expect((await desk.verbs(number)).toSorted()).toEqual([
    'assign_by_trigger',
    'change_by_trigger',
    'change_by_trigger',
    'create',
    'tag',
  ]);
  expect(await replay(house.sql, WORKSPACE, number)).toEqual(ticket);
  const events = await house.sql<{ input: { trigger: { name: string } }; by_person: null }[]>`
    select input, by_person from events where ticket = ${number} and seq > 1`;
  for (const { input, by_person } of events) {
    expect(by_person).toBeNull();
    expect(['first', 'last']).toContain(input.trigger.name);
  }
  expect(await desk.pinged(number)).toEqual([who.kofi]);
  expect((await desk.log()).map(({ trigger, deeds }) => [trigger, ...deeds.map(({ outcome }) => outcome)])).toEqual([
    ['first', 'overtaken', 'done'],
    ['last', 'done', 'done', 'done'],
  ]);
});

test('what a trigger gave away only a lead or an administrator forwards, unless the group lets its assignees', async () => {
  await desk.make('give', { results: [{ do: 'assign', to: who.ana }] });
  const number = await house.raise();
  await desk.ring();
  const forward = (by: 'ana' | 'lea', to: 'kofi' | 'ana') =>
    house.desk.act(number, { verb: 'forward', by: who[by], input: { group: 'support', to: who[to] } });
  expect(why(await forward('ana', 'kofi'))).toBe('triggered_needs_lead');
  await house.sql`update groups set policies = policies || '{"assignee_may_forward_triggered": true}' where key = 'support'`;
  expect(why(await forward('ana', 'kofi'))).toBe('done');
  await house.sql`update groups set policies = policies - 'assignee_may_forward_triggered' where key = 'support'`;
  // A colleague gave it to him: that is no trigger any more.
  expect((await desk.ticketOf(number)).byTrigger).toBe(false);
  const second = await house.raise();
  await desk.ring();
  expect((await desk.ticketOf(second)).byTrigger).toBe(true);
  expect(
    why(await house.desk.act(second, { verb: 'forward', by: who.lea, input: { group: 'support', to: who.kofi } })),
  ).toBe('done');
});

test('to a group: its queue, or one of its agents, and in turn', async () => {
  await desk.make('turn', { results: [{ do: 'assign', how: 'round_robin' }] });
  const given: string[] = [];
  for (let n = 0; n < 6; n++) {
    const number = await house.raise();
    await desk.ring();
    given.push((await desk.ticketOf(number)).assignee!);
  }
  expect(new Set(given)).toEqual(new Set([who.ana, who.kofi]));
  expect(given.filter((one) => one === who.ana)).toHaveLength(3);
  await house.sql`delete from triggers`;
  await desk.make('queue', { results: [{ do: 'assign', group: 'billing' }] });
  const number = await house.raise();
  await desk.ring();
  expect(await desk.ticketOf(number)).toMatchObject({
    group: groupKey('billing'),
    assignee: null,
    state: 'new',
    byTrigger: false,
  });
});

test('nobody is told of his own doing, nor twice of one event, nor of what is private and not his', async () => {
  const all = [
    { do: 'notify', whom: 'leads' },
    { do: 'notify', whom: 'person', person: who.lea },
    { do: 'notify', whom: 'person', person: who.bao },
    { do: 'notify', whom: 'person', person: who.marta },
    { do: 'notify', whom: 'channel', group: 'billing' },
  ];
  await desk.make('tell', { results: all });
  const number = await house.raise();
  await desk.ring();
  expect(await desk.pinged(number)).toEqual([who.lea, who.marta, 'g:billing'].toSorted());
  const hidden = await house.raise({ private: true });
  await desk.ring();
  expect(await desk.pinged(hidden)).toEqual([who.lea, 'g:billing'].toSorted());
});

test('escalates up the chain of the group, in the name of the trigger', async () => {
  await desk.make('up', {
    on: ['wrote'],
    conditions: [{ of: 'message', is: 'says', values: ['lawyer'] }],
    results: [{ do: 'escalate' }],
  });
  const number = await house.raise({ to: who.ana }, 'kofi');
  await house.desk.act(number, { verb: 'reply', by: who.ana, input: { text: 'Try again.' } });
  const requester = (await desk.ticketOf(number)).requester;
  await house.desk.act(number, { verb: 'message', by: requester, input: { text: 'I will call my LAWYER.' } });
  await desk.ring();
  const ticket = await desk.ticketOf(number);
  expect(ticket).toMatchObject({
    state: 'escalated',
    escalation: { to: who.lea, cause: { rule: 'trigger', name: 'up' } },
  });
  expect(await replay(house.sql, WORKSPACE, number)).toEqual(ticket);
});
