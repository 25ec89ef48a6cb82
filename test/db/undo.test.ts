import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lastOf, replay } from '../../src/db/replay.ts';
import type { TicketNumber } from '../../src/domain/language.ts';
import { who, WORKSPACE } from '../make.ts';
import { done, openTestDesk, type TestDesk, why } from './open.ts';

let house: TestDesk;
beforeAll(async () => (house = await openTestDesk()));
afterAll(() => house.close());

const ticketOf = async (number: TicketNumber) => (await house.store.read(WORKSPACE, number, { by: null }))!.ticket;
const undo = (number: TicketNumber, by = who.ana) => house.desk.act(number, { verb: 'undo', by });

describe('undo', () => {
  test('puts back exactly what was before, whatever was done, and the history still gives the row', async () => {
    const acts = [
      { verb: 'prepare', input: {} },
      { verb: 'pend', input: { kind: 'check', waiting_for: 'a toner' } },
      { verb: 'forward', input: { group: 'billing' } },
      { verb: 'resolve_internally', input: { reason: 'test' } },
      { verb: 'cancel', input: { agreement: 'On the phone.' } },
    ] as const;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...acts), async (act) => {
        const number = await house.raise();
        done(await house.desk.act(number, { verb: 'keep', by: who.ana }));
        const before = await ticketOf(number);
        done(await house.desk.act(number, { ...act, by: who.ana }));
        expect((await ticketOf(number)).state).not.toBe(before.state);
        done(await undo(number));
        const { version, updatedAt, ...after } = await ticketOf(number);
        expect(after).toEqual((({ version: _v, updatedAt: _u, ...rest }) => rest)(before));
        expect(version).toBe(before.version + 2);
        expect(updatedAt.getTime()).toBeGreaterThanOrEqual(before.updatedAt.getTime());
        expect(await replay(house.sql, WORKSPACE, number)).toEqual(await ticketOf(number));
        expect(why(await undo(number))).toBe('nothing_to_undo');
      }),
      { numRuns: acts.length * 2 },
    );
  });

  test('is refused to anybody else, and when somebody came between', async () => {
    const number = await house.raise();
    done(await house.desk.act(number, { verb: 'keep', by: who.ana }));
    expect(why(await undo(number, who.kofi))).toBe('nothing_to_undo');
    done(await house.desk.act(number, { verb: 'note', by: who.kofi, input: { text: 'Looked.' } }));
    expect(why(await undo(number))).toBe('nothing_to_undo');
  });

  test('leaves a note that was typed in the thread: it stands in Slack, where it is taken back', async () => {
    const number = await house.raise();
    const source = { channel: 'C0SUPPORT', ts: '1700000000.000100' };
    done(await house.desk.act(number, { verb: 'note', by: who.ana, input: { text: 'Hm.', source } }));
    expect(why(await undo(number))).toBe('typed_in_slack');
  });

  test('an answer that is still here is called back with its words; one that has left is not', async () => {
    const number = await house.raise();
    done(await house.desk.act(number, { verb: 'keep', by: who.ana }));
    done(await house.desk.act(number, { verb: 'reply', by: who.ana, input: { text: 'Wrong window, sorry.' } }));
    done(await undo(number));
    expect((await ticketOf(number)).state).toBe('in_progress');
    const left = await house.sql`
      select state from letters where ticket = ${number} and kind = 'main' and state <> 'collapsed'`;
    expect(left).toHaveLength(0);
    const [said] = await house.sql`select deleted_at from messages where ticket = ${number}`;
    expect(said!['deleted_at']).not.toBeNull();

    done(await house.desk.act(number, { verb: 'reply', by: who.ana, input: { text: 'The right one.' } }));
    await house.sql`update letters set taken = true where ticket = ${number} and kind = 'main'`;
    expect(why(await undo(number))).toBe('told_already');
  });

  test('when the letter is taken in the very moment, one of both wins and the other is told', async () => {
    const number = await house.raise();
    done(await house.desk.act(number, { verb: 'keep', by: who.ana }));
    done(await house.desk.act(number, { verb: 'reply', by: who.ana, input: { text: 'Hm.' } }));
    const [outcome] = await Promise.all([
      undo(number),
      house.sql`update letters set taken = true where ticket = ${number} and kind = 'main' and state = 'pending'`,
    ]);
    const [letter] = await house.sql`select state, taken from letters where ticket = ${number} and kind = 'main'`;
    if (outcome.kind === 'done') expect(letter!['state']).toBe('collapsed');
    else expect(letter!['taken']).toBe(true);
  });

  test('against another act in the very moment: exactly one wins, and the other is told', async () => {
    for (let round = 0; round < 12; round++) {
      const number = await house.raise();
      done(await house.desk.act(number, { verb: 'keep', by: who.ana }));
      const { version, updatedAt: _then, ...before } = await ticketOf(number);
      done(await house.desk.act(number, { verb: 'prepare', by: who.ana }));
      const both = [() => undo(number), () => house.desk.act(number, { verb: 'work', by: who.lea })];
      const outcomes = await Promise.all((round % 2 === 0 ? both : both.toReversed()).map((go) => go()));
      const [undone, other] = round % 2 === 0 ? outcomes : outcomes.toReversed();
      const { updatedAt: _now, ...after } = await ticketOf(number);
      expect(after.version).toBe(version + 2);
      if (undone?.kind === 'done') {
        expect(after).toEqual({ ...before, version: version + 2 });
        expect(why(other!)).toBe('wrong_state');
      } else {
        expect(why(undone!)).toBe('nothing_to_undo');
        expect(why(other!)).toBe('done');
      }
    }
  });

  test('by eight presses at once takes one act back, and not the one before it', async () => {
    const number = await house.raise();
    done(await house.desk.act(number, { verb: 'keep', by: who.ana }));
    done(await house.desk.act(number, { verb: 'prepare', by: who.ana }));
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => undo(number)));
    expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    expect(outcomes.filter((outcome) => why(outcome) === 'nothing_to_undo')).toHaveLength(7);
    expect(await ticketOf(number)).toMatchObject({ state: 'in_progress', version: 4 });
  });

  test('an escalation that is taken back asks nobody any more; one that somebody was told of is not taken back silently', async () => {
    const number = await house.raise();
    done(await house.desk.act(number, { verb: 'keep', by: who.ana }));
    const input = { to: who.lea, ask: 'May I?', reason: 'Today.' };
    const escalated = await house.desk.act(number, { verb: 'escalate', by: who.ana, input });
    if (escalated.kind !== 'done') throw new Error(why(escalated));
    done(await undo(number));
    const [row] = await house.sql`select state, closed_at from escalations where ticket = ${number}`;
    expect(row).toMatchObject({ state: 'withdrawn' });
    expect((await ticketOf(number)).state).toBe('in_progress');

    done(await house.desk.act(number, { verb: 'escalate', by: who.ana, input }));
    await house.sql`update letters set taken = true where ticket = ${number} and kind = 'escalation_card'`;
    expect(why(await undo(number))).toBe('told_already');
    expect((await ticketOf(number)).state).toBe('escalated');
  });

  test('finds what was told without reading the letters of all other tickets', async () => {
    const number = await house.raise();
    await house.sql`
      insert into letters (workspace, ticket, kind, seq, conversation, state)
      select ${WORKSPACE}, 100000 + n, 'ping', 1, 'u:U', 'sent' from generate_series(1, 5000) n`;
    await house.sql`analyze letters`;
    const scans = await house.sql.begin(async (sql) => {
      // What this connection did before is counted too, until Postgres has written it down.
      const sofar = async () => {
        const [row] = await sql<
          { whole: number }[]
        >`select pg_stat_get_xact_numscans('letters'::regclass)::int as whole`;
        return row?.whole ?? 0;
      };
      const before = await sofar();
      await lastOf(sql as unknown as TestDesk['sql'], WORKSPACE, number);
      return (await sofar()) - before;
    });
    expect(scans).toBe(0);
  });
});
