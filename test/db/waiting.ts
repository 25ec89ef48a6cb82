import { Logger, runOnce } from 'graphile-worker';
import { Pool } from 'pg';
import type { Sql, Transaction } from '../../src/db/connect.ts';
import { clockSpec } from '../../src/db/jobs.ts';
import { sweep } from '../../src/db/sweep.ts';

/** One question that is asked to find out what is due, as it goes to Postgres. */
type Scan = { name: string; text: string };

/** Copies of one open ticket with an alarm each, some time in the next fortnight, beside letters and events that are done with. */
export async function fillDesk(sql: Sql, like: number, count: number): Promise<void> {
  const [row] = await sql<{ first: number }[]>`select max(number) + 1 as first from tickets`;
  const first = row?.first ?? 0;
  const last = first + count - 1;
  await sql`
    insert into tickets select r.* from tickets t, generate_series(${first}::int, ${last}::int) n,
      lateral jsonb_populate_record(null::tickets, to_jsonb(t) || jsonb_build_object('number', n)) r
    where t.number = ${like}`;
  await sql`
    insert into letters (workspace, ticket, kind, seq, conversation, state)
    select t.workspace, t.number, k, 1, 'c:C' || t.number % 20, 'sent'
    from tickets t, unnest(array['ping', 'main']) k where t.number >= ${first}`;
  await sql`
    insert into inbox (workspace, key, conversation, body, done_at)
    select t.workspace, 'k' || t.number, 'c', '{}', now() from tickets t where t.number >= ${first}`;
  const alarm = clockSpec('t.workspace', 't.number', "now() + interval '1 day' + random() * interval '13 days'");
  await sql.unsafe(`
    select count(*) from (
      select array_agg(${alarm}) as specs from tickets t where t.number >= ${first} group by t.number / 2000) s,
      lateral graphile_worker.add_jobs(s.specs)`);
  await sql`vacuum analyze tickets, letters, inbox, graphile_worker._private_jobs`;
}

/** Makes the alarms of so many tickets ring. */
export async function ring(sql: Sql | Transaction, count: number): Promise<void> {
  await sql`
    update graphile_worker._private_jobs set run_at = now() - interval '1 second'
    where id in (select id from graphile_worker._private_jobs where key like 'clock:%' order by id limit ${count})`;
}

/** Some of the jobs that are due are in the hands of a process that has died. */
export async function hold(sql: Sql, count: number): Promise<void> {
  await sql`
    update graphile_worker._private_jobs set locked_at = now() - interval '1 minute', locked_by = 'dead'
    where id in (select id from graphile_worker._private_jobs where run_at < now() order by id limit ${count})`;
}

/** The questions of the worker's queue and of the sweep, heard from themselves. */
export async function scansOf(url: string, sql: Sql): Promise<Scan[]> {
  const swept: string[] = [];
  const listening = new Proxy(sql, {
    get(target, name) {
      if (name !== 'unsafe') return Reflect.get(target, name) as unknown;
      return (text: string) => {
        swept.push(text);
        return target.unsafe(text);
      };
    },
  });
  await sweep(listening);
  return [
    { name: 'the queue: what is due?', text: await questionOfQueue(url) },
    ...swept.map((text) => ({
      name: text.includes('force_unlock') ? 'the sweep: who is dead?' : 'the sweep: what was forgotten?',
      text,
    })),
  ];
}

type Client = { query(...asked: unknown[]): unknown };

/** The library asks through a client of its own. */
async function questionOfQueue(url: string): Promise<string> {
  const pgPool = new Pool({ connectionString: url });
  const heard: { text: string; values?: unknown[] }[] = [];
  pgPool.on('error', () => {});
  pgPool.on('connect', (client: Client) => {
    const query = client.query.bind(client);
    client.query = (...asked) => {
      const [first] = asked;
      if (typeof first === 'object' && first !== null && 'text' in first) heard.push(first as (typeof heard)[number]);
      return query(...asked);
    };
  });
  await runOnce({ pgPool, taskList: { clock: async () => {} }, logger: new Logger(() => () => {}) });
  await pgPool.end();
  const asked = heard.find(({ text }) => text.includes('skip locked'));
  if (!asked) throw new Error('The queue asked nothing.');
  const tasks = JSON.stringify(asked.values?.[1]).replace('[', '{').replace(']', '}');
  return asked.text.replaceAll('$1::text', "'scan'::text").replaceAll('$2::int[]', `'${tasks}'::int[]`);
}

type Node = { 'Node Type': string; 'Relation Name'?: string; Plans?: Node[] };
type Buffers = { 'Shared Hit Blocks': number; 'Shared Read Blocks': number };
type Row = { 'QUERY PLAN': { Plan: Node & Buffers }[] };
/** How a question is answered: the tables that are read from the first row to the last, and how many pages of 8 kB are looked at. */
type Answer = { whole: string[]; pages: number };
/** All that grows with the desk. */
const LARGE = ['tickets', 'events', 'messages', 'letters', 'inbox', '_private_jobs'];

/** Answers a question, says how, and takes back what that changed. */
export async function answer(sql: Sql, { text }: Pick<Scan, 'text'>): Promise<Answer> {
  const [row] = await undone(sql, (inside) => inside.unsafe<Row[]>(`explain (analyze, buffers, format json) ${text}`));
  const plan = row?.['QUERY PLAN'][0]?.Plan;
  if (!plan) throw new Error('Postgres does not say how.');
  const nodes = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodes)];
  const whole = nodes(plan).flatMap((node) => (node['Node Type'] === 'Seq Scan' ? [node['Relation Name'] ?? ''] : []));
  const pages = plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
  return { whole: whole.filter((name) => LARGE.includes(name)), pages };
}

class Undo extends Error {}

/** What is done inside is taken back. */
export async function undone<T>(sql: Sql, work: (inside: Transaction) => Promise<T>): Promise<T> {
  const results: T[] = [];
  await sql
    .begin(async (inside) => {
      results.push(await work(inside));
      throw new Undo();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
  const [result] = results;
  return result as T;
}
