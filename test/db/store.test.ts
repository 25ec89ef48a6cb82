import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDesk } from '../../src/desk/desk.ts';
import { writingOf } from '../../src/desk/writing.ts';
import { decide } from '../../src/domain/decide.ts';
import { personId, ticketNumber, workspaceId } from '../../src/domain/language.ts';
import { actor, group, idOf, request, seedDesk, who, WORKSPACE } from '../make.ts';
import { done, openTestDesk, type TestDesk, why } from './open.ts';

let house: TestDesk;
beforeAll(async () => (house = await openTestDesk()));
afterAll(() => house.close());

const countAll = async (number: number) => {
  const [row] = await house.sql`
    select (select version from tickets where number = ${number}) as version,
      (select count(*) from events where ticket = ${number}) as events,
      (select count(*) from messages where ticket = ${number}) as messages,
      (select count(*) from escalations where ticket = ${number}) as escalations,
      (select count(*) from letters where ticket = ${number}) as letters`;
  return { ...row };
};

describe('races', () => {
  test('fifty people keep one ticket at once: one wins, forty-nine are told that somebody was faster', async () => {
    const fifty = Array.from({ length: 50 }, (_, i) => idOf(`racer${i}`));
    await house.sql`
      insert into people (workspace, id, name) select ${WORKSPACE}, id, id from unnest(${fifty as string[]}::text[]) id`;
    await house.sql`
      insert into group_members (workspace, group_key, person, role, source)
      select ${WORKSPACE}, 'support', id, 'agent', 'explicit' from unnest(${fifty as string[]}::text[]) id`;
    const number = await house.raise();
    const outcomes = await Promise.all(fifty.map((by) => house.desk.act(number, { verb: 'keep', by })));
    const winners = outcomes.flatMap((outcome, i) => (outcome.kind === 'done' ? [fifty[i]] : []));
    expect(winners).toHaveLength(1);
    expect(outcomes.filter((outcome) => why(outcome) === 'already_kept')).toHaveLength(49);
    const { assignedAt } = (await house.store.read(WORKSPACE, number, { by: null }))!.ticket;
    for (const outcome of outcomes)
      if (outcome.kind === 'refused') expect(outcome.ticket).toMatchObject({ assignee: winners[0], assignedAt });
    expect(await countAll(number)).toMatchObject({ version: 2, events: 2 });
  });

  test('twenty tickets at once get twenty numbers in a row', async () => {
    const before = await house.raise();
    const opened = await Promise.all(Array.from({ length: 20 }, () => house.raise()));
    expect(opened.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => before + 1 + i));
  });

  test('the first number is 1001, and every workspace counts for itself', async () => {
    await seedDesk(house, 'T0002');
    const other = openDesk({ store: house.store, workspace: workspaceId('T0002') });
    expect(done(await other.open(who.bao, request())).ticket.number).toBe(1001);
    expect(await other.look(ticketNumber(1002), who.bao)).toMatchObject({ kind: 'refused', why: 'no_ticket' });
  });
});

describe('the same delivery twice', () => {
  test('a request is raised once, also when both arrive at the same moment', async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => house.desk.open(who.bao, request(), 'view:V1')));
    const first = outcomes.find((outcome) => outcome.kind === 'done');
    const number = done(first!).ticket.number;
    expect(outcomes.filter((outcome) => outcome.kind === 'repeated')).toEqual(
      Array.from({ length: 7 }, () => ({ kind: 'repeated', number })),
    );
    expect(await house.desk.open(who.bao, request(), 'view:V1')).toEqual({ kind: 'repeated', number });
  });

  test('an act is done once, also when both arrive at the same moment', async () => {
    const number = await house.raise();
    const note = { verb: 'note' as const, by: who.ana, input: { text: 'Looked at the log.' }, key: 'view:V2' };
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => house.desk.act(number, note)));
    expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === 'repeated')).toHaveLength(7);
    expect(await countAll(number)).toMatchObject({ version: 2, messages: 1 });
  });

  test('one message of Slack is kept once, whatever key it comes with', async () => {
    const number = await house.raise();
    const say = (key: string) =>
      house.desk.act(number, {
        verb: 'message',
        by: who.bao,
        input: { text: 'Hello?', source: { channel: 'C0HELP', ts: '1700000000.000100' } },
        key,
      });
    expect((await say('event:1')).kind).toBe('done');
    const before = await countAll(number);
    expect(await say('event:2')).toEqual({ kind: 'repeated', number });
    expect(await countAll(number)).toEqual(before);
  });
});

