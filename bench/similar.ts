import { connect, type Sql } from '../src/db/connect.ts';
import { migrate } from '../src/db/migrate.ts';
import { similarInGroup } from '../src/db/similar.ts';
import { openStore } from '../src/db/store.ts';
import { openDesk } from '../src/desk/desk.ts';
import { groupKey, personId } from '../src/domain/language.ts';
import type { Ground } from './ground.ts';
import { upTo } from './search-asks.ts';
import { BIG, fillDesk, makeAllFindable, REQUESTERS } from './search-data.ts';
import { ms, percentile, table } from './table.ts';

const TICKETS = 100_000;
const RUNS = 200;
const OPEN = 'C0OPEN';
/** A fifth of all tickets was asked in an open channel. */
const OPENLY = `
  with asked as (update tickets set main_channel = '${OPEN}', main_ts = number || '.000100' where number % 5 = 0 and not private)
  update ticket_search set facets = facets || 'w:${OPEN}'::text where number % 5 = 0 and not private`;

/** How long it takes to find what is like a request, while it is typed and after it was filed. */
export async function similar(ground: Ground): Promise<string> {
  const url = await ground.database();
  await migrate(url);
  const { sql, close } = await connect(url);
  ground.onStop(close);
  await fillDesk(sql, TICKETS);
  await makeAllFindable(sql, TICKETS);
  await sql.unsafe(OPENLY);
  await sql`vacuum analyze tickets, ticket_search`;
  const desk = openDesk({ store: openStore(sql), workspace: BIG });
  const began = performance.now();
  await desk.similar(personId('UR1'), { title: 'printer', content: '', channels: [] });
  const counted = performance.now() - began;
  const typing = (by: () => string, channels: readonly string[]) => async (title: string) =>
    (await desk.similar(personId(by()), { title, content: '', channels })).length;
  const requester = () => `UR${upTo(REQUESTERS)}`;
  const rows = [
    await timed(sql, 'typed by a requester, his own', typing(requester, [])),
    await timed(sql, 'typed by a requester, and in an open channel', typing(requester, [OPEN])),
    await timed(
      sql,
      'typed by an agent, of his group too',
      typing(() => `UA${upTo(200)}`, [OPEN]),
    ),
    await timed(sql, 'after it was filed, for the card', async (title) => {
      const words = { title, content: title };
      return (await similarInGroup(sql, BIG, words, groupKey(`g${upTo(20)}`), 0))?.length ?? Number.NaN;
    }),
  ];
  const head = ['looked for', 'p50', 'p99', 'slowest', 'found on average', 'too slow'];
  return `${table(head, rows)}\n\nCounting how common words are, once in ten minutes: ${ms(counted)} ms.`;
}

/** Some words of what somebody asked before, so that there is something to be found. */
async function titles(sql: Sql): Promise<string[]> {
  const rows = await sql<{ title: string }[]>`
    select title from tickets where number = any(${Array.from({ length: RUNS }, () => 1001 + upTo(TICKETS))}::int[])`;
  return rows.map(({ title }) =>
    title
      .split(' ')
      .filter((word, nth) => nth % 3 < 2 && !word.startsWith('ref'))
      .join(' '),
  );
}

async function timed(sql: Sql, name: string, work: (title: string) => Promise<number>): Promise<(string | number)[]> {
  const took: number[] = [];
  let [found, slow] = [0, 0];
  for (const title of await titles(sql)) {
    const began = performance.now();
    const count = await work(title);
    took.push(performance.now() - began);
    if (Number.isNaN(count)) slow++;
    else found += count;
  }
  const all = [0.5, 0.99, 1].map((share) => ms(percentile(took, share)));
  return [name, ...all, (found / took.length).toFixed(1), slow];
}
