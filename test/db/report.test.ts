import { afterAll, beforeAll, expect, test } from 'vitest';
import { readReport } from '../../src/db/report.ts';
import { type Name, who, WORKSPACE } from '../make.ts';
import { done, openTestDesk, type TestDesk } from './open.ts';

let house: TestDesk;
const start = new Date('2026-03-02T09:00:00Z');
const at = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const whole = { from: at(-1), until: at(10_000) };

/** An escalation of Ana's to Marta: asked, seen and answered so many minutes after the start. */
async function escalated(asked: number, seen: number | null, answered: number | null) {
  const number = await house.raise({ to: who.ana }, 'kofi');
  const act = async (verb: 'escalate' | 'acknowledge' | 'return', by: Name, input: object, when: number) =>
    done(await house.desk.act(number, { verb, by: who[by], input }, at(when)));
  await act('escalate', 'ana', { to: who.marta, ask: 'May I?', reason: 'Now.' }, asked);
  if (seen !== null) await act('acknowledge', 'marta', {}, seen);
  if (answered !== null) await act('return', 'marta', { text: 'Yes.' }, answered);
}

beforeAll(async () => {
  house = await openTestDesk();
  await escalated(0, 10, 30);
  await escalated(100, 120, 160);
  await escalated(200, 230, null);
  await escalated(300, null, null);
});
afterAll(() => house.close());

const report = (person: Name, more: object = {}) =>
  readReport(house.sql, WORKSPACE, { ...whole, all: false, groups: [], person: who[person], ...more });

test('counts, and says after how long half and nine of ten were seen and answered', async () => {
  const { figures, rows } = await report('ada', { all: true });
  expect(figures.find(({ by }) => by === 'all')).toMatchObject({
    count: 4,
    open: 2,
    acked: 3,
    ackMedian: 20,
    ackP90: 28,
    answered: 2,
    answerMedian: 45,
    answerP90: 57,
  });
  expect(figures.filter(({ by }) => by === 'group')).toMatchObject([{ group: 'support', count: 4 }]);
  expect(figures.filter(({ by }) => by === 'level')).toMatchObject([{ level: 2, count: 4 }]);
  expect(rows.filter(({ closedAt }) => closedAt === null).map(({ to }) => to)).toEqual([who.marta, who.marta]);
});

test('shows leads their groups, managers what came to them, and others nothing', async () => {
  const count = async (person: Name, more: object = {}) => (await report(person, more)).rows.length;
  expect(await count('lea', { groups: ['support'] })).toBe(4);
  expect(await count('mateo', { groups: ['billing'] })).toBe(0);
  expect(await count('marta')).toBe(4);
  expect(await count('ana')).toBe(0);
  expect(await count('bao')).toBe(0);
});

test('keeps to the period', async () => {
  const { rows } = await report('ada', { all: true, from: at(90), until: at(250) });
  expect(rows.map((row) => row.at)).toEqual([at(100), at(200)]);
});

test('whoever answers at once has seen it; whoever still waits is named whatever the period', async () => {
  await escalated(20_000, null, 20_006);
  const { figures, rows } = await report('ada', { all: true, from: at(19_000), until: at(21_000) });
  expect(figures.find(({ by }) => by === 'all')).toMatchObject({
    count: 1,
    open: 0,
    acked: 1,
    ackMedian: 6,
    answered: 1,
  });
  expect(rows.map((row) => [row.at, row.closedAt === null])).toEqual([
    [at(200), true],
    [at(300), true],
    [at(20_000), false],
  ]);
});
