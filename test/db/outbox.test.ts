import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { look } from '../../src/db/look.ts';
import { openOutbox } from '../../src/db/outbox.ts';
import { sweep } from '../../src/db/sweep.ts';
import type { Outbox } from '../../src/desk/outbox.ts';
import type { OutLetter } from '../../src/desk/letters.ts';
import type { TicketNumber } from '../../src/domain/language.ts';
import type { Verb } from '../../src/domain/verbs.ts';
import { type Name, who, WORKSPACE } from '../make.ts';
import { done, openTestDesk, type TestDesk } from './open.ts';

let house: TestDesk;
let outbox: Outbox;
let number: TicketNumber;
beforeAll(async () => {
  house = await openTestDesk();
  outbox = openOutbox(house.sql);
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.sql`delete from letters`;
  await house.sql`delete from graphile_worker._private_jobs`;
  number = await house.raise();
});

const CARDS = 'c:C0SUPPORT';
const kinds = (letters: readonly OutLetter[]) => letters.map(({ kind }) => kind);
const waiting = (conversation = CARDS) => outbox.waiting(WORKSPACE, conversation);
const soon = () => new Date(Date.now() + 60_000);
const past = () => new Date(Date.now() - 1000);
const act = async (verb: Verb, by: Name, input?: unknown) =>
  done(await house.desk.act(number, { verb, by: who[by], input }));
const jobs = async () =>
  (await house.sql<{ key: string }[]>`select key from ${carrying()} order by key`).map(({ key }) => key);
const carrying = () => house.sql`graphile_worker.jobs where task_identifier <> 'search'`;
async function letter(kind: OutLetter['kind'], conversation = CARDS) {
  const found = (await waiting(conversation)).find((one) => one.kind === kind);
  if (!found) throw new Error(`no ${kind} waits`);
  return found;
}

describe('letters', () => {
  test('wait in the order in which they were written, one job for each conversation', async () => {
    expect(kinds(await waiting())).toEqual(['card', 'thread']);
    expect(kinds(await waiting('u:U0BAO'))).toEqual(['requester_card']);
    expect(await jobs()).toEqual(['deliver:T0001:c:C0SUPPORT', 'deliver:T0001:u:U0BAO']);
  });

  test('that say the same collapse into one; every message has its own', async () => {
    await act('keep', 'ana');
    await act('prepare', 'ana');
    await act('reply', 'ana', { text: 'One' });
    await act('reply', 'ana', { text: 'Two' });
    expect(kinds(await waiting())).toEqual(['card', 'thread']);
    expect((await waiting('u:U0BAO')).map(({ kind, seq }) => [kind, seq])).toEqual([
      ['requester_card', 0],
      ['main', 4],
      ['main', 5],
    ]);
  });

  test('that were taken may have been drawn: a change after that has a letter and a job of its own', async () => {
    const [card] = await waiting();
    await house.sql`delete from graphile_worker._private_jobs`;
    await act('keep', 'ana');
    expect(await jobs()).toContain('deliver:T0001:c:C0SUPPORT');
    await outbox.sent(card!.id, { channel: 'C0SUPPORT', ts: '1.1' }, { place: { kind: 'card', seq: 0 } });
    expect(kinds(await waiting())).toEqual(['thread', 'card']);
  });

  test('that were taken and not carried do not come twice', async () => {
    await waiting();
    await act('keep', 'ana');
    await act('prepare', 'ana');
    expect(kinds(await waiting())).toEqual(['card', 'thread']);
  });

  test('that are put off hold up their conversation, and have a job at their time', async () => {
    const card = await letter('card');
    const at = soon();
    await outbox.later(card.id, 'pending', at, 'ratelimited');
    expect(await waiting()).toEqual([]);
    const [job] = await house.sql`select run_at from graphile_worker.jobs where key = ${`later:${card.id}`}`;
    expect(job).toEqual({ run_at: at });
    await outbox.later(card.id, 'pending', past(), 'ratelimited');
    expect(kinds(await waiting())).toEqual(['card', 'thread']);
  });

  test('of unknown fate hold up those of their ticket and no other', async () => {
    const card = await letter('card');
    await outbox.sending(card.id, { channel: 'C0SUPPORT', thread: null });
    await outbox.later(card.id, 'unknown', soon(), 'timeout');
    const other = await house.raise();
    expect((await waiting()).map(({ kind, ticket }) => [kind, ticket])).toEqual([
      ['card', other],
      ['thread', other],
    ]);
    await outbox.later(card.id, 'unknown', past(), 'timeout');
    const again = await letter('card');
    expect(again).toMatchObject({ id: card.id, oid: card.oid, state: 'unknown', attempt: 1, channel: 'C0SUPPORT' });
    expect(again.firstSentAt).toBeInstanceOf(Date);
  });

  test('are carried once: what was being sent in a crash is known as such', async () => {
    const card = await letter('card');
    expect(await outbox.lastPost(WORKSPACE, `C0PACE${number}`)).toBeNull();
    await outbox.sending(card.id, { channel: `C0PACE${number}`, thread: null });
    expect(await outbox.lastPost(WORKSPACE, `C0PACE${number}`)).toBeInstanceOf(Date);
    expect(await letter('card')).toMatchObject({ state: 'sending' });
    await outbox.failed(card.id, 'channel_not_found');
    expect(kinds(await waiting())).toEqual(['thread']);
    expect(await house.sql`select state, error from letters where id = ${card.id}`).toEqual([
      { state: 'failed', error: 'channel_not_found' },
    ]);
  });
});

