import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockTurn } from '../../src/domain/clock.ts';
import { create } from '../../src/domain/create.ts';
import { type Command, decide, type Done, openTo, type Refusal } from '../../src/domain/decide.ts';
import { policies } from '../../src/domain/group.ts';
import { type State, STATES, theClock, ticketNumber, workspaceId } from '../../src/domain/language.ts';
import { isThanks } from '../../src/domain/thanks.ts';
import { ballOf } from '../../src/domain/ball.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import type { Facts } from '../../src/domain/verbs/rule.ts';
import { VERBS } from '../../src/domain/verbs.ts';
import { another, cast, facts, groups, later, T0, ticketIn } from './make.ts';

const on = (ticket: Ticket, command: Command, more: Partial<Facts> = {}) => decide(ticket, command, facts(more));
const run = (state: State, command: Command, more: Partial<Facts> = {}) => on(ticketIn(state), command, more);
const done = (outcome: Done | Refusal): Done => {
  if (outcome.kind !== 'done') throw new Error(`refused: ${outcome.why}`);
  return outcome;
};
const why = (outcome: Done | Refusal) => (outcome.kind === 'refused' ? outcome.why : 'done');
const DAY = 24 * 60;
const around = { policies: groups.support.policies, other: 'none' as const, at: later(0) };

describe('how the desk ends a ticket', () => {
  test('a workaround is told to the requester; where the cause is looked for is not', () => {
    const input = { text: 'Use the other printer.', issue: 'T-990' };
    const { ticket, letters } = done(run('in_progress', { verb: 'workaround', by: cast.ana, input }));
    expect(ticket).toMatchObject({ state: 'workaround', workaround: { issue: 'T-990' }, firstReplyAt: T0 });
    expect(letters).toContainEqual({ kind: 'main', seq: 4 });
    expect(why(run('escalated', { verb: 'workaround', by: cast.lea, input }))).toBe('wrong_state');
  });

  test('without an answer: nothing is told but what its requester would wait for', () => {
    const end = (reason: string, more = {}) =>
      run(
        'in_progress',
        { verb: 'resolve_internally', by: cast.ana, input: { reason, ...more } },
        { named: another() },
      );
    expect(done(end('test')).ticket).toMatchObject({ state: 'resolved', resolution: { reason: 'test', by: 'UANA' } });
    expect(done(end('test')).letters.map(({ kind }) => kind)).toEqual(['card', 'requester_card']);
    expect(done(end('no_response')).letters).toContainEqual({ kind: 'line', seq: 4 });
    expect(done(end('duplicate', { duplicate_of: 1002 })).ticket).toMatchObject({ resolution: { duplicateOf: 1002 } });
    expect(done(end('duplicate', { duplicate_of: 1002 })).letters).toContainEqual({ kind: 'line', seq: 4 });
  });

  test('a duplicate names another ticket, and one that exists', () => {
    const end = (input: object, named: Facts['named'] = another()) =>
      run('in_progress', { verb: 'resolve_internally', by: cast.ana, input }, { named });
    expect(end({ reason: 'duplicate' })).toMatchObject({
      faults: [{ field: 'duplicate_of', code: 'required' }],
    });
    expect(why(end({ reason: 'duplicate', duplicate_of: 1002 }, null))).toBe('unknown_duplicate');
    expect(why(end({ reason: 'duplicate', duplicate_of: 1001 }))).toBe('unknown_duplicate');
  });

  test('spam is said twice, cannot be answered or forwarded, and comes back to whom it was with', () => {
    const input = { reason: 'spam' };
    expect(why(run('in_progress', { verb: 'resolve_internally', by: cast.ana, input }))).toBe('not_sure');
    const sure = { ...input, sure: true };
    const { ticket, letters } = done(run('in_progress', { verb: 'resolve_internally', by: cast.ana, input: sure }));
    expect(ticket.state).toBe('spam');
    expect(letters.map(({ kind }) => kind)).not.toContain('line');
    for (const verb of ['reply', 'forward', 'message', 'escalate', 'resolve'] as const)
      for (const by of [cast.ana, cast.lea, cast.ada, cast.bao])
        expect(why(on(ticket, { verb, by, input: { text: 'x', group: 'billing' } }))).toBe('wrong_state');
    expect(why(on(ticket, { verb: 'restore', by: cast.ana }))).toBe('not_allowed');
    expect(done(on(ticket, { verb: 'restore', by: cast.lea })).ticket).toMatchObject({
      state: 'in_progress',
      assignee: cast.ana.id,
    });
    const inQueue = done(run('new', { verb: 'resolve_internally', by: cast.lea, input: sure })).ticket;
    expect(done(on(inQueue, { verb: 'restore', by: cast.lea })).ticket).toMatchObject({ state: 'new', assignee: null });
  });

  test('what was deleted is gone for everybody, and nothing brings it back', () => {
    expect(why(run('spam', { verb: 'delete', by: cast.lea, input: { sure: true } }))).toBe('not_allowed');
    expect(why(run('spam', { verb: 'delete', by: cast.ada }))).toBe('not_sure');
    const { ticket } = done(run('spam', { verb: 'delete', by: cast.ada, input: { sure: true } }));
    expect(ticket).toMatchObject({ title: '', content: '', fields: {}, deletedAt: T0 });
    for (const verb of VERBS)
      for (const by of Object.values(cast)) expect(why(on(ticket, { verb, by }))).toBe('deleted');
  });

  test('completed exactly fourteen days after the last resolve; opened again, the days begin anew', () => {
    const input = { text: 'Replaced.' };
    const { ticket } = done(run('in_progress', { verb: 'resolve', by: cast.ana, input }));
    expect(clockTurn(ticket, around)).toMatchObject({ verb: 'complete', at: later(14 * DAY) });
    const open = done(
      on(ticket, { verb: 'not_solved', by: cast.bao, input: { text: 'No.' } }, { at: later(13 * DAY) }),
    ).ticket;
    expect(clockTurn(open, around)).toBeNull();
    const again = done(on(open, { verb: 'resolve', by: cast.ana, input }, { at: later(13 * DAY + 5) })).ticket;
    expect(clockTurn(again, around)?.at).toEqual(later(27 * DAY + 5));
    const over = done(on(again, { verb: 'complete', by: theClock }, { at: later(27 * DAY + 5) }));
    expect(over.ticket).toMatchObject({ state: 'completed', resolution: { reason: 'solved' } });
    expect(over.letters.map(({ kind }) => kind)).not.toContain('ping');
  });

  test('archived and back, each once, and out of the way of a requester who comes back', () => {
    const { ticket } = done(run('resolved', { verb: 'archive', by: cast.ana }));
    expect(why(on(ticket, { verb: 'archive', by: cast.ana }))).toBe('already_archived');
    expect(openTo(cast.ana, ticket)).not.toContain('archive');
    expect(done(on(ticket, { verb: 'unarchive', by: cast.lea })).ticket.archivedAt).toBeNull();
    const heard = done(on(ticket, { verb: 'message', by: cast.bao, input: { text: 'It is back.' } })).ticket;
    expect(heard).toMatchObject({ state: 'resolved', archivedAt: null });
  });
});

