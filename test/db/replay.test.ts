import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { replay } from '../../src/db/replay.ts';
import type { PersonId } from '../../src/domain/language.ts';
import { type Verb, VERBS } from '../../src/domain/verbs.ts';
import { type Name, who, WORKSPACE } from '../make.ts';
import { openTestDesk, type TestDesk } from './open.ts';

let house: TestDesk;
beforeAll(async () => (house = await openTestDesk()));
afterAll(() => house.close());

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const person = fc.constantFrom<PersonId>(...Object.values(who));
const group = fc.constantFrom('support', 'billing', 'it', 'nowhere');
/** Inputs that mostly make sense, so that the lists get somewhere. */
const inputs: Record<Verb, fc.Arbitrary<Record<string, unknown>>> = {
  keep: fc.constant({}),
  forward: fc.record({ to: person, group, note: text }, { requiredKeys: ['group'] }),
  prepare: fc.constant({}),
  work: fc.constant({}),
  reply: fc.record({ text }),
  message: fc.record({ text }),
  edit: fc.record(
    { title: fc.constantFrom('VPN', 'Door'), priority: fc.constantFrom('low', 'urgent') },
    { requiredKeys: [] },
  ),
  note: fc.record({ text }),
  pend: fc.record(
    {
      kind: fc.constantFrom('requester', 'dependency', 'check'),
      waiting_for: text,
      text,
      blocked_by: fc.integer({ min: 1, max: 9999 }),
      wake_at: fc.date({ min: new Date('2027-01-01'), max: new Date('2099-01-01'), noInvalidDate: true }),
    },
    { requiredKeys: ['kind', 'waiting_for'] },
  ),
  wake: fc.constant({}),
  remind: fc.constant({}),
  expire: fc.constant({}),
  original_done: fc.constant({}),
  resolve: fc.record({ text, reason: fc.constantFrom('solved', 'duplicate') }),
  escalate: fc.record({ to: fc.constantFrom(who.lea, who.marta, who.chiara), ask: text, reason: text }),
  acknowledge: fc.constant({}),
  return: fc.record({ text }),
  withdraw: fc.record({ reason: text }),
  resolve_internally: fc.record(
    {
      reason: fc.constantFrom('spam', 'test', 'duplicate', 'no_response'),
      duplicate_of: fc.integer({ min: 1, max: 9999 }),
      sure: fc.boolean(),
      note: text,
    },
    { requiredKeys: ['reason'] },
  ),
  workaround: fc.record({ text, issue: text }, { requiredKeys: ['text'] }),
  complete: fc.constant({}),
  close: fc.constant({}),
  not_solved: fc.record({ text }),
  rate: fc.record({ score: fc.integer({ min: 1, max: 5 }) }),
  ask_cancel: fc.record({ text }),
  cancel: fc.record({ agreement: text }, { requiredKeys: [] }),
  agree: fc.constant({}),
  restore: fc.constant({}),
  delete: fc.record({ sure: fc.boolean() }),
  archive: fc.constant({}),
  unarchive: fc.constant({}),
  undo: fc.constant({}),
};
const by = fc.constantFrom<Name | 'clock'>('ana', 'kofi', 'lea', 'marta', 'bao', 'ada', 'clock');
const act = fc.constantFrom(...VERBS).chain((verb) => fc.record({ verb: fc.constant(verb), by, input: inputs[verb] }));

test('whatever is done: one event for every change, and replaying the events gives the row', async () => {
  const reached = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 25 }), fc.boolean(), async (acts, held) => {
      const number = await house.raise(held ? { to: who.ana } : {}, held ? 'kofi' : 'bao');
      for (const { verb, by: name, input } of acts) {
        const outcome = await house.desk.act(number, { verb, by: name === 'clock' ? name : who[name], input });
        if (outcome.kind === 'done') reached.add(outcome.ticket.state);
      }
      const reading = await house.store.read(WORKSPACE, number, { by: null });
      expect(await replay(house.sql, WORKSPACE, number)).toEqual(reading!.ticket);
      const [count] = await house.sql<[{ events: number; open: number }]>`
        select count(*) as events, (select count(*) from escalations where ticket = ${number} and closed_at is null) as open
        from events where ticket = ${number}`;
      expect(count.events).toBe(reading!.ticket.version);
      expect(count.open).toBe(reading!.ticket.state === 'escalated' ? 1 : 0);
    }),
    { numRuns: 40 },
  );
  // The lists went somewhere.
  expect(reached.size).toBeGreaterThan(5);
});
