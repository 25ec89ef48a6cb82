import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTriggerBook } from '../../src/db/trigger-book.ts';
import { firingOf, oneTrigger, triggersOf, tryTrigger, turnOn } from '../../src/desk/trigger-book.ts';
import { freeKey, removeTrigger, saveTrigger } from '../../src/desk/trigger-editing.ts';
import { definition } from '../../src/domain/triggers.ts';
import { who } from '../make.ts';
import { openTestDesk, type TestDesk } from './open.ts';
import { withTriggers } from './triggering.ts';

let house: TestDesk;
let desk: ReturnType<typeof withTriggers>;
let deps: Parameters<typeof saveTrigger>[0];
beforeAll(async () => {
  house = await openTestDesk();
  desk = withTriggers(house);
  deps = { desk: house.desk, book: openTriggerBook(house.sql) };
});
beforeEach(() => desk.clear());
afterAll(() => house.close());

const night = (more: Record<string, unknown> = {}) =>
  definition.parse({
    name: 'Night, urgent!',
    group: 'support',
    on: ['created'],
    results: [{ do: 'notify', whom: 'leads' }],
    ...more,
  });
const seenOf = async (key: string) => {
  const one = await oneTrigger(deps, who.ada, key);
  return { key, version: one?.version ?? -1 };
};

test('a new one is the last of all and off; what does something else is off again, another name is not', async () => {
  await desk.make('first', {});
  expect(await saveTrigger(deps, who.lea, { seen: null, given: night() })).toEqual({
    kind: 'saved',
    key: 'night_urgent',
    off: true,
  });
  expect((await triggersOf(deps, who.ada))?.map(({ key, enabled }) => [key, enabled])).toEqual([
    ['first', true],
    ['night_urgent', false],
  ]);
  await tryTrigger(deps, who.lea, 'night_urgent');
  expect(await turnOn(deps, who.lea, 'night_urgent')).toBe(true);
  const renamed = { seen: await seenOf('night_urgent'), given: night({ name: 'Night' }) };
  expect(await saveTrigger(deps, who.lea, renamed)).toMatchObject({ kind: 'saved', off: false });
  const other = { seen: await seenOf('night_urgent'), given: night({ name: 'Night', on: ['late'] }) };
  expect(await saveTrigger(deps, who.lea, other)).toMatchObject({ kind: 'saved', off: true });
  expect(await oneTrigger(deps, who.lea, 'night_urgent')).toMatchObject({
    name: 'Night',
    on: ['late'],
    enabled: false,
  });
  expect(await turnOn(deps, who.lea, 'night_urgent')).toBe(false);
});

test('of two who write at once the second is told; what is on cannot be deleted, and what is gone not saved', async () => {
  await saveTrigger(deps, who.ada, { seen: null, given: night() });
  const seen = await seenOf('night_urgent');
  const saved = await Promise.all(
    ['One', 'Two'].map((name) => saveTrigger(deps, who.ada, { seen, given: night({ name }) })),
  );
  expect(saved.map(({ kind }) => kind).toSorted()).toEqual(['changed', 'saved']);
  await house.sql`update triggers set enabled = true`;
  expect(await removeTrigger(deps, who.ada, await seenOf('night_urgent'))).toBe(false);
  await house.sql`update triggers set enabled = false`;
  expect(await removeTrigger(deps, who.ada, seen)).toBe(false);
  expect(await removeTrigger(deps, who.ana, await seenOf('night_urgent'))).toBe(false);
  expect(await removeTrigger(deps, who.lea, await seenOf('night_urgent'))).toBe(true);
  expect(await saveTrigger(deps, who.ada, { seen, given: night() })).toEqual({ kind: 'gone' });
});

