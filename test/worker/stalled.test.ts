import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { sweep } from '../../src/db/sweep.ts';
import { startWorker, type Worker } from '../../src/worker/worker.ts';
import { openTestDesk, type TestDesk } from '../db/open.ts';

let house: TestDesk;
let worker: Worker | null = null;
let road: Server;
/** What goes on to the database, and what nobody answers. */
const through: Socket[] = [];
const stalled: Socket[] = [];
let stalls = false;

beforeAll(async () => {
  house = await openTestDesk();
  const { hostname, port } = new URL(house.url);
  road = createServer((socket) => {
    socket.on('error', () => {});
    if (stalls) return void stalled.push(socket);
    through.push(socket);
    const out = connect(Number(port || 5432), hostname).on('error', () => {});
    socket.pipe(out).pipe(socket);
    socket.on('close', () => out.destroy());
    out.on('close', () => socket.destroy());
  });
  await once(road.listen(0, '127.0.0.1'), 'listening');
});
afterEach(() => worker?.stop());
afterAll(async () => {
  for (const socket of [...through, ...stalled]) socket.destroy();
  road.close();
  await house.close();
});

const nothing = async () => {};
async function until(fact: () => boolean): Promise<void> {
  while (!fact()) await sleep(20);
}

test('a worker whose connection was cut, and whose next one is never answered, works again and can be stopped', async () => {
  const address = road.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  const url = Object.assign(new URL(house.url), { hostname: '127.0.0.1', port: `${port}` });
  const carried: string[] = [];
  const starts = { inbox: nothing, search: nothing, trigger: nothing, call: nothing, files: nothing, batch: nothing };
  worker = await startWorker({
    ...starts,
    url: url.href,
    deliver: async (_workspace, conversation) => void carried.push(conversation),
    clock: nothing,
    sweep: () => sweep(house.sql),
    log: { debug: () => {}, warn: () => {}, error: () => {} },
    concurrency: 4,
  });
  await house.raise();
  await until(() => carried.length === 2);
  stalls = true;
  for (const socket of through) socket.destroy();
  await until(() => stalled.length > 0);
  stalls = false;
  await house.raise();
  await until(() => carried.length >= 4);
  expect(new Set(carried)).toEqual(new Set(['c:C0SUPPORT', 'u:U0BAO']));
});
