import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { conditionsOf } from '../../src/db/search/conditions.ts';
import { makeFindable } from '../../src/db/search/keep.ts';
import { statementOf } from '../../src/db/search/statement.ts';
import type { Cursor } from '../../src/desk/searching.ts';
import { ticketNumber } from '../../src/domain/language.ts';
import { actor, type Name, who, WORKSPACE } from '../make.ts';
import { expected, type Kept } from './naive.ts';
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
      fc.integer({ min: 3, max: 60 }),
      async (search, viewer, limit) => {
        const found: number[] = [];
        let after: Cursor | undefined;
        let total = 0;
        do {
          const page = await house.desk.search(who[viewer], search, { limit, after, now: NOW, tz: 'Europe/Rome' });
          if (page.kind !== 'found') throw new Error(page.why);
          found.push(...page.tickets.map(({ number }) => number));
          total = page.total;
          after = page.next ?? undefined;
        } while (after !== undefined);
        const wanted = expected(kept, search, actor(viewer));
        hits += wanted.length;
        expect({ found, total }).toEqual({ found: wanted, total: wanted.length });
        // However it would be gone about among a million.
        const conditions = conditionsOf(search, { now: NOW, under: typesUnder });
        if (!conditions || viewer === 'gone') return;
        for (const way of ['few', 'near', 'all'] as const) {
          const asked = { workspace: WORKSPACE, conditions, by: actor(viewer), start: null, limit, tz: 'Europe/Rome' };
          const { text, values } = statementOf({ ...asked, sort: search.sort ?? 'updated' }, way);
          const rows = await house.sql.unsafe<{ number: number | null }[]>(text, values as never[]);
          const numbers = rows.flatMap((row) => row.number ?? []);
          expect({ way, numbers }).toEqual({ way, numbers: wanted.slice(0, limit) });
        }
      },
    ),
    { numRuns: 150 },
  );
  expect(hits).toBeGreaterThan(200);
});
