import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { markOf } from '../../src/db/embedded/alive.ts';
import { FOLDER, removeRun, sweepKilledRuns } from './sweep.ts';

let inside: string;
beforeAll(async () => {
  inside = await mkdtemp(path.join(tmpdir(), 'threadesk-swept-'));
});
afterAll(() => rm(inside, { recursive: true, force: true }));

/** The folder of a run that began an hour ago, and the processes that still use its server. */
async function run(name: string, users: readonly string[] = []): Promise<string> {
  const folder = path.join(inside, `${FOLDER}${name}`);
  await mkdir(path.join(folder, 'pg17.users'), { recursive: true });
  for (const user of users) await writeFile(path.join(folder, 'pg17.users', user), user);
  const began = new Date(Date.now() - 3_600_000);
  await utimes(folder, began, began);
  return folder;
}

it('what killed runs left is removed once, however many runs begin and end together; a living one keeps its folder', async () => {
  const gone = ['1 1', '1 2'];
  for (let nth = 0; nth < 20; nth++) await run(`killed${nth}`, gone);
  await run('living', [...gone, markOf(process.pid) ?? '']);
  const ended = await run('ended');
  await Promise.all([...Array.from({ length: 5 }, () => sweepKilledRuns(inside)), removeRun(ended, inside)]);
  expect((await readdir(inside)).filter((name) => name.startsWith(FOLDER))).toEqual([`${FOLDER}living`]);
});