describe('what the requester decides', () => {
  test('he closes what was answered, and what was resolved, by himself', () => {
    for (const state of ['answered', 'workaround', 'resolved'] as const)
      expect(done(run(state, { verb: 'close', by: cast.bao })).ticket).toMatchObject({
        state: 'resolved',
        resolution: { reason: 'confirmed_by_requester', by: cast.bao.id },
      });
    expect(why(run('in_progress', { verb: 'close', by: cast.bao }))).toBe('wrong_state');
    expect(why(run('answered', { verb: 'close', by: cast.ana }))).toBe('not_allowed');
  });

  test('the leads hear of an unhappy requester, and only of him', () => {
    for (const score of [1, 2, 3, 4, 5]) {
      const { letters } = done(run('resolved', { verb: 'rate', by: cast.bao, input: { score } }));
      const pinged = letters.flatMap((letter) => (letter.kind === 'ping' ? [letter.to] : []));
      expect(pinged).toEqual(score <= 2 ? [cast.lea.id] : []);
    }
  });

  test('he rates once, from one to five, and keeps the rating when it is opened again', () => {
    const rated = done(run('resolved', { verb: 'rate', by: cast.bao, input: { score: '4' } })).ticket;
    expect(rated.rating).toEqual({ score: 4, at: T0 });
    expect(why(on(rated, { verb: 'rate', by: cast.bao, input: { score: 1 } }))).toBe('already_rated');
    const open = done(on(rated, { verb: 'not_solved', by: cast.bao, input: { text: 'No.' } })).ticket;
    const closed = done(on(open, { verb: 'resolve', by: cast.ana, input: { text: 'Now.' } })).ticket;
    expect(why(on(closed, { verb: 'rate', by: cast.bao, input: { score: 1 } }))).toBe('already_rated');
    for (const score of [0, 6, 2.5, 'five', null])
      expect(why(run('resolved', { verb: 'rate', by: cast.bao, input: { score } }))).toBe('bad_input');
  });

  test.each(['new', 'in_progress', 'escalated', 'preparing'] as const)(
    'asked to agree while it is %s, he answers in his own words, and it is the desk’s turn',
    (state) => {
      const asked = { ...ticketIn(state), cancelAsked: { by: cast.ana.id, at: T0 } };
      const says = (text: string) =>
        done(decide(asked, { verb: 'message', by: cast.bao, input: { text } }, facts({ at: later(60) })));
      const { ticket, letters } = says('No, I still need it.');
      expect(ticket).toMatchObject({ cancelAsked: null, unread: true });
      expect(ballOf(ticket)).not.toBe('requester');
      expect(letters).toContainEqual({ kind: 'requester_card' });
      expect(says('Thanks!').ticket.cancelAsked).toEqual(asked.cancelAsked);
    },
  );

  test('he cancels while nobody has it; afterwards both sides agree', () => {
    expect(done(run('new', { verb: 'cancel', by: cast.bao })).ticket).toMatchObject({
      state: 'cancelled',
      agreement: { by: cast.bao.id, note: null },
    });
    expect(why(run('in_progress', { verb: 'cancel', by: cast.bao }))).toBe('ask_an_agent');
    expect(why(run('in_progress', { verb: 'agree', by: cast.bao }))).toBe('ask_an_agent');
    expect(why(run('in_progress', { verb: 'cancel', by: cast.ana }))).toBe('no_agreement');

    const asked = done(run('in_progress', { verb: 'ask_cancel', by: cast.ana, input: { text: 'A new one came?' } }));
    expect(asked.ticket).toMatchObject({ state: 'in_progress', cancelAsked: { by: cast.ana.id } });
    expect(ballOf(asked.ticket)).toBe('requester');
    expect(why(on(asked.ticket, { verb: 'agree', by: cast.ana }))).toBe('not_allowed');
    expect(done(on(asked.ticket, { verb: 'agree', by: cast.bao })).ticket).toMatchObject({
      state: 'cancelled',
      cancelAsked: null,
      agreement: { by: cast.bao.id },
    });
    const input = { agreement: 'On the phone.' };
    const told = done(run('in_progress', { verb: 'cancel', by: cast.ana, input }));
    expect(told.ticket).toMatchObject({ agreement: { by: cast.ana.id, note: 'On the phone.' } });
    expect(told.letters).toContainEqual({ kind: 'line', seq: 4 });
  });

  test('a group decides how long a resolved ticket can be opened again', () => {
    const group = (given: object) => ({ group: { ...groups.support, policies: policies.parse(given) } });
    const back = (given: object, days: number, verb: 'message' | 'not_solved' = 'message') =>
      why(
        run(
          'resolved',
          { verb, by: cast.bao, input: { text: 'It is back.' } },
          { ...group(given), at: later(days * DAY) },
        ),
      );
    for (const verb of ['message', 'not_solved'] as const) {
      expect(back({}, 13, verb)).toBe('done');
      expect(back({ reopen: 'follow_up_only' }, 0, verb)).toBe('follow_up_only');
      expect(back({ reopen: 'reopen_n_days', reopen_days: 3 }, 3, verb)).toBe('done');
      expect(back({ reopen: 'reopen_n_days', reopen_days: 3 }, 4, verb)).toBe('too_late');
    }
  });
});

