import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { replay } from '../../src/db/replay.ts';
import { openDesk } from '../../src/desk/desk.ts';
import type { PersonId, TicketNumber } from '../../src/domain/language.ts';
import { who, WORKSPACE } from '../make.ts';
import { done, openTestDesk, type TestDesk, withPromises } from './open.ts';

let house: TestDesk;
/** Monday in Rome, when support opens. */
const OPENS = Date.parse('2026-11-23T08:00:00Z');
const MINUTE = 60_000;
let now = OPENS;
beforeAll(async () => {
  house = await openTestDesk();
  await withPromises(house);
});
afterAll(() => house.close());

/** Several processes share the database; each has its own door. */
const doors = () =>
  Array.from({ length: 4 }, () => openDesk({ store: house.store, workspace: WORKSPACE, now: () => new Date(now) }));
const door = () => doors()[0]!;
const raised = async (more: Record<string, unknown> = {}): Promise<TicketNumber> =>
  done(await door().open(who.bao, { title: 'VPN', content: 'Down.', group: 'support', channel: 'slash', ...more }))
    .ticket.number;
const act = async (number: TicketNumber, verb: 'keep' | 'reply' | 'pend', input: object = {}) =>
  done(await door().act(number, { verb, by: who.ana, input }));
const tickAll = async (number: TicketNumber): Promise<number> =>
  (await Promise.all(doors().map((one) => one.tick(number)))).filter((outcome) => outcome?.kind === 'done').length;
const ticketOf = async (number: TicketNumber) => (await house.store.read(WORKSPACE, number, { by: null }))!.ticket;
const said = async (number: TicketNumber, verb: string): Promise<string[]> => {
  const rows = await house.sql<{ to: PersonId }[]>`
    select l.to_person as to from letters l join events e on e.workspace = l.workspace and e.ticket = l.ticket and e.seq = l.seq
    where l.ticket = ${number} and l.kind = 'ping' and e.verb = ${verb} order by 1`;
  return rows.map(({ to }) => to);
};
const alarmOf = async (number: TicketNumber): Promise<number | undefined> => {
  const [job] = await house.sql<{ run_at: Date }[]>`
    select run_at from graphile_worker.jobs where key = ${`clock:${WORKSPACE}:${number}`}`;
  return job?.run_at.getTime();
};

describe('promises, with several processes', () => {
  test('a warning and a breach are said once each, to the right people, and the history gives the ticket', async () => {
    now = OPENS;
    const number = await raised();
    expect(await alarmOf(number)).toBe(OPENS + 45 * MINUTE);
    now = OPENS + 45 * MINUTE - 1;
    expect(await tickAll(number)).toBe(0);
    now++;
    expect(await tickAll(number)).toBe(1);
    expect(await said(number, 'warn')).toEqual([who.lea]);
    expect(await alarmOf(number)).toBe(OPENS + 60 * MINUTE);
    await act(number, 'keep');
    now = OPENS + 60 * MINUTE;
    expect(await tickAll(number)).toBe(1);
    expect(await tickAll(number)).toBe(0);
    expect(await said(number, 'warn')).toEqual([who.lea]);
    expect(await said(number, 'breach')).toEqual([who.ana, who.lea].toSorted());
    const ticket = await ticketOf(number);
    expect(ticket.clocks.first_response).toMatchObject({ breachedAt: new Date(now) });
    expect(await replay(house.sql, WORKSPACE, number)).toEqual(ticket);
  });

  test('after a long sleep of the desk nobody is warned of what is broken already', async () => {
    now = OPENS;
    const number = await raised();
    now = OPENS + 90 * MINUTE;
    expect(await tickAll(number)).toBe(1);
    expect(await said(number, 'warn')).toEqual([]);
    expect(await said(number, 'breach')).toEqual([who.lea]);
  });

  test('an answer in time is the end of it', async () => {
    now = OPENS;
    const number = await raised();
    await act(number, 'keep');
    await act(number, 'reply', { text: 'Better?' });
    now = OPENS + 24 * 60 * MINUTE;
    expect(await tickAll(number)).toBe(0);
    expect(await said(number, 'breach')).toEqual([]);
  });

  test('other hours and other promises, later: what was promised stays, and what comes is counted anew', async () => {
    now = OPENS;
    const number = await raised();
    const before = await ticketOf(number);
    await house.sql`update groups set hours = null, sla = ${house.sql.json({ resolution: 30 })} where key = 'support'`;
    expect(await ticketOf(number)).toEqual(before);
    now = OPENS + 10 * MINUTE;
    await act(number, 'keep');
    const kept = await ticketOf(number);
    expect(kept.clocks.resolution).toMatchObject({ target: 30 * MINUTE, spent: 10 * MINUTE });
    expect(kept.clocks.resolution?.dueAt?.getTime()).toBe(OPENS + 30 * MINUTE);
    expect(kept.clocks.first_response).toMatchObject({ target: null, dueAt: null });
    expect(await replay(house.sql, WORKSPACE, number)).toEqual(kept);
    await withPromises(house);
  });
});