test('leads write for their groups alone, and only administrators say which URL is called', async () => {
  const save = (
    by: typeof who.lea,
    given: ReturnType<typeof night>,
    seen: Awaited<ReturnType<typeof seenOf>> | null = null,
  ) => saveTrigger(deps, by, { seen, given });
  expect(await save(who.lea, night({ group: null }))).toEqual({ kind: 'not_yours' });
  expect(await save(who.lea, night({ group: 'it' }))).toEqual({ kind: 'not_yours' });
  expect(await save(who.ana, night())).toEqual({ kind: 'not_yours' });
  const call = { do: 'call', url: 'https://hooks.example/in', send: ['title'] };
  const calling = night({ results: [{ do: 'escalate' }, call] });
  expect(await save(who.lea, calling)).toEqual({ kind: 'call', at: 1 });
  expect(await save(who.ada, calling)).toMatchObject({ kind: 'saved' });
  const seen = await seenOf('night_urgent');
  const elsewhere = night({ results: [{ ...call, url: 'https://evil.example' }] });
  expect(await save(who.lea, elsewhere, seen)).toEqual({ kind: 'call', at: 0 });
  expect(await save(who.lea, night({ results: [call] }), seen)).toMatchObject({ kind: 'saved' });
});

test('whatever it names has to exist', async () => {
  const types = { processing_types: [{ key: 'network', name: 'Network' }] };
  await house.sql`
    update groups set policies = policies || ${JSON.stringify(types)}::text::jsonb where key = 'support'`;
  const given = night({
    conditions: [
      { of: 'group', is: 'is', values: ['attic'] },
      { of: 'field.shoe', is: 'empty' },
      { of: 'processing', is: 'is', values: ['network', 'gone'] },
      { of: 'requester', is: 'is', values: [who.gone] },
    ],
    results: [
      { do: 'type', type: 'gone' },
      { do: 'call', url: 'https://hooks.example', secret: 'CRM' },
    ],
  });
  const saved = await saveTrigger(deps, who.ada, { seen: null, given, secrets: new Set() });
  expect(saved).toMatchObject({
    kind: 'faults',
    faults: [
      { part: 'conditions', at: 0, why: 'unknown_group', named: 'attic' },
      { part: 'conditions', at: 1, why: 'unknown_field', named: 'shoe' },
      { part: 'conditions', at: 2, why: 'unknown_processing', named: 'gone' },
      { part: 'conditions', at: 3, why: 'unknown_person', named: who.gone },
      { part: 'results', at: 0, why: 'unknown_type', named: 'gone' },
      { part: 'results', at: 1, why: 'unknown_secret', named: 'CRM' },
    ],
  });
});

test('a ticket’s history leads to what fired: for its leads, and for administrators also when the trigger is gone', async () => {
  await desk.make('vpn', {
    group: 'support',
    match: 'any',
    conditions: [
      { of: 'title', is: 'contains', values: ['vpn'] },
      { of: 'title', is: 'contains', values: ['printer'] },
    ],
    results: [{ do: 'priority', priority: 'high' }],
  });
  const number = await house.raise();
  await desk.ring();
  const [event] = await house.sql<{ seq: number }[]>`
    select seq from events where ticket = ${number} and verb = 'change_by_trigger'`;
  const why = (by: typeof who.lea, seq = event!.seq) => firingOf(deps, by, number, seq);
  const held = [{ of: 'title', is: 'contains', values: ['vpn'] }];
  expect(await why(who.lea)).toMatchObject({ trigger: 'vpn', happened: ['created'], held, by: who.bao });
  expect(await why(who.lea, 1)).toBeNull();
  expect(await why(who.ana)).toBeNull();
  await house.sql`delete from triggers`;
  expect(await why(who.lea)).toBeNull();
  expect(await why(who.ada)).toMatchObject({ trigger: 'vpn', held });
});

test('a name becomes a key that the desk file takes', () => {
  expect(freeKey('Night, urgent!', ['night_urgent'])).toBe('night_urgent_2');
  expect(freeKey('Più veloce', [])).toBe('piu_veloce');
  expect(freeKey('24 h', [])).toBe('h');
  expect(freeKey('긴급', [])).toBe('trigger');
});
