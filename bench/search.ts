import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { connect, type Sql } from '../src/db/connect.ts';
import { migrate } from '../src/db/migrate.ts';
import { openRegistry } from '../src/db/registry.ts';
import { makeFindable } from '../src/db/search/keep.ts';
import { openStore } from '../src/db/store.ts';
import { openDesk } from '../src/desk/desk.ts';
import type { HomeBoard } from '../src/domain/boards.ts';
import { personId, ticketNumber } from '../src/domain/language.ts';
import { listening, pagesOf } from '../test/db/pages.ts';
import { breakGround } from './ground.ts';
import { asks, upTo } from './search-asks.ts';
import { BIG, fillDesk, makeAllFindable } from './search-data.ts';
import { ms, percentile, table } from './table.ts';

const { values } = parseArgs({
  options: {
    tickets: { type: 'string', default: '1000000' },
    runs: { type: 'string', default: '200' },
    database: { type: 'string' },
    only: { type: 'string', default: '' },
  },
});
const [TICKETS, RUNS] = [Number(values.tickets), Number(values.runs)];
const LISTS = ['asked', 'raised', 'followed', 'ended', 'ever', 'decide', 'held'] as const;
const people = { admin: 'U0ADMIN', agent: 'UA5', 'agent of all': 'U0MANY', lead: 'UA10', requester: 'UR20' } as const;
const HOMES: readonly (readonly [id: string, boards: readonly HomeBoard[]])[] = [
  ['UR20', ['asked', 'ended']],
  ['UA5', ['queue', 'held', 'replied', 'all', 'completed']],
  ['UA0', ['spam', 'load']],
  ['U0ADMIN', ['queue', 'replied', 'open', 'all', 'spam', 'load']],
];

/** What the server's processes have spent of the processor, in ms; only Linux tells. */
function spent(pids: readonly number[]): number {
  try {
    const of = (pid: number) => Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
    return pids.map(of).reduce((a, b) => a + b, 0);
  } catch {
    return Number.NaN;
  }
}

/** A row of the table: how long it took, what it cost the server, and the most that was found. */
async function timed(sql: Sql, work: () => Promise<number>): Promise<[string, string, string, string, number]> {
  const took: number[] = [];
  const cost: number[] = [];
  let pids: number[] = [];
  let most = 0;
  for (let run = -3; run < RUNS; run++) {
    if (run === 0)
      pids = (
        await sql<{ pid: number }[]>`
        select pid from pg_stat_activity where application_name = 'threadesk' and datname = current_database()`
      ).map(({ pid }) => pid);
    const [began, before] = [performance.now(), spent(pids)];
    most = Math.max(most, await work());
    if (run < 0) continue;
    took.push(performance.now() - began);
    cost.push(spent(pids) - before);
  }
  const [p50, p99] = [0.5, 0.99];
  return [
    ms(percentile(took, p50)),
    ms(percentile(took, p99)),
    ms(percentile(cost, p50)),
    ms(percentile(cost, p99)),
    most,
  ];
}

const ground = values.database === undefined ? await breakGround() : null;
try {
  const url = values.database ?? (await ground?.database()) ?? '';
  if (ground) await migrate(url);
  const { sql, close } = await connect(url);
  const began = performance.now();
  if (ground) await fillDesk(sql, TICKETS);
  if (ground) await makeAllFindable(sql, TICKETS);
  if (ground) console.log(`Made in ${((performance.now() - began) / 1000).toFixed(0)} s.\n`);
  for (const section of values.only === '' ? [found, boardsOf, homes, sizes, inserts] : [found])
    console.log(`${await section(sql)}\n`);
  await close();
} finally {
  await ground?.stop();
}

async function found(sql: Sql): Promise<string> {
  const ear = listening(sql);
  const deskOf = (over: Sql) => openDesk({ store: openStore(over), workspace: BIG });
  const [desk, heard] = [deskOf(sql), deskOf(ear.sql)];
  const rows: (string | number)[][] = [];
  for (const { name, by, search } of asks.filter(({ name }) => name.includes(values.only))) {
    const page = { limit: 20, now: new Date(), tz: 'Europe/Rome' };
    const took = await timed(sql, async () => {
      const answer = await desk.search(personId(people[by]), search(), page);
      return answer.kind === 'found' ? answer.total.count : Number.NaN;
    });
    const pages: number[] = [];
    for (let n = 0; n < 10; n++) {
      ear.heard.length = 0;
      await heard.search(personId(people[by]), search(), page);
      pages.push((await pagesOf(sql, [...ear.heard])).reduce((a, b) => a + b, 0));
    }
    rows.push([name, by, ...took, Math.max(...pages)]);
  }
  return table(['search', 'by', 'p50', 'p99', 'server p50', 'server p99', 'told at most', 'pages at most'], rows);
}

