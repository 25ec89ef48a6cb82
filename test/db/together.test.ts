import { afterAll, beforeAll, expect, test } from 'vitest';
import { replay } from '../../src/db/replay.ts';
import { openDesk } from '../../src/desk/desk.ts';
import type { TicketNumber } from '../../src/domain/language.ts';
import type { Verb } from '../../src/domain/verbs.ts';
import { type Name, who, WORKSPACE } from '../make.ts';
import { done, openTestDesk, type TestDesk, why } from './open.ts';

const MINUTE = 60_000;
let house: TestDesk;
let desks: readonly ReturnType<typeof openDesk>[];
let now = Date.parse('2027-03-01T10:00:00Z');
beforeAll(async () => {
  house = await openTestDesk();
  const given = { store: house.store, workspace: WORKSPACE, now: () => new Date(now) };
  desks = [openDesk(given), openDesk(given)];
  await house.sql`insert into templates (workspace, code, title, text) values (${WORKSPACE}, 'vpn', 'VPN', '"Restart"')`;
});
afterAll(() => house.close());

const TAG = { verb: 'tag', input: { add: ['vpn'] } } as const;
const HIGH = { verb: 'edit', input: { priority: 'high' } } as const;
const ARCHIVE = { verb: 'archive', input: {} } as const;
const act = (number: TicketNumber, verb: Verb, by: Name, input: unknown = {}, more: object = {}) =>
  desks[0]!.act(number, { verb, by: who[by], input, ...more });
const read = async (number: TicketNumber) => (await house.store.read(WORKSPACE, number, { by: null }))!.ticket;
const uses = async () => (await house.sql<{ uses: number }[]>`select uses from templates where code = 'vpn'`)[0]?.uses;
const verbs = async (number: TicketNumber) =>
  (await house.sql<{ verb: string }[]>`select verb from events where ticket = ${number} order by seq`).map(
    ({ verb }) => verb,
  );
async function kept() {
  const number = await house.raise();
  done(await act(number, 'keep', 'ana'));
  return number;
}
/** Ana writes an answer that goes out in an hour, with what a template does besides. */
async function scheduled(acts: readonly object[]) {
  const number = await kept();
  const when = new Date(now + 60 * MINUTE).toISOString();
  const input = { verb: 'reply', when, answer: { text: 'Restart it.' }, acts, templates: ['vpn'] };
  return { number, seq: done(await act(number, 'schedule', 'ana', input)).ticket.scheduled!.seq };
}
async function expectReplayed(number: TicketNumber) {
  expect(await replay(house.sql, WORKSPACE, number)).toEqual(await read(number));
}

test('an answer and what goes with it are one: done once however often it is sent, and counted once', async () => {
  const before = (await uses()) ?? 0;
  const number = await kept();
  const said = { key: 'view:1', besides: [TAG, TAG, HIGH], templates: ['vpn'] };
  const outcomes = await Promise.all([1, 2, 3].map(() => act(number, 'reply', 'ana', { text: 'Soon.' }, said)));
  expect(outcomes.map(why).toSorted()).toEqual(['done', 'repeated', 'repeated']);
  expect(await verbs(number)).toEqual(['create', 'keep', 'reply', 'tag', 'edit']);
  expect(await read(number)).toMatchObject({ state: 'answered', tags: ['vpn'], priority: 'high' });
  expect(await uses()).toBe(before + 1);
  await expectReplayed(number);
});

test('the ticket is read once for all of them, and again only for whom one of them names', async () => {
  const number = await kept();
  let reads = 0;
  const read: TestDesk['store']['read'] = (...ask) => {
    reads += 1;
    return house.store.read(...ask);
  };
  const desk = openDesk({ store: { ...house.store, read }, workspace: WORKSPACE, now: () => new Date(now) });
  const besides = [TAG, HIGH, { verb: 'forward', input: { group: 'billing' } }] as const;
  done(await desk.act(number, { verb: 'reply', by: who.ana, input: { text: 'Soon.' }, besides }));
  expect(reads).toBe(2);
  expect(await verbs(number)).toEqual(['create', 'keep', 'reply', 'tag', 'edit', 'forward']);
  await expectReplayed(number);
});

test('where one of them is refused nothing is done, nothing is counted, and it is known which', async () => {
  const before = await uses();
  const number = await kept();
  const said = { besides: [TAG, ARCHIVE], templates: ['vpn'] };
  const no = await act(number, 'reply', 'ana', { text: 'Soon.' }, said);
  expect(no).toMatchObject({ kind: 'refused', why: 'wrong_state', verb: 'archive', besides: { nth: 1 } });
  expect(await act(number, 'reply', 'ana', {}, said)).toMatchObject({ why: 'bad_input', verb: 'reply' });
  expect(await act(number, 'reply', 'bao', { text: 'x' }, said)).toMatchObject({ why: 'not_allowed', verb: 'reply' });
  expect(await act(number, 'reply', 'priya', { text: 'x' }, said)).toMatchObject({ why: 'no_ticket', ticket: null });
  expect(await verbs(number)).toEqual(['create', 'keep']);
  expect(await uses()).toBe(before);
});

