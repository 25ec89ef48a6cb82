import { expect, test } from 'vitest';
import { decide } from '../../src/domain/decide.ts';
import { cast, facts, ticketIn } from './make.ts';

test('a follow-up of spam is offered to its requester, who may have been wronged, and never to an agent', () => {
  const nextOf = (by: typeof cast.ana) => {
    const outcome = decide(ticketIn('spam'), { verb: 'restore', by, input: {} }, facts({}));
    return outcome.kind === 'refused' ? outcome.next : [];
  };
  expect(nextOf(cast.ana)).toEqual(['archive', 'show']);
  expect(nextOf(cast.bao)).toContain('follow_up');
});
