import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../../src/db/write.ts';
import { openDesk } from '../../src/desk/desk.ts';
import { who, WORKSPACE } from '../make.ts';
import { done, openTestDesk, type TestDesk, why, withPromises } from './open.ts';

let house: TestDesk;
beforeAll(async () => {
  house = await openTestDesk();
  await withPromises(house);
});
afterAll(() => house.close());

/** Somebody waits for a row that another transaction has in its hands. */
async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const waiting = await house.sql`
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    if (waiting.length > 0) return;
    await sleep(20);
  }
}

/** Whoever writes and dies before anything else is asked of the database. */
const dying = () => {
  const write: TestDesk['store']['write'] = async (writing) =>
    (await run(house.sql, writing)).number === null ? 'stale' : 'written';
  return openDesk({ store: { ...house.store, write }, workspace: WORKSPACE });
};

test('an alarm is set with the change itself, also where the job of the last one begins in that very moment', async () => {
  const number = await house.raise();
  done(await house.desk.act(number, { verb: 'keep', by: who.ana }));
  const pend = { kind: 'check', waiting_for: 'the supplier', wake_at: new Date('2030-01-15') };
  done(await house.desk.act(number, { verb: 'pend', by: who.ana, input: pend }));
  const key = `clock:${WORKSPACE}:${number}`;
  await house.sql`update graphile_worker._private_jobs set run_at = now() where key = ${key}`;
  const begins = await house.sql.reserve();
  await begins`begin`;
  await begins`update graphile_worker._private_jobs set locked_by = 'a worker', locked_at = now() where key = ${key}`;
  const woken = dying().act(number, { verb: 'wake', by: who.ana });
  await untilSomebodyWaits();
  await begins`commit`;
  begins.release();
  expect(why(await woken)).toBe('done');
  const waiting = await house.sql`
    select run_at > now() as later from graphile_worker.jobs where key = ${key} and locked_at is null`;
  expect(waiting).toEqual([{ later: true }]);
});
