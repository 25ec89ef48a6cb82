import { Logger, runOnce } from 'graphile-worker';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeFindable } from '../../src/db/search/keep.ts';
import type { Cursor } from '../../src/desk/searching.ts';
import { ticketNumber } from '../../src/domain/language.ts';
import type { Search } from '../../src/domain/search.ts';
import { type Name, who, WORKSPACE } from '../make.ts';
import { openTestDesk, type TestDesk } from './open.ts';

let house: TestDesk;
beforeAll(async () => {
  house = await openTestDesk();
});
afterAll(() => house.close());

const settle = () => makeFindable(house.sql, WORKSPACE, { from: ticketNumber(0), requester: null });
async function numbersFor(by: Name, search: Search): Promise<number[]> {
  const found = await house.desk.search(who[by], search, { limit: 100, now: new Date(), tz: 'Europe/Rome' });
  if (found.kind !== 'found') throw new Error(found.why);
  return found.tickets.map(({ number }) => number);
}

test('words are found whatever their case, diacritics and script', async () => {
  const vietnamese = await house.raise({ title: 'Máy in không hoạt động', content: 'Tôi không in được hóa đơn.' });
  const korean = await house.raise({ title: '프린터가 안 돼요', content: '사무실 프린터에서 소리가 납니다.' });
  const italian = await house.raise({ title: "La stampante dell'ufficio", content: 'Perché non stampa più?' });
  await settle();
  for (const text of ['không', 'khong', 'MAY IN', 'hoat dong', 'hóa đơn', 'hoa don'])
    expect([text, await numbersFor('ana', { text })]).toEqual([text, [vietnamese]]);
  for (const text of ['프린터', '린터', '소리', '프'])
    expect([text, await numbersFor('ana', { text })]).toEqual([text, [korean]]);
  for (const text of ['ufficio', "dell'ufficio", 'perche', 'stampa'])
    expect([text, await numbersFor('ana', { text })]).toEqual([text, [italian]]);
  expect(await numbersFor('ana', { title: 'in được' })).toEqual([]);
  expect(await numbersFor('bao', { text: 'khong' })).toEqual([vietnamese]);
  expect(await numbersFor('priya', { text: 'khong' })).toEqual([]);
});

test('what is done to a ticket, said on it or taken back changes what it is found by, by a job', async () => {
  const logger = new Logger(() => () => {});
  /** Whatever was asked of the background is done. */
  const work = () =>
    runOnce({
      connectionString: house.url,
      noHandleSignals: true,
      logger,
      taskList: {
        search: (wanted) => makeFindable(house.sql, WORKSPACE, wanted as Parameters<typeof makeFindable>[2]),
      },
    });
  const finds = async (by: Name, search: Search) => {
    await work();
    return numbersFor(by, search);
  };
  const number = await house.raise({ title: 'Quetzal feathers' });
  expect(await finds('ana', { text: 'quetzal' })).toEqual([number]);
  await house.desk.act(number, { verb: 'keep', by: who.ana });
  expect(await finds('ana', { text: 'feathers', agents: [who.ana] })).toEqual([number]);
  await house.desk.act(number, { verb: 'note', by: who.ana, input: { text: 'ask the aviary' } });
  expect(await finds('kofi', { text: 'aviary' })).toEqual([number]);
  expect(await numbersFor('bao', { text: 'aviary' })).toEqual([]);
  expect(await numbersFor('bao', { text: 'feathers' })).toEqual([number]);
  const source = { channel: 'C0HELP', ts: '1700000000.000100' };
  await house.desk.act(number, { verb: 'message', by: who.bao, input: { text: 'they are turquoise', source } });
  expect(await finds('bao', { text: 'turquoise' })).toEqual([number]);
  await house.store.amend(WORKSPACE, source, 'they are crimson', new Date());
  expect(await finds('ana', { text: 'turquoise' })).toEqual([]);
  expect(await finds('ana', { text: 'crimson' })).toEqual([number]);
});

test('what was put away is found by that alone, though it is over', async () => {
  const number = await house.raise({ title: 'Ostrich egg' });
  await house.desk.act(number, { verb: 'keep', by: who.ana });
  await house.desk.act(number, { verb: 'resolve', by: who.ana, input: { reason: 'solved', text: 'Boiled.' } });
  await house.desk.act(number, { verb: 'archive', by: who.ana });
  await settle();
  expect(await numbersFor('ana', { archived: 'only' })).toEqual([number]);
  expect(await numbersFor('ana', { archived: 'only', states: ['open'] })).toEqual([]);
});