describe('a write', () => {
  test('is all or nothing', async () => {
    const number = await house.raise();
    const reading = await house.store.read(WORKSPACE, number, { by: who.ana });
    const outcome = decide(
      reading!.ticket,
      { verb: 'reply', by: actor('ana'), input: { text: 'Try again.' } },
      {
        at: new Date(),
        group: reading!.group,
        target: null,
        targetGroup: null,
        chain: [],
        last: null,
        named: null,
        otherState: null,
      },
    );
    const writing = writingOf(done(outcome), reading!.group, 'view:V3');
    const before = await countAll(number);
    const broken = {
      ...writing,
      letters: [...writing.letters, { kind: 'pigeon', seq: 0, to: null, conversation: 'c:X' }],
    };
    await expect(house.store.write(broken)).rejects.toThrow(/letters_kind/);
    expect(await countAll(number)).toEqual(before);
    expect(await house.store.write(writing)).toBe('written');
    const after = await countAll(number);
    expect(after).toMatchObject({ version: 2, events: 2, messages: 1 });
    expect(await house.store.write({ ...writing, key: 'view:V4' })).toBe('stale');
    expect(await countAll(number)).toEqual(after);
  });

  test('keeps the words once, beside the event and not in it', async () => {
    const number = await house.raise();
    done(await house.desk.act(number, { verb: 'note', by: who.ana, input: { text: 'Canary-7731' } }));
    const [event] = await house.sql`select input from events where ticket = ${number} and verb = 'note'`;
    expect(event).toEqual({ input: {} });
    const [message] = await house.sql`select audience, author, text from messages where ticket = ${number}`;
    expect(message).toEqual({ audience: 'internal', author: who.ana, text: 'Canary-7731' });
  });

  test('survives what Postgres cannot keep: NUL and half a character', async () => {
    const number = await house.raise({ title: 'a\0b\ud83d', content: 'x\0' });
    const look = await house.desk.look(number, who.bao);
    expect(look).toMatchObject({ ticket: { title: 'ab\ufffd', content: 'x' } });
  });

  test('in a workspace that is not set up is a fault', async () => {
    const { group: its, ...rest } = (await house.store.read(WORKSPACE, await house.raise(), { by: null }))!;
    const ticket = { ...rest.ticket, workspace: workspaceId('T0404') };
    const act = { verb: 'create' as const, by: actor('bao'), at: new Date(), input: {} };
    const writing = writingOf({ kind: 'done', act, before: null, ticket, letters: [] }, its, null);
    await expect(house.store.writeNew(writing)).rejects.toThrow('T0404 is not set up');
  });
});

describe('a read', () => {
  test('brings the ticket, its group, the actor with his seats, the target and the group named', async () => {
    const number = await house.raise();
    const reading = await house.store.read(WORKSPACE, number, {
      by: who.kofi,
      target: who.mateo,
      targetGroup: group.billing,
      key: 'nobody wrote this',
    });
    expect(reading).toMatchObject({
      ticket: { number, state: 'new', requester: who.bao },
      group: { key: 'support', agentsChannel: 'C0SUPPORT', leads: [who.lea], policies: { ack_minutes: 30 } },
      actor: { ...actor('kofi'), agentOf: expect.arrayContaining(['support', 'billing']) },
      target: actor('mateo'),
      targetGroup: { key: 'billing' },
      repeated: false,
    });
  });

  test('of nobody, nothing and nowhere gives nulls', async () => {
    const number = await house.raise();
    const reading = await house.store.read(WORKSPACE, number, { by: personId('U0NOBODY') });
    expect(reading).toMatchObject({ actor: null, target: null, targetGroup: null });
    expect(await house.store.read(WORKSPACE, ticketNumber(999_999), { by: who.ana })).toBeNull();
    expect(await house.store.person(WORKSPACE, personId('U0NOBODY'))).toBeNull();
  });

  test('for intake brings the type with its questions', async () => {
    const facts = { by: who.bao, requester: who.bao, group: group.support, type: 'malfunction', target: null };
    expect(await house.store.readIntake(WORKSPACE, facts)).toMatchObject({
      actor: actor('bao'),
      group: { key: 'support' },
      type: { key: 'malfunction', parent: 'technical', fields: [{ key: 'device', required: true }] },
    });
  });
});

describe('boards', () => {
  test('show whose they are, what changed last first, and how many there are', async () => {
    const first = await house.raise({}, 'priya');
    const second = await house.raise({ group: 'billing' }, 'priya');
    const asked = { board: 'asked' as const, person: who.priya, limit: 1 };
    expect(await house.desk.board(asked)).toMatchObject({ tickets: [{ number: second }], total: 2 });
    done(await house.desk.act(first, { verb: 'keep', by: who.kofi }));
    expect(await house.desk.board(asked)).toMatchObject({ tickets: [{ number: first }], total: 2 });
    expect(await house.desk.board({ ...asked, board: 'held', person: who.kofi })).toMatchObject({
      tickets: [{ number: first, assignee: who.kofi }],
      total: 1,
    });
  });
});

describe('a message that changes in Slack', () => {
  test('is changed here, and what was taken back is not kept', async () => {
    const number = await house.raise();
    const source = { channel: 'C0HELP', ts: '1700000000.000200' };
    done(await house.desk.act(number, { verb: 'message', by: who.bao, input: { text: 'Helo', source } }));
    const text = async () => (await house.sql`select text from messages where ticket = ${number}`)[0]?.['text'];
    expect(await house.store.amend(WORKSPACE, source, 'Hello', new Date())).toBe(true);
    expect(await text()).toBe('Hello');
    expect(await house.store.amend(WORKSPACE, source, null, new Date())).toBe(true);
    expect(await text()).toBe('');
    expect(await house.store.amend(WORKSPACE, source, 'Back again', new Date())).toBe(false);
    expect(await house.store.amend(WORKSPACE, { channel: 'C0HELP', ts: '1.1' }, 'x', new Date())).toBe(false);
  });
});
