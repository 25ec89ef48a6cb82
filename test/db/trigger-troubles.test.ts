import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openOutbox } from '../../src/db/outbox.ts';
import { sweep } from '../../src/db/sweep.ts';
import { DEEPEST, MOST_IN_AN_HOUR } from '../../src/domain/triggers.ts';
import { who, WORKSPACE } from '../make.ts';
import { done, openTestDesk, type TestDesk } from './open.ts';
import { withTriggers } from './triggering.ts';

let house: TestDesk;
let desk: ReturnType<typeof withTriggers>;
beforeAll(async () => {
  house = await openTestDesk();
  desk = withTriggers(house);
});
beforeEach(() => desk.clear());
afterAll(() => house.close());

test('triggers that set off one another are stopped, and the administrators are told once', async () => {
  await desk.make('up', {
    on: ['changed'],
    conditions: [{ of: 'priority', is: 'is', values: ['low'] }],
    results: [{ do: 'priority', priority: 'high' }],
  });
  await desk.make('down', {
    on: ['changed'],
    conditions: [{ of: 'priority', is: 'is', values: ['high'] }],
    results: [{ do: 'priority', priority: 'low' }],
  });
  const circle = async () => {
    const number = await house.raise();
    await house.desk.act(number, { verb: 'edit', by: who.lea, input: { priority: 'low' } });
    await desk.ring();
    return (await desk.verbs(number)).filter((verb) => verb === 'change_by_trigger').length;
  };
  expect(await circle()).toBe(DEEPEST);
  expect(await circle()).toBe(DEEPEST);
  expect(await desk.troubled()).toEqual([{ kind: 'loop', to_person: who.ada }]);
  expect((await desk.log()).filter(({ stopped }) => stopped === 'too_deep')).toHaveLength(2);
});

test('one that fires on the same ticket again and again is stopped for an hour', async () => {
  await desk.make('echo', { on: ['wrote'], results: [{ do: 'notify', whom: 'person', person: who.marta }] });
  const number = await house.raise();
  for (let n = 0; n < MOST_IN_AN_HOUR + 2; n++) {
    await house.desk.act(number, { verb: 'message', by: who.bao, input: { text: `Hello ${n}` } });
    await desk.ring();
  }
  expect((await desk.pinged(number)).length).toBe(MOST_IN_AN_HOUR);
  expect((await desk.log()).filter(({ stopped }) => stopped === 'too_often')).toHaveLength(2);
  expect(await desk.troubled()).toEqual([{ kind: 'loop', to_person: who.ada }]);
});

test('one that names what is gone rests: nothing is done, its leads and the administrators are told once, the others go on', async () => {
  await desk.make('stale', { group: 'support', results: [{ do: 'assign', group: 'attic' }] });
  await desk.make('sound', { results: [{ do: 'priority', priority: 'high' }] });
  const number = await house.raise();
  await desk.ring();
  expect(await desk.verbs(number)).toEqual(['create', 'change_by_trigger']);
  expect(await desk.troubled()).toEqual([
    { kind: 'broken', to_person: who.ada },
    { kind: 'broken', to_person: who.lea },
  ]);
  const [row] = await house.sql`select broken from triggers where key = 'stale'`;
  expect(row).toEqual({ broken: [{ part: 'results', at: 0, why: 'unknown_group', named: 'attic' }] });
  await house.raise();
  await desk.ring();
  expect(await desk.troubled()).toHaveLength(2);
  const [letter] = await house.sql<
    { id: number; seq: number }[]
  >`select seq from letters where kind = 'trigger_trouble' order by id desc limit 1`;
  expect(await openOutbox(house.sql).triggerTrouble(WORKSPACE, letter!.seq)).toMatchObject({
    name: 'stale',
    named: 'attic',
  });
});

test('what cannot be done is said in the log, and the rest is done', async () => {
  await desk.make('odd', {
    results: [
      { do: 'assign', to: who.marta },
      { do: 'priority', priority: 'normal' },
      { do: 'tag', add: ['x'] },
    ],
  });
  const number = await house.raise();
  await desk.ring();
  expect((await desk.log())[0]!.deeds.map(({ outcome }) => outcome)).toEqual(['target_not_agent', 'nothing', 'done']);
  expect(done(await house.desk.act(number, { verb: 'keep', by: who.ana })).ticket.tags).toEqual(['x']);
});

test('what was done is kept for ninety days', async () => {
  await desk.make('old', { results: [{ do: 'priority', priority: 'high' }] });
  for (const days of [89, 91]) {
    const number = await house.raise();
    await desk.ring();
    await house.sql`update trigger_log set at = now() - make_interval(days => ${days}) where ticket = ${number}`;
  }
  await sweep(house.sql);
  const rows = await house.sql<
    { recent: boolean }[]
  >`select at > now() - interval '90 days' as recent from trigger_log`;
  expect(rows.map(({ recent }) => recent)).toEqual([true]);
});
