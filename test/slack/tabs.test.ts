import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOutbox } from '../../src/db/outbox.ts';
import { openRegistry } from '../../src/db/registry.ts';
import type { TicketNumber } from '../../src/domain/language.ts';
import type { Verb } from '../../src/domain/verbs.ts';
import type { Click } from '../../src/slack/codec.ts';
import { TABS } from '../../src/slack/leaf.ts';
import type { Parts } from '../../src/slack/parts.ts';
import { turn } from '../../src/slack/show.ts';
import { done, openTestDesk, type TestDesk } from '../db/open.ts';
import { type Name, who, WORKSPACE } from '../make.ts';

/** The window of a ticket, page by page, as each of those who may meet it. */
let house: TestDesk;
let number: TicketNumber;
const TYPES = [{ key: 'network', name: 'Tangled cables' }];
const decides = (customer_for_agents: boolean) =>
  house.sql`update groups set policies = ${house.sql.json({ processing_types: TYPES, customer_for_agents })}
    where key = 'support'`;

beforeAll(async () => {
  house = await openTestDesk();
  await decides(true);
  const act = async (verb: Verb, by: Name, input: object) =>
    done(await house.desk.act(number, { verb, by: who[by], input }));
  number = await house.raise({ title: 'VPN drops' });
  await house.raise({ title: 'My salary', group: 'billing', private: true });
  await act('keep', 'ana', {});
  await act('note', 'ana', { text: 'A grumpy one.' });
  await act('reply', 'ana', { text: 'We look at it.' });
  await act('tag', 'ana', { add: ['grumpy'], remove: [] });
  await act('edit', 'ana', { processing: 'network', solution: 'Untangled them.' });
  await act('escalate', 'ana', { to: who.marta, ask: 'May I buy a cable?', reason: 'It is cut.' });
});
afterAll(() => house.close());

/** Which pages are offered, and all that is shown on any of them, also where one is asked for that is not offered. */
async function walked(name: Name) {
  const seen: unknown[] = [];
  const registry = openRegistry(house.sql);
  const book = await registry.load(WORKSPACE);
  const profile = { title: 'Designer', phone: '+84 912 345 678' };
  const parts = {
    desk: house.desk,
    store: house.store,
    outbox: openOutbox(house.sql),
    book: () => book,
    now: () => new Date(),
    read: {
      views: { update: async ({ view }: { view: unknown }) => void seen.push(view) },
      users: { info: async () => ({ user: { profile } }) },
    },
    registry,
  } as unknown as Parts;
  const view = { id: 'V1' } as Click['view'];
  for (const tab of TABS) await turn(parts, { user: who[name], view, trigger: 't' }, `${number}.${tab}.0`);
  const text = JSON.stringify(seen);
  return { tabs: TABS.filter((tab) => text.includes(`"go.tab.${tab}"`)), text };
}

const OPENLY = /We look at it/;
const INSIDE = /grumpy|Untangled|Tangled cables|buy a cable|It is cut/;
const WHO_ASKS = /Designer|912 345/;
const ALL = [...TABS];

test('whoever asked reads what was said to him, and nothing of what is for agents', async () => {
  const { tabs, text } = await walked('bao');
  expect(tabs).toEqual(['info', 'talk', 'history', 'earlier']);
  expect(text).toMatch(OPENLY);
  expect(text).toMatch(/My salary/);
  expect(text).not.toMatch(INSIDE);
  expect(text).not.toMatch(WHO_ASKS);
});

test.each<Name>(['priya', 'mateo', 'sofia'])('%s, of another group or of none, is shown no page', async (name) => {
  const { tabs, text } = await walked(name);
  expect(tabs).toEqual([]);
  expect(text).not.toMatch(/VPN drops|My salary/);
  for (const words of [OPENLY, INSIDE, WHO_ASKS]) expect(text).not.toMatch(words);
});

test.each<Name>(['ana', 'lea', 'marta', 'ada'])(
  '%s reads all of it, and of what is private elsewhere no title',
  async (name) => {
    const { tabs, text } = await walked(name);
    expect(tabs).toEqual(ALL);
    for (const words of [OPENLY, INSIDE, WHO_ASKS]) expect(text).toMatch(words);
    expect(text).not.toMatch(/My salary/);
  },
);

test('a group may keep who asks from all but those who lead it', async () => {
  await decides(false);
  for (const name of ['ana', 'marta'] as const) {
    const { tabs, text } = await walked(name);
    expect(tabs).toEqual(ALL.filter((tab) => tab !== 'customer'));
    expect(text).toMatch(INSIDE);
    expect(text).not.toMatch(WHO_ASKS);
  }
  for (const name of ['lea', 'ada'] as const) {
    const { tabs, text } = await walked(name);
    expect(tabs).toEqual(ALL);
    expect(text).toMatch(WHO_ASKS);
  }
});
