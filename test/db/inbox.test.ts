import { afterAll, beforeAll, expect, test } from 'vitest';
import { openInbox } from '../../src/db/inbox.ts';
import { sweep } from '../../src/db/sweep.ts';
import { WORKSPACE } from '../make.ts';
import { openTestDesk, type TestDesk } from './open.ts';

let house: TestDesk;
beforeAll(async () => (house = await openTestDesk()));
afterAll(() => house.close());

const idOfKey = async (key: string) => {
  const [row] = await house.sql<[{ id: number }]>`select id from inbox where key = ${key}`;
  return row.id;
};

test('the same event delivered many times at once is stored once and gets one job', async () => {
  const inbox = openInbox(house.sql, WORKSPACE);
  const body = { event: { text: 'Hello \0 \ud83d' } };
  const stored = await Promise.all(Array.from({ length: 10 }, () => inbox.put('Ev1', 'C0HELP', body)));
  expect(stored.filter(Boolean)).toHaveLength(1);
  const id = await idOfKey('Ev1');
  const [job] = await house.sql`
    select j.payload, q.queue_name, t.identifier from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    join graphile_worker._private_job_queues q on q.id = j.job_queue_id
    where j.key = ${`inbox:${id}`}`;
  expect(job).toEqual({ identifier: 'inbox', payload: { id }, queue_name: 'inbox:T0001:C0HELP' });
});

test('it can be taken again until it is done; then only its key is kept', async () => {
  const inbox = openInbox(house.sql, WORKSPACE);
  await inbox.put('Ev2', 'C0HELP', { n: 2 });
  const id = await idOfKey('Ev2');
  expect(await inbox.take(id)).toEqual({ n: 2 });
  expect(await inbox.take(id)).toEqual({ n: 2 });
  await inbox.done(id);
  expect(await inbox.take(id)).toBeNull();
  expect(await inbox.put('Ev2', 'C0HELP', { n: 2 })).toBe(false);
  expect(await house.sql`select body from inbox where id = ${id}`).toEqual([{ body: null }]);
});

test('what has lost its job and is not done after a minute gets another', async () => {
  const inbox = openInbox(house.sql, WORKSPACE);
  await inbox.put('Ev3', 'C0HELP', { n: 3 });
  const id = await idOfKey('Ev3');
  await house.sql`delete from graphile_worker._private_jobs`;
  await house.sql`update inbox set done_at = now() where id <> ${id}`;
  expect(await sweep(house.sql)).toMatchObject({ events: 0 });
  await house.sql`update inbox set received_at = now() - interval '2 minutes' where id = ${id}`;
  expect(await sweep(house.sql)).toMatchObject({ events: 1 });
  expect(await house.sql`select key from graphile_worker.jobs where key like 'inbox:%'`).toEqual([
    { key: `inbox:${id}` },
  ]);
});
