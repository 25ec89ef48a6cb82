import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { replay } from '../../src/db/replay.ts';
import { VERBS } from '../../src/domain/verbs.ts';
import { type Name, who, WORKSPACE } from '../make.ts';
import { inputFor } from './inputs.ts';
import { ANSWERED, openTestDesk, type TestDesk, withPromises } from './open.ts';

let house: TestDesk;
beforeAll(async () => {
  house = await openTestDesk(null, ANSWERED);
  await withPromises(house);
});
afterAll(() => house.close());

const ABOUT = { type: 'malfunction', fields: { device: 'Laptop' } };
const by = fc.constantFrom<Name | 'clock'>('ana', 'kofi', 'lea', 'marta', 'bao', 'ada', 'clock');
/** What leads on from where a ticket is new; of all the others most needs more than that. */
const LEADS_ON = ['keep', 'reply', 'pend', 'resolve', 'workaround', 'escalate', 'return', 'complete'] as const;
/** Of what can be said of a ticket there is most in an edit. */
const act = fc
  .oneof(
    { weight: 6, arbitrary: fc.constantFrom(...VERBS) },
    { weight: 3, arbitrary: fc.constantFrom(...LEADS_ON) },
    { weight: 1, arbitrary: fc.constant('edit' as const) },
  )
  .chain((verb) => fc.record({ verb: fc.constant(verb), by, input: inputFor(verb) }));

test('whatever is done: one event for every change, and replaying the events gives the row', async () => {
  const reached = new Set<string>();
  let noted = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 12, maxLength: 25 }), fc.boolean(), async (acts, held) => {
      const number = await house.raise({ ...(held && { to: who.ana }), ...ABOUT }, held ? 'kofi' : 'bao');
      for (const { verb, by: name, input } of acts) {
        const outcome = await house.desk.act(number, { verb, by: name === 'clock' ? name : who[name], input });
        if (outcome.kind !== 'done') continue;
        reached.add(outcome.ticket.state);
        if (verb === 'edit' && outcome.act.input['agent_fields']) noted += 1;
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
  expect(noted).toBeGreaterThan(0);
});
