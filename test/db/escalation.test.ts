import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOutbox } from '../../src/db/outbox.ts';
import { replay, replayRows } from '../../src/db/replay.ts';
import { openDesk } from '../../src/desk/desk.ts';
import type { TicketNumber } from '../../src/domain/language.ts';
import { who, WORKSPACE } from '../make.ts';
import { done, openTestDesk, type TestDesk, why } from './open.ts';

const MINUTE = 60_000;
let house: TestDesk;
let clock = new Date();
beforeAll(async () => (house = await openTestDesk()));
afterAll(() => house.close());

/** Several processes share the database; each has its own door. */
const door = () => openDesk({ store: house.store, workspace: WORKSPACE, now: () => clock });
const tickAll = (number: TicketNumber) => Promise.all(Array.from({ length: 4 }, () => door().tick(number)));
const ticketOf = async (number: TicketNumber) => (await house.store.read(WORKSPACE, number, { by: null }))!.ticket;
const openOf = async (number: TicketNumber) => {
  const ticket = await ticketOf(number);
  if (ticket.state !== 'escalated') throw new Error(`it is ${ticket.state}`);
  return ticket.escalation;
};
/** The clock is moved to a moment and rings in every process: what was done, once. */
async function ring(number: TicketNumber, at: Date): Promise<string[]> {
  clock = at;
  const outcomes = await tickAll(number);
  return outcomes.flatMap((outcome) => (outcome?.kind === 'done' ? [outcome.act.verb] : []));
}
const pingsOf = async (number: TicketNumber, verb: string) =>
  (
    await house.sql`
      select l.to_person from letters l join events e on e.workspace = l.workspace and e.ticket = l.ticket and e.seq = l.seq
      where l.ticket = ${number} and l.kind = 'ping' and e.verb = ${verb} order by l.id`
  ).map((row) => String(row['to_person']));
const rowsOf = async (number: TicketNumber) =>
  (await house.sql`select to_person, state, level from escalations where ticket = ${number} order by seq`).map(
    (row) => [row['to_person'], row['state'], row['level']],
  );

async function escalated(to = who.lea, more: Record<string, unknown> = {}): Promise<TicketNumber> {
  clock = new Date();
  const number = await house.raise(more);
  done(await house.desk.act(number, { verb: 'keep', by: who.ana }));
  done(await house.desk.act(number, { verb: 'escalate', by: who.ana, input: { to, ask: 'May I?', reason: 'Now.' } }));
  return number;
}

