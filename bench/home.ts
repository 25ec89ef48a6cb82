import { performance } from 'node:perf_hooks';
import { connect } from '../src/db/connect.ts';
import { migrate } from '../src/db/migrate.ts';
import { openRegistry } from '../src/db/registry.ts';
import { openStore } from '../src/db/store.ts';
import { openDesk } from '../src/desk/desk.ts';
import type { HomeBoard } from '../src/domain/boards.ts';
import { personId } from '../src/domain/language.ts';
import { homeView } from '../src/slack/views/home.ts';
import type { Ground } from './ground.ts';
import { openProxy } from './proxy.ts';
import { BIG, fillDesk } from './search-data.ts';
import { ms, percentile, table } from './table.ts';

const TICKETS = 50_000;
const RUNS = 100;
const LOOKS: readonly (readonly [who: string, id: string, boards: readonly HomeBoard[]])[] = [
  ['a requester', 'UR20', ['asked', 'ended']],
  ['an agent', 'UA5', ['queue', 'held', 'risk', 'all']],
  ['an administrator who leads a group', 'UA0', ['queue', 'late', 'load', 'spam']],
  ['a manager of ten agents', 'UR30', ['load']],
  ['an administrator', 'U0ADMIN', ['queue', 'open', 'all', 'load']],
];

/** An App Home until it can be sent: what is asked of Postgres for it, how long that takes, and how long it is drawn. */
export async function home(ground: Ground): Promise<string> {
  const url = await ground.database();
  await migrate(url);
  const proxy = await openProxy(ground, url);
  const { sql, close } = await connect(proxy.url);
  ground.onStop(close);
  await fillDesk(sql, TICKETS);
  await sql`update people set manager = 'UR30' where id = any(${Array.from({ length: 10 }, (_, n) => `UA${n}`)})`;
  const registry = openRegistry(sql);
  const book = await registry.load(BIG);
  const desk = openDesk({ store: openStore(sql), workspace: BIG });
  const rows: (string | number)[][] = [];
  for (const [who, id, boards] of LOOKS)
    for (const board of boards) {
      const person = personId(id);
      await registry.sawHome(BIG, person, { leaf: { board, group: null, agent: null, page: 0 } });
      const [read, drawn]: [number[], number[]] = [[], []];
      let [asked, blocks, count] = [0, 0, 0];
      for (let run = -10; run < RUNS; run++) {
        proxy.take();
        const began = performance.now();
        const reading = await desk.home(person);
        const between = performance.now();
        if (!reading) throw new Error(`${id} has no home`);
        blocks = homeView({ language: 'en', book, now: new Date(), ...reading }).blocks.length;
        const ended = performance.now();
        asked = proxy.take().filter(({ prepares }) => !prepares).length;
        count = reading.counts[board] ?? 0;
        if (run < 0) continue;
        read.push(between - began);
        drawn.push(ended - between);
      }
      const of = (values: readonly number[], share: number) => ms(percentile(values, share));
      rows.push([who, board, count, asked, of(read, 0.5), of(read, 0.99), of(drawn, 0.5), of(drawn, 0.99), blocks]);
    }
  return [
    `A desk of ${TICKETS.toLocaleString('en')} tickets, 20 groups and 200 agents; every board ${RUNS} times, one after the other, in ms. Statements are`,
    'counted on the wire (goal: at most 3). Every Home counts all boards of its person, not only the one that is shown.',
    '',
    table(['who', 'board', 'tickets', 'statements', 'read p50', 'p99', 'drawn p50', 'p99', 'blocks'], rows),
  ].join('\n');
}
