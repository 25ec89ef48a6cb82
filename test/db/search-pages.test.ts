import { afterAll, beforeAll, expect, test } from 'vitest';
import { BIG, fillDesk, makeAllFindable } from '../../bench/search-data.ts';
import { openRegistry } from '../../src/db/registry.ts';
import { openStore } from '../../src/db/store.ts';
import { openDesk } from '../../src/desk/desk.ts';
import { groupKey, personId } from '../../src/domain/language.ts';
import type { Search } from '../../src/domain/search.ts';
import { openTestDesk, type TestDesk } from './open.ts';
import { listening, pagesOf } from './pages.ts';

/** What is looked for is found, and a board counted, without looking at most of the tickets. */

const TICKETS = 20_000;
const ADMIN = 'U0ADMIN';
const AGENT = 'UA5';
const EVER: Search = { states: ['open', 'resolved', 'completed', 'cancelled'] };

let house: TestDesk;
beforeAll(async () => {
  house = await openTestDesk();
  await fillDesk(house.sql, TICKETS);
  await makeAllFindable(house.sql, TICKETS);
  await seenByAll();
}, 120_000);
afterAll(() => house.close());

/** As after a while: Postgres knows of all pages that nobody sees them otherwise. */
async function seenByAll(): Promise<void> {
  for (let rest = 1; rest > 0;) {
    await house.sql`vacuum tickets`;
    const [row] = await house.sql<{ rest: number }[]>`
      select relpages - relallvisible as rest from pg_class where oid = 'tickets'::regclass`;
    rest = row?.rest ?? 0;
  }
}

const sizeOf = async (table: string): Promise<number> => {
  const [row] = await house.sql<{ pages: number }[]>`select pg_table_size(${table}::regclass) / 8192 as pages`;
  return row?.pages ?? 0;
};

/** Far fewer than all: so many that come next in their order, or so many that are found. Words are on pages of their own. */
const [FEW, WITH_WORDS] = [1500, 4000];
const month = (ago: number) => new Date(Date.now() - ago * 30 * 86_400_000).toISOString().slice(0, 8) + '01';

test.each<[name: string, by: string, search: Search, most: number]>([
  ['nothing said', ADMIN, {}, FEW],
  ['nothing said, by an agent of all groups', 'U0MANY', {}, FEW],
  ['most urgent first', AGENT, { ...EVER, sort: 'priority' }, FEW],
  ['oldest open', ADMIN, { sort: 'oldest' }, FEW],
  ['a state', ADMIN, { states: ['pending'] }, FEW],
  ['a group', ADMIN, { ...EVER, groups: [groupKey('g3')] }, FEW],
  ['an agent', ADMIN, { ...EVER, agents: [personId('UA31')] }, FEW],
  ['a type', AGENT, { ...EVER, types: ['type12'] }, FEW],
  ['a month long ago', ADMIN, { ...EVER, created: { from: month(13), before: month(12) } }, FEW],
  ['a requester', ADMIN, { ...EVER, users: [personId('UR20')] }, FEW],
  ['a name', ADMIN, { ...EVER, name: 'family12' }, FEW],
  ['a word of the title', ADMIN, { ...EVER, title: 'stampante' }, FEW],
  ['a rare word', AGENT, { text: 'ref1234' }, FEW],
  ['a common word', AGENT, { text: 'stampante' }, WITH_WORDS],
  ['a word of nearly every ticket', ADMIN, { text: 'printer' }, WITH_WORDS],
  ['a common word, among what a requester asked for', 'UR20', { text: 'printer' }, WITH_WORDS],
])('%s', async (_name, by, search, most) => {
  expect(await sizeOf('ticket_search')).toBeGreaterThan(WITH_WORDS);
  const ear = listening(house.sql);
  const desk = openDesk({ store: openStore(ear.sql), workspace: BIG });
  const found = await desk.search(personId(by), search, { limit: 20, now: new Date(), tz: 'Europe/Rome' });
  expect(found.kind === 'found' && found.tickets.length > 0).toBe(true);
  const pages = await pagesOf(house.sql, ear.heard);
  expect(pages.reduce((a, b) => a + b, 0)).toBeLessThan(most);
});

test.each(['all', 'open', 'queue', 'replied', 'spam'] as const)('the board %s of an administrator', async (board) => {
  const admin = personId(ADMIN);
  await openRegistry(house.sql).sawHome(BIG, admin, { leaf: { board, group: null, agent: null, page: 0 } });
  const ear = listening(house.sql);
  const home = await openDesk({ store: openStore(ear.sql), workspace: BIG }).home(admin);
  expect(home?.counts[board]).toBeGreaterThan(100);
  const pages = await pagesOf(house.sql, ear.heard);
  // Of each of twenty groups a page of rows, and all counts: one by one they would be several times as many.
  expect(pages.reduce((a, b) => a + b, 0)).toBeLessThan(2000);
});

test.each(['UR0', 'UA5', 'UA190'])(
  'the cards of what %s asked for or has, as long as it is neither over nor put away',
  async (id) => {
    await house.sql`
    insert into places (workspace, ticket, kind, channel, ts)
    select workspace, number, 'card', 'C0CARDS', number::text from tickets where workspace = ${BIG} on conflict do nothing`;
    await house.sql`vacuum analyze places`;
    await house.sql`delete from letters`;
    const ear = listening(house.sql);
    await openRegistry(ear.sql).redrawFor(BIG, personId(id));
    const drawn = await house.sql`select ticket from letters where kind = 'card' order by ticket`;
    const his = await house.sql`
    select number as ticket from tickets where workspace = ${BIG} and (requester = ${id} or assignee = ${id})
      and state not in ('completed', 'cancelled', 'spam') and archived_at is null order by number`;
    expect(his.length).toBeGreaterThan(0);
    expect([...drawn]).toEqual([...his]);
    await house.sql`delete from letters`;
    const [pages = Infinity] = await pagesOf(house.sql, ear.heard);
    expect(pages).toBeLessThan((await sizeOf('tickets')) / 2 + 20 * his.length);
  },
);
