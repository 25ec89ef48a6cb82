import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connect, type Connection } from '../../src/db/connect.ts';
import { openStore } from '../../src/db/store.ts';
import { wakeWaiters } from '../../src/db/waiters.ts';
import { openDesk } from '../../src/desk/desk.ts';
import type { PersonId, TicketNumber } from '../../src/domain/language.ts';
import { who, WORKSPACE } from '../make.ts';
import { done, openTestDesk, type TestDesk } from './open.ts';

/** Who is given what: fair, within everybody's limits, whichever process is first. */

const US: readonly PersonId[] = [who.ana, who.kofi, who.lea];
const NOW = new Date('2026-11-23T10:00:00Z');
let house: TestDesk;
let others: Connection[];
beforeAll(async () => {
  house = await openTestDesk();
  others = [await connect(house.url), await connect(house.url)];
  await house.sql`delete from group_members where group_key = 'support' and role = 'agent'`;
  await house.sql`insert into group_members ${house.sql(
    US.map((person) => ({ workspace: WORKSPACE, group_key: 'support', person, role: 'agent', source: 'channel' })),
  )}`;
});
afterAll(async () => {
  await Promise.all(others.map(({ close }) => close()));
  await house.close();
});

const how = (auto_assign: string) =>
  house.sql`update groups set policies = policies || ${house.sql.json({ auto_assign })} where key = 'support'`;
beforeEach(async () => {
  await house.sql`update people set capacity = null, hours = null, skills = '{}', out_until = null`;
  await house.sql`update tickets set state = 'spam', detail = '{}' where state = 'new' or assignee is not null`;
  await house.sql`delete from turns`;
  await how('round_robin');
});

const doors = () =>
  [house, ...others].map(({ sql }) => openDesk({ store: openStore(sql), workspace: WORKSPACE, now: () => NOW }));
const raised = (many: number): Promise<TicketNumber[]> =>
  Promise.all(Array.from({ length: many }, () => house.raise()));
/** Everybody's clock at once, as often as it takes until nobody is given anything any more. */
async function giveAll(numbers: readonly TicketNumber[]): Promise<void> {
  for (;;) {
    const outcomes = await Promise.all(doors().flatMap((door) => numbers.map((number) => door.tick(number))));
    if (outcomes.every((outcome) => outcome === null || outcome.kind === 'repeated')) break;
  }
}
async function loads(numbers: readonly TicketNumber[]): Promise<Map<PersonId | null, number>> {
  const rows = await house.sql<{ assignee: PersonId | null; many: number }[]>`
    select assignee, count(*)::int as many from tickets where number in ${house.sql(numbers)} group by assignee`;
  return new Map(rows.map(({ assignee, many }) => [assignee, many]));
}
const given = async (type?: string) => {
  const number = await house.raise();
  if (type) await house.sql`update tickets set type = ${type} where number = ${number}`;
  await doors()[0]!.tick(number);
  return (await house.store.read(WORKSPACE, number, { by: null }))!.ticket.assignee;
};

test('in turn, by three processes at once: nobody has more than one more than another', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 10 }),
      fc.constantFrom('round_robin', 'least_loaded'),
      async (many, way) => {
        await house.sql`update tickets set state = 'spam', detail = '{}' where state = 'new' or assignee is not null`;
        await how(way);
        const numbers = await raised(many);
        await giveAll(numbers);
        const load = await loads(numbers);
        expect(load.get(null)).toBeUndefined();
        const counts = US.map((one) => load.get(one) ?? 0);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 6 },
  );
});

test('nobody is given more than he may have, though he keeps tickets himself in the same moment; the rest waits', async () => {
  await fc.assert(
    fc.asyncProperty(fc.tuple(...US.map(() => fc.integer({ min: 0, max: 3 }))), async (capacities) => {
      await house.sql`update tickets set state = 'spam', detail = '{}' where state = 'new' or assignee is not null`;
      for (const [nth, one] of US.entries())
        await house.sql`update people set capacity = ${capacities[nth]!} where id = ${one}`;
      const numbers = await raised(8);
      const own = await house.raise();
      const [kept] = await Promise.all([house.desk.act(own, { verb: 'keep', by: who.ana }), giveAll(numbers)]);
      expect(kept.kind).toBe('done');
      const load = await loads(numbers);
      const his = await loads([...numbers, own]);
      for (const [nth, one] of US.entries()) {
        expect(load.get(one) ?? 0).toBeLessThanOrEqual(capacities[nth]!);
        // What he took himself he has on top, if he was full already.
        expect(his.get(one) ?? 0).toBeLessThanOrEqual(capacities[nth]! + (one === who.ana ? 1 : 0));
      }
      const room = capacities.reduce((sum, capacity) => sum + capacity, 0);
      expect(load.get(null) ?? 0).toBeGreaterThanOrEqual(Math.max(0, 8 - room));
      expect(load.get(null) ?? 0).toBeLessThanOrEqual(Math.max(0, 8 - room) + 1);
    }),
    { numRuns: 5 },
  );
});

test('to nobody who is away, does not work now, or takes other types', async () => {
  await house.sql`update people set out_until = ${new Date(NOW.getTime() + 60_000)} where id = ${who.ana}`;
  const hours = { zone: 'Europe/Rome', week: { monday: ['13:00-18:00'] }, holidays: [] };
  await house.sql`update people set hours = ${house.sql.json(hours)} where id = ${who.kofi}`;
  expect([await given(), await given()]).toEqual([who.lea, who.lea]);
  await house.sql`update people set out_until = ${NOW} where id = ${who.ana}`;
  expect(await given()).toBe(who.ana);
  await house.sql`update people set out_until = null, hours = null`;
  const [type] = await house.sql<{ key: string; parent: string }[]>`
    select key, parent from submission_types where parent is not null limit 1`;
  const { key, parent } = type!;
  await house.sql`update people set skills = '{nothing}' where id in (${who.ana}, ${who.lea})`;
  expect([await given(key), await given(key)]).toEqual([who.kofi, who.kofi]);
  // Who takes the type above takes all below it.
  await house.sql`update people set skills = ${[parent]} where id = ${who.ana}`;
  expect(await given(key)).toBe(who.ana);
  await house.sql`update people set skills = '{nothing}' where id in ${house.sql(US)}`;
  expect(await given(key)).toBeNull();
});

test('what nobody could be given is looked at again once somebody has room', async () => {
  await house.sql`update people set capacity = 0 where id in ${house.sql(US)}`;
  const number = await house.raise();
  await house.sql`update tickets set since = since - interval '10 minutes' where number = ${number}`;
  const job = `clock:${WORKSPACE}:${number}`;
  const forget = () => house.sql`select graphile_worker.remove_job(${job})`;
  const isLookedAt = async () =>
    (await house.sql`select from graphile_worker.jobs where key = ${job} and run_at <= now()`).length === 1;
  await forget();
  await wakeWaiters(house.sql, WORKSPACE, new Date());
  expect(await isLookedAt()).toBe(false);
  await house.sql`update people set capacity = 1 where id = ${who.kofi}`;
  await wakeWaiters(house.sql, WORKSPACE, new Date());
  expect(await isLookedAt()).toBe(true);
  expect(done((await doors()[1]!.tick(number))!).ticket.assignee).toBe(who.kofi);
});
