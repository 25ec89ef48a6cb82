import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { replay } from '../../src/db/replay.ts';
import type { TicketNumber } from '../../src/domain/language.ts';
import { type Name, who, WORKSPACE } from '../make.ts';
import { done, openTestDesk, type TestDesk, why } from './open.ts';

let house: TestDesk;
beforeAll(async () => (house = await openTestDesk()));
afterAll(() => house.close());

const ticketOf = async (number: TicketNumber) => (await house.store.read(WORKSPACE, number, { by: null }))!.ticket;
const act = (
  number: TicketNumber,
  verb: 'link' | 'unlink' | 'merge' | 'undo' | 'split',
  input = {},
  by: Name = 'ana',
) => house.desk.act(number, { verb, by: who[by], input });
/** Bao's tickets, with Ana. */
async function kept(more: Record<string, unknown> = {}) {
  const number = await house.raise(more);
  done(await house.desk.act(number, { verb: 'keep', by: who.ana }));
  return number;
}
const replayed = async (...numbers: TicketNumber[]) => {
  for (const number of numbers) expect(await replay(house.sql, WORKSPACE, number)).toEqual(await ticketOf(number));
};
const endAs = (number: TicketNumber, duplicate_of: TicketNumber) =>
  house.desk.act(number, {
    verb: 'resolve_internally',
    by: who.ana,
    input: { reason: 'duplicate', duplicate_of },
  });

describe('links', () => {
  test('stand on both tickets, as events of both, and are taken away from either side', async () => {
    const [a, b] = [await kept(), await kept()];
    done(await act(a, 'link', { with: b }));
    expect((await ticketOf(a)).links).toEqual([{ ticket: b, how: 'related' }]);
    expect((await ticketOf(b)).links).toEqual([{ ticket: a, how: 'related' }]);
    expect((await house.store.said(WORKSPACE, b, [3]))[0]).toMatchObject({ verb: 'linked', by: who.ana });
    expect(why(await act(a, 'link', { with: b }))).toBe('already_linked');
    expect(why(await act(a, 'link', { with: a }))).toBe('same_ticket');
    done(await act(b, 'unlink', { with: a }));
    expect((await ticketOf(a)).links).toEqual([]);
    expect((await ticketOf(b)).links).toEqual([]);
    await replayed(a, b);
  });

  test('are undone on both; from the other side one is sent back', async () => {
    const [a, b] = [await kept(), await kept()];
    done(await act(a, 'link', { with: b }));
    expect(why(await act(b, 'undo'))).toBe('undo_there');
    done(await act(a, 'undo'));
    expect((await ticketOf(a)).links).toEqual([]);
    expect((await ticketOf(b)).links).toEqual([]);
    await replayed(a, b);
  });

  test('lead to no ticket that the agent may not read, and nobody writes one side alone', async () => {
    const a = await kept();
    const theirs = await house.raise({ group: 'it' });
    expect(why(await act(a, 'link', { with: theirs }))).toBe('unknown_other');
    expect(why(await act(a, 'link', { with: 999_999 }))).toBe('unknown_other');
    expect((await ticketOf(theirs)).version).toBe(1);
    const alone = { verb: 'linked' as const, by: who.ana, input: { with: theirs, how: 'related' } };
    expect(why(await house.desk.act(a, alone))).toBe('not_allowed');
  });
});

