import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { replay } from '../../src/db/replay.ts';
import { openDesk } from '../../src/desk/desk.ts';
import type { PersonId, TicketNumber } from '../../src/domain/language.ts';
import type { Verb } from '../../src/domain/verbs.ts';
import { who, WORKSPACE } from '../make.ts';
import { done, openTestDesk, type TestDesk } from './open.ts';

/** What was given and not begun goes on to the next one, once to each, and in the hours of the group. */

const US: readonly PersonId[] = [who.ana, who.kofi, who.marta];
const MINUTE = 60_000;
/** Monday morning in Rome. */
const START = Date.parse('2026-11-23T09:00:00Z');
let now = START;
let house: TestDesk;
beforeAll(async () => {
  house = await openTestDesk();
  await house.sql`delete from group_members where group_key = 'support' and role = 'agent'`;
  await house.sql`insert into group_members ${house.sql(
    US.map((person) => ({ workspace: WORKSPACE, group_key: 'support', person, role: 'agent', source: 'channel' })),
  )}`;
  const policies = { auto_assign: 'round_robin', reoffer_minutes: 30 };
  await house.sql`update groups set policies = policies || ${house.sql.json(policies)} where key = 'support'`;
});
afterAll(() => house.close());
beforeEach(async () => {
  now = START;
  await house.sql`update groups set hours = null where key = 'support'`;
  await house.sql`delete from turns`;
});

const desk = () => openDesk({ store: house.store, workspace: WORKSPACE, now: () => new Date(now) });
const given = async (more: Record<string, unknown> = {}): Promise<TicketNumber> => {
  const asked = { title: 'VPN', content: 'Down.', group: 'support', channel: 'slash', ...more };
  const { number } = done(await desk().open(who.bao, asked)).ticket;
  done((await desk().tick(number))!);
  return number;
};
const ticketOf = async (number: TicketNumber) => (await house.store.read(WORKSPACE, number, { by: null }))!.ticket;
const holder = async (number: TicketNumber) => (await ticketOf(number)).assignee;
const act = async (number: TicketNumber, verb: Verb, by: PersonId, input: Record<string, unknown> = {}) =>
  done(await desk().act(number, { verb, by, input }));
/** What the clock does when so many minutes have gone by. */
const after = async (minutes: number, number: TicketNumber): Promise<string | null> => {
  now += minutes * MINUTE;
  const outcome = await desk().tick(number);
  return outcome?.kind === 'done' ? outcome.act.verb : null;
};
const pinged = async (number: TicketNumber): Promise<PersonId[]> => {
  const { version } = await ticketOf(number);
  const rows = await house.sql<{ to_person: PersonId }[]>`
    select to_person from letters where kind = 'ping' and ticket = ${number} and seq = ${version} order by 1`;
  return rows.map(({ to_person }) => to_person);
};

test('once to each, then it stays and the leads hear of it; whoever had it and whoever gets it hear too', async () => {
  const number = await given();
  expect(await holder(number)).toBe(who.ana);
  expect(await after(29, number)).toBeNull();
  expect(await after(1, number)).toBe('reoffer');
  expect(await holder(number)).toBe(who.kofi);
  expect(await pinged(number)).toEqual([who.ana, who.kofi].toSorted());
  expect(await after(30, number)).toBe('reoffer');
  expect(await holder(number)).toBe(who.marta);
  expect(await after(30, number)).toBe('reoffer');
  expect(await ticketOf(number)).toMatchObject({ assignee: who.marta, state: 'in_progress', offer: null });
  expect(await pinged(number)).toEqual([who.lea, who.marta].toSorted());
  expect(await after(10_000, number)).toBeNull();
  expect(await replay(house.sql, WORKSPACE, number)).toEqual(await ticketOf(number));
});

test('not while whoever has it does anything with it, whoever else does', async () => {
  const kept = await given();
  const holds = await holder(kept);
  await act(kept, 'message', who.bao, { text: 'Please.' });
  await act(kept, 'note', who.lea, { text: 'It is the cable.' });
  expect((await ticketOf(kept)).offer).not.toBeNull();
  const other = US.find((one) => one !== holds)!;
  const refused = { why: 'already_given', next: ['follow', 'note', 'show'] };
  expect(await desk().act(kept, { verb: 'keep', by: other })).toMatchObject(refused);
  await act(kept, 'keep', holds!);
  expect(await ticketOf(kept)).toMatchObject({ assignee: holds, offer: null });
  expect(await after(60, kept)).toBeNull();
  expect(await desk().act(kept, { verb: 'keep', by: holds! })).toMatchObject({ why: 'already_yours' });

  const noted = await given();
  await act(noted, 'note', (await holder(noted))!, { text: 'I look at it.' });
  expect(await after(60, noted)).toBeNull();
  const answered = await given();
  await act(answered, 'reply', who.lea, { text: 'Now?' });
  expect(await after(60, answered)).toBeNull();
  expect(await replay(house.sql, WORKSPACE, noted)).toEqual(await ticketOf(noted));
});

test('what he or a lead does and takes back changes nothing of it', async () => {
  const number = await given();
  const before = await ticketOf(number);
  await act(number, 'prepare', who.lea);
  expect((await ticketOf(number)).offer).toBeNull();
  await act(number, 'undo', who.lea);
  expect((await ticketOf(number)).offer).toEqual(before.offer);
  await act(number, 'keep', before.assignee!);
  await act(number, 'undo', before.assignee!);
  expect((await ticketOf(number)).offer).toEqual(before.offer);
  expect(await after(30, number)).toBe('reoffer');
  expect(await holder(number)).not.toBe(before.assignee);
});

test('nights and weekends do not count, but for what is urgent; nobody who is away is asked', async () => {
  const hours = { zone: 'Europe/Rome', week: { monday: ['09:00-10:10'], tuesday: ['09:00-18:00'] }, holidays: [] };
  await house.sql`update groups set hours = ${house.sql.json(hours)} where key = 'support'`;
  const [calm, urgent] = [await given(), await given({ priority: 'urgent' })];
  expect((await ticketOf(calm)).offer?.due).toEqual(new Date('2026-11-24T08:20:00Z'));
  expect((await ticketOf(urgent)).offer?.due).toEqual(new Date(START + 30 * MINUTE));
  const [first] = [await holder(urgent)];
  const others = US.filter((one) => one !== first);
  await house.sql`update people set out_until = ${new Date(START + 90 * MINUTE)} where id = ${others[0]!}`;
  expect(await after(30, urgent)).toBe('reoffer');
  expect(await holder(urgent)).toBe(others[1]);
  await house.sql`update people set out_until = null`;
});

test('many at once, each to somebody else', async () => {
  const numbers = [await given(), await given(), await given()];
  const before = await Promise.all(numbers.map(holder));
  now += 30 * MINUTE;
  await Promise.all(numbers.flatMap((number) => [desk().tick(number), desk().tick(number)]));
  const still = async () => (await Promise.all(numbers.map(ticketOf))).some(({ offer }) => offer!.had.length < 2);
  while (await still()) for (const number of numbers) await desk().tick(number);
  const now_ = await Promise.all(numbers.map(holder));
  for (const [nth, one] of now_.entries()) expect(one).not.toBe(before[nth]);
  expect((await Promise.all(numbers.map(ticketOf))).map(({ offer }) => offer!.had.length)).toEqual([2, 2, 2]);
});
