import { afterAll, beforeAll, expect, test } from 'vitest';
import { who } from '../make.ts';
import { done, openTestDesk, type TestDesk } from './open.ts';
import { answer, fillDesk, hold, ring, scansOf } from './waiting.ts';

/** What is due is found among all that waits for its time, without looking at what waits. */

const TICKETS = 30_000;
/** Far fewer than the jobs fill, in their table or in any index of it. */
const FEW = 60;

let house: TestDesk;
beforeAll(async () => {
  house = await openTestDesk();
  const number = await house.raise();
  done(await house.desk.act(number, { verb: 'keep', by: who.ana }));
  await house.sql`delete from graphile_worker._private_jobs`;
  await fillDesk(house.sql, number, TICKETS);
});
afterAll(() => house.close());

test.each([
  ['when nothing is due', 0, 0],
  ['when some of it is, and a process has died with some in its hands', 40, 20],
])('%s', async (_name, due, held) => {
  const [size] = await house.sql<{ pages: number }[]>`
    select min(pg_relation_size(indexrelid)) / 8192 as pages from pg_index
    where indrelid = 'graphile_worker._private_jobs'::regclass and indexrelid <> 'graphile_worker.jobs_held'::regclass`;
  expect(size!.pages).toBeGreaterThan(FEW);
  await ring(house.sql, due);
  await hold(house.sql, held);
  for (const scan of await scansOf(house.url, house.sql)) {
    const { whole, pages } = await answer(house.sql, scan);
    expect({ asked: scan.name, whole }).toEqual({ asked: scan.name, whole: [] });
    expect(pages, scan.name).toBeLessThan(FEW + 10 * (due + held));
  }
});