describe('merge', () => {
  test('ends the one and points at the other; undone, both are as before', async () => {
    const [a, b] = [await kept(), await kept()];
    const before = await ticketOf(a);
    done(await act(a, 'merge', { into: b }));
    expect(await ticketOf(a)).toMatchObject({
      state: 'resolved',
      resolution: { reason: 'duplicate', duplicateOf: b },
      links: [{ ticket: b, how: 'merged_into' }],
    });
    expect(await house.sql`select kind from letters where ticket = ${a} and kind = 'line'`).toHaveLength(1);
    done(await act(a, 'undo'));
    const { version: _v, updatedAt: _u, ...after } = await ticketOf(a);
    expect(after).toEqual((({ version: _w, updatedAt: _x, ...rest }) => rest)(before));
    const told = await house.store.said(WORKSPACE, b, [3, 4]);
    expect(told.map(({ input }) => input)).toMatchObject([
      { how: 'merged', gone: false },
      { how: 'merged', gone: true },
    ]);
    await replayed(a, b);

    done(await act(a, 'merge', { into: b }));
    await house.sql`update letters set taken = true where ticket = ${a} and kind = 'line'`;
    expect(why(await act(a, 'undo'))).toBe('told_already');
  });

  test('only into one that is open, nothing private into what is not, nor what is somebody else’s and private', async () => {
    const [a, b, over, secret] = [await kept(), await kept(), await kept(), await kept({ private: true })];
    const priyas = await house.raise({ private: true }, 'priya');
    expect(why(await act(a, 'merge', { into: priyas }))).toBe('other_requester');
    expect(why(await act(a, 'merge', { into: a }))).toBe('unknown_duplicate');
    expect(why(await act(secret, 'merge', { into: b }))).toBe('private_into_open');
    done(await house.desk.act(over, { verb: 'resolve', by: who.ana, input: { text: 'Done.' } }));
    expect(why(await act(a, 'merge', { into: over }))).toBe('original_over');
  });

  test('of two people who merge two tickets into each other at the same instant, one wins', async () => {
    for (let round = 0; round < 8; round++) {
      const [a, b] = [await kept(), await kept()];
      const both = await Promise.all([act(a, 'merge', { into: b }), act(b, 'merge', { into: a }, 'lea')]);
      expect(both.map(why).toSorted()).toEqual(['done', 'duplicate_circle']);
      const states = [(await ticketOf(a)).state, (await ticketOf(b)).state];
      expect(states.toSorted()).toEqual(['in_progress', 'resolved']);
      await replayed(a, b);
    }
  });

  test('many at once among few tickets never make a circle', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 4, maxLength: 8 }), async (pairs) => {
        const numbers = [await kept(), await kept(), await kept(), await kept()];
        await Promise.all(pairs.map(([a, b]) => act(numbers[a]!, 'merge', { into: numbers[b]! })));
        for (const number of numbers) {
          const seen: number[] = [];
          let at: TicketNumber | null = number;
          while (at !== null) {
            expect(seen).not.toContain(at);
            seen.push(at);
            const ticket = await ticketOf(at);
            at = ticket.state === 'resolved' ? ticket.resolution.duplicateOf : null;
          }
        }
        await replayed(...numbers);
      }),
      { numRuns: 6 },
    );
  });
});

describe('duplicates', () => {
  const endedOf = async (number: TicketNumber) =>
    house.sql<{ ended: string }[]>`
      select input->>'ended' as ended from events where ticket = ${number} and verb = 'original_done'`;
  const tick = async (number: TicketNumber) => house.desk.tick(number);

  test('of a duplicate point at where the problem is solved, and hear when that one is done', async () => {
    const [first, second, third] = [await kept(), await kept(), await kept()];
    done(await endAs(second, first));
    done(await endAs(third, second));
    expect(await ticketOf(third)).toMatchObject({ resolution: { duplicateOf: first } });
    expect(why(await endAs(first, third))).toBe('duplicate_circle');
    await tick(third);
    expect(await endedOf(third)).toHaveLength(0);
  });

  test('an original that turns out to repeat a third is not done before that one is', async () => {
    const [last, original, twin] = [await kept(), await kept(), await kept()];
    done(await endAs(twin, original));
    done(await endAs(original, last));
    for (const number of [twin, original]) await tick(number);
    expect(await endedOf(twin)).toHaveLength(0);
    done(await house.desk.act(last, { verb: 'resolve', by: who.ana, input: { text: 'A new router.' } }));
    for (const number of [twin, original]) {
      const [job] = await house.sql`
        select run_at <= now() as due from graphile_worker.jobs where key = ${`clock:${WORKSPACE}:${number}`}`;
      expect(job).toEqual({ due: true });
      done((await tick(number))!);
      expect(await endedOf(number)).toEqual([{ ended: 'done' }]);
    }
  });

  test('are told honestly that the original ended without a solution', async () => {
    for (const end of ['cancelled', 'spam'] as const) {
      const [original, twin] = [await kept(), await kept()];
      done(await endAs(twin, original));
      const input = end === 'spam' ? { reason: 'spam', sure: true } : { agreement: 'On the phone.' };
      const verb = end === 'spam' ? 'resolve_internally' : 'cancel';
      done(await house.desk.act(original, { verb, by: who.ana, input }));
      done((await tick(twin))!);
      expect(await endedOf(twin)).toEqual([{ ended: end }]);
      expect(why(await endAs(await kept(), original))).toBe('original_over');
    }
  });
});

