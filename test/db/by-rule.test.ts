import { afterAll, beforeAll, expect, test } from 'vitest';
import { replay, replayRows } from '../../src/db/replay.ts';
import { openDesk } from '../../src/desk/desk.ts';
import type { TicketNumber } from '../../src/domain/language.ts';
import { who, WORKSPACE } from '../make.ts';
import { done, openTestDesk, type TestDesk, withPromises } from './open.ts';

/** A group may have the clock ask for a decision by rule. */

const MINUTE = 60_000;
let house: TestDesk;
let clock = new Date();
beforeAll(async () => {
  house = await openTestDesk();
  await withPromises(house);
  const rules = { escalate_on: ['breach', 'urgent_unassigned', 'unhappy', 'reopened'], urgent_unassigned_minutes: 5 };
  const { sql } = house;
  await sql`update groups set hours = null, sla = '{"resolution": 90}', policies = policies || ${sql.json(rules)}
    where key = 'support'`;
});
afterAll(() => house.close());

const door = () => openDesk({ store: house.store, workspace: WORKSPACE, now: () => clock });
/** The clock rings in four processes at once, until it has nothing more to say at this moment. */
async function ring(number: TicketNumber): Promise<string[]> {
  const verbs: string[] = [];
  for (;;) {
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => door().tick(number)));
    const now = outcomes.flatMap((outcome) => (outcome?.kind === 'done' ? [outcome.act.verb] : []));
    if (now.length === 0) return verbs;
    verbs.push(...now);
  }
}
const pass = (minutes: number) => (clock = new Date(clock.getTime() + minutes * MINUTE));
const ticketOf = async (number: TicketNumber) => (await house.store.read(WORKSPACE, number, { by: null }))!.ticket;
const act = async (
  number: TicketNumber,
  verb: 'keep' | 'resolve' | 'not_solved' | 'rate' | 'return',
  by: keyof typeof who,
  input = {},
) => done(await door().act(number, { verb, by: who[by], input }));
const raise = async (more: Record<string, unknown> = {}) =>
  done(await door().open(who.bao, { title: 'VPN', content: 'Down.', group: 'support', channel: 'slash', ...more }))
    .ticket.number;
const same = async (number: TicketNumber) => {
  expect(await replay(house.sql, WORKSPACE, number)).toEqual(await ticketOf(number));
  const rows =
    await house.sql`select to_person as to, state, level from escalations where ticket = ${number} order by seq`;
  expect(await replayRows(house.sql, WORKSPACE, number)).toEqual([...rows]);
};

test('what is urgent and nobody takes goes to the lead, and above her the question is asked, by one of four processes', async () => {
  const number = await raise({ priority: 'urgent' });
  pass(4);
  expect(await ring(number)).toEqual([]);
  pass(1);
  expect(await ring(number)).toEqual(['escalate_by_rule']);
  expect(await ticketOf(number)).toMatchObject({
    state: 'escalated',
    assignee: who.lea,
    escalation: { to: who.marta, from: null, cause: { rule: 'urgent_unassigned', minutes: 5 } },
  });
  await same(number);
  const rows = await house.sql`select from_person, cause from escalations where ticket = ${number}`;
  expect([...rows]).toEqual([{ from_person: null, cause: { rule: 'urgent_unassigned', minutes: 5 } }]);
  // The timers of the question go on as for any other, up the chain of whoever answers for it.
  pass(10);
  expect(await ring(number)).toEqual(['nudge']);
  pass(10);
  expect(await ring(number)).toEqual(['time_out']);
  expect(await ticketOf(number)).toMatchObject({
    escalation: { to: who.chiara, cause: { rule: 'urgent_unassigned' } },
  });
  await same(number);
});

test('a ticket that somebody keeps in time is left to him', async () => {
  const number = await raise({ priority: 'urgent' });
  pass(4);
  await act(number, 'keep', 'ana');
  pass(5);
  expect(await ring(number)).toEqual([]);
});

