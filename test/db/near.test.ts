import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { replay } from '../../src/db/replay.ts';
import type { TicketNumber } from '../../src/domain/language.ts';
import { who, WORKSPACE } from '../make.ts';
import { done, openTestDesk, type TestDesk } from './open.ts';

let house: TestDesk;
beforeAll(async () => (house = await openTestDesk()));
afterAll(() => house.close());

async function kept() {
  const number = await house.raise();
  done(await house.desk.act(number, { verb: 'keep', by: who.ana }));
  return number;
}
const act = (number: TicketNumber, verb: 'link', input: { with: TicketNumber }) =>
  house.desk.act(number, { verb, by: who.ana, input });
const replayed = async (...numbers: TicketNumber[]) => {
  for (const number of numbers) {
    const read = await house.store.read(WORKSPACE, number, { by: null });
    expect(await replay(house.sql, WORKSPACE, number)).toEqual(read?.ticket);
  }
};

describe('cards of linked tickets', () => {
  test('show how each stands: when one changes its state the cards of at most ten are drawn again, and of nobody else', async () => {
    const [a, ...others] = await Promise.all(Array.from({ length: 13 }, () => kept()));
    const far = await kept();
    for (const other of others) done(await act(a!, 'link', { with: other }));
    const drawn = async (number: TicketNumber) => {
      await house.sql`update letters set state = 'sent'`;
      done(await house.desk.act(number, { verb: 'prepare', by: who.ana }));
      const letters = await house.sql<{ ticket: TicketNumber; kind: string }[]>`
        select ticket, kind from letters where state = 'pending' and ticket is not null`;
      return letters.filter(({ ticket }) => ticket !== number);
    };
    const near = await drawn(a!);
    expect(near).toHaveLength(10);
    expect(near.every(({ ticket, kind }) => kind === 'card' && others.includes(ticket))).toBe(true);
    expect(await drawn(others[0]!)).toEqual([{ ticket: a, kind: 'card' }]);
    expect(await drawn(far)).toEqual([]);
    await house.sql`update letters set state = 'sent'`;
    done(await house.desk.act(a!, { verb: 'note', by: who.ana, input: { text: 'Hm.' } }));
    expect(await house.sql`select 1 from letters where state = 'pending' and ticket <> ${a!}`).toEqual([]);
  });

  test('do not hold up one another when both change at the same instant', async () => {
    const [a, b] = [await kept(), await kept()];
    done(await act(a, 'link', { with: b }));
    for (let round = 0; round < 10; round++) {
      const verb = round % 2 === 0 ? ('prepare' as const) : ('work' as const);
      await Promise.all([a, b].map(async (number) => done(await house.desk.act(number, { verb, by: who.ana }))));
    }
    const deadlocks = await house.sql`select deadlocks from pg_stat_database where datname = current_database()`;
    expect(deadlocks[0]?.['deadlocks']).toBe(0);
    await replayed(a, b);
  });
});
