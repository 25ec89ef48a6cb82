import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOutbox } from '../../src/db/outbox.ts';
import { openRegistry } from '../../src/db/registry.ts';
import { through } from '../../src/desk/desk.ts';
import { request, who, WORKSPACE } from '../make.ts';
import { done, openTestDesk, type TestDesk } from './open.ts';

let house: TestDesk;
beforeAll(async () => (house = await openTestDesk()));
afterAll(() => house.close());

test('every event knows what it was done with', async () => {
  const outbox = openOutbox(house.sql);
  const number = done(await through(house.desk, 'command').open(who.bao, request())).ticket.number;
  await through(house.desk, 'emoji').act(number, { verb: 'keep', by: who.ana });
  await house.desk.act(number, { verb: 'note', by: who.ana, input: { text: 'Looking.' } });
  await house.desk.act(number, {
    verb: 'pend',
    by: who.ana,
    input: { kind: 'check', waiting_for: 'the logs', wake_at: new Date(Date.now() + 1000) },
  });
  await house.desk.act(number, { verb: 'wake', by: 'clock' });
  const surfaces = (await outbox.history(WORKSPACE, number)).map(({ verb, surface }) => [verb, surface]);
  expect(surfaces).toEqual([
    ['create', 'command'],
    ['keep', 'emoji'],
    ['note', null],
    ['pend', null],
    ['wake', 'clock'],
  ]);
});

test('how long the first answer usually takes: the median, from five on, of the last ninety days', async () => {
  const { usual } = openRegistry(house.sql);
  const hours = (n: number) => n * 3_600_000;
  const answered = async (after: number, daysAgo: number) => {
    const at = new Date(Date.now() - daysAgo * hours(24));
    const opened = done(await house.desk.open(who.bao, request({ group: 'billing', type: 'technical' }), null, at));
    const { number } = opened.ticket;
    const later = new Date(at.getTime() + hours(after));
    done(await house.desk.act(number, { verb: 'reply', by: who.mateo, input: { text: 'Done.' } }, later));
  };
  for (const after of [1, 2, 3, 40]) await answered(after, 10);
  for (let i = 0; i < 5; i++) await answered(99, 200);
  const few = await usual(WORKSPACE);
  expect(few.types.get('technical')).toBeUndefined();
  expect(few.groups.get('billing')).toBeUndefined();
  await answered(5, 20);
  const enough = await usual(WORKSPACE);
  expect(enough.types.get('technical')).toBe(hours(3));
  expect(enough.groups.get('billing')).toBe(hours(3));
});
