import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Command, decide, type Done, mayFollow, openTo, type Refusal } from '../../src/domain/decide.ts';
import { type Actor, groupKey, type State, STATES, theClock } from '../../src/domain/language.ts';
import { ballOf } from '../../src/domain/ball.ts';
import { mayRead, rolesOf } from '../../src/domain/ticket.ts';
import { ruleOf, VERBS } from '../../src/domain/verbs.ts';
import type { Facts } from '../../src/domain/verbs/rule.ts';
import { another, cast, facts, groups, later, link, T0, ticketIn } from './make.ts';

const run = (state: State, command: Command, more: Partial<Facts> = {}) =>
  decide(ticketIn(state), command, facts(more));
const done = (outcome: Done | Refusal): Done => {
  if (outcome.kind !== 'done') throw new Error(`refused: ${outcome.why}`);
  return outcome;
};
const why = (outcome: Done | Refusal) => (outcome.kind === 'refused' ? outcome.why : 'done');

describe('given a ticket, when a verb, then', () => {
  test('keep: it is mine, in progress, and the clock of assignment starts', () => {
    const { ticket, letters } = done(run('new', { verb: 'keep', by: cast.ana }));
    expect(ticket).toMatchObject({ state: 'in_progress', assignee: cast.ana.id, assignedAt: T0, version: 2 });
    expect(letters).toEqual([{ kind: 'card' }, { kind: 'requester_card' }]);
  });

  test('keep: the slower one is told who was faster; pressing twice is no fault of the first', () => {
    expect(why(run('in_progress', { verb: 'keep', by: cast.kofi }))).toBe('already_kept');
    expect(why(run('in_progress', { verb: 'keep', by: cast.ana }))).toBe('already_yours');
    expect(why(run('new', { verb: 'keep', by: cast.bao }))).toBe('not_allowed');
    expect(why(run('new', { verb: 'keep', by: cast.mateo }))).toBe('not_allowed');
  });

  test('forward to an agent: he has it and is told, its group may change', () => {
    const { ticket, letters } = done(
      run(
        'in_progress',
        { verb: 'forward', by: cast.ana, input: { to: cast.mateo.id, group: 'billing' } },
        { target: cast.mateo, targetGroup: groups.billing },
      ),
    );
    expect(ticket).toMatchObject({ state: 'in_progress', assignee: cast.mateo.id, group: 'billing' });
    expect(letters).toContainEqual({ kind: 'ping', seq: 4, to: cast.mateo.id });
  });

  test('forward to a group: nobody has it', () => {
    const { ticket } = done(
      run(
        'in_progress',
        { verb: 'forward', by: cast.ana, input: { group: 'billing' } },
        { targetGroup: groups.billing },
      ),
    );
    expect(ticket).toMatchObject({ state: 'new', assignee: null, group: 'billing' });
  });

  test.each([
    ['someone who left', cast.gone, groups.support, 'target_left'],
    ['someone of another group', cast.mateo, groups.support, 'target_not_agent'],
    ['a group without a channel', cast.kofi, { ...groups.support, agentsChannel: null }, 'group_has_no_channel'],
    ['the same agent', cast.ana, groups.support, 'already_yours'],
  ] as const)('forward to %s is refused', (_name, target, targetGroup, reason) => {
    const input = { to: target.id, group: targetGroup.key };
    expect(why(run('in_progress', { verb: 'forward', by: cast.ana, input }, { target, targetGroup }))).toBe(reason);
  });

  test('forward by the assignee is a policy of the group; a lead always may', () => {
    const strict = { ...groups.support, policies: { ...groups.support.policies, assignee_may_forward: false } };
    const input = { to: cast.kofi.id, group: groupKey('support') };
    const more = { group: strict, target: cast.kofi, targetGroup: strict };
    expect(why(run('in_progress', { verb: 'forward', by: cast.ana, input }, more))).toBe('forward_needs_lead');
    expect(why(run('in_progress', { verb: 'forward', by: cast.lea, input }, more))).toBe('done');
  });

  test('what the group withholds is not offered instead of something else', () => {
    const strict = { ...groups.support, policies: { ...groups.support.policies, assignee_may_forward: false } };
    for (const [group, offered] of [
      [groups.support, true],
      [strict, false],
    ] as const) {
      const refused = run('in_progress', { verb: 'wake', by: cast.ana }, { group });
      expect(refused.kind === 'refused' && refused.next.includes('forward')).toBe(offered);
    }
  });

  test('whoever asked is refused in the words of his card, and can write what he wants; an agent is not', () => {
    const his = run('requester_replied', { verb: 'close', by: cast.bao });
    expect(his).toMatchObject({ why: 'wrong_state', outside: true, next: ['message', 'show'] });
    const theirs = run('requester_replied', { verb: 'keep', by: cast.kofi });
    expect(theirs).toMatchObject({ outside: false });
    expect(theirs.kind === 'refused' && theirs.next.includes('message')).toBe(false);
  });

  test('a first reply keeps the ticket, answers it and is posted in Main', () => {
    const { ticket, letters } = done(
      run('new', { verb: 'reply', by: cast.kofi, input: { text: 'Try the other server.' } }),
    );
    expect(ticket).toMatchObject({ state: 'answered', assignee: cast.kofi.id, firstReplyAt: T0 });
    expect(ballOf(ticket)).toBe('requester');
    expect(letters).toContainEqual({ kind: 'main', seq: 2 });
  });

  test('a reply typed in the Main thread is not posted a second time', () => {
    const source = { channel: 'C1', ts: '1.000001' };
    const { letters } = done(run('in_progress', { verb: 'reply', by: cast.ana, input: { text: 'Yes.', source } }));
    expect(letters.map(({ kind }) => kind)).not.toContain('main');
  });

  test.each([
    ['answered', 'requester_replied'],
    ['pending', 'requester_replied'],
    ['workaround', 'requester_replied'],
    ['resolved', 'resolved'],
    ['in_progress', 'in_progress'],
    ['escalated', 'escalated'],
    ['new', 'new'],
  ] as const)("the requester's message in %s leads to %s and is never silent", (from, to) => {
    const { ticket, letters } = done(run(from, { verb: 'message', by: cast.bao, input: { text: 'Still broken.' } }));
    expect(ticket).toMatchObject({ state: to, unread: true, reopened: 0 });
    expect(letters).toContainEqual({ kind: 'thread' });
  });

  test('nobody can put words in the mouth of a requester by a forged form', () => {
    expect(why(run('answered', { verb: 'message', by: cast.priya, input: { text: 'Close it.' } }))).toBe('not_yours');
    const source = { channel: 'C1', ts: '1.000001' };
    const { ticket } = done(run('answered', { verb: 'message', by: cast.priya, input: { text: 'Me too.', source } }));
    expect(ticket.state).toBe('answered');
  });

  test('pend for the requester needs a question; a date must lie ahead', () => {
    const input = { kind: 'requester', waiting_for: 'printer model' };
    expect(run('in_progress', { verb: 'pend', by: cast.ana, input })).toMatchObject({
      why: 'bad_input',
      faults: [{ field: 'text', code: 'required' }],
    });
    expect(run('in_progress', { verb: 'pend', by: cast.ana, input: { kind: 'requester' } })).toMatchObject({
      faults: [
        { field: 'waiting_for', code: 'required' },
        { field: 'text', code: 'required' },
      ],
    });
    const past = { kind: 'check', waiting_for: 'a delivery', wake_at: later(-1).toISOString() };
    expect(why(run('in_progress', { verb: 'pend', by: cast.ana, input: past }))).toBe('date_past');
    const { ticket } = done(
      run('in_progress', { verb: 'pend', by: cast.ana, input: { ...past, wake_at: later(60).toISOString() } }),
    );
    expect(ticket).toMatchObject({ state: 'pending', pending: { kind: 'check', wakeAt: later(60) } });
  });

  test('wake: by the clock and by the assignee, who is told unless he did it himself', () => {
    const byClock = done(run('pending', { verb: 'wake', by: theClock }));
    expect(byClock.letters).toContainEqual({ kind: 'ping', seq: 4, to: cast.ana.id });
    const byAna = done(run('pending', { verb: 'wake', by: cast.ana }));
    expect(byAna.letters.map(({ kind }) => kind)).not.toContain('ping');
  });

  test('escalate: only up the chain, never to oneself, with a due date and a level', () => {
    const input = { to: cast.marta.id, ask: 'May I order a laptop?', reason: 'A call at eleven' };
    const more = { target: cast.marta, chain: [link(cast.lea), link(cast.marta)] };
    const { ticket, letters } = done(run('in_progress', { verb: 'escalate', by: cast.ana, input }, more));
    expect(ticket).toMatchObject({
      state: 'escalated',
      escalation: { to: cast.marta.id, level: 2, seq: 4, ackDueAt: later(30), acknowledgedAt: null },
    });
    expect(letters).toContainEqual({ kind: 'escalation_card', seq: 4, to: cast.marta.id });
    expect(why(run('in_progress', { verb: 'escalate', by: cast.ana, input }, { ...more, chain: [] }))).toBe(
      'not_in_chain',
    );
    const self = { ...input, to: cast.ana.id };
    expect(why(run('in_progress', { verb: 'escalate', by: cast.ana, input: self }, more))).toBe('escalate_to_self');
  });

  test('acknowledge, answer and return: only the one who was asked', () => {
    expect(why(run('escalated', { verb: 'acknowledge', by: cast.lea }))).toBe('not_allowed');
    const acked = done(run('escalated', { verb: 'acknowledge', by: cast.marta }));
    expect(acked.letters).toContainEqual({ kind: 'ping', seq: 4, to: cast.ana.id });
    expect(why(decide(acked.ticket, { verb: 'acknowledge', by: cast.marta }, facts()))).toBe('already_acknowledged');
    const { ticket } = done(
      decide(acked.ticket, { verb: 'return', by: cast.marta, input: { text: 'Yes, do.' } }, facts()),
    );
    expect(ticket).toMatchObject({ state: 'escalation_answered', assignee: cast.ana.id });
  });

  test('a manager who is too late hears that it is settled, and may go on reading and write a note', () => {
    const { ticket } = done(run('escalated', { verb: 'withdraw', by: cast.ana, input: { reason: 'Solved.' } }));
    const after = { ...ticket, consulted: [cast.marta.id] };
    const late = decide(after, { verb: 'return', by: cast.marta, input: { text: 'Yes.' } }, facts());
    expect(late).toMatchObject({ why: 'escalation_over', next: ['note', 'show'] });
    expect(why(decide(after, { verb: 'return', by: cast.priya, input: { text: 'Yes.' } }, facts()))).toBe(
      'wrong_state',
    );
  });

  test('an administrator is nothing to a private ticket', () => {
    expect(mayRead(cast.ada, ticketIn('new'))).toBe(true);
    expect(mayRead(cast.ada, { ...ticketIn('new'), private: true })).toBe(false);
  });

  test('pend for another ticket: it must exist, and be another', () => {
    const input = { kind: 'dependency', waiting_for: 'the router', blocked_by: 1002 };
    expect(why(run('in_progress', { verb: 'pend', by: cast.ana, input }))).toBe('unknown_blocking');
    expect(why(run('in_progress', { verb: 'pend', by: cast.ana, input }, { named: another() }))).toBe('done');
    const itself = { ...input, blocked_by: 1001 };
    expect(why(run('in_progress', { verb: 'pend', by: cast.ana, input: itself }, { named: another() }))).toBe(
      'unknown_blocking',
    );
  });

  test('resolve: not over the head of management, except by a lead', () => {
    const input = { text: 'Replaced.', reason: 'solved' };
    expect(why(run('escalated', { verb: 'resolve', by: cast.ana, input }))).toBe('with_management');
    const { ticket, letters } = done(run('escalated', { verb: 'resolve', by: cast.marta, input }));
    expect(ticket).toMatchObject({ state: 'resolved', resolution: { reason: 'solved', by: cast.marta.id } });
    expect(letters).toContainEqual({ kind: 'escalation_card', seq: 3, to: cast.marta.id });
  });
});