test('a broken promise is told, goes up at once, and comes back only to go up no more', async () => {
  const number = await raise();
  await act(number, 'keep', 'ana');
  pass(90);
  expect(await ring(number)).toEqual(['breach', 'escalate_by_rule']);
  const ticket = await ticketOf(number);
  expect(ticket).toMatchObject({
    assignee: who.ana,
    escalation: { to: who.lea, cause: { rule: 'breach', clock: 'resolution' } },
  });
  await act(number, 'return', 'lea', { text: 'Give him another one.' });
  expect(await ring(number)).toEqual([]);
  await same(number);
});

test('what was opened again twice, or badly rated, goes up once for both', async () => {
  const number = await raise();
  await act(number, 'keep', 'ana');
  for (const score of [null, 1]) {
    await act(number, 'resolve', 'ana', { text: 'Try again.' });
    if (score) await act(number, 'rate', 'bao', { score });
    expect(await ring(number)).toEqual([]);
    await act(number, 'not_solved', 'bao', { text: 'Still down.' });
  }
  expect(await ring(number)).toEqual(['escalate_by_rule']);
  const { escalatedBy } = await ticketOf(number);
  expect(escalatedBy.toSorted()).toEqual(['reopened', 'unhappy']);
  await act(number, 'return', 'lea', { text: 'Visit him.' });
  expect(await ring(number)).toEqual([]);
  await same(number);
});

test('the lead who is away is passed over for the next one, and so is the manager; both are said', async () => {
  const { sql } = house;
  await sql`insert into group_members (workspace, group_key, person, role, source)
    values (${WORKSPACE}, 'support', ${who.kofi}, 'lead', 'explicit')`;
  const [{ leads }] = await sql<[{ leads: string[] }]>`
    select array_agg(person order by person) as leads from group_members where group_key = 'support' and role = 'lead'`;
  const [first, second] = leads;
  await sql`update people set out_until = ${new Date(clock.getTime() + 60 * 60 * MINUTE)} where id in (${first!}, ${who.marta})`;
  const number = await raise({ priority: 'urgent' });
  pass(5);
  expect(await ring(number)).toEqual(['escalate_by_rule']);
  expect(await ticketOf(number)).toMatchObject({ assignee: second });
  const [event] = await sql<[{ input: { passed: { person: string; why: string }[] } }]>`
    select input from events where ticket = ${number} and verb = 'escalate_by_rule'`;
  expect(event.input.passed).toContainEqual(
    expect.objectContaining({ step: 'group_lead', person: first, why: 'away' }),
  );
  expect(event.input.passed).toContainEqual(expect.objectContaining({ person: who.marta, why: 'away' }));
  // Where all who lead are away one of them answers for it all the same, rather than nobody; who has left does not.
  await sql`update people set active = false where id = ${first!}`;
  await sql`update people set out_until = ${new Date(clock.getTime() + 60 * 60 * MINUTE)} where id = ${second!}`;
  const another = await raise({ priority: 'urgent' });
  pass(5);
  expect(await ring(another)).toEqual(['escalate_by_rule']);
  expect(await ticketOf(another)).toMatchObject({ assignee: second });
  await same(another);
  await sql`update people set out_until = null, active = true`;
  await sql`delete from group_members where group_key = 'support' and person = ${who.kofi} and role = 'lead'`;
});

test('where nobody can be asked the ticket stays where it is, and the leads are told once', async () => {
  await house.sql`update groups set chain = '[]' where key = 'support'`;
  const number = await raise({ priority: 'urgent' });
  pass(5);
  expect(await ring(number)).toEqual(['escalate_by_rule']);
  expect(await ticketOf(number)).toMatchObject({ state: 'new', assignee: null, escalatedBy: ['urgent_unassigned'] });
  const pings = await house.sql`select to_person from letters where ticket = ${number} and kind = 'ping'`;
  expect([...pings]).toEqual([{ to_person: who.lea }]);
  await same(number);
});
