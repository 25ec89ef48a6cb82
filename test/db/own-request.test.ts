import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDesk } from '../../src/desk/desk.ts';
import { who, WORKSPACE } from '../make.ts';
import { done, openTestDesk, type TestDesk, why } from './open.ts';

let house: TestDesk;
beforeAll(async () => (house = await openTestDesk()));
afterAll(() => house.close());

test('whose request it is is not asked to decide, neither by hand nor by the clock', async () => {
  const number = await house.raise({}, 'marta');
  done(await house.desk.act(number, { verb: 'keep', by: who.ana }));
  const ask = (to: string) =>
    house.desk.act(number, { verb: 'escalate', by: who.ana, input: { to, ask: 'May I?', reason: 'Now.' } });
  expect(why(await ask(who.marta))).toBe('not_in_chain');
  done(await ask(who.lea));
  const days = (count: number) => new Date(Date.now() + count * 86_400_000);
  for (const at of [days(7), days(14)])
    await openDesk({ store: house.store, workspace: WORKSPACE, now: () => at }).tick(number);
  const asked = await house.sql`select to_person as to from escalations where ticket = ${number} order by seq`;
  expect(asked.map(({ to }) => to)).toEqual([who.lea, who.chiara]);
});
