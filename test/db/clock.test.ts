import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../../src/db/connect.ts';
import { openStore } from '../../src/db/store.ts';
import { openDesk } from '../../src/desk/desk.ts';
import type { TicketNumber } from '../../src/domain/language.ts';
import { who, WORKSPACE } from '../make.ts';
import { done, openTestDesk, type TestDesk, why } from './open.ts';

let house: TestDesk;
let ahead = 0;
beforeAll(async () => (house = await openTestDesk()));
afterAll(() => house.close());

const DAY = 24 * 60 * 60_000;
const now = () => new Date(Date.now() + ahead);
/** Several processes share the database; each has its own door. */
const doors = () => Array.from({ length: 4 }, () => openDesk({ store: house.store, workspace: WORKSPACE, now }));

const kept = async (): Promise<TicketNumber> => {
  const number = await house.raise();
  done(await house.desk.act(number, { verb: 'keep', by: who.ana }));
  return number;
};
const stateOf = async (number: TicketNumber) => (await house.store.read(WORKSPACE, number, { by: null }))!.ticket;
const alarmOf = async (number: TicketNumber): Promise<Date | null> => {
  const [job] = await house.sql<{ run_at: Date }[]>`
    select run_at from graphile_worker.jobs where key = ${`clock:${WORKSPACE}:${number}`}`;
  return job?.run_at ?? null;
};
const tickAll = (number: TicketNumber) => Promise.all(doors().map((door) => door.tick(number)));