const actor = fc.constantFrom<Actor>(...Object.values(cast), theClock);
const verb = fc.constantFrom(...VERBS);
const input = fc.constantFrom<unknown>(
  undefined,
  null,
  7,
  {},
  { text: '' },
  { text: 'x' },
  { group: 'billing' },
  { to: 'UKOFI', group: 'support', text: 'x' },
  { kind: 'check', waiting_for: 'x' },
  { to: 'UMARTA', ask: 'x', reason: 'y' },
  { text: 'x', reason: 'nonsense' },
);

describe('whatever is asked of whatever ticket by whomever', () => {
  test('the answer is a change the table allows, or a refusal with a reason and a next step', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATES), verb, actor, input, (state, verb, by, given) => {
        const before = ticketIn(state);
        const outcome = decide(
          before,
          { verb, by, input: given },
          facts({ target: cast.kofi, targetGroup: groups.support, chain: [link(cast.marta)] }),
        );
        if (outcome.kind === 'refused') {
          expect(outcome.next.length).toBeGreaterThan(0);
          for (const next of outcome.next)
            if (next === 'follow_up') expect(mayFollow(by, before)).toBe(true);
            else if (next !== 'show' && next !== 'create') expect(openTo(by, before)).toContain(next);
          return;
        }
        expect(ruleOf(verb).from).toContain(state);
        expect(ruleOf(verb).to).toContain(outcome.ticket.state);
        expect(outcome.ticket.version).toBe(before.version + 1);
        const pinged = outcome.letters.flatMap((letter) => (letter.kind === 'ping' ? [letter.to] : []));
        expect(new Set(pinged).size).toBe(pinged.length);
        if (by.kind === 'person') expect(pinged).not.toContain(by.id);
      }),
      { numRuns: 2000 },
    );
  });

  test('somebody who has left may do nothing', () => {
    for (const state of STATES) expect(rolesOf({ ...cast.bao, active: false }, ticketIn(state))).toEqual([]);
  });
});
