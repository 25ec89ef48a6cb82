import { afterAll, beforeAll, expect, test } from 'vitest';
import { bannedOf } from '../../src/domain/banned.ts';
import { replay } from '../../src/db/replay.ts';
import { openDesk, type Outcome } from '../../src/desk/desk.ts';
import type { TicketNumber } from '../../src/domain/language.ts';
import type { Verb } from '../../src/domain/verbs.ts';
import { type Name, who, WORKSPACE } from '../make.ts';
import { done, openTestDesk, type TestDesk } from './open.ts';

const MINUTE = 60_000;
let house: TestDesk;
let desks: readonly ReturnType<typeof openDesk>[];
let now = Date.parse('2027-03-01T10:00:00Z');
let banned = bannedOf([]);
beforeAll(async () => {
  house = await openTestDesk();
  const given = {
    store: house.store,
    workspace: WORKSPACE,
    now: () => new Date(now),
    book: () => ({ types: [], banned }),
  };
  desks = [openDesk(given), openDesk(given)];
});
afterAll(() => house.close());

const act = (number: TicketNumber, verb: Verb, by: Name, input: unknown = {}, scheduled?: number) =>
  desks[0]!.act(number, { verb, by: who[by], input, scheduled });
const read = async (number: TicketNumber) => (await house.store.read(WORKSPACE, number, { by: null }))!.ticket;
const why = (outcome: Outcome | null) => (outcome?.kind === 'refused' ? outcome.why : outcome?.kind);
const later = (minutes: number) => new Date(now + minutes * MINUTE).toISOString();
/** Ana keeps it and writes an answer that goes out in an hour. */
async function written(answer: Record<string, unknown> = { text: 'Restart it.' }, verb = 'reply') {
  const number = await house.raise();
  done(await act(number, 'keep', 'ana'));
  const { ticket } = done(await act(number, 'schedule', 'ana', { verb, when: later(60), answer }));
  return { number, seq: ticket.scheduled!.seq };
}
const verbs = async (number: TicketNumber) =>
  (await house.sql<{ verb: string }[]>`select verb from events where ticket = ${number} order by seq`).map(
    ({ verb }) => verb,
  );
async function expectReplayed(number: TicketNumber) {
  expect(await replay(house.sql, WORKSPACE, number)).toEqual(await read(number));
}

test('it goes out once at its time, in the name of whoever wrote it, however many look', async () => {
  const { number } = await written();
  expect(await read(number)).toMatchObject({ state: 'in_progress', scheduled: { by: who.ana, held: false } });
  const [job] = await house.sql<{ run_at: Date }[]>`
    select run_at from graphile_worker.jobs where key = ${`clock:${WORKSPACE}:${number}`}`;
  expect(job?.run_at.toISOString()).toBe(later(60));
  now += 59 * MINUTE;
  await desks[0]!.tick(number);
  expect((await read(number)).scheduled).not.toBeNull();
  now += MINUTE;
  await Promise.all(desks.flatMap((desk) => [desk.tick(number), desk.tick(number)]));
  expect(await read(number)).toMatchObject({ state: 'answered', scheduled: null });
  const said = await house.sql`select author, text from messages where ticket = ${number} and audience = 'main'`;
  expect([...said]).toEqual([{ author: who.ana, text: 'Restart it.' }]);
  expect((await verbs(number)).filter((verb) => verb === 'reply')).toHaveLength(1);
  await expectReplayed(number);
});

test('sent now, changed or cancelled, by nobody else and once', async () => {
  const { number, seq } = await written({ text: 'First.' });
  expect(why(await act(number, 'schedule', 'ana', { verb: 'reply', when: later(9), answer: { text: 'x' } }))).toBe(
    'scheduled_already',
  );
  expect(why(await act(number, 'unschedule', 'kofi', { of: seq }))).toBe('not_your_answer');
  const anew = { verb: 'resolve', when: later(30), answer: { text: 'Second.', reason: 'solved' }, replaces: seq };
  const second = done(await act(number, 'schedule', 'ana', anew)).ticket.scheduled!;
  expect(second).toMatchObject({ verb: 'resolve', answer: { text: 'Second.' } });
  expect(why(await act(number, 'unschedule', 'ana', { of: seq }))).toBe('not_scheduled');
  await expectReplayed(number);
  const goes = { text: 'Second.', reason: 'solved' };
  const outcomes = await Promise.all([1, 2].map(() => act(number, 'resolve', 'ana', goes, second.seq)));
  expect(new Set(outcomes.map(why))).toEqual(new Set(['done', 'wrong_state']));
  expect(await read(number)).toMatchObject({ state: 'resolved', scheduled: null });

  const other = await written();
  done(await act(other.number, 'unschedule', 'lea'));
  now += 90 * MINUTE;
  await desks[0]!.tick(other.number);
  expect(await house.sql`select from messages where ticket = ${other.number}`).toHaveLength(0);
  await expectReplayed(other.number);
});

