import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { conditionsOf } from '../../src/db/search/conditions.ts';
import { makeFindable } from '../../src/db/search/keep.ts';
import { pageOf } from '../../src/db/search/page.ts';
import type { Start } from '../../src/db/search/statement.ts';
import { NOTHING_KNOWN, type Odds } from '../../src/db/search/odds.ts';
import type { Cursor, Total } from '../../src/desk/searching.ts';
import { ticketNumber } from '../../src/domain/language.ts';
import { actor, type Name, who, WORKSPACE } from '../make.ts';
import { expected, isInside, type Kept } from './naive.ts';
import { NOW, search, ticket, TICKETS, write } from './searches.ts';
import { openTestDesk, type TestDesk } from './open.ts';

const VIEWERS: readonly Name[] = [
  'ana',
  'kofi',
  'lea',
  'mateo',
  'yuki',
  'ivan',
  'sofia',
  'marta',
  'chiara',
  'bao',
  'priya',
  'gus',
  'ada',
  'gone',
];

const typesUnder = (type: string) => (type === 'technical' ? [type, 'technical.how_to', 'technical.other'] : [type]);

/** As if these were a million. */
const AMONG_MANY = [
  { near: 10, far: 10, sorted: 3 },
  { near: 1, far: 1, sorted: 1 },
  { near: 1000, far: 1000, sorted: 1 },
];
/** As if this were known of them. */
const KNOWN: readonly Odds[] = [
  NOTHING_KNOWN,
  { documents: 1_000_000, share: () => 1 },
  { documents: 1_000_000, share: (kind) => (kind === 'facets' ? 0.05 : 0.001) },
  { documents: 1_000_000, share: (kind) => (kind === 'facets' ? 0.0001 : 0.5) },
  { documents: 10_000_000, share: () => 0.01 },
];

let house: TestDesk;
let kept: Kept[];
beforeAll(async () => {
  house = await openTestDesk();
  await house.sql`insert into submission_types (workspace, key, parent, name, group_key) values
    (${WORKSPACE}, 'technical', null, '"Technical"', 'support'), (${WORKSPACE}, 'technical.how_to', 'technical', '"How"', 'support'),
    (${WORKSPACE}, 'technical.other', 'technical', '"Other"', 'support'), (${WORKSPACE}, 'payments', null, '"Pay"', 'billing')
    on conflict do nothing`;
  kept = fc.sample(ticket, { numRuns: TICKETS, seed: 7 }).map((one, nth) => ({ ...one, number: 5000 + nth }));
  await write(house.sql, kept);
  await makeFindable(house.sql, WORKSPACE, { from: ticketNumber(0), requester: null });
});
afterAll(() => house.close());

test('what is found is what a filter over all tickets finds, in its order, page by page', async () => {
  let hits = 0;
  await fc.assert(
    fc.asyncProperty(
      search,
      fc.constantFrom(...VIEWERS),
      fc.integer({ min: 15, max: 60 }),
      fc.constantFrom(...AMONG_MANY),
      fc.constantFrom(...KNOWN),
      async (search, viewer, limit, bounds, odds) => {
        const found: number[] = [];
        let after: Cursor | undefined;
        let total: Total | undefined;
        do {
          const page = await house.desk.search(who[viewer], search, { limit, after, now: NOW, tz: 'Europe/Rome' });
          if (page.kind !== 'found') throw new Error(page.why);
          found.push(...page.tickets.map(({ number }) => number));
          total = page.total;
          after = page.next ?? undefined;
        } while (after !== undefined);
        const wanted = expected(kept, search, actor(viewer));
        hits += wanted.length;
        expect({ found, total }).toEqual({ found: wanted, total: { count: wanted.length, over: false } });
        // However it would be gone about among a million.
        const conditions = conditionsOf(search, { now: NOW, tz: 'Europe/Rome', under: typesUnder });
        if (!conditions || viewer === 'gone' || (search.processing && !isInside(actor(viewer)))) return;
        const seen = {
          workspace: WORKSPACE,
          conditions,
          by: actor(viewer),
          sort: search.sort ?? 'updated',
          odds,
        };
        const all: number[] = [];
        let start: Start | null = null;
        do {
          const { rows, total } = await pageOf(house.sql, { ...seen, start, limit }, NOW, bounds);
          if (total.over) expect(total.count).toBeLessThanOrEqual(wanted.length);
          else expect({ bounds, odds, total }).toEqual({ bounds, odds, total: { count: wanted.length, over: false } });
          all.push(...rows.map(({ number }) => number));
          start = rows.length < limit ? null : (rows.at(-1)?.keys as Start);
        } while (start !== null);
        expect({ bounds, odds, all }).toEqual({ bounds, odds, all: wanted });
      },
    ),
    { numRuns: 75 },
  );
  expect(hits).toBeGreaterThan(100);
});
