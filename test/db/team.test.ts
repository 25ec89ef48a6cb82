import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { replay } from '../../src/db/replay.ts';
import { openOutbox } from '../../src/db/outbox.ts';
import type { TicketNumber } from '../../src/domain/language.ts';
import { submissionTypes } from '../../src/db/schema.ts';
import type { Verb } from '../../src/domain/verbs.ts';
import { type Name, who, WORKSPACE } from '../make.ts';
import { done, openTestDesk, type TestDesk, why } from './open.ts';

let house: TestDesk;
beforeAll(async () => {
  house = await openTestDesk();
  await house.db.insert(submissionTypes).values({
    workspace: WORKSPACE,
    key: 'network',
    name: 'Network',
    groupKey: 'it',
    fields: [{ key: 'site', label: 'Site', ask: 'line', required: true }],
  });
});
afterAll(() => house.close());

const question = {
  group: 'it',
  type: 'network',
  title: 'VPN gateway drops',
  content: 'Every hour, for all of the second floor.',
  fields: { site: 'Rome' },
};
const act = (number: TicketNumber, verb: Verb, by: Name, input: object = {}, key?: string) =>
  house.desk.act(number, { verb, by: who[by], input, ...(key && { key }) });
const read = async (number: TicketNumber) => (await house.store.read(WORKSPACE, number, { by: null }))!.ticket;

/** Ana has Bao's ticket and asks IT. */
async function asked(more: object = {}, input: object = {}) {
  const parent = await house.raise({ to: who.ana, ...more }, 'kofi');
  const { ticket } = done(await act(parent, 'escalate_to_team', 'ana', { ...question, ...input }));
  if (ticket.state !== 'escalated') throw new Error('not escalated');
  const [row] = await house.sql<[{ number: TicketNumber }]>`select number from tickets where parent = ${parent}`;
  return { parent, child: row.number };
}
const clockAt = async (number: TicketNumber) =>
  (
    await house.sql`select run_at <= now() as due from graphile_worker.jobs where key = ${`clock:${WORKSPACE}:${number}`}`
  )[0];