test('a group that gets it with the answer has what is done after that', async () => {
  const number = await kept();
  const besides = [{ verb: 'forward', input: { group: 'billing' } }, TAG];
  expect(await act(number, 'reply', 'ana', { text: 'Soon.' }, { besides })).toMatchObject({
    besides: { nth: 1, verb: 'tag' },
  });
  done(await act(number, 'reply', 'ana', { text: 'Soon.' }, { besides: besides.toReversed() }));
  expect(await read(number)).toMatchObject({ group: 'billing', tags: ['vpn'] });
  await expectReplayed(number);
});

test('at its time all of it goes at once, by however many it is looked after', async () => {
  const before = (await uses()) ?? 0;
  const { number } = await scheduled([TAG, HIGH]);
  expect(await uses()).toBe(before);
  expect((await read(number)).tags).toEqual([]);
  now += 60 * MINUTE;
  await Promise.all(desks.flatMap((desk) => [desk.tick(number), desk.tick(number)]));
  expect(await verbs(number)).toEqual(['create', 'keep', 'schedule', 'reply', 'tag', 'edit']);
  expect(await read(number)).toMatchObject({ state: 'answered', tags: ['vpn'], priority: 'high', scheduled: null });
  expect(await uses()).toBe(before + 1);
  await expectReplayed(number);
});

test('what cannot be done at its time holds it: nothing is sent, and whoever wrote it is asked', async () => {
  const before = (await uses()) ?? 0;
  const { number, seq } = await scheduled([TAG, ARCHIVE]);
  now += 60 * MINUTE;
  await Promise.all(desks.flatMap((desk) => [desk.tick(number), desk.tick(number)]));
  await desks[0]!.tick(number);
  expect(await verbs(number)).toEqual(['create', 'keep', 'schedule', 'send_back']);
  expect(await read(number)).toMatchObject({
    state: 'in_progress',
    tags: [],
    scheduled: { seq, stopped: { act: 1, why: 'wrong_state' } },
  });
  const pinged = await house.sql`select to_person from letters where ticket = ${number} and kind = 'ping'`;
  expect(pinged.map(({ to_person }) => to_person as string)).toEqual([who.ana]);
  expect(await house.sql`select from messages where ticket = ${number}`).toHaveLength(0);
  expect(await uses()).toBe(before);
  await expectReplayed(number);
  done(await act(number, 'unschedule', 'ana', { of: seq }));
  await expectReplayed(number);
});

test('sent before its time it goes in the name of whoever wrote it, once, and who pressed is known', async () => {
  const { number, seq } = await scheduled([TAG]);
  const press = (by: Name, key: string | null = null) => desks[0]!.sendNow(number, { seq, by: who[by], key });
  expect(why(await press('kofi'))).toBe('not_your_answer');
  expect(why(await press('bao'))).toBe('no_ticket');
  const outcomes = await Promise.all([press('lea', 'press:1'), press('lea', 'press:1'), press('lea', 'press:2')]);
  expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1);
  const [said] = await house.sql`
    select m.author, e.by_person, e.input ->> 'pressed' as pressed from messages m join events e using (workspace, ticket, seq)
    where m.ticket = ${number}`;
  expect(said).toEqual({ author: who.ana, by_person: who.ana, pressed: who.lea });
  expect(await verbs(number)).toEqual(['create', 'keep', 'schedule', 'reply', 'tag']);
  expect(why(await press('lea'))).toBe('not_scheduled');
  await expectReplayed(number);
});

test('one that waits for a word comes back when its ticket has ended, as its card says', async () => {
  const { number } = await scheduled([ARCHIVE]);
  now += 60 * MINUTE;
  await desks[0]!.tick(number);
  expect((await read(number)).scheduled?.stopped).not.toBeNull();
  done(await act(number, 'resolve', 'lea', { text: 'It was the cable.', reason: 'solved' }));
  await desks[0]!.tick(number);
  expect(await read(number)).toMatchObject({ state: 'resolved', scheduled: null });
  const [back] = await house.sql`
    select input ->> 'why' as why, input -> 'answer' ->> 'text' as text from events
    where ticket = ${number} and verb = 'send_back' order by seq desc`;
  expect(back).toEqual({ why: 'wrong_state', text: 'Restart it.' });
  await expectReplayed(number);
});

test('whoever wrote it and has left answers nobody: that is said, and he sends it in his own name', async () => {
  const { number, seq } = await scheduled([]);
  await house.sql`delete from group_members where person = ${who.ana}`;
  done(await act(number, 'forward', 'lea', { group: 'support', to: who.kofi }));
  const press = (by: Name) => desks[0]!.sendNow(number, { seq, by: who[by], key: null });
  expect(why(await press('lea'))).toBe('writer_may_not');
  done(await act(number, 'reply', 'lea', { text: 'Restart it.' }, { scheduled: seq }));
  expect((await read(number)).scheduled).toBeNull();
});