describe('the clock', () => {
  test('completes exactly fourteen days after the last resolve, once, whoever looks', async () => {
    const number = await kept();
    const { ticket } = done(
      await house.desk.act(number, { verb: 'resolve', by: who.ana, input: { text: 'Replaced.' } }),
    );
    const at = (ticket.state === 'resolved' ? ticket.resolution.at.getTime() : 0) + 14 * DAY;
    expect((await alarmOf(number))!.getTime()).toBe(at);
    ahead = at - Date.now() - 60_000;
    expect(await tickAll(number)).toEqual([null, null, null, null]);
    expect((await alarmOf(number))!.getTime()).toBe(at);
    ahead += 120_000;
    const outcomes = await tickAll(number);
    expect(outcomes.filter((outcome) => outcome?.kind === 'done')).toHaveLength(1);
    expect((await stateOf(number)).state).toBe('completed');
    ahead = 0;
  });

  test.each([
    ['to summer time', '2027-03-20T10:00:00.123Z'],
    ['to winter time', '2026-10-20T22:30:00.999Z'],
  ])('a change %s makes no difference, and not one millisecond is missing', async (_name, resolved) => {
    await house.sql.unsafe(`alter database ${new URL(house.url).pathname.slice(1)} set timezone to 'Europe/Rome'`);
    const inRome = await connect(house.url);
    let at = Date.parse(resolved);
    const doors = [house.sql, inRome.sql].flatMap((sql) =>
      [1, 2].map(() => openDesk({ store: openStore(sql), workspace: WORKSPACE, now: () => new Date(at) })),
    );
    const tick = () => Promise.all(doors.map((door) => door.tick(number)));
    const resolve = () => doors[2]!.act(number, { verb: 'resolve', by: who.ana, input: { text: 'Replaced.' } });
    const number = await kept();
    done(await resolve());
    const due = at + 14 * DAY;
    expect((await alarmOf(number))!.getTime()).toBe(due);

    // Opened again on the last day: the days begin anew.
    at = due - DAY;
    done(await doors[3]!.act(number, { verb: 'not_solved', by: who.bao, input: { text: 'It is not.' } }));
    at = due;
    expect(await tick()).toEqual([null, null, null, null]);
    done(await resolve());
    at = due + 14 * DAY - 1;
    expect(await tick()).toEqual([null, null, null, null]);
    expect((await stateOf(number)).state).toBe('resolved');
    at += 1;
    expect((await tick()).filter((outcome) => outcome?.kind === 'done')).toHaveLength(1);
    expect(await stateOf(number)).toMatchObject({ state: 'completed', updatedAt: new Date(due + 14 * DAY) });
    const [count] = await house.sql`
      select count(*) as n from events where ticket = ${number} and verb = 'complete'`;
    expect(count!['n']).toBe(1);
    await inRome.close();
  });

  test('a requester who stays silent is reminded once, and later it is resolved for want of an answer', async () => {
    const number = await kept();
    done(await house.desk.act(number, { verb: 'reply', by: who.ana, input: { text: 'Does it work now?' } }));
    ahead = 3 * DAY + 1000;
    await tickAll(number);
    const reminded = await stateOf(number);
    expect(reminded).toMatchObject({ state: 'answered', version: 4 });
    expect(reminded.remindedAt).not.toBeNull();
    ahead += 4 * DAY - 5000;
    await tickAll(number);
    expect((await stateOf(number)).version).toBe(4);
    ahead += 10_000;
    await tickAll(number);
    expect(await stateOf(number)).toMatchObject({
      state: 'resolved',
      version: 5,
      resolution: { reason: 'no_response', by: null },
    });
    ahead = 0;
  });

  test('an answer in the last moment is stronger than the clock', async () => {
    const number = await kept();
    done(await house.desk.act(number, { verb: 'reply', by: who.ana, input: { text: 'Does it work now?' } }));
    done(await house.desk.act(number, { verb: 'remind', by: who.ana }));
    ahead = 8 * DAY;
    const [said] = await Promise.all([
      house.desk.act(number, { verb: 'message', by: who.bao, input: { text: 'No.' } }, now()),
      tickAll(number),
    ]);
    expect(why(said)).toBe('done');
    expect(['requester_replied', 'resolved']).toContain((await stateOf(number)).state);
    if ((await stateOf(number)).state === 'resolved')
      throw new Error('the requester answered and his ticket was resolved all the same');
    ahead = 0;
  });

  test('what waits for another ticket wakes when that one is done, and a duplicate’s requester hears of it', async () => {
    const [original, waiting, twin] = [await kept(), await kept(), await kept()];
    done(
      await house.desk.act(waiting, {
        verb: 'pend',
        by: who.ana,
        input: { kind: 'dependency', waiting_for: 'the router', blocked_by: original },
      }),
    );
    done(
      await house.desk.act(twin, {
        verb: 'resolve_internally',
        by: who.ana,
        input: { reason: 'duplicate', duplicate_of: original },
      }),
    );
    ahead = 60_000;
    for (const number of [waiting, twin]) expect(await tickAll(number)).toEqual([null, null, null, null]);
    done(await house.desk.act(original, { verb: 'resolve', by: who.ana, input: { text: 'A new router.' } }));
    for (const number of [waiting, twin]) {
      expect((await alarmOf(number))!.getTime()).toBeLessThanOrEqual(Date.now());
      expect((await tickAll(number)).filter((outcome) => outcome?.kind === 'done')).toHaveLength(1);
    }
    expect((await stateOf(waiting)).state).toBe('in_progress');
    expect(await stateOf(twin)).toMatchObject({ state: 'resolved', resolution: { originalDone: true } });
    const letters = await house.sql`
      select kind from letters where ticket = ${twin} and kind = 'line' order by seq`;
    expect(letters).toHaveLength(2);
    ahead = 0;
  });

  test('who begins to wait for what is done already does not wait for ever', async () => {
    const [original, waiting] = [await kept(), await kept()];
    done(await house.desk.act(original, { verb: 'resolve', by: who.ana, input: { text: 'A new router.' } }));
    done(
      await house.desk.act(waiting, {
        verb: 'pend',
        by: who.ana,
        input: { kind: 'dependency', waiting_for: 'the router', blocked_by: original },
      }),
    );
    expect((await alarmOf(waiting))!.getTime()).toBeLessThan(Date.now() + 60_000);
    ahead = 60_000;
    await tickAll(waiting);
    expect((await stateOf(waiting)).state).toBe('in_progress');
    ahead = 0;
  });
});
