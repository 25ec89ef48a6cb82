import { startWorker } from '../../src/worker/worker.ts';

/** A process that takes letters and never comes back with them. */
const never = () => new Promise<never>(() => {});
const nothing = async () => {};
let taken = 0;
await startWorker({
  url: process.argv[2] ?? '',
  deliver() {
    if (++taken === 2) console.log('taken');
    return never();
  },
  clock: nothing,
  inbox: nothing,
  search: nothing,
  trigger: nothing,
  call: nothing,
  files: nothing,
  batch: nothing,
  sweep: nothing,
  log: { debug: () => {}, warn: () => {}, error: () => {} },
  concurrency: 4,
});