const same = async (...numbers: TicketNumber[]) => {
  for (const number of numbers) expect(await replay(house.sql, WORKSPACE, number)).toEqual(await read(number));
};
describe('another team is asked', () => {
  test('in a ticket of its own, written together with the one that asks', async () => {
    const { parent, child } = await asked();
    expect(await read(parent)).toMatchObject({
      state: 'escalated',
      escalation: { to: null, team: { group: 'it', child } },
    });
    expect(await read(child)).toMatchObject({
      ...question,
      state: 'new',
      parent,
      asker: 'support',
      requester: who.ana,
      main: null,
    });
    const letters = await house.sql`select kind, conversation from letters where ticket = ${child} order by kind`;
    expect(letters).toEqual([
      { kind: 'card', conversation: 'c:C0IT' },
      { kind: 'requester_card', conversation: 'c:C0SUPPORT' },
      { kind: 'thread', conversation: 'c:C0IT' },
    ]);
    expect(await house.sql`select to_person, to_group, child from escalations where ticket = ${parent}`).toEqual([
      { to_person: null, to_group: 'it', child },
    ]);
    await same(parent, child);
  });

  test('once, however often the form is delivered', async () => {
    const parent = await house.raise({ to: who.ana }, 'kofi');
    const twice = await Promise.all(
      Array.from({ length: 4 }, () => act(parent, 'escalate_to_team', 'ana', question, `view:${parent}`)),
    );
    expect(twice.map(({ kind }) => kind).toSorted()).toEqual(['done', 'repeated', 'repeated', 'repeated']);
    expect(await house.sql`select count(*) as n from tickets where parent = ${parent}`).toEqual([{ n: 1 }]);
  });

  test('by two at once in one ticket only', async () => {
    const parent = await house.raise({ to: who.ana }, 'kofi');
    const both = await Promise.all([
      act(parent, 'escalate_to_team', 'ana', question),
      act(parent, 'escalate_to_team', 'lea', question),
    ]);
    expect(both.map(why).toSorted()).toEqual(['done', 'wrong_state']);
    expect(await house.sql`select count(*) as n from tickets where parent = ${parent}`).toEqual([{ n: 1 }]);
  });

  test('never one that takes no issues, has no channel, is one’s own, or does not get what it wants to know', async () => {
    const parent = await house.raise({ to: who.ana }, 'kofi');
    const ask = async (input: object, by: Name = 'ana') => why(await act(parent, 'escalate_to_team', by, input));
    expect(await ask({ ...question, group: 'billing', type: undefined })).toBe('not_an_issue_group');
    expect(await ask({ ...question, group: 'nowhere' })).toBe('not_an_issue_group');
    expect(await ask({ ...question, group: 'support' })).toBe('own_team');
    expect(await ask(question, 'kofi')).toBe('not_allowed');
    expect(await ask(question, 'bao')).toBe('no_ticket');
    expect(await act(parent, 'escalate_to_team', 'ana', { ...question, title: '', fields: {} })).toMatchObject({
      why: 'bad_input',
    });
    expect(await act(parent, 'escalate_to_team', 'ana', { ...question, fields: {} })).toMatchObject({
      why: 'bad_input',
      verb: 'escalate_to_team',
      faults: [{ field: 'site', code: 'required' }],
    });
    await house.sql`update groups set agents_channel = null where key = 'it'`;
    const closed = await ask(question);
    await house.sql`update groups set agents_channel = 'C0IT' where key = 'it'`;
    expect(closed).toBe('group_has_no_channel');
    expect(await house.sql`select 1 from tickets where parent = ${parent}`).toEqual([]);
  });

  test('and nobody makes a ticket ask by himself', async () => {
    const outcome = await house.desk.open(who.bao, {
      ...question,
      channel: 'slash',
      parent: (await asked()).parent,
      asker: 'it',
    });
    expect(why(outcome)).toBe('no_ticket');
  });

  test('a private ticket asks privately', async () =>
    expect(await read((await asked({ private: true })).child)).toMatchObject({ private: true }));
});
describe('the team answers', () => {
  const ends: [string, (child: TicketNumber) => Promise<unknown>, object][] = [
    [
      'resolves',
      (n) => act(n, 'resolve', 'sofia', { text: 'The gateway was replaced.' }),
      { how: 'resolved', said: true },
    ],
    [
      'waits',
      (n) => act(n, 'pend', 'sofia', { kind: 'check', waiting_for: 'the vendor' }),
      { how: 'pending', said: false },
    ],
    [
      'ends it in silence',
      (n) => act(n, 'resolve_internally', 'sofia', { reason: 'test' }),
      { how: 'resolved', why: 'test' },
    ],
    [
      'takes it for spam',
      (n) => act(n, 'resolve_internally', 'sofia', { reason: 'spam', sure: true }),
      { how: 'spam' },
    ],
    ['cancels it', (n) => act(n, 'cancel', 'sofia', { agreement: 'by phone' }), { how: 'cancelled' }],
  ];
  test.each(ends)('%s: the ticket that asked comes back, once', async (_what, end, how) => {
    const { parent, child } = await asked();
    done(await act(child, 'keep', 'sofia'));
    expect(await house.desk.tick(parent)).toBeNull();
    await end(child);
    expect(await clockAt(parent)).toEqual({ due: true });
    const ticks = await Promise.all([house.desk.tick(parent), house.desk.tick(parent), house.desk.tick(parent)]);
    expect(ticks.filter((outcome) => outcome?.kind === 'done')).toHaveLength(1);
    expect(await read(parent)).toMatchObject({ state: 'escalation_answered', assignee: who.ana });
    const events = await house.sql`select verb, input from events where ticket = ${parent} and verb = 'team_answered'`;
    expect(events).toMatchObject([{ input: { child, group: 'it', ...how } }]);
    expect(await house.sql`select state from escalations where ticket = ${parent}`).toEqual([{ state: 'answered' }]);
    await same(parent, child);
  });

  test('again later: words among those who asked, and no second transition', async () => {
    const { parent, child } = await asked();
    done(await act(child, 'keep', 'sofia'));
    done(await act(child, 'pend', 'sofia', { kind: 'check', waiting_for: 'the vendor' }));
    await house.desk.tick(parent);
    done(await act(child, 'resolve', 'sofia', { text: 'Replaced.' }));
    expect(await house.desk.tick(parent)).toBeNull();
    expect(await read(parent)).toMatchObject({ state: 'escalation_answered', version: 3 });
    const letters = await house.sql`select conversation from letters where ticket = ${child} and kind = 'main'`;
    expect(letters).toEqual([{ conversation: 'c:C0SUPPORT' }]);
  });

  test('no person says in its place that it has', async () => {
    const { parent } = await asked();
    expect(why(await act(parent, 'team_answered', 'ana'))).toBe('not_allowed');
    expect(why(await house.desk.act(parent, { verb: 'team_answered', by: 'clock' }))).toBe('not_answered');
    expect(why(await act(parent, 'return', 'ana', { text: 'I answer myself.' }))).toBe('not_allowed');
  });
});
describe('whoever asked', () => {
  test('may be any agent of the group, and the words do not pass for somebody else’s', async () => {
    const { child } = await asked();
    done(await act(child, 'keep', 'sofia'));
    done(await act(child, 'reply', 'sofia', { text: 'Which floor?' }));
    done(await act(child, 'message', 'kofi', { text: 'The second.' }));
    expect(await read(child)).toMatchObject({ state: 'requester_replied' });
    await same(child);
    expect(why(await act(child, 'message', 'yuki', { text: 'Me too.' }))).toBe('no_ticket');
  });

  test('is never the requester at the end: nothing of the team’s ticket is his to see', async () => {
    const parent = await house.raise({});
    done(await act(parent, 'keep', 'ana'));
    done(await act(parent, 'escalate_to_team', 'ana', { ...question, title: 'canary-1', content: 'canary-2' }));
    const [{ number: child }] = await house.sql<
      [{ number: TicketNumber }]
    >`select number from tickets where parent = ${parent}`;
    for (const verb of ['message', 'rate', 'close', 'cancel', 'agree', 'not_solved'] as const)
      expect(why(await act(child, verb, 'bao', { text: 'Hello', score: 1 }))).toBe('no_ticket');
    expect(await house.desk.look(child, who.bao)).toMatchObject({ why: 'no_ticket' });
    done(await act(child, 'keep', 'sofia'));
    done(await act(child, 'resolve', 'sofia', { text: 'canary-3' }));
    await house.desk.tick(parent);
    const drawing = await openOutbox(house.sql).drawing(WORKSPACE, parent);
    expect(JSON.stringify({ ...drawing, ticket: null })).not.toContain('canary');
    const theirs = await house.sql`
      select 1 from letters where ticket = ${child} and (to_person = ${who.bao} or conversation = ${`u:${who.bao}`})`;
    expect(theirs).toEqual([]);
  });
});
describe('the question is taken back', () => {
  test('before anybody has it: it ends', async () => {
    const { parent, child } = await asked();
    done(await act(parent, 'withdraw', 'ana', { reason: 'It works again.' }));
    expect(await clockAt(child)).toEqual({ due: true });
    await house.desk.tick(child);
    expect(await read(child)).toMatchObject({ state: 'cancelled', agreement: { by: who.ana } });
    await same(parent, child);
  });

  test('while somebody works on it: he is told once, and may cancel it without asking again', async () => {
    const { parent, child } = await asked();
    done(await act(child, 'keep', 'sofia'));
    expect(why(await act(child, 'cancel', 'sofia'))).toBe('no_agreement');
    done(await act(parent, 'forward', 'lea', { group: 'billing' }));
    await house.desk.tick(child);
    expect(await Promise.all([house.desk.tick(child), house.desk.tick(child)])).toEqual([null, null]);
    expect(await read(child)).toMatchObject({ state: 'in_progress', unread: true, calledOff: expect.any(Date) });
    done(await act(child, 'cancel', 'sofia'));
    await same(parent, child);
  });

  test('is not taken back in silence', async () => {
    const { parent } = await asked();
    expect(why(await act(parent, 'undo', 'ana'))).toBe('told_already');
    done(await act(parent, 'withdraw', 'ana', { reason: 'No.' }));
    expect(why(await act(parent, 'undo', 'ana'))).toBe('told_already');
  });

  test('in the moment in which it is answered: one of the two, never both', async () => {
    for (let round = 0; round < 8; round++) {
      const { parent, child } = await asked();
      done(await act(child, 'keep', 'sofia'));
      const answer = act(child, 'resolve', 'sofia', { text: 'Done.' }).then(() => house.desk.tick(parent));
      await Promise.all([answer, act(parent, 'withdraw', 'ana', { reason: 'Never mind.' })]);
      await Promise.all([house.desk.tick(parent), house.desk.tick(child)]);
      const [row] = await house.sql`select state from escalations where ticket = ${parent}`;
      const { state } = await read(parent);
      expect([state, row?.state]).toEqual(
        state === 'in_progress' ? ['in_progress', 'withdrawn'] : ['escalation_answered', 'answered'],
      );
      expect(await read(child)).toMatchObject({ state: 'resolved', calledOff: null });
      await same(parent, child);
    }
  });
});