describe('what has arrived', () => {
  test('is remembered: the place, how far the thread was told, which words a post carried', async () => {
    await act('keep', 'ana');
    await act('reply', 'ana', { text: 'Try again.' });
    const card = await letter('card');
    const thread = await letter('thread');
    const main = await letter('main', 'u:U0BAO');
    await outbox.sent(card.id, { channel: 'C0SUPPORT', ts: '10.1' }, { place: { kind: 'card', seq: 0 } });
    await outbox.sent(main.id, { channel: 'D0BAO', ts: '10.2' }, { mainSeq: main.seq });
    expect((await outbox.untold(WORKSPACE, number)).map(({ verb }) => verb)).toEqual(['create', 'keep', 'reply']);
    await outbox.sent(thread.id, { channel: 'C0SUPPORT', ts: '10.3' }, { toldUpTo: 3 });
    expect(await outbox.untold(WORKSPACE, number)).toEqual([]);

    expect(await house.sql`select channel, ts from messages where ticket = ${number}`).toEqual([
      { channel: 'D0BAO', ts: '10.2' },
    ]);
    expect(await outbox.drawing(WORKSPACE, number)).toMatchObject({
      ticket: { state: 'answered' },
      group: { key: 'support' },
      places: [{ kind: 'card', seq: 0, channel: 'C0SUPPORT', ts: '10.1' }],
      lastMain: { audience: 'main', author: who.ana, text: 'Try again.', byRequester: false },
      escalations: [],
    });
    expect(await waiting()).toEqual([]);
  });

  test.each([
    ['correct', { text: 'Behind it.' }],
    ['retract', { sure: true }],
  ] as const)(
    'words changed while the post that tells them is on its way are told once more: %s',
    async (verb, input) => {
      await act('note', 'ana', { text: 'Beneath it.' });
      const thread = await letter('thread');
      await act(verb, 'ana', { of: 2, ...input });
      await house.sql`delete from graphile_worker._private_jobs`;
      const at = { channel: 'C0SUPPORT', ts: `13.${number}${verb.length}` };
      await outbox.sent(thread.id, at, { toldSince: 0, toldUpTo: 2 });
      expect((await waiting()).filter(({ kind }) => kind === 'retell')).toMatchObject([{ ticket: number, seq: 2 }]);
      expect(await jobs()).toEqual(['deliver:T0001:c:C0SUPPORT']);
    },
  );

  test('words changed before that post was drawn need no other', async () => {
    await act('note', 'ana', { text: 'Beneath it.' });
    await act('correct', 'ana', { of: 2, text: 'Behind it.' });
    const thread = await letter('thread');
    await outbox.sent(thread.id, { channel: 'C0SUPPORT', ts: `14.${number}` }, { toldSince: 0, toldUpTo: 3 });
    expect(kinds(await waiting())).not.toContain('retell');
  });

  test('a new card takes the place of the old one', async () => {
    const card = await letter('card');
    const place = { place: { kind: 'card' as const, seq: 0 } };
    await outbox.sent(card.id, { channel: 'C0SUPPORT', ts: '11.1' }, place);
    await outbox.sent(card.id, { channel: 'C0IT', ts: '11.2' }, place);
    const drawing = await outbox.drawing(WORKSPACE, number);
    expect(drawing?.places).toEqual([{ kind: 'card', seq: 0, channel: 'C0IT', ts: '11.2' }]);
  });

  test('a letter that had nothing to say leaves no place', async () => {
    const card = await letter('card');
    await outbox.sent(card.id, null, {});
    expect((await outbox.drawing(WORKSPACE, number))?.places).toEqual([]);
    expect(kinds(await waiting())).toEqual(['thread']);
  });
});

