import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openOutbox } from '../../src/db/outbox.ts';
import { who, WORKSPACE } from '../make.ts';
import { type BatchDesk, openBatchDesk } from './batching.ts';
import { done } from './open.ts';

let house: BatchDesk;
beforeAll(async () => (house = await openBatchDesk()));
afterAll(() => house.close());
beforeEach(() => house.clear());

describe('letters of a batch', () => {
  const outbox = () => openOutbox(house.sql);
  test('let others go first, and whoever changes one of its tickets does not wait with it', async () => {
    const numbers = await house.several(30);
    const other = await house.raise();
    await house.sql`delete from letters`;
    const id = await house.begun(who.lea, 'priority', { priority: 'high' }, numbers);
    await house.finish(id);
    done(await house.desk.act(other, { verb: 'keep', by: who.ana }));
    done(await house.desk.act(numbers[20]!, { verb: 'keep', by: who.ana }));
    const first = await outbox().waiting(WORKSPACE, 'c:C0SUPPORT');
    expect(
      first
        .slice(0, 2)
        .map(({ ticket }) => ticket)
        .toSorted((a, b) => a! - b!),
    ).toEqual([other, numbers[20]].toSorted((a, b) => a! - b!));
    expect(first).toHaveLength(12);
  });

  test('that wait for their turn give way to a newer one of the same card', async () => {
    const [number] = await house.several(1);
    await house.sql`delete from letters`;
    await house.finish(await house.begun(who.lea, 'priority', { priority: 'high' }, [number!]));
    const [card] = await outbox().waiting(WORKSPACE, 'c:C0SUPPORT');
    done(await house.desk.act(number!, { verb: 'keep', by: who.ana }));
    await outbox().stay(card!.id, new Date(Date.now() + 60_000));
    expect((await outbox().waiting(WORKSPACE, 'c:C0SUPPORT')).map(({ id }) => id)).not.toContain(card!.id);
    const states = await house.lettersOf('card');
    expect(states.map(({ state }) => state)).toEqual(['collapsed', 'pending']);
  });

  test('that stay for a while hold up nobody but their own ticket', async () => {
    const main = { main: { channel: 'C0HELP', ts: '1.1' } };
    const [held, other] = [await house.raise(main), await house.raise({ main: { channel: 'C0HELP', ts: '2.2' } })];
    await house.sql`delete from letters`;
    await house.finish(await house.begun(who.lea, 'reply', { text: 'Later.' }, [held]));
    done(await house.desk.act(held, { verb: 'reply', by: who.lea, input: { text: 'And this.' } }));
    done(await house.desk.act(other, { verb: 'reply', by: who.lea, input: { text: 'Now.' } }));
    const now = await outbox().waiting(WORKSPACE, 'c:C0HELP');
    expect(new Set(now.map(({ ticket }) => ticket))).toEqual(new Set([other]));
    await house.sql`update letters set not_before = now() - interval '1 second' where not_before is not null`;
    const then = await outbox().waiting(WORKSPACE, 'c:C0HELP');
    expect(then.filter(({ kind, ticket }) => kind === 'main' && ticket === held).map(({ seq }) => seq)).toEqual([2, 3]);
  });
});
