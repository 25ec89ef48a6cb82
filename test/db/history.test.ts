import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOutbox } from '../../src/db/outbox.ts';
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