describe('what is told', () => {
  test('has the words with their audience; what was taken back has none', async () => {
    const source = { channel: 'C0SUPPORT', ts: `12.${number}` };
    const files = [{ id: 'F1', name: 'log.txt', link: 'https://files.example/F1' }];
    await act('note', 'ana', { text: 'Among us.', source, files });
    await act('message', 'bao', { text: 'Hello?' });
    const [, note, message] = await outbox.history(WORKSPACE, number);
    expect(note).toMatchObject({ verb: 'note', by: who.ana, said: { audience: 'internal', text: 'Among us.' } });
    expect(note?.input).toEqual({ source, files });
    expect(message).toMatchObject({ verb: 'message', said: { audience: 'main', author: who.bao, text: 'Hello?' } });
    expect(await outbox.notes(WORKSPACE, number, 3)).toEqual([note]);
    expect(await outbox.told(WORKSPACE, number, 3)).toEqual(message);
    expect((await outbox.drawing(WORKSPACE, number))?.lastMain).toMatchObject({ byRequester: true, text: 'Hello?' });
    await house.store.amend(WORKSPACE, source, null, new Date());
    expect(await outbox.told(WORKSPACE, number, 2)).toMatchObject({ said: null });
    expect(await outbox.notes(WORKSPACE, number, 3)).toEqual([]);
  });

  test('of escalations, newest first', async () => {
    await act('keep', 'ana');
    await act('escalate', 'ana', { to: who.lea, ask: 'One?', reason: 'B' });
    await act('withdraw', 'ana', { reason: 'Found it.' });
    await act('escalate', 'ana', { to: who.marta, ask: 'Two?', reason: 'B' });
    expect((await outbox.drawing(WORKSPACE, number))?.escalations).toMatchObject([
      { seq: 5, ask: 'Two?', level: 2, from: who.ana, to: who.marta, state: 'open', closedAt: null },
      { seq: 3, ask: 'One?', state: 'withdrawn', closedAt: expect.any(Date), at: expect.any(Date) },
    ]);
  });
});

describe('a busy conversation', () => {
  test('has one job, which nobody writes again while it has not started', async () => {
    const revision = async () => [...(await house.sql`select key, updated_at from ${carrying()} order by key`)];
    const before = await revision();
    await house.raise();
    await act('note', 'ana', { text: 'One' });
    await act('note', 'kofi', { text: 'Two' });
    expect(await revision()).toEqual(before);
  });

  test('whose job started too early to see the newest letter gets another', async () => {
    // The looks that the acts before have asked for are over by then.
    await sleep(200);
    await house.sql`delete from graphile_worker._private_jobs`;
    await waiting('u:U0BAO');
    for (const conversation of [CARDS, 'u:U0BAO']) look(house.sql, WORKSPACE, [conversation]);
    while ((await jobs()).length === 0) await sleep(5);
    // What was taken is in somebody's hands.
    expect(await jobs()).toEqual(['deliver:T0001:c:C0SUPPORT']);
  });
});

describe('the sweep', () => {
  test('gives a job to letters that lost theirs, and leaves the others alone', async () => {
    expect(await sweep(house.sql)).toEqual({ conversations: 0, events: 0 });
    await house.sql`update letters set created_at = now() - interval '1 minute'`;
    expect(await sweep(house.sql)).toEqual({ conversations: 0, events: 0 });
    await house.sql`delete from graphile_worker._private_jobs`;
    expect(await sweep(house.sql)).toEqual({ conversations: 2, events: 0 });
    expect(await jobs()).toEqual(['deliver:T0001:c:C0SUPPORT', 'deliver:T0001:u:U0BAO']);
  });

  test('does not wake what is put off', async () => {
    const card = await letter('card');
    await outbox.later(card.id, 'pending', soon(), 'ratelimited');
    await house.sql`delete from letters where id <> ${card.id}`;
    await house.sql`delete from graphile_worker._private_jobs`;
    expect(await sweep(house.sql)).toEqual({ conversations: 0, events: 0 });
  });
});
