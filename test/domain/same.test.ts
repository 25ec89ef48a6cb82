import { expect, test } from 'vitest';
import { clockTurn } from '../../src/domain/clock.ts';
import { decide, type Done, openTo } from '../../src/domain/decide.ts';
import { theClock } from '../../src/domain/language.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import { cast, facts, groups, later, ticketIn } from './make.ts';

const done = (outcome: ReturnType<typeof decide>): Done => {
  if (outcome.kind !== 'done') throw new Error(outcome.why);
  return outcome;
};
const says = (ticket: Ticket, text: string, minutes = 5) =>
  done(decide(ticket, { verb: 'message', by: cast.bao, input: { text } }, facts({ at: later(minutes) })));
const asked = says(ticketIn('resolved'), 'It is broken.').ticket;
const around = { policies: groups.support.policies, other: 'none' as const, at: later(0) };

test('who writes after all was done is asked once, and his card and the agents’ are drawn', () => {
  const first = says(ticketIn('resolved'), 'It is broken.');
  expect(first.ticket).toMatchObject({ state: 'resolved', unread: true, sameAsked: { seq: 4, at: later(5) } });
  expect(first.letters.map(({ kind }) => kind)).toEqual(['card', 'thread', 'main', 'line', 'requester_card']);
  const second = says(first.ticket, 'And the other one too.', 9);
  expect(second.ticket.sameAsked).toEqual(first.ticket.sameAsked);
  expect(second.letters.map(({ kind }) => kind)).toEqual(['card', 'thread', 'main']);
});

test('the same: by him, by an agent, or by the clock after half an hour, and then it is open again', () => {
  for (const by of [cast.bao, cast.ana, cast.lea, theClock])
    expect(done(decide(asked, { verb: 'same_problem', by }, facts({ at: later(20) }))).ticket).toMatchObject({
      state: 'requester_replied',
      reopened: 1,
      unread: true,
      sameAsked: null,
      assignee: cast.ana.id,
    });
  expect(clockTurn(asked, around)).toEqual({ verb: 'same_problem', at: later(35) });
  expect(decide(asked, { verb: 'same_problem', by: cast.priya }, facts())).toMatchObject({ why: 'not_allowed' });
});

test('something new: it stays resolved, and the clock goes on as before', () => {
  const { ticket } = done(decide(asked, { verb: 'other_problem', by: cast.bao }, facts({ at: later(20) })));
  expect(ticket).toMatchObject({ state: 'resolved', unread: false, sameAsked: null, reopened: 0 });
  expect(clockTurn(ticket, around)).toEqual(clockTurn(ticketIn('resolved'), around));
  expect(decide(ticket, { verb: 'same_problem', by: cast.bao }, facts())).toMatchObject({ why: 'nothing_asked' });
});

test('nobody completes it over his head, and what he decides otherwise ends the question', () => {
  for (const by of [cast.lea, theClock])
    expect(decide(asked, { verb: 'complete', by }, facts({ at: later(60 * 24 * 20) }))).toMatchObject({
      why: 'may_be_same',
    });
  expect(openTo(cast.lea, asked)).not.toContain('complete');
  expect(done(decide(asked, { verb: 'close', by: cast.bao }, facts())).ticket.sameAsked).toBeNull();
  const again = decide(asked, { verb: 'not_solved', by: cast.bao, input: { text: 'No.' } }, facts());
  expect(done(again).ticket).toMatchObject({ state: 'requester_replied', sameAsked: null });
});

test('thanks ask nothing, and an answer that came too late is an answer', () => {
  const thanked = says(ticketIn('resolved'), 'Many thanks!').ticket;
  expect(thanked).toMatchObject({ state: 'resolved', unread: false, sameAsked: null });
  const expired = done(
    decide({ ...ticketIn('answered'), version: 5 }, { verb: 'expire', by: theClock }, facts({ at: later(1) })),
  ).ticket;
  expect(says(expired, 'It is a ThinkPad.').ticket).toMatchObject({ state: 'requester_replied', sameAsked: null });
});

test('what he has confirmed is not offered to him again, until he writes once more', () => {
  const { ticket } = done(decide(ticketIn('answered'), { verb: 'close', by: cast.bao }, facts()));
  expect(decide(ticket, { verb: 'close', by: cast.bao }, facts())).toMatchObject({ why: 'confirmed_already' });
  expect(openTo(cast.bao, ticket)).not.toContain('close');
  expect(openTo(cast.bao, { ...ticket, sameAsked: { seq: 3, at: later(5) } })).toContain('close');
});
