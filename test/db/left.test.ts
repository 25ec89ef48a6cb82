import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openOutbox } from '../../src/db/outbox.ts';
import { openRegistry } from '../../src/db/registry.ts';
import type { TicketNumber } from '../../src/domain/language.ts';
import { type Name, who, WORKSPACE } from '../make.ts';
import { done, openTestDesk, type TestDesk } from './open.ts';

let house: TestDesk;
let registry: ReturnType<typeof openRegistry>;
let outbox: ReturnType<typeof openOutbox>;
beforeAll(async () => {
  house = await openTestDesk();
  [registry, outbox] = [openRegistry(house.sql), openOutbox(house.sql)];
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.sql`delete from letters`;
});

/** What Slack says of these people now. */
async function now(active: boolean, ...names: Name[]): Promise<void> {
  const { people } = await registry.load(WORKSPACE);
  await registry.savePeople(
    WORKSPACE,
    names.map((name) => ({ ...people.get(who[name])!, active })),
  );
}
const called = async () =>
  (await house.sql<{ to: string }[]>`select to_person as to from letters where kind = 'left' order by 1`).map(
    ({ to }) => to,
  );
const waitsFor = async (name: Name) =>
  (await outbox.abandoned(WORKSPACE, who[name], 15)).tickets.map(({ number }) => number);
async function kept(by: Name): Promise<TicketNumber> {
  const number = await house.raise();
  done(await house.desk.act(number, { verb: 'keep', by: who[by] }));
  return number;
}

test('when an assignee leaves, the leads of his group hear of all his open tickets in one letter, once', async () => {
  const [one, two] = [await kept('ana'), await kept('ana')];
  await kept('kofi');
  const over = await kept('ana');
  done(await house.desk.act(over, { verb: 'resolve', by: who.ana, input: { reason: 'solved', text: 'Done.' } }));
  await now(false, 'ana', 'bao');
  await now(false, 'ana');
  expect(await called()).toEqual([who.lea]);
  expect(await waitsFor('lea')).toEqual([one, two]);
  expect(await waitsFor('mateo')).toEqual([]);
  done(await house.desk.act(one, { verb: 'forward', by: who.lea, input: { group: 'support', to: who.kofi } }));
  expect(await waitsFor('lea')).toEqual([two]);
  await now(true, 'ana', 'bao');
  expect(await waitsFor('lea')).toEqual([]);
});

test('whoever leaves with nothing open is no news; where the leads have left too, the administrators hear of it', async () => {
  await now(false, 'priya', 'sofia');
  expect(await called()).toEqual([]);
  await now(false, 'kofi', 'lea');
  expect(await called()).toEqual([who.ada]);
  expect(await waitsFor('ada')).toHaveLength(2);
  await now(true, 'kofi', 'lea', 'priya', 'sofia');
});
