import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDrafts } from '../../src/db/drafts.ts';
import { sweep } from '../../src/db/sweep.ts';
import type { DraftOf, Drafts, Written } from '../../src/desk/drafts.ts';
import { type Ring, ringFrom } from '../../src/sealing.ts';
import { who, WORKSPACE } from '../make.ts';
import { dumped } from './dumped.ts';
import { done, openTestDesk, type TestDesk } from './open.ts';

const ring = ringFrom(`2026:${'0c'.repeat(32)}`) as Ring;
let desk: TestDesk;
let drafts: Drafts;
beforeAll(async () => {
  desk = await openTestDesk(ring);
  drafts = openDrafts(desk.sql, ring);
});
afterAll(() => desk.close());

const NOW = Date.now();
const at = (seconds: number): Date => new Date(NOW + seconds * 1000);
const said = (text: string): Written => ({ answers: { text, reason: 'solved' }, templates: ['vpn'], ticked: [] });
const draftOf = async (form: DraftOf['form'] = 'reply'): Promise<DraftOf> => ({
  workspace: WORKSPACE,
  person: who.ana,
  ticket: await desk.raise(),
  form,
});

test('the newest words of a window are kept, and a window that was opened later has its own', async () => {
  const of = await draftOf();
  await drafts.keep(of, said('Second'), { at: at(2), view: 'V1' });
  await drafts.keep(of, said('First'), { at: at(1), view: 'V1' });
  expect(await drafts.find(of)).toEqual({ ...said('Second'), at: at(2), view: 'V1' });
  expect(await drafts.find({ ...of, person: who.kofi })).toBeNull();
  expect(await drafts.find({ ...of, form: 'resolve' })).toBeNull();
  await drafts.keep(of, said('Elsewhere'), { at: at(1), view: 'V2' });
  expect((await drafts.find(of))?.answers).toEqual(said('Elsewhere').answers);
  await drafts.keep(of, null, { at: at(3), view: 'V2' });
  expect(await drafts.find(of)).toBeNull();
});

test('what is heard of a window after it was sent brings nothing back', async () => {
  const of = await draftOf();
  await drafts.sent(of, 'V1');
  await drafts.keep(of, said('Late'), { at: at(5), view: 'V1' });
  expect(await drafts.find(of)).toBeNull();
  await drafts.keep(of, said('Anew'), { at: at(5), view: 'V2' });
  expect((await drafts.find(of))?.answers['text']).toBe('Anew');
});

test('what a window does not ask any more stays, until it asks it again, and of a request that is none yet', async () => {
  const of = { workspace: WORKSPACE, person: who.bao, ticket: null, form: 'create' };
  const keep = (answers: Written['answers'], seconds: number, view = 'V1') =>
    drafts.keep(of, { ...said(''), answers }, { at: at(seconds), view, asked: Object.keys(answers) });
  await keep({ title: 'VPN', place: 'Hanoi' }, 1);
  await keep({ title: '', floor: '3' }, 2);
  await keep({ title: 'Late', place: 'Rome' }, 1);
  expect((await drafts.find(of))?.answers).toEqual({ title: '', place: 'Hanoi', floor: '3' });
  await keep({ place: '' }, 3);
  expect((await drafts.find(of))?.answers).toEqual({ title: '', place: '', floor: '3' });
  await keep({ title: 'Elsewhere' }, 1, 'V2');
  expect((await drafts.find(of))?.answers).toEqual({ title: 'Elsewhere' });
  await drafts.sent(of, 'V2');
  await keep({ title: 'Late' }, 5, 'V2');
  expect(await drafts.find(of)).toBeNull();
});

test('what is masked in a ticket is covered in what is written about it, before and after', async () => {
  const words = '4111 1111 1111 1111';
  const of = { ...(await draftOf()), ticket: await desk.raise({ content: `My card is ${words}.` }) };
  await drafts.keep(of, said(`Your card ${words}?`), { at: at(0), view: 'V1' });
  done(await desk.desk.act(of.ticket, { verb: 'mask', by: who.kofi, input: { words: [words] } }));
  expect((await drafts.find(of))?.answers['text']).toMatch(/^Your card \*+\?$/);
  // He has the words before his eyes still, and types on.
  await drafts.keep(of, said(`Your card ${words}? Or another?`), { at: at(1), view: 'V1' });
  expect((await drafts.find(of))?.answers['text']).toMatch(/^Your card \*+\? Or another\?$/);
  expect((await dumped(desk.sql)).filter(({ text }) => text.includes(words))).toEqual([]);
});

test('what nobody came back to, and what is about a deleted ticket, goes', async () => {
  const [old, young, deleted] = [await draftOf(), await draftOf(), await draftOf()];
  const DAY = 24 * 3600;
  await drafts.keep(old, said('Old'), { at: at(-14 * DAY - 60), view: 'V' });
  await drafts.keep(young, said('Young'), { at: at(-14 * DAY + 600), view: 'V' });
  await drafts.keep(deleted, said('Deleted'), { at: at(0), view: 'V' });
  await desk.sql`update tickets set deleted_at = now() where number = ${deleted.ticket}`;
  await sweep(desk.sql);
  expect([await drafts.find(old), await drafts.find(deleted)]).toEqual([null, null]);
  expect((await drafts.find(young))?.answers['text']).toBe('Young');
  await drafts.keep(deleted, said('Again'), { at: at(1), view: 'V' });
  expect(await drafts.find(deleted)).toBeNull();
});
