import { afterAll, beforeAll, expect, test } from 'vitest';
import { replay } from '../../src/db/replay.ts';
import { openDesk } from '../../src/desk/desk.ts';
import type { TicketNumber } from '../../src/domain/language.ts';
import type { Verb } from '../../src/domain/verbs.ts';
import { type Name, who, WORKSPACE } from '../make.ts';
import { done, openTestDesk, type TestDesk, why } from './open.ts';

/** Somebody else gets a ticket that waits for another team, or another group does. */

let house: TestDesk;
beforeAll(async () => (house = await openTestDesk()));
afterAll(() => house.close());

const act = (number: TicketNumber, verb: Verb, by: Name, input: object = {}) =>
  house.desk.act(number, { verb, by: who[by], input });
const read = async (number: TicketNumber) => (await house.store.read(WORKSPACE, number, { by: null }))!.ticket;
/** The clock looks at it at once, as whoever wrote the other ticket wanted, and in two processes. */
async function rung(number: TicketNumber) {
  const [job] = await house.sql`
    select run_at <= now() as due from graphile_worker.jobs where key = ${`clock:${WORKSPACE}:${number}`}`;
  expect(job).toEqual({ due: true });
  const both = await Promise.all([house.desk.tick(number), house.desk.tick(number)]);
  return both.filter((outcome) => outcome?.kind === 'done').length;
}

test('and asks from then on, in the group that it is in: the one before does not speak for it any more', async () => {
  const parent = await house.raise({ to: who.ana }, 'kofi');
  const question = { group: 'it', title: 'VPN gateway drops', content: 'Every hour.' };
  done(await act(parent, 'escalate_to_team', 'ana', question));
  const [{ number: child }] = await house.sql<[{ number: TicketNumber }]>`
    select number from tickets where parent = ${parent}`;
  const same = async () => {
    for (const number of [parent, child])
      expect(await replay(house.sql, WORKSPACE, number)).toEqual(await read(number));
  };
  done(await act(child, 'keep', 'sofia'));
  done(await act(child, 'pend', 'sofia', { kind: 'check', waiting_for: 'the vendor' }));
  await house.desk.tick(parent);
  done(await act(parent, 'forward', 'lea', { group: 'support', to: who.kofi }));
  expect(await rung(child)).toBe(1);
  expect(await read(child)).toMatchObject({
    state: 'pending',
    requester: who.kofi,
    creator: who.ana,
    asker: 'support',
  });
  done(await act(parent, 'forward', 'lea', { group: 'billing' }));
  expect(await rung(child)).toBe(1);
  // Nobody has it there yet: the last one stays the one who asked.
  expect(await read(child)).toMatchObject({ requester: who.kofi, asker: 'billing' });
  done(await act(parent, 'keep', 'mateo'));
  expect(await rung(child)).toBe(1);
  expect(await read(child)).toMatchObject({ requester: who.mateo, asker: 'billing' });
  done(await act(child, 'message', 'yuki', { text: 'The invoice says so too.' }));
  expect(why(await act(child, 'message', 'lea', { text: 'And now?' }))).toBe('no_ticket');
  await same();
  // Done there: who has it afterwards is nothing to the team.
  done(await act(parent, 'resolve', 'mateo', { text: 'It works.' }));
  await house.desk.tick(child);
  expect(await read(child)).toMatchObject({ requester: who.mateo });
  await same();
});

test('somebody else has it in the very moment in which the clock looks at what it waits for: the clock looks again', async () => {
  const parent = await house.raise({ to: who.ana }, 'kofi');
  const question = { group: 'it', title: 'VPN gateway drops', content: 'Every hour.' };
  done(await act(parent, 'escalate_to_team', 'ana', question));
  const [{ number: child }] = await house.sql<[{ number: TicketNumber }]>`
    select number from tickets where parent = ${parent}`;
  done(await act(child, 'keep', 'sofia'));
  const wake_at = new Date(Date.now() + 86_400_000);
  done(await act(child, 'pend', 'sofia', { kind: 'check', waiting_for: 'the vendor', wake_at }));
  await house.desk.tick(parent);
  await house.desk.tick(child);
  let forwarded = false;
  const read: typeof house.store.read = async (...asked) => {
    const reading = await house.store.read(...asked);
    if (!forwarded) {
      forwarded = true;
      done(await act(parent, 'forward', 'lea', { group: 'support', to: who.kofi }));
    }
    return reading;
  };
  const desk = openDesk({ store: { ...house.store, read }, workspace: WORKSPACE });
  expect(await desk.tick(child)).toBeNull();
  expect(await rung(child)).toBe(1);
  expect(await read(WORKSPACE, child, { by: null })).toMatchObject({ ticket: { requester: who.kofi } });
});
