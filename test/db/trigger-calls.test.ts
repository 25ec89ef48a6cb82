import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTriggerBook } from '../../src/db/trigger-book.ts';
import { openTriggerMemory } from '../../src/db/trigger-memory.ts';
import { callOut, type Called } from '../../src/desk/calling.ts';
import type { CallJob } from '../../src/desk/trigger-memory.ts';
import { who, WORKSPACE } from '../make.ts';
import { openTestDesk, type TestDesk } from './open.ts';
import { withTriggers } from './triggering.ts';

let house: TestDesk;
let desk: ReturnType<typeof withTriggers>;
beforeAll(async () => {
  house = await openTestDesk();
  desk = withTriggers(house);
});
beforeEach(() => desk.clear());
afterAll(() => house.close());

const URL = 'https://hooks.example/in';
const waiting = () => house.sql<{ id: string; run_at: Date; payload: CallJob }[]>`
  select j.id, j.run_at, p.payload from graphile_worker.jobs j join graphile_worker._private_jobs p using (id)
  where j.task_identifier = 'call' order by j.id`;

test('what is sent is what the trigger chose; nobody answers: five tries over an hour, then somebody is told, once', async () => {
  await desk.make('hook', { results: [{ do: 'call', url: URL, send: ['title', 'priority'] }] });
  const number = await house.raise();
  await desk.ring();
  let now = Date.now();
  const sent: { url: string; body: Record<string, unknown>; id: string }[] = [];
  let answer: Called = { ok: false, why: 'timeout' };
  const deps = {
    desk: house.desk,
    memory: openTriggerMemory(house.sql),
    now: () => new Date(now),
    call: async (url: string, body: Record<string, unknown>, id: string) => {
      sent.push({ url, body, id });
      return answer;
    },
  };
  const started = now;
  for (let [job] = await waiting(); job; [job] = await waiting()) {
    now = Math.max(now, job.run_at.getTime());
    await house.sql`delete from graphile_worker._private_jobs where id = ${job.id}`;
    await callOut(deps, job.payload);
  }
  expect(sent).toHaveLength(5);
  expect(now - started).toBeGreaterThan(60 * 60_000);
  expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  expect(sent[0]).toMatchObject({ url: URL, body: { trigger: { key: 'hook' }, ticket: { number } } });
  expect(Object.keys(sent[0]!.body['ticket'] as object)).toEqual(['number', 'title', 'priority']);
  const tries = await openTriggerBook(house.sql).calls(WORKSPACE, 10);
  expect(tries.map(({ attempt, outcome, host }) => [attempt, outcome, host])).toEqual(
    [5, 4, 3, 2, 1].map((attempt) => [attempt, 'timeout', 'hooks.example']),
  );
  expect(tries.map(({ nextAt }) => nextAt !== null)).toEqual([false, true, true, true, true]);
  expect((await desk.log())[0]!.deeds[0]!.outcome).toBe('timeout');
  expect(await desk.troubled()).toEqual([{ kind: 'call', to_person: who.ada }]);

  answer = { ok: true };
  await house.raise();
  await desk.ring();
  const [next] = await waiting();
  await callOut(deps, next!.payload);
  expect((await desk.log())[1]!.deeds[0]!.outcome).toBe('called');
  const [row] = await house.sql`select over_at is not null as over from trigger_troubles`;
  expect(row).toEqual({ over: true });
  const words =
    await house.sql`select payload::text from graphile_worker._private_jobs where payload::text like '%VPN%'`;
  expect(words).toEqual([]);
});
