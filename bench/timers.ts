import { connect } from '../src/db/connect.ts';
import { migrate } from '../src/db/migrate.ts';
import { openStore } from '../src/db/store.ts';
import { sweep } from '../src/db/sweep.ts';
import { openDesk } from '../src/desk/desk.ts';
import { answer, fillDesk, hold, ring, scansOf, undone } from '../test/db/waiting.ts';
import { agentsOf, REQUESTERS, settle, WORKSPACE } from '../test/year/world.ts';
import type { Ground } from './ground.ts';
import { ms, spread, table } from './table.ts';

const TICKETS = 100_000;
const ROUNDS = 100;
/** How long it takes to find out what is due while nearly everything waits. */
export async function timers(ground: Ground): Promise<string> {
  const url = await ground.database();
  await migrate(url);
  const { sql, db, close } = await connect(url);
  ground.onStop(close);
  await settle({ db });
  const desk = openDesk({ store: openStore(sql), workspace: WORKSPACE });
  const [requester] = REQUESTERS;
  const [agent] = agentsOf('rome');
  if (!requester || !agent) throw new Error('nobody is there');
  const request = { title: 'VPN drops', content: 'Since Monday.', group: 'rome', channel: 'slash' };
  const outcome = await desk.open(requester, request);
  if (outcome.kind !== 'done') throw new Error(`the ticket was ${outcome.kind}`);
  const { number } = outcome.ticket;
  await desk.act(number, { verb: 'keep', by: agent });
  await sql`delete from graphile_worker._private_jobs`;
  await fillDesk(sql, number, TICKETS);
  const scans = await scansOf(url, sql);
  const [queue, ...others] = scans;
  if (!queue) throw new Error('the queue asked nothing');
  await sql`vacuum analyze graphile_worker._private_jobs`;

  const rows: [string, string, string, string][] = [];
  // Each time it is taken back, so that the next one finds the same.
  const measure = async (name: string, text: string) => {
    const took: number[] = [];
    for (let round = -5; round < ROUNDS; round++) {
      const one = await undone(sql, async (inside) => {
        const began = performance.now();
        await inside.unsafe(text, [], { prepare: true });
        return performance.now() - began;
      });
      if (round >= 0) took.push(one);
    }
    const { whole, pages } = await answer(sql, { text });
    rows.push([name, spread(took, ms), String(pages), whole.join(', ') || 'none']);
  };
  await measure('the queue, nothing due', queue.text);
  for (const { name, text } of others) await measure(name, text);
  await ring(sql, 1);
  await measure('the queue, one due', queue.text);
  await ring(sql, 1000);
  await measure('the queue, 1,000 due', queue.text);
  await hold(sql, 8);
  for (const { name, text } of others) await measure(`${name} (it held 8)`, text);
  rows.push(['the whole sweep', spread(await timed(() => sweep(sql)), ms), '', '']);
  return [
    `${TICKETS.toLocaleString('en')} open tickets, each with a job of the clock that waits for its time, beside twice as many letters and as many`,
    `inbound events that are done with. From the question to the answer, in ms, ${ROUNDS} times each; minimum / median / maximum. Goal: under`,
    `10. As \`explain (analyze, buffers)\` of the same statement says: how many pages are looked at, and which of the growing tables are read whole.`,
    '',
    table(['question', 'ms', 'pages', 'read whole'], rows),
  ].join('\n');
}

async function timed(work: () => Promise<unknown>): Promise<number[]> {
  const took: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    await work();
    took.push(performance.now() - began);
  }
  return took;
}
