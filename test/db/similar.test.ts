import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { liken } from '../../src/db/liken.ts';
import { openOutbox } from '../../src/db/outbox.ts';
import { makeFindable } from '../../src/db/search/keep.ts';
import { groupKey, type TicketNumber, ticketNumber } from '../../src/domain/language.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import { actor, type Name, who, WORKSPACE } from '../make.ts';
import { FILLER, JUDGED } from './judged.ts';
import { openTestDesk, type TestDesk } from './open.ts';

let house: TestDesk;
const lists: TicketNumber[][] = [];
beforeAll(async () => {
  house = await openTestDesk();
  for (const [title, content] of FILLER) await house.raise({ title, content });
  for (const list of JUDGED) {
    const numbers: TicketNumber[] = [];
    for (const [title, content] of list) numbers.push(await house.raise({ title, content }));
    lists.push(numbers);
  }
  await settle();
}, 60_000);
afterAll(() => house.close());

const settle = () => makeFindable(house.sql, WORKSPACE, { from: ticketNumber(0), requester: null });
const ticketsLike = async (by: Name, title: string, content = '', channels: readonly string[] = []) =>
  (await house.desk.similar(who[by], { title, content, channels })).map(({ ticket }) => ticket);
const numbersOf = (tickets: readonly Ticket[]) => tickets.map(({ number }) => number);

test.each([
  ['with what happened', true],
  ['by the title alone', false],
])('judged by hand, %s, most of what is found is right, and most of what is right is found', async (name, whole) => {
  let [right, found, wanted] = [0, 0, 0];
  for (const [nth, list] of JUDGED.entries())
    for (const [which, [title, content]] of list.entries()) {
      const own = lists[nth]?.[which];
      const others = (lists[nth] ?? []).filter((number) => number !== own);
      const numbers = numbersOf(await ticketsLike('bao', title, whole ? content : '')).filter((one) => one !== own);
      right += numbers.filter((number) => others.includes(number)).length;
      found += numbers.length;
      wanted += others.length;
    }
  const [precision, recall] = [right / found, right / wanted];
  console.log(`Similar tickets, ${name}: precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}.`);
  expect(precision).toBeGreaterThan(0.83);
  expect(recall).toBeGreaterThan(0.83);
});

test('whoever asks is shown only what he may read, or what was asked in a channel that is open to him', async () => {
  const title = 'Quokka turbine whistles';
  const CHANNELS = ['C0OPEN', 'C0OTHER'];
  const people = ['bao', 'priya', 'ana', 'mateo', 'gone'] as const satisfies Name[];
  const made: Ticket[] = [];
  const person = fc.constantFrom('bao', 'priya', 'mateo');
  const any = fc.record({
    requester: person,
    group: fc.constantFrom('support', 'billing'),
    private: fc.boolean(),
    follower: fc.option(person),
    main: fc.option(fc.constantFrom(...CHANNELS)),
  });
  for (const [nth, one] of fc.sample(any, { seed: 7, numRuns: 40 }).entries()) {
    const main = one.main === null ? {} : { main: { channel: one.main, ts: `170000000${nth}.000100` } };
    const number = await house.raise(
      { title: `${title} ${nth}`, group: one.group, private: one.private, ...main },
      one.requester,
    );
    if (one.follower !== null && one.follower !== one.requester)
      await house.desk.act(number, { verb: 'add_follower', by: who[one.requester], input: { to: who[one.follower] } });
    const reading = await house.desk.reading(number);
    if (reading) made.push(reading.ticket);
  }
  await settle();
  const sees = (name: Name, ticket: Ticket, channels: readonly string[]) => {
    const { agentOf, leadOf, active } = actor(name);
    const openly = !ticket.private && ticket.main !== null && channels.includes(ticket.main.channel);
    const his = ticket.requester === who[name] || (ticket.followers.includes(who[name]) && !ticket.private);
    return active && (openly || his || [...agentOf, ...leadOf].includes(ticket.group));
  };
  for (const name of people)
    for (const channels of [[], ['C0OPEN'], CHANNELS]) {
      const may = numbersOf(made.filter((ticket) => sees(name, ticket, channels)));
      const shown = numbersOf(await ticketsLike(name, title, '', channels));
      expect(shown.filter((number) => !may.includes(number))).toEqual([]);
      expect([name, shown.length]).toEqual([name, Math.min(9, may.length)]);
    }
});

test('the card of a ticket names what is like it in its group, once for each wording, and nothing of what is private', async () => {
  const outbox = openOutbox(house.sql);
  const title = 'Zeppelin mooring rope frayed';
  const [first, other, secret] = [
    await house.raise({ title }),
    await house.raise({ title, group: 'billing' }),
    await house.raise({ title, private: true }),
  ];
  const number = await house.raise({ title: 'The mooring rope of the zeppelin is frayed' });
  await settle();
  for (const one of [number, secret]) await liken(house.sql, WORKSPACE, one);
  const alike = async (of: TicketNumber) =>
    (await outbox.drawing(WORKSPACE, of))?.alike.map((one) => [one.number, one.solved]);
  expect(await alike(number)).toEqual([[first, false]]);
  expect(await alike(secret)).toEqual([]);

  await house.desk.act(first, { verb: 'keep', by: who.ana });
  await house.desk.act(first, { verb: 'resolve', by: who.ana, input: { reason: 'solved', text: 'A new rope.' } });
  expect(await alike(number)).toEqual([[first, true]]);
  const [known] = await house.store.similarTo(WORKSPACE, number, groupKey('support'));
  expect(known?.answer).toBe('A new rope.');

  await house.raise({ title });
  await settle();
  await liken(house.sql, WORKSPACE, number);
  expect(await alike(number)).toEqual([[first, true]]);
  await house.desk.act(number, { verb: 'forward', by: who.lea, input: { group: 'billing' } });
  expect(await alike(number)).toEqual([]);
  await liken(house.sql, WORKSPACE, number);
  expect(await alike(number)).toEqual([[other, false]]);
});

test('hostile and empty words find nothing and break nothing', async () => {
  for (const title of [
    `'; drop table tickets; --`,
    `' & !a:*`,
    '\\',
    '%',
    ':*',
    '&|!()<->',
    '',
    '   ',
    '💥',
    'a'.repeat(150),
  ])
    expect(numbersOf(await ticketsLike('bao', title, title.repeat(20)))).toEqual([]);
});
