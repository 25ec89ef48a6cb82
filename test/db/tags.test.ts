import { afterAll, beforeAll, expect, test } from 'vitest';
import { who, WORKSPACE } from '../make.ts';
import { openTestDesk, type TestDesk } from './open.ts';

let house: TestDesk;
beforeAll(async () => {
  house = await openTestDesk();
});
afterAll(() => house.close());

const tagsOf = async (number: Awaited<ReturnType<TestDesk['raise']>>) =>
  (await house.store.read(WORKSPACE, number, { by: null }))!.ticket.tags;
const tag = (number: Awaited<ReturnType<TestDesk['raise']>>, input: object, by = who.ana) =>
  house.desk.act(number, { verb: 'tag', by, input });

test('tags are kept in one writing, once each, and what was taken back is gone', async () => {
  const number = await house.raise({ to: who.ana }, 'kofi');
  await tag(number, { add: ['#VIP  Clients', 'vpn', 'vip-clients', ' ', `a"b'%\\{}`] });
  expect(await tagsOf(number)).toEqual(['vip-clients', 'vpn', `a"b'%\\{}`]);
  await tag(number, { add: ['late'], remove: ['VPN', `a"b'%\\{}`] });
  expect(await tagsOf(number)).toEqual(['vip-clients', 'late']);
  await house.desk.act(number, { verb: 'undo', by: who.ana });
  expect(await tagsOf(number)).toEqual(['vip-clients', 'vpn', `a"b'%\\{}`]);
});

test('what is too much, too long, or nothing new is refused, and so is whoever asked', async () => {
  const number = await house.raise({}, 'bao');
  const many = Array.from({ length: 20 }, (_, n) => `tag${n}`);
  expect(await tag(number, { add: many })).toMatchObject({ kind: 'done' });
  expect(await tag(number, { add: ['one-more'] })).toMatchObject({ why: 'too_many_tags' });
  expect(await tag(number, { add: many.slice(3) })).toMatchObject({ why: 'nothing_changed' });
  const long = await tag(number, { add: ['x'.repeat(41)] });
  expect(long).toMatchObject({ why: 'bad_input', faults: [{ field: 'add', code: 'invalid' }] });
  expect(await tag(number, { add: ['mine'] }, who.bao)).toMatchObject({ why: 'not_allowed' });
});

test('those that others use are offered, but for those of private tickets', async () => {
  const open = await house.raise({}, 'bao');
  const closed = await house.raise({ private: true }, 'bao');
  await tag(open, { add: ['printer', 'badge'] });
  await tag(closed, { add: ['salary'] });
  const offered = await house.store.tags(WORKSPACE, 100);
  expect(offered).toEqual(expect.arrayContaining(['badge', 'printer']));
  expect(offered).not.toContain('salary');
});