describe('split', () => {
  const CANARY = 'canary-7f3a';
  async function spoken() {
    const number = await kept({ content: 'The printer is jammed. The door squeaks too.' });
    const say = async (verb: 'message' | 'note' | 'reply', text: string, by: Name) =>
      done(await house.desk.act(number, { verb, by: who[by], input: { text } })).ticket.version;
    const seqs = {
      door: await say('message', 'The door is the one on the left.', 'bao'),
      note: await say('note', `${CANARY}: the landlord pays.`, 'ana'),
      other: await say('reply', 'Which printer?', 'ana'),
    };
    return { number, ...seqs };
  }

  test('makes a ticket of chosen words, for the same requester; both say so, and nothing is taken away', async () => {
    const { number, door, note } = await spoken();
    const outcome = done(await act(number, 'split', { title: 'The door', messages: [door, 1], notes: [note] }));
    const made = outcome.act.input['made'] as TicketNumber;
    const [old, part] = [await ticketOf(number), await ticketOf(made)];
    expect(part).toMatchObject({
      state: 'in_progress',
      assignee: who.ana,
      title: 'The door',
      content: 'The printer is jammed. The door squeaks too.\n\nThe door is the one on the left.',
      requester: who.bao,
      creator: who.ana,
      links: [{ ticket: number, how: 'split_from' }],
    });
    expect(old.links).toEqual([{ ticket: made, how: 'split_into' }]);
    expect(old.state).toBe('answered');
    const said = await house.sql`select audience, text from messages where ticket = ${made}`;
    expect(said).toEqual([{ audience: 'internal', text: `${CANARY}: the landlord pays.` }]);
    expect(await house.sql`select 1 from messages where ticket = ${number} and deleted_at is null`).toHaveLength(3);
    expect(why(await act(number, 'undo'))).toBe('told_already');
    await replayed(number, made);
  });

  test('never lets words of agents into what the requester reads, whatever is chosen', async () => {
    const { number, note } = await spoken();
    expect(await act(number, 'split', { title: 'X', messages: [note] })).toMatchObject({
      why: 'bad_input',
      faults: [{ field: 'messages', code: 'required' }],
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 6 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 6 }),
        async (messages, notes) => {
          await act(number, 'split', { title: 'A part', messages, notes });
          const leaked = await house.sql`select number from tickets where content like ${`%${CANARY}%`}
            union all select ticket from messages where audience = 'main' and text like ${`%${CANARY}%`}
            union all select ticket from events where input::text like ${`%${CANARY}%`}`;
          expect(leaked).toEqual([]);
        },
      ),
      { numRuns: 15 },
    );
  });

  test('happens once, however often it is sent, and all of it or nothing', async () => {
    const { number } = await spoken();
    const request = { verb: 'split' as const, by: who.ana, input: { title: 'Once', messages: [1] }, key: 'view:once' };
    const outcomes = await Promise.all([1, 2, 3].map(() => house.desk.act(number, request)));
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['done', 'repeated', 'repeated']);
    expect(await house.sql`select 1 from tickets where title = 'Once'`).toHaveLength(1);
  });
});
