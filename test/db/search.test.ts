import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeFindable } from '../../src/db/search/keep.ts';
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