describe('an escalation that nobody acknowledges', () => {
  test('is asked for again, then goes up step by step to IT, and at last the lead is told; each once', async () => {
    const number = await escalated();
    const first = await openOf(number);
    expect(await ring(number, new Date(first.ackDueAt.getTime() - 1000))).toEqual([]);
    for (const [person, next] of [
      [who.lea, who.marta],
      [who.marta, who.chiara],
      [who.chiara, who.ivan],
    ] as const) {
      expect((await openOf(number)).to).toBe(person);
      expect(await ring(number, (await openOf(number)).ackDueAt)).toEqual(['nudge']);
      expect(await ring(number, (await openOf(number)).ackDueAt)).toEqual(['time_out']);
      expect((await openOf(number)).to).toBe(next);
    }
    expect(await ring(number, (await openOf(number)).ackDueAt)).toEqual(['nudge']);
    expect(await ring(number, (await openOf(number)).ackDueAt)).toEqual(['time_out']);
    expect(await openOf(number)).toMatchObject({ to: who.ivan, endedAt: clock });
    expect(await ring(number, new Date(clock.getTime() + 48 * 60 * MINUTE))).toEqual([]);
    expect(await pingsOf(number, 'nudge')).toEqual([who.lea, who.marta, who.chiara, who.ivan]);
    // Whoever asked hears of each step; the lead of the group hears of the end.
    expect(await pingsOf(number, 'time_out')).toEqual([who.ana, who.ana, who.ana, who.ana, who.lea]);
    expect(await rowsOf(number)).toEqual([
      [who.lea, 'timed_out', 1],
      [who.marta, 'timed_out', 2],
      [who.chiara, 'timed_out', 3],
      [who.ivan, 'open', 4],
    ]);
    expect(await replayRows(house.sql, WORKSPACE, number)).toEqual(
      (await rowsOf(number)).map(([to, state, level]) => ({ to, state, level })),
    );
  });

  test('urgent is quicker; who is away or has left is passed over', async () => {
    const number = await escalated(who.lea, { priority: 'urgent' });
    const { at, ackDueAt } = await openOf(number);
    expect(ackDueAt.getTime() - at.getTime()).toBe(10 * MINUTE);
    await house.sql`update people set out_until = now() + interval '9 days' where id = ${who.marta}`;
    await house.sql`update people set active = false where id = ${who.chiara}`;
    await ring(number, ackDueAt);
    await ring(number, (await openOf(number)).ackDueAt);
    await house.sql`update people set out_until = null, active = true where id in (${who.marta}, ${who.chiara})`;
    expect((await openOf(number)).to).toBe(who.ivan);
  });

  test('acknowledging stops it; who then says nothing is asked again after some hours, and again', async () => {
    const number = await escalated();
    done(await house.desk.act(number, { verb: 'acknowledge', by: who.lea }));
    const { acknowledgedAt, nudgeAt } = await openOf(number);
    expect(nudgeAt!.getTime() - acknowledgedAt!.getTime()).toBe(4 * 60 * MINUTE);
    expect(await ring(number, new Date(nudgeAt!.getTime() - 1000))).toEqual([]);
    expect(await ring(number, nudgeAt!)).toEqual(['nudge']);
    expect(await ring(number, nudgeAt!)).toEqual([]);
    expect(await ring(number, (await openOf(number)).nudgeAt!)).toEqual(['nudge']);
    expect((await openOf(number)).to).toBe(who.lea);
  });

  test.each([
    ['a night', '2026-11-20T16:45:00Z', '2026-11-23T08:15:00Z'],
    ['the night in which the clocks go forward', '2027-03-26T16:45:00Z', '2027-03-29T07:15:00Z'],
    ['the night in which they go back', '2026-10-23T15:45:00Z', '2026-10-26T08:15:00Z'],
  ])('%s is not counted, but for what is urgent', async (_night, from, due) => {
    const hours = { zone: 'Europe/Rome', week: {} as Record<string, string[]>, holidays: [] };
    for (const day of ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']) hours.week[day] = ['09:00-18:00'];
    await house.sql`update groups set hours = ${house.sql.json(hours)} where key = 'support'`;
    const at = new Date(from);
    const ask = async (priority: string) => {
      const number = await house.raise({ priority });
      done(await house.desk.act(number, { verb: 'keep', by: who.ana }, at));
      const input = { to: who.lea, ask: 'May I?', reason: 'Now.' };
      done(await house.desk.act(number, { verb: 'escalate', by: who.ana, input }, at));
      return (await openOf(number)).ackDueAt;
    };
    const [normal, urgent] = [await ask('normal'), await ask('urgent')];
    await house.sql`update groups set hours = null where key = 'support'`;
    expect(normal).toEqual(new Date(due));
    expect(urgent).toEqual(new Date(at.getTime() + 10 * MINUTE));
  });
});

describe('managers', () => {
  test('who press at once: one decides, the others hear that it is settled', async () => {
    const number = await escalated();
    const outcomes = await Promise.all([
      door().act(number, { verb: 'return', by: who.lea, input: { text: 'Yes.' } }),
      door().act(number, { verb: 'take_over', by: who.lea }),
      door().act(number, { verb: 'decline', by: who.lea, input: { reason: 'No.' } }),
      door().act(number, { verb: 'send_higher', by: who.lea, input: { to: who.marta } }),
    ]);
    const words = outcomes.map(why);
    expect(words.filter((word) => word === 'done')).toHaveLength(1);
    for (const word of words) expect(['done', 'escalation_over', 'sent_on', 'busy']).toContain(word);
    expect((await rowsOf(number)).filter(([, state]) => state === 'open')).toHaveLength(
      (await ticketOf(number)).state === 'escalated' ? 1 : 0,
    );
  });

  test('an acknowledgement after the time is told who decides now, and changes nothing', async () => {
    const number = await escalated();
    await ring(number, (await openOf(number)).ackDueAt);
    await ring(number, (await openOf(number)).ackDueAt);
    expect(await door().act(number, { verb: 'acknowledge', by: who.lea })).toMatchObject({
      why: 'sent_on',
      next: expect.arrayContaining(['note']),
    });
    expect(await openOf(number)).toMatchObject({ to: who.marta, acknowledgedAt: null });
    expect(why(await door().act(number, { verb: 'note', by: who.lea, input: { text: 'I know him.' } }))).toBe('done');
  });

  test('in the last moment either the manager or the clock wins, never both', async () => {
    const number = await escalated();
    await ring(number, (await openOf(number)).ackDueAt);
    clock = (await openOf(number)).ackDueAt;
    const [said, ticked] = await Promise.all([
      door().act(number, { verb: 'acknowledge', by: who.lea }),
      door().tick(number),
    ]);
    const open = await openOf(number);
    expect([said, ticked].filter((outcome) => outcome?.kind === 'done')).toHaveLength(1);
    expect(open.acknowledgedAt === null ? open.to : who.lea).toBe(why(said) === 'done' ? who.lea : who.marta);
  });

  test('send it higher only up, and not beyond the end; a forged target is refused', async () => {
    const number = await escalated(who.marta);
    const higher = (by: typeof who.lea, to: string) => door().act(number, { verb: 'send_higher', by, input: { to } });
    expect(why(await higher(who.marta, who.lea))).toBe('not_in_chain');
    expect(why(await higher(who.marta, who.bao))).toBe('not_in_chain');
    expect(why(await higher(who.lea, who.chiara))).toBe('not_allowed');
    done(await higher(who.marta, who.chiara));
    done(await higher(who.chiara, who.ivan));
    expect(why(await higher(who.ivan, who.lea))).toBe('chain_ended');
    expect((await rowsOf(number)).map(([, state]) => state)).toEqual(['sent_higher', 'sent_higher', 'open']);
    expect(await pingsOf(number, 'send_higher')).toEqual([who.ana, who.ana]);
  });

  test('take it over: it is theirs, the old assignee is told, and the requester’s words reach them by DM', async () => {
    const number = await escalated(who.marta);
    done(await door().act(number, { verb: 'take_over', by: who.marta }));
    expect(await ticketOf(number)).toMatchObject({ state: 'in_progress', assignee: who.marta });
    expect(await pingsOf(number, 'take_over')).toEqual([who.ana]);
    done(await door().act(number, { verb: 'message', by: who.bao, input: { text: 'And now?' } }));
    expect(await pingsOf(number, 'message')).toEqual([who.marta]);
    expect(await rowsOf(number)).toEqual([[who.marta, 'taken', 2]]);
  });

  test('are nudged by whoever waits, but not all the time', async () => {
    const number = await escalated();
    done(await door().act(number, { verb: 'nudge', by: who.ana }));
    expect(why(await door().act(number, { verb: 'nudge', by: who.ana }))).toBe('nudged_already');
    expect(why(await door().act(number, { verb: 'nudge', by: who.bao }))).toBe('not_allowed');
    expect(await pingsOf(number, 'nudge')).toEqual([who.lea]);
  });
});

describe('the hierarchy', () => {
  test('goes up, nearest first, and ends at IT; who has left is listed', async () => {
    const ask = { of: who.ana, people: [who.gone], userGroups: ['duty', 'nobody'] };
    await house.sql`
      insert into user_groups (workspace, id, handle, people)
      values (${WORKSPACE}, 'S0DUTY', 'duty', ${house.sql.json([who.kofi])})`;
    const { standing, userGroups, ...found } = await house.store.hierarchy(WORKSPACE, ask);
    expect(found).toEqual({ managers: [who.lea, who.marta, who.chiara], itSupport: [who.ivan], circle: false });
    expect([...userGroups]).toEqual([['duty', [who.kofi]]]);
    expect(standing.get(who.gone)).toEqual({ active: false, outUntil: null });
    expect([...standing.keys()].sort()).toEqual([who.chiara, who.gone, who.ivan, who.kofi, who.lea, who.marta].sort());
  });

  test('a circle ends where it closes', async () => {
    await house.sql`update people set manager = ${who.lea} where workspace = ${WORKSPACE} and id = ${who.chiara}`;
    const ask = { of: who.lea, people: [], userGroups: [] };
    const { managers, circle } = await house.store.hierarchy(WORKSPACE, ask);
    await house.sql`update people set manager = null where workspace = ${WORKSPACE} and id = ${who.chiara}`;
    expect(managers).toEqual([who.marta, who.chiara]);
    expect(circle).toBe(true);
  });
});

describe('an escalation', () => {
  test('is opened, acknowledged and answered in its own row', async () => {
    const number = await house.raise();
    const row = async () =>
      (await house.sql`select state, level, to_person, closed_at from escalations where ticket = ${number}`)[0];
    done(await house.desk.act(number, { verb: 'keep', by: who.ana }));
    done(
      await house.desk.act(number, { verb: 'escalate', by: who.ana, input: { to: who.marta, ask: 'A?', reason: 'B' } }),
    );
    expect(await row()).toEqual({ state: 'open', level: 2, to_person: who.marta, closed_at: null });
    done(await house.desk.act(number, { verb: 'acknowledge', by: who.marta }));
    expect(await row()).toMatchObject({ state: 'acked', closed_at: null });
    done(await house.desk.act(number, { verb: 'return', by: who.marta, input: { text: 'Yes.' } }));
    expect(await row()).toMatchObject({ state: 'answered', closed_at: expect.any(Date) });
  });

  test('comes back with what was said, which stands on the agents’ card until something changes', async () => {
    const number = await escalated();
    const decided = async () => {
      const told = (await openOutbox(house.sql).drawing(WORKSPACE, number))?.decided;
      return told && [told.verb, told.said?.text ?? told.input['reason']];
    };
    expect(await decided()).toBeNull();
    done(await house.desk.act(number, { verb: 'decline', by: who.lea, input: { reason: 'Ask Marta.' } }));
    expect(await decided()).toEqual(['decline', 'Ask Marta.']);
    const again = { to: who.marta, ask: 'And you?', reason: 'Now.' };
    done(await house.desk.act(number, { verb: 'escalate', by: who.ana, input: again }));
    done(await house.desk.act(number, { verb: 'return', by: who.marta, input: { text: 'Yes.' } }));
    done(await house.desk.act(number, { verb: 'note', by: who.ana, input: { text: 'Good.' } }));
    expect(await decided()).toEqual(['return', 'Yes.']);
    done(await house.desk.act(number, { verb: 'work', by: who.ana }));
    expect(await decided()).toBeNull();
  });

  test('ends as withdrawn when a verb that says nothing about it leads out of it', async () => {
    const number = await house.raise();
    done(await house.desk.act(number, { verb: 'keep', by: who.ana }));
    done(
      await house.desk.act(number, { verb: 'escalate', by: who.ana, input: { to: who.lea, ask: 'A?', reason: 'B' } }),
    );
    done(await house.desk.act(number, { verb: 'forward', by: who.lea, input: { group: 'it' } }));
    expect(await house.sql`select state from escalations where ticket = ${number}`).toEqual([{ state: 'withdrawn' }]);
    expect(await replay(house.sql, WORKSPACE, number)).toMatchObject({ state: 'new', group: 'it' });
  });
});
