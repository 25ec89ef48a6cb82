import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDrafts } from '../../src/db/drafts.ts';
import type { Draft } from '../../src/desk/drafts.ts';
import type { Click, Submission } from '../../src/slack/codec.ts';
import type { Parts } from '../../src/slack/parts.ts';
import { adopt, dropWindow, findRequest, keepWindow, sentWindow } from '../../src/slack/written/window.ts';
import { openTestDesk, type TestDesk } from '../db/open.ts';
import { who, WORKSPACE } from '../make.ts';

let desk: TestDesk;
let parts: Parts;
beforeAll(async () => {
  desk = await openTestDesk();
  const drafts = openDrafts(desk.sql, null);
  const said = { desk: { workspace: WORKSPACE }, drafts, book: () => ({ types: [] }), log: pino({ enabled: false }) };
  parts = { ...said, now: () => new Date() } as unknown as Parts;
});
afterAll(() => desk.close());

const START = Math.floor(Date.now() / 1000);
let seconds = 0;
type Typed = Record<string, string>;
/** What stands in a window as somebody types in it. */
const typing = (id: string, values: Typed) => {
  const view = { id, callback_id: 'form.create', private_metadata: '{"via":"home"}', state: { values }, blocks: [] };
  return { user: who.bao, meant: { action_ts: String(START + ++seconds) }, view } as unknown as Click;
};
const types = (id: string, values: Typed) => keepWindow(parts, typing(id, values));
const sends = (id: string) =>
  sentWindow(parts, {
    user: who.bao,
    form: 'create',
    metadata: { via: 'home' },
    view: { id },
  } as unknown as Submission);
const draft = () => findRequest(parts, who.bao);
const opens = async (id: string) => {
  const found = (await draft()) as Draft;
  await adopt(parts, who.bao, found, id);
  return found.answers;
};

test('of two new requests of one person each keeps what was written in it, whatever becomes of the other', async () => {
  await types('V1', { title: 'Begun', 'fields.place': 'Hanoi' });
  expect(await opens('V2')).toEqual({ title: 'Begun', 'fields.place': 'Hanoi' });
  expect(await types('V2', { title: 'There' })).toEqual({ title: 'There', 'fields.place': 'Hanoi' });
  // What another type asked in the first one is known there still.
  expect(await types('V1', { title: 'Here' })).toEqual({ title: 'Here', 'fields.place': 'Hanoi' });
  await types('V2', { title: 'There, later' });

  await sends('V1');
  expect((await draft())?.answers).toEqual({ title: 'There, later', 'fields.place': 'Hanoi' });
  // Heard late.
  await types('V1', { title: 'Here, all of it' });
  expect((await draft())?.answers['title']).toBe('There, later');
  await sends('V2');
  expect(await draft()).toBeNull();
});

test('a draft goes with the window that begins with it, and stays where it was written on elsewhere', async () => {
  await types('V3', { title: 'Begun' });
  await opens('V4');
  await sends('V4');
  expect(await draft()).toBeNull();

  await types('V5', { title: 'Once more' });
  await opens('V6');
  await types('V5', { title: 'Once more, here' });
  await dropWindow(parts, typing('V6', { title: 'Once more' }));
  expect((await draft())?.answers['title']).toBe('Once more, here');
  await sends('V6');
  expect((await draft())?.answers['title']).toBe('Once more, here');
  await dropWindow(parts, typing('V5', { title: 'Once more, here' }));
  expect(await draft()).toBeNull();
});
