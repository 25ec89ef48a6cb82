import { expect, test } from 'vitest';
import type { Ticket } from '../../src/domain/ticket.ts';
import { happeningsOf } from '../../src/domain/triggers/happenings.ts';
import { cast, ticketIn, T0 } from './make.ts';

test('what happened is told by what it changed', () => {
  const before = ticketIn('in_progress', { assignee: cast.ana.id });
  const act = (verb: Parameters<typeof happeningsOf>[0]['verb'], by = cast.bao, input = {}) => ({
    verb,
    by,
    at: T0,
    input,
  });
  const is = (given: ReturnType<typeof act>, more: Partial<Ticket>) =>
    happeningsOf(given as never, before, { ...before, ...more } as Ticket);
  expect(happeningsOf(act('create') as never, null, before)).toEqual(['created', 'assigned']);
  expect(is(act('edit', cast.ana), { priority: 'urgent' })).toEqual(['changed']);
  expect(is(act('tag', cast.ana), { tags: ['vip'] })).toEqual(['changed']);
  expect(is(act('forward', cast.ana), { assignee: cast.kofi.id })).toEqual(['assigned']);
  expect(is(act('message', cast.bao, { text: 'Hello' }), { state: 'requester_replied' })).toEqual(['wrote']);
  expect(is(act('message', cast.priya, { text: 'Hello' }), {})).toEqual([]);
  expect(is(act('reply', cast.ana, { text: 'Hello' }), { state: 'answered' })).toEqual(['replied']);
  expect(is(act('not_solved', cast.bao), { reopened: 1, state: 'requester_replied' })).toEqual(['reopened']);
  expect(is(act('undo', cast.bao), { reopened: 1 })).toEqual([]);
  expect(is(act('rate'), { rating: { score: 1, at: T0 } })).toEqual(['rated']);
  expect(is(act('warn'), {})).toEqual(['at_risk']);
  expect(is(act('breach'), {})).toEqual(['late']);
  expect(is(act('note', cast.ana), {})).toEqual([]);
  expect(happeningsOf(act('resolve', cast.ana) as never, before, ticketIn('resolved'))).toEqual(['resolved']);
  expect(happeningsOf(act('escalate', cast.ana) as never, before, ticketIn('escalated'))).toContain('escalated');
});
