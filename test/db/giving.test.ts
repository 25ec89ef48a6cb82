import { afterAll, beforeAll, expect, test } from 'vitest';
import { replay } from '../../src/db/replay.ts';
import { openDesk } from '../../src/desk/desk.ts';
import type { PersonId, TicketNumber } from '../../src/domain/language.ts';
import { who, WORKSPACE } from '../make.ts';
import { done, openTestDesk, type TestDesk, withPromises } from './open.ts';

/** T4: a group may have its new tickets given to whoever has least to do. */

let house: TestDesk;
beforeAll(async () => {
  house = await openTestDesk();
  await house.sql`update groups set policies = policies || '{"auto_assign": "least_loaded"}' where key = 'support'`;
});
afterAll(() => house.close());

const door = () => openDesk({ store: house.store, workspace: WORKSPACE });
const raised = async (by: PersonId = who.bao, group = 'support'): Promise<TicketNumber> =>
  done(await door().open(by, { title: 'VPN', content: 'Down.', group, channel: 'slash' })).ticket.number;
const tickAll = async (number: TicketNumber): Promise<number> => {
  const outcomes = await Promise.all([1, 2, 3, 4].map(() => door().tick(number)));
  return outcomes.filter((outcome) => outcome?.kind === 'done').length;
};
/** As when a worker has the job of a ticket's clock in its hands. */
const began = (number: TicketNumber) =>
  house.sql`update graphile_worker._private_jobs set locked_by = 'a worker', locked_at = now()
    where key = ${`clock:${WORKSPACE}:${number}`}`;
const ticketOf = async (number: TicketNumber) => (await house.store.read(WORKSPACE, number, { by: null }))!.ticket;
const given = async (by?: PersonId) => {
  const number = await raised(by);
  expect(await tickAll(number)).toBe(1);
  return ticketOf(number);
};
const agents = async (): Promise<PersonId[]> => {
  const rows = await house.sql<{ person: PersonId }[]>`
    select m.person from group_members m join people p on p.workspace = m.workspace and p.id = m.person
    where m.workspace = ${WORKSPACE} and m.group_key = 'support' and m.role = 'agent' and p.active`;
  return rows.map(({ person }) => person);
};

test('each new ticket goes to the agent with the fewest open ones, once, whichever process is first', async () => {
  const all = await agents();
  expect(all.length).toBeGreaterThan(1);
  const load = new Map(all.map((one) => [one, 0]));
  for (let n = 0; n < 2 * all.length; n++) {
    const ticket = await given();
    const least = Math.min(...load.values());
    const to = ticket.assignee!;
    expect(load.get(to)).toBe(least);
    load.set(to, least + 1);
    expect(ticket.state).toBe('in_progress');
    expect(await replay(house.sql, WORKSPACE, ticket.number)).toEqual(ticket);
    const pinged = await house.sql`select to_person from letters where ticket = ${ticket.number} and kind = 'ping'`;
    expect(pinged).toEqual([{ to_person: to }]);
  }
});

test('never to whoever asks, nor to somebody who has left', async () => {
  const [first, ...others] = await agents();
  await house.sql`update people set active = false where id in ${house.sql(others)}`;
  expect((await given()).assignee).toBe(first);
  const own = await raised(first);
  expect(await tickAll(own)).toBe(0);
  expect((await ticketOf(own)).state).toBe('new');
  await house.sql`update people set active = true where id in ${house.sql(others)}`;
});

test('a group that gives nothing away waits until somebody keeps it', async () => {
  const number = await raised(who.bao, 'billing');
  expect(await tickAll(number)).toBe(0);
  expect((await ticketOf(number)).state).toBe('new');
});

test('what cannot be done now keeps nothing else from its time', async () => {
  await withPromises(house);
  // Monday in Rome, when support opens; a warning is due after three quarters of an hour.
  let now = Date.parse('2026-11-23T08:00:00Z');
  // As if whoever was free left the group in that very moment.
  const read: typeof house.store.read = async (...asked) => {
    const reading = await house.store.read(...asked);
    const him = { person: who.marta, open: 0, capacity: null, outUntil: null, hours: null, turn: 0, last: null };
    return reading && { ...reading, free: { group: reading.group.key, turn: 0, agents: [him] } };
  };
  const desk = openDesk({ store: { ...house.store, read }, workspace: WORKSPACE, now: () => new Date(now) });
  const asked = { title: 'VPN', content: 'Down.', group: 'support', channel: 'slash' };
  const { number } = done(await desk.open(who.bao, asked)).ticket;
  const alarm = async () =>
    (
      await house.sql<{ run_at: Date }[]>`
      select run_at from graphile_worker.jobs where key = ${`clock:${WORKSPACE}:${number}`}`
    )[0]?.run_at;
  await began(number);
  expect(await desk.tick(number)).toMatchObject({ kind: 'refused', verb: 'auto_assign' });
  const { warnAt } = (await ticketOf(number)).clocks.first_response ?? {};
  expect(warnAt).toBeInstanceOf(Date);
  expect(await alarm()).toEqual(warnAt);
  now += 45 * 60_000;
  expect(await desk.tick(number)).toMatchObject({ kind: 'done', act: { verb: 'warn' } });
});

test('a desk whose clock is five minutes behind that of the database does nothing early, and does not ask without a pause', async () => {
  const number = await raised();
  const behind = openDesk({ store: house.store, workspace: WORKSPACE, now: () => new Date(Date.now() - 5 * 60_000) });
  await began(number);
  expect(await behind.tick(number)).toBeNull();
  expect((await ticketOf(number)).state).toBe('new');
  const jobs = await house.sql`
    select run_at > updated_at as later from graphile_worker.jobs where key = ${`clock:${WORKSPACE}:${number}`}`;
  expect(jobs).toEqual([{ later: true }]);
});
