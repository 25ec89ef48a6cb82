import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, lstat, mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { personId, ticketNumber } from '../src/domain/language.ts';
import { keptTicket } from './ack.ts';
import type { Ground } from './ground.ts';
import { copyTicket, type House, openHouse, SECRET } from './house.ts';
import { load } from './load.ts';
import { stopChild } from './program.ts';
import { spread, table } from './table.ts';

const ROUNDS = 3;
const CLICKS = 5000;
const TREE = [
  'src',
  'local-slack',
  'scripts',
  'drizzle',
  'desk.yml',
  'manifest.yml',
  'package.json',
  'package-lock.json',
];
/** Stands for npm: an installation would be neither cold nor warm. */
const NO_NPM = 'no-npm.mjs';
const seconds = (value: number) => value.toFixed(1);
const megabytes = (value: number) => `${Math.round(value / 1e6)} MB`;

/** How long `npm start` takes. */
export async function start(ground: Ground): Promise<string> {
  const cold: number[] = [];
  const warm: number[] = [];
  const root = path.join(ground.folder, 'tree');
  await plant(root);
  for (let round = 0; round < ROUNDS; round++) {
    for (const grown of ['.data', 'tmp']) await rm(path.join(root, grown), { recursive: true, force: true });
    await mkdir(path.join(root, 'tmp'));
    cold.push(await untilReady(ground, root));
    warm.push(await untilReady(ground, root));
  }
  return [
    `\`npm start\`'s script in a copy of the tree, until it prints its address, in seconds. ${ROUNDS} runs; minimum / median /`,
    `maximum. Cold: packages installed, no \`.data\`, nothing compiled before. Warm: the same again. Goal: warm under 4 s.`,
    '',
    table(
      ['start', 'seconds'],
      [
        ['cold', spread(cold, seconds)],
        ['warm', spread(warm, seconds)],
      ],
    ),
  ].join('\n');
}

/** The packages are copied, never linked: a start that finds them incomplete would empty the folder they are in. */
async function plant(root: string): Promise<void> {
  await mkdir(root);
  for (const part of [...TREE, 'node_modules'])
    await cp(await realpath(part), path.join(root, part), { recursive: true, verbatimSymlinks: true });
  if (!(await lstat(path.join(root, 'node_modules'))).isDirectory()) throw new Error('the packages were not copied');
  await writeFile(path.join(root, NO_NPM), `console.error('Run npm ci first.');process.exit(1);`);
}

async function untilReady(ground: Ground, root: string): Promise<number> {
  const { PATH = '', HOME = '' } = process.env;
  const began = performance.now();
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    env: {
      PATH,
      HOME,
      TMPDIR: path.join(root, 'tmp'),
      PORT: '0',
      LOCAL_SLACK_PORT: '0',
      npm_execpath: path.join(root, NO_NPM),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = () => stopChild(child, 'SIGINT');
  ground.onStop(stop);
  for await (const line of createInterface({ input: child.stdout }))
    if (line.startsWith('Threadesk is ready')) {
      const took = (performance.now() - began) / 1000;
      await stop();
      return took;
    }
  await once(child, 'exit');
  throw new Error('it ended before it was ready');
}

/** What the app weighs, before and after many clicks. */
export async function memory(ground: Ground): Promise<string> {
  const house = await openHouse(ground, { mode: 'http' });
  await sleep(2000);
  const rows = [['after the start', ...(await weight(house))]];
  const { kept, clickOn } = await keptTicket(house);
  let fresh = await copyTicket(house.sql, kept, CLICKS);
  await house.desk.act(kept, { verb: 'keep', by: personId(house.idOf('ana')) });
  for (const clicks of [CLICKS, 2 * CLICKS]) {
    // Every other click changes something.
    const click = (n: number) => clickOn(n % 2 === 0 ? kept : ticketNumber(fresh++));
    await load(`${house.appUrl}/slack/events`, SECRET, click, CLICKS, 16);
    await sleep(2000);
    rows.push([`after ${clicks.toLocaleString('en')} clicks`, ...(await weight(house))]);
  }
  return [
    `Resident memory of the app's process (HTTP mode), one run; every other click keeps a new ticket. Goal: under 200 MB.`,
    '',
    table(['when', 'resident', 'of it heap in use', 'heap held'], rows),
  ].join('\n');
}

async function weight({ appUrl }: House): Promise<string[]> {
  const metrics = await (await fetch(`${appUrl}/metrics`)).text();
  const names = ['process_resident_memory_bytes', 'nodejs_heap_size_used_bytes', 'nodejs_heap_size_total_bytes'];
  return names.map((name) => megabytes(Number(new RegExp(`^${name} (\\S+)`, 'm').exec(metrics)?.[1])));
}
