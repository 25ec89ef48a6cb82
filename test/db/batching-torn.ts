import { openBatches } from '../../src/db/batches.ts';
import { connect } from '../../src/db/connect.ts';
import { openStore } from '../../src/db/store.ts';
import { sweep } from '../../src/db/sweep.ts';
import { takeTurn } from '../../src/desk/batching.ts';
import { openDesk } from '../../src/desk/desk.ts';
import { startWorker } from '../../src/worker/worker.ts';
import { WORKSPACE } from '../make.ts';

/** A process that works on batches until so many are done, and then hangs between an act and its mark. */
const [, , url = '', most = '0'] = process.argv;
const { sql } = await connect(url);
const store = openStore(sql);
const batches = openBatches(sql);
const nothing = async () => {};
let marked = 0;
const torn: typeof batches = {
  ...batches,
  mark(...mark) {
    if (++marked <= Number(most)) return batches.mark(...mark);
    console.log('hangs');
    return new Promise<never>(() => {});
  },
};
const fill = () => ({ number: '', title: '', requester: '', agent: '', group: '' });
const parts = { desk: openDesk({ store, workspace: WORKSPACE }), store, batches: torn, now: () => new Date(), fill };
await startWorker({
  url,
  deliver: nothing,
  clock: nothing,
  inbox: nothing,
  search: nothing,
  trigger: nothing,
  call: nothing,
  files: nothing,
  batch: (id) => takeTurn(parts, id),
  sweep: () => sweep(sql),
  log: { debug: () => {}, warn: () => {}, error: () => {} },
  concurrency: 4,
});