/** The App Home with each of these boards in front. */
async function homes(sql: Sql): Promise<string> {
  const desk = openDesk({ store: openStore(sql), workspace: BIG });
  const registry = openRegistry(sql);
  const rows: (string | number)[][] = [];
  for (const [id, boards] of HOMES)
    for (const board of boards) {
      const person = personId(id);
      await registry.sawHome(BIG, person, { leaf: { board, group: null, agent: null, page: 0 } });
      const took = await timed(sql, async () => (await desk.home(person))?.counts[board] ?? 0);
      rows.push([id, board, ...took]);
    }
  return table(['App Home of', 'board', 'p50', 'p99', 'server p50', 'server p99', 'holds at most'], rows);
}

async function boardsOf(sql: Sql): Promise<string> {
  const store = openStore(sql);
  const rows: (string | number)[][] = [];
  for (const board of LISTS) {
    const took = await timed(sql, async () => {
      const person = personId(board === 'held' ? `UA${upTo(200)}` : `UR${upTo(20_000)}`);
      return (await store.board(BIG, { board, person, limit: 20 })).total;
    });
    rows.push([`board ${board}`, ...took]);
  }
  const numbers = await timed(sql, async () => {
    const ask = { by: personId('UA5'), text: String(1001 + upTo(90_000)), limit: 20 };
    return (await store.find(BIG, ask)).length;
  });
  const words = await timed(
    sql,
    async () => (await store.find(BIG, { by: personId('UA5'), text: 'fattura', limit: 20 })).length,
  );
  return table(
    ['list', 'p50', 'p99', 'server p50', 'server p99', 'holds at most'],
    [...rows, ['suggested by number', ...numbers], ['suggested by a word', ...words]],
  );
}

async function sizes(sql: Sql): Promise<string> {
  const rows = await sql<{ name: string; size: string }[]>`
    select relname as name, pg_size_pretty(case relkind when 'r' then pg_table_size(oid) else pg_relation_size(oid) end) as size
    from pg_class where relname in ('tickets', 'messages', 'ticket_search') or relname like 'ticket_search_%' order by relname`;
  return table(
    ['on disk', 'size'],
    rows.map(({ name, size }) => [name, size]),
  );
}

/** Creating with and without the job for the document, and what the job costs afterwards. */
async function inserts(sql: Sql): Promise<string> {
  const without = new Proxy(sql, {
    get(target, name) {
      if (name !== 'unsafe') return Reflect.get(target, name) as unknown;
      return (text: string, given: never[], options: object) =>
        target.unsafe(text.replace(/ \|\| \('search',[^\n]*?::graphile_worker\.job_spec/, ''), given, options);
    },
  });
  const creating = (over: Sql) => {
    const desk = openDesk({ store: openStore(over), workspace: BIG });
    return async () => {
      const request = {
        title: 'VPN drops every hour',
        content: 'Since Monday, on both laptops.',
        channel: 'slash',
        group: 'g0',
      };
      const outcome = await desk.open(personId(`UR${upTo(20_000)}`), request);
      if (outcome.kind !== 'done') throw new Error(`the ticket was ${outcome.kind}`);
      return 0;
    };
  };
  const bare = await timed(sql, creating(without));
  const [row] = await sql<{ from: number }[]>`select max(number) + 1 as from from tickets`;
  const full = await timed(sql, creating(sql));
  let next = row?.from ?? 0;
  const job = await timed(sql, async () => {
    await makeFindable(sql, BIG, { ticket: ticketNumber(next++) });
    return 0;
  });
  return table(
    ['', 'p50', 'p99', 'server p50', 'server p99'],
    [
      ['create without the job', ...bare],
      ['create', ...full],
      ['the job, in the background', ...job],
    ].map((cells) => cells.slice(0, 5)),
  );
}
