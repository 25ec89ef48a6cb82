import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDesk } from '../../src/desk/desk.ts';
import { who, WORKSPACE } from '../make.ts';
import { ANSWERED, openTestDesk, type TestDesk } from './open.ts';

let house: TestDesk;
beforeAll(async () => (house = await openTestDesk(null, ANSWERED)));
afterAll(() => house.close());

test('answers to a type that nobody chooses any more are put right as before, also by whoever asked', async () => {
  const number = await house.raise({ type: 'malfunction', fields: { device: 'Laptop' } });
  const desk = openDesk({ store: house.store, workspace: WORKSPACE, book: () => ({ types: [], gone: ANSWERED }) });
  const change = (by: 'ana' | 'bao', verb: 'edit' | 'change_answers', device: string) =>
    desk.act(number, { verb, by: who[by], input: { fields: { device } } });
  expect(await desk.act(number, { verb: 'keep', by: who.ana })).toMatchObject({ kind: 'done' });
  expect(await change('ana', 'edit', 'Scanner')).toMatchObject({ ticket: { fields: { device: 'Scanner' } } });
  expect(await change('bao', 'change_answers', 'Printer')).toMatchObject({ ticket: { fields: { device: 'Printer' } } });
});

test('whoever may not edit is led to answers of his own, only where his ticket asks for some', async () => {
  const refused = async (more: Record<string, unknown>) =>
    house.desk.act(await house.raise(more), { verb: 'edit', by: who.bao, input: { title: 'Another' } });
  expect(await refused({ type: 'malfunction', fields: { device: 'Laptop' } })).toMatchObject({
    kind: 'refused',
    next: expect.arrayContaining(['change_answers']),
  });
  expect(await refused({})).toMatchObject({ kind: 'refused', next: expect.not.arrayContaining(['change_answers']) });
});