test('hostile words are words: never an error, and nothing that is not there', async () => {
  await house.raise({ title: `Quotes ' and " and \\ and % and _`, content: 'plain' });
  await settle();
  const hostile = [
    `'`,
    `"`,
    `\\`,
    `%`,
    `_`,
    `'; drop table tickets; --`,
    `a' & !b | (c <-> d):*`,
    `:*`,
    `<->`,
    `!!`,
    '(((',
    '\0',
    'a\0b',
    '\ud800',
    'x\udfffy',
    '\u202e',
    '‍',
    '"unclosed',
    'x'.repeat(10_000),
    'w '.repeat(5000),
    '한'.repeat(5000),
    '{}',
    '[1]',
    '$1',
    "''",
    'e=',
    'n=bao',
    '&amp;',
    '١٢٣',
    '𝒳',
    '🙂',
    'ﷺ',
  ];
  for (const word of hostile) {
    const many = [word] as never[];
    const searches = [
      { text: word },
      { title: word },
      { customer: word },
      { name: word },
      { email: word },
      { phone: word },
      { types: many },
      { processing: many },
      { tags: many },
      { users: many },
      { creators: many },
      { followers: many },
      { groups: many },
      { agents: many },
      { text: word, title: word, name: word },
    ] satisfies Search[];
    await Promise.all(searches.map((search) => numbersFor('ana', { ...search, states: ['new'] })));
  }
  for (const days of [{ before: '0001-01-01' }, { from: '9999-12-31' }, { from: '2026-02-01', before: '2025-02-01' }])
    expect(await numbersFor('ana', { created: days, updated: days })).toEqual([]);
  const whole = await numbersFor('ana', {});
  expect(await numbersFor('ana', { created: { from: '0000-01-01' } })).toEqual(whole);
  for (const after of ['', 'x', '\0', Buffer.from('["updated",["now()",1]]').toString('base64url')]) {
    const page = { limit: 100, after: after as Cursor, now: new Date(), tz: `'; drop` };
    const found = await house.desk.search(who.ana, {}, page);
    expect(found.kind === 'found' && found.tickets.map(({ number }) => number)).toEqual(whole);
  }
  expect(await numbersFor('ana', { text: 'x'.repeat(10_000) })).toEqual([]);
});

test('a search that takes too long is stopped and refused', async () => {
  const refused = house.sql.begin(async (transaction) => {
    await transaction`lock table ticket_search in access exclusive mode`;
    return house.desk.search(who.ana, {}, { limit: 5, now: new Date(), tz: 'UTC' });
  });
  expect(await refused).toMatchObject({ kind: 'refused', why: 'too_slow' });
  expect(await numbersFor('ana', {})).not.toEqual([]);
});

test('a menu offers what somebody may read, by words of the title and by the beginning of the number', async () => {
  const old = await house.raise({ title: 'Heron feathers' });
  await house.sql`insert into tickets select (jsonb_populate_record(t, jsonb_build_object('number', n,
    'title', case when n < 900300 then 'Stork nest' else 'Gull' end))).*
    from tickets t, generate_series(900001, 900600) n where t.number = ${old}`;
  await settle();
  await house.sql`insert into tickets select (jsonb_populate_record(t, jsonb_build_object('number', 900601,
    'title', 'Heron eggs'))).* from tickets t where t.number = ${old}`;
  const offered = async (by: Name, text: string) =>
    (await house.desk.find({ by: who[by], text, limit: 20 })).map(({ number }) => number);
  // What was made just now has no document yet.
  expect((await offered('ana', 'heron')).toSorted((a, b) => a - b)).toEqual([old, 900601]);
  expect(await offered('ana', 'heron fea')).toEqual([old]);
  expect(await offered('ana', String(old))).toEqual([old]);
  expect(await offered('ana', 'T-900017')).toEqual([900017]);
  expect((await offered('ana', '90001')).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 10 }, (_, n) => 900010 + n),
  );
  expect(await offered('ana', 'stork')).toHaveLength(20);
  expect(await offered('ana', '')).toHaveLength(20);
  expect(await offered('bao', 'heron')).toEqual([]);
  expect(await offered('ana', `%'; _\\`)).toEqual([]);
});
