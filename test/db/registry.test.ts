import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOutbox } from '../../src/db/outbox.ts';
import { openRegistry } from '../../src/db/registry.ts';
import type { Registry } from '../../src/desk/registry.ts';
import { personId } from '../../src/domain/language.ts';
import { group, request, who, WORKSPACE } from '../make.ts';
import { done, openTestDesk, type TestDesk } from './open.ts';

let house: TestDesk;
let registry: Registry;
beforeAll(async () => {
  house = await openTestDesk();
  registry = openRegistry(house.sql);
});
afterAll(() => house.close());

const cardOf = async (id: typeof who.bao) => (await registry.load(WORKSPACE)).people.get(id)!;

test('a book holds groups with their channels and members, types and people', async () => {
  const book = await registry.load(WORKSPACE);
  expect(book.groups.map(({ key }) => key)).toEqual(['support', 'billing', 'it']);
  expect(book.groups[0]).toMatchObject({
    agentsChannel: 'C0SUPPORT',
    requestChannels: ['C0HELP'],
    leads: [who.lea],
    members: [who.ana, who.gone, who.kofi, who.lea],
  });
  expect(book.types.map(({ key, group: its }) => [key, its])).toEqual([
    ['technical', 'support'],
    ['malfunction', 'support'],
    ['payments', 'billing'],
  ]);
  expect(book.people.get(who.lea)).toEqual({
    id: who.lea,
    name: 'Lea Rossi',
    email: 'lea@acme.example',
    language: 'it',
    tz: 'Europe/Rome',
    active: true,
    guest: false,
    bot: false,
  });
});

test('people are added and changed; manager and rights are left alone', async () => {
  const ada = await cardOf(who.ada);
  const card = { ...ada, id: personId('U0NEW'), name: 'New', email: null };
  await registry.savePeople(WORKSPACE, [{ ...ada, name: 'Ada L.' }, card]);
  const { people } = await registry.load(WORKSPACE);
  expect(people.get(who.ada)?.name).toBe('Ada L.');
  expect(people.get(card.id)).toEqual(card);
  expect(await house.store.person(WORKSPACE, who.ada)).toMatchObject({ admin: true });
});

test('the members of a channel come and go; explicit seats stay', async () => {
  await registry.setChannelMembers(WORKSPACE, group.support, [who.ana, who.sofia, who.sofia]);
  const members = async () => (await registry.load(WORKSPACE)).groups[0]?.members;
  expect(await members()).toEqual([who.ana, who.lea, who.sofia]);
  await registry.setChannelMembers(WORKSPACE, group.support, []);
  expect(await members()).toEqual([who.lea]);
  await registry.setChannelMembers(WORKSPACE, group.support, [who.ana, who.kofi]);
});

test('whoever watches is told of a change, and of nothing that changed nothing', async () => {
  let told = 0;
  let hear = () => {};
  const heard = new Promise<void>((resolve) => (hear = resolve));
  const unwatch = await registry.watch(() => {
    told++;
    hear();
  });
  const bao = await cardOf(who.bao);
  await registry.savePeople(WORKSPACE, [bao]);
  await registry.setChannelMembers(WORKSPACE, group.it, [who.sofia]);
  await registry.sawHome(WORKSPACE, who.bao);
  await registry.saveDm(WORKSPACE, who.bao, 'D0OTHER');
  // Notices come in order: had one of those above been sent, it would be counted when the next arrives.
  await registry.savePeople(WORKSPACE, [{ ...bao, name: 'Bao N.' }]);
  await heard;
  await sleep(50);
  await unwatch();
  expect(told).toBe(1);
});

test('a DM is kept', async () => {
  expect(await registry.dm(WORKSPACE, personId('U0NOBODY'))).toBeNull();
  await registry.saveDm(WORKSPACE, who.priya, 'D0PRIYA2');
  expect(await registry.dm(WORKSPACE, who.priya)).toBe('D0PRIYA2');
});

test('a thread is known by the request, the cards and the posts of its ticket', async () => {
  const outbox = openOutbox(house.sql);
  const main = { channel: 'C0HELP', ts: '20.1' };
  const { number } = done(await house.desk.open(who.bao, request({ channel: 'message', main }))).ticket;
  done(await house.desk.act(number, { verb: 'keep', by: who.ana }));
  done(await house.desk.act(number, { verb: 'reply', by: who.ana, input: { text: 'Hello' } }));
  const card = (await outbox.waiting(WORKSPACE, 'c:C0SUPPORT')).find(({ kind }) => kind === 'card');
  await outbox.sent(card!.id, { channel: 'C0SUPPORT', ts: '20.2' }, { place: { kind: 'card', seq: 0 } });
  const mains = await outbox.waiting(WORKSPACE, 'c:C0HELP');
  const [own, reply] = [mains.find(({ kind }) => kind === 'requester_card'), mains.find(({ kind }) => kind === 'main')];
  await outbox.sent(own!.id, { channel: 'C0HELP', ts: '20.3' }, { place: { kind: 'requester_card', seq: 0 } });
  await outbox.sent(reply!.id, { channel: 'C0HELP', ts: '20.4' }, { mainSeq: 3 });
  expect(await registry.ticketAt(WORKSPACE, 'C0HELP', '20.1')).toEqual({ number, side: 'main' });
  expect(await registry.ticketAt(WORKSPACE, 'C0SUPPORT', '20.2')).toEqual({ number, side: 'internal' });
  expect(await registry.ticketAt(WORKSPACE, 'C0HELP', '20.3')).toEqual({ number, side: 'main' });
  expect(await registry.ticketAt(WORKSPACE, 'C0HELP', '20.4')).toEqual({ number, side: 'main' });
  expect(await registry.ticketAt(WORKSPACE, 'C0HELP', '99.9')).toBeNull();
});