test('the requester who writes meanwhile holds it, and whoever wrote it is told', async () => {
  const { number, seq } = await written();
  done(await act(number, 'forward', 'ana', { group: 'support', to: who.kofi }));
  done(await act(number, 'message', 'bao', { text: 'It is another one.' }));
  expect((await read(number)).scheduled).toMatchObject({ held: true });
  const pinged = await house.sql`
    select to_person from letters l join events e on e.workspace = l.workspace and e.ticket = l.ticket and e.seq = l.seq
    where l.ticket = ${number} and l.kind = 'ping' and e.verb = 'message'`;
  expect(pinged.map(({ to_person }) => to_person as string)).toContain(who.ana);
  now += 61 * MINUTE;
  await desks[0]!.tick(number);
  expect((await read(number)).scheduled).not.toBeNull();
  await expectReplayed(number);
  done(await act(number, 'reply', 'kofi', { text: 'Restart it.' }, seq));
  expect((await read(number)).scheduled).toBeNull();
});

test('what may not go when its time has come comes back to whoever wrote it, with why', async () => {
  const resolved = await written();
  done(await act(resolved.number, 'resolve', 'lea', { text: 'It was the cable.', reason: 'solved' }));
  const moved = await written();
  done(await act(moved.number, 'forward', 'ana', { group: 'billing' }));
  const unwise = await written({ text: 'You idiot.' });
  banned = bannedOf([{ group: null, language: null, word: 'idiot' }]);
  await house.sql`update groups set policies = policies || '{"banned_words": "block"}' where key = 'support'`;
  now += 61 * MINUTE;
  for (const { number } of [resolved, moved, unwise]) await desks[1]!.tick(number);
  const told = await house.sql<{ ticket: number; why: string; text: string; to: string }[]>`
    select e.ticket, e.input ->> 'why' as why, e.input -> 'answer' ->> 'text' as text, l.to_person as to
    from events e join letters l on l.workspace = e.workspace and l.ticket = e.ticket and l.seq = e.seq and l.kind = 'ping'
    where e.verb = 'send_back' order by e.ticket`;
  expect([...told]).toEqual([
    { ticket: resolved.number, why: 'wrong_state', text: 'Restart it.', to: who.ana },
    { ticket: moved.number, why: 'not_allowed', text: 'Restart it.', to: who.ana },
    { ticket: unwise.number, why: 'banned_words', text: 'You idiot.', to: who.ana },
  ]);
  for (const { number } of [resolved, moved, unwise]) {
    expect((await read(number)).scheduled).toBeNull();
    await expectReplayed(number);
  }
  expect(await house.sql`select from messages where ticket = ${unwise.number}`).toHaveLength(0);
});

test('its files are only named until it goes; cancelled, they stay where they are', async () => {
  const files = [{ id: 'F1', name: 'map.png', link: 'https://files.example/F1', size: 7 }];
  const asked = async (number: TicketNumber) => {
    const jobs =
      await house.sql`select from graphile_worker.jobs where task_identifier = 'files' and key like ${`%:${number}:%`}`;
    const kept = await house.sql`select files from messages where ticket = ${number}`;
    return { jobs: jobs.length, files: kept.map(({ files: some }) => some as unknown) };
  };
  const gone = await written({ text: 'Here.', files });
  done(await act(gone.number, 'unschedule', 'ana'));
  const { number } = await written({ text: 'Here.', files });
  expect(await asked(number)).toEqual({ jobs: 0, files: [] });
  now += 61 * MINUTE;
  for (const one of [gone, { number }]) await desks[0]!.tick(one.number);
  expect(await asked(number)).toEqual({ jobs: 1, files: [files] });
  expect(await asked(gone.number)).toEqual({ jobs: 0, files: [] });
  await expectReplayed(number);
});

test('when it is written it is asked as if it went then', async () => {
  const number = await house.raise();
  done(await act(number, 'keep', 'ana'));
  const asked = (more: object) =>
    act(number, 'schedule', 'ana', { verb: 'reply', when: later(60), answer: { text: 'Soon.' }, ...more });
  expect(why(await asked({ when: later(-1) }))).toBe('send_past');
  expect(why(await asked({ when: later(91 * 24 * 60) }))).toBe('send_too_far');
  expect(why(await asked({ answer: { text: 'You idiot.' } }))).toBe('banned_words');
  const pend = { verb: 'pend', answer: { kind: 'check', waiting_for: 'rain', wake_at: later(30) } };
  expect(why(await asked(pend))).toBe('date_past');
  expect(await asked({ answer: {} })).toMatchObject({ why: 'bad_input', verb: 'reply', faults: [{ field: 'text' }] });
  expect(why(await act(number, 'schedule', 'bao', { verb: 'reply', when: later(60), answer: { text: 'x' } }))).toBe(
    'not_allowed',
  );
  expect(await verbs(number)).toEqual(['create', 'keep']);
});

test('taken back, the last change leaves no answer that was not there, and brings none back', async () => {
  const { number } = await written();
  done(await act(number, 'undo', 'ana'));
  expect((await read(number)).scheduled).toBeNull();
  await expectReplayed(number);
  const { number: sent, seq } = await written();
  done(await act(sent, 'reply', 'ana', { text: 'Restart it.' }, seq));
  done(await act(sent, 'undo', 'ana'));
  expect(await read(sent)).toMatchObject({ state: 'in_progress', scheduled: null });
  await expectReplayed(sent);
});