describe('what is over', () => {
  const follow = (origin: Ticket | null, by = cast.bao) =>
    create({ title: 'Again', content: 'It is back.', group: 'support', channel: 'home', follows: 1001 }, by, {
      at: T0,
      workspace: workspaceId('T1'),
      number: ticketNumber(1002),
      group: groups.support,
      type: null,
      target: null,
      requester: by,
      origin,
    });

  test('goes on in a follow-up; what is open does not, and what one may not see neither', () => {
    for (const state of ['resolved', 'completed', 'cancelled'] as const)
      expect(done(follow(ticketIn(state))).ticket).toMatchObject({ state: 'new', follows: 1001 });
    expect(why(follow(ticketIn('answered')))).toBe('still_open');
    expect(why(follow(null))).toBe('no_ticket');
  });

  test('is never a dead end: whoever is refused is offered the follow-up', () => {
    for (const state of ['completed', 'cancelled'] as const)
      for (const verb of VERBS) {
        const outcome = run(state, { verb, by: cast.bao, input: { text: 'x' } });
        if (outcome.kind === 'refused' && outcome.why !== 'bad_input') expect(outcome.next[0]).toBe('follow_up');
      }
  });
});

describe('a thank-you', () => {
  test.each([
    'Thanks!',
    'thank you so much 🙏',
    'Perfect, thanks a lot!',
    'Grazie mille, ora funziona.',
    'Grazie!',
    'Great, it works now. Thank you!',
    '<@UANA> thx :pray:',
    '🙏',
    'Ottimo, grazie ancora',
  ])('%s', (text) => {
    expect(isThanks(text)).toBe(true);
    expect(done(run('resolved', { verb: 'message', by: cast.bao, input: { text } })).ticket).toMatchObject({
      state: 'resolved',
      reopened: 0,
    });
  });

  test.each([
    'Thanks, but it still drops.',
    'Thanks. Can you also look at the printer?',
    'ok',
    'It works',
    'No thanks to you',
    'Grazie ma non funziona',
    'Grazie, e la stampante?',
    'Thank you for nothing, it is broken again',
    '',
  ])('is not: %s', (text) => expect(isThanks(text)).toBe(false));

  test('is never seen in words that hold anything else', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[b-df-hj-np-tv-z]{4,12}$/), (word) => {
        expect(isThanks(`Thanks, ${word}`)).toBe(false);
      }),
    );
  });

  test('in a ticket that is open, is a message like any other', () => {
    for (const state of STATES.filter((each) => ['answered', 'workaround'].includes(each)))
      expect(done(run(state, { verb: 'message', by: cast.bao, input: { text: 'Thanks!' } })).ticket.state).toBe(
        'requester_replied',
      );
  });
});
