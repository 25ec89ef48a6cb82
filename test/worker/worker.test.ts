import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openInbox } from '../../src/db/inbox.ts';
import { openOutbox } from '../../src/db/outbox.ts';
import { sweep } from '../../src/db/sweep.ts';
import { startWorker, type Worker, type WorkerDeps } from '../../src/worker/worker.ts';
import { done, openTestDesk, type TestDesk } from '../db/open.ts';
import { who, WORKSPACE } from '../make.ts';

let house: TestDesk;
const running: Worker[] = [];
const lines: { fields: Record<string, unknown>; message: string }[] = [];
const line = (fields: Record<string, unknown>, message: string) => void lines.push({ fields, message });
const nothing = async () => {};

beforeAll(async () => (house = await openTestDesk()));
afterEach(async () => {
  await Promise.all(running.splice(0).map((worker) => worker.stop()));
  await house.sql`delete from graphile_worker._private_jobs`;
  await house.sql`delete from letters`;
  lines.length = 0;
});
afterAll(() => house.close());

async function start(deps: Partial<WorkerDeps>): Promise<Worker> {
  const worker = await startWorker({
    url: house.url,
    deliver: nothing,
    clock: nothing,
    inbox: nothing,
    search: nothing,
    trigger: nothing,
    call: nothing,
    files: nothing,
    batch: nothing,
    sweep: () => sweep(house.sql),
    log: { debug: line, warn: line, error: line },
    concurrency: 4,
    ...deps,
  });
  running.push(worker);
  return worker;
}

/** Waits for a fact; the time limit of the test is the limit. */
async function until(fact: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await fact())) await sleep(20);
}

test('letters are carried conversation by conversation, each one at a time', async () => {
  const outbox = openOutbox(house.sql);
  const carried: string[] = [];
  const busy = new Set<string>();
  let together = 0;
  await start({
    async deliver(workspace, conversation) {
      if (busy.has(conversation)) together++;
      busy.add(conversation);
      for (const letter of await outbox.waiting(workspace, conversation)) {
        await sleep(5);
        carried.push(`${letter.ticket} ${letter.kind}`);
        await outbox.sent(letter.id, null, {});
      }
      busy.delete(conversation);
    },
  });
  const numbers = await Promise.all(Array.from({ length: 10 }, () => house.raise()));
  await Promise.all(numbers.map((number) => house.desk.act(number, { verb: 'keep', by: who.ana })));
  const waits = async () =>
    (await house.sql`select id from letters where state in ('pending', 'sending', 'unknown')`).length > 0;
  await until(async () => !(await waits()));
  expect(together).toBe(0);
  for (const number of numbers)
    expect(carried).toEqual(expect.arrayContaining([`${number} card`, `${number} thread`, `${number} requester_card`]));
});

test('the clock wakes a ticket when its time has come, and not one that was woken before', async () => {
  const [slept, woken] = [await house.raise({ to: who.ana }, 'kofi'), await house.raise({ to: who.ana }, 'kofi')];
  const pend = (number: typeof slept) =>
    house.desk.act(number, {
      verb: 'pend',
      by: who.ana,
      input: { kind: 'check', waiting_for: 'the supplier', wake_at: new Date(Date.now() + 1500) },
    });
  done(await pend(slept));
  done(await pend(woken));
  const alarms = async () =>
    (await house.sql`select key from graphile_worker.jobs where task_identifier = 'clock' order by key`).map(
      ({ key }) => String(key),
    );
  expect(await alarms()).toEqual([`clock:T0001:${slept}`, `clock:T0001:${woken}`]);
  done(await house.desk.act(woken, { verb: 'wake', by: who.ana }));
  expect(await alarms()).toEqual([`clock:T0001:${slept}`]);

  const rung: number[] = [];
  await start({
    async clock(number) {
      rung.push(number);
      await house.desk.tick(number);
    },
  });
  await until(async () => (await house.store.read(WORKSPACE, slept, { by: null }))?.ticket.state === 'in_progress');
  expect(rung).toEqual([slept]);
  const history = await openOutbox(house.sql).history(WORKSPACE, slept);
  expect(history.at(-1)).toMatchObject({ verb: 'wake', by: null });
});

test('an alarm that rings early does nothing', async () => {
  const number = await house.raise({ to: who.ana }, 'kofi');
  const input = { kind: 'check', waiting_for: 'the supplier', wake_at: new Date(Date.now() + 3_600_000) };
  done(await house.desk.act(number, { verb: 'pend', by: who.ana, input }));
  expect(await house.desk.tick(number)).toBeNull();
});

test('what comes in is done in order, and a fault is told with its ids and tried again', async () => {
  const inbox = openInbox(house.sql, WORKSPACE);
  const heard: unknown[] = [];
  let faults = 0;
  await start({
    async inbox(id) {
      const body = await inbox.take(id);
      if (JSON.stringify(body) === '{"n":2}' && faults++ === 0) throw new Error('what somebody wrote');
      heard.push(body);
      await inbox.done(id);
    },
  });
  await inbox.put('Ev1', 'C0HELP', { n: 1 });
  await inbox.put('Ev2', 'C0MONEY', { n: 2 });
  await until(() => heard.length === 2);
  expect(heard).toEqual([{ n: 1 }, { n: 2 }]);
  expect(lines).toEqual([
    {
      fields: { task: 'inbox', job: { id: expect.any(Number) }, fault: 'Error', at: expect.any(Array) },
      message: 'a job failed and will be tried again',
    },
  ]);
  expect(JSON.stringify(lines)).not.toContain('what somebody wrote');
});

test('a stop waits for what is under way and takes no more', async () => {
  let begun = false;
  let ended = false;
  const worker = await start({
    concurrency: 1,
    async deliver() {
      begun = true;
      await sleep(500);
      ended = true;
    },
  });
  await house.raise();
  await until(() => begun);
  await worker.stop();
  expect(ended).toBe(true);
  running.splice(0);
  expect(await house.sql`select locked_by from graphile_worker.jobs where task_identifier = 'deliver'`).toEqual([
    { locked_by: null },
  ]);
});

test('the conversation that a killed process was carrying goes on in the next one', async () => {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('./hang.ts', import.meta.url)), house.url],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await house.raise();
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const conversations = new Set<string>();
  await start({ deliver: async (_workspace, conversation) => void conversations.add(conversation) });
  await until(() => conversations.has('c:C0SUPPORT') && conversations.has('u:U0BAO'));
  expect([...conversations].sort()).toEqual(['c:C0SUPPORT', 'u:U0BAO']);
});

test('a worker whose connections were cut works again', async () => {
  const conversations: string[] = [];
  await start({ deliver: async (_workspace, conversation) => void conversations.push(conversation) });
  await house.raise();
  await until(() => conversations.length === 2);
  await house.sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name not like 'threadesk%'`;
  await house.raise();
  await until(() => conversations.length >= 4);
  expect(new Set(conversations)).toEqual(new Set(['c:C0SUPPORT', 'u:U0BAO']));
});
