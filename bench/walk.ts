import { setTimeout as sleep } from 'node:timers/promises';
import type { JournalRow } from '../local-slack/wire.ts';
import { type TicketNumber, ticketNumber } from '../src/domain/language.ts';
import type { Verb } from '../src/domain/verbs.ts';
import type { Filled, PersonInSlack } from '../test/day/person.ts';
import type { Ground } from './ground.ts';
import { cardOf, formOf, open, pressOf } from './hands.ts';
import { type House, openHouse } from './house.ts';
import { openProxy, type Trip } from './proxy.ts';

export const RUNS = 3;
const REQUEST = { title: 'VPN drops every hour', content: 'Since Monday, on both laptops.' };

/** What one step cost: the calls that Slack got, and the questions that Postgres got. */
export type Cost = { step: string; verb: Verb | 'create'; calls: string[]; trips: Trip[]; seconds: number };
type Walk = { costs: Cost[]; idlePerSecond: number };
type Step = { step: string; verb: Verb | 'create'; go(): Promise<unknown> };

let walked: Promise<Walk> | undefined;

/** Walked once, for all that is counted on the way. */
export const walk = (ground: Ground): Promise<Walk> => (walked ??= ground.within(walkNow));

/** Tickets are taken through every verb in local-slack, step by step, each until its last letter has arrived. */
async function walkNow(ground: Ground): Promise<Walk> {
  const proxied: { take(): Trip[] }[] = [];
  const house = await openHouse(ground, {
    mode: 'socket',
    async through(url) {
      const proxy = await openProxy(ground, url);
      proxied.push(proxy);
      return proxy.url;
    },
  });
  const take = () => proxied.flatMap((proxy) => proxy.take());
  await house.settled();
  const idlePerSecond = await resting(take);
  const costs: Cost[] = [];
  for (let run = 0; run < RUNS; run++)
    for (const { step, verb, go } of stepsOf(house, ticketNumber(1001 + run))) {
      await house.settled();
      const before = (await house.journal(0)).at(-1)?.n ?? 0;
      take();
      const began = performance.now();
      await go();
      await house.settled();
      const seconds = (performance.now() - began) / 1000;
      const rows = await house.journal(before);
      costs.push({ step, verb, calls: callsIn(rows), trips: take(), seconds });
    }
  return { costs, idlePerSecond };
}

const callsIn = (rows: JournalRow[]) => rows.filter(({ kind }) => kind === 'call').map(({ name }) => name);

/** What the queue asks while there is nothing to do, a second. */
async function resting(take: () => Trip[]): Promise<number> {
  const seconds = 4;
  take();
  await sleep(seconds * 1000);
  return take().length / seconds;
}

function stepsOf(house: House, ticket: TicketNumber): Step[] {
  const [bao, ana, kofi, mateo, yuki] = ['bao', 'ana', 'kofi', 'mateo', 'yuki'].map(house.person) as [
    PersonInSlack,
    PersonInSlack,
    PersonInSlack,
    PersonInSlack,
    PersonInSlack,
  ];
  const pressed = (verb: Verb, by: PersonInSlack, card?: string) => ({
    verb,
    go: async () => by.act(pressOf(await cardOf(house, by, ticket, card), verb, ticket)),
  });
  const filled = (verb: Verb, by: PersonInSlack, answers: Filled, card?: string) => ({
    verb,
    go: async () => by.submit(await open(by, verb, await cardOf(house, by, ticket, card), ticket), answers),
  });
  return [
    { step: 'create', verb: 'create', go: () => create(bao, house.channel('ask-support')) },
    { step: 'note', ...filled('note', ana, { text: 'His router is a year old.' }) },
    { step: 'keep', ...pressed('keep', ana) },
    { step: 'reply', ...filled('reply', ana, { text: 'Please try the other gateway.' }) },
    { step: "requester's message", verb: 'message', go: () => write(house, bao, ticket) },
    { step: 'pend', ...filled('pend', ana, { kind: 'requester', waiting_for: 'model', text: 'Which router?' }) },
    { step: 'wake', ...pressed('wake', ana) },
    { step: 'forward to a colleague', ...filled('forward', ana, { group: 'support', to: kofi.id }) },
    { step: 'forward to another group', ...filled('forward', kofi, { group: 'billing' }) },
    { step: 'keep', ...pressed('keep', mateo) },
    { step: 'escalate', ...filled('escalate', mateo, { to: yuki.id, ask: 'A new router?', reason: 'It is old.' }) },
    { step: 'acknowledge', ...pressed('acknowledge', yuki, 'escalation_card') },
    { step: 'return', ...filled('return', yuki, { text: 'Yes, the cheap one.' }, 'escalation_card') },
    { step: 'resolve', ...filled('resolve', mateo, { reason: 'solved', text: 'A new router is on its way.' }) },
  ];
}

/** `/ticket`, a type that brings its own questions, and the answers. */
async function create(by: PersonInSlack, channel: string): Promise<void> {
  await by.command(channel, '');
  await by.choose(await formOf(by, 'create'), 'type', 'malfunction', REQUEST);
  const asked = await by.await('the questions of the type', ({ views }) =>
    views.find((view) => JSON.stringify(view.blocks).includes('fields.device')),
  );
  await by.submit(asked, {
    ...REQUEST,
    type: 'malfunction',
    'fields.device': 'laptop',
    'fields.screen': 'VPN',
    'fields.since_when': 'Monday',
  });
}

/** The requester writes under his card. */
async function write(house: House, by: PersonInSlack, ticket: TicketNumber): Promise<void> {
  const { channel, ts } = await cardOf(house, by, ticket, 'requester_card');
  await by.act({ do: 'send', channel, text: 'It still drops.', thread_ts: ts });
  for (;;) {
    const [row] = await house.sql`select from events where ticket = ${ticket} and verb = 'message'`;
    if (row) return;
    await sleep(20);
  }
}
