import { describe, expect, test } from 'vitest';
import { clockTurn, UNSEEN } from '../../src/domain/clock.ts';
import { decide, type Done } from '../../src/domain/decide.ts';
import { policies } from '../../src/domain/group.ts';
import { ESCALATION_RULES, type EscalationRule, theClock } from '../../src/domain/language.ts';
import type { Clock, Ticket } from '../../src/domain/ticket.ts';
import { cast, facts, groups, later, link, T0, ticketIn } from './make.ts';

const MINUTE = 60_000;
const asked = { ...groups.support, policies: policies.parse({ escalate_on: ESCALATION_RULES }) };
const broken = (more: Partial<Clock> = {}): Ticket['clocks'] => ({
  resolution: {
    target: 60,
    spent: 0,
    since: T0,
    warnAt: T0,
    dueAt: T0,
    warnedAt: T0,
    breachedAt: T0,
    endedAt: null,
    ...more,
  },
});
const urgent = (more: Partial<Ticket> = {}) =>
  ({ ...ticketIn('new'), priority: 'urgent', urgentSince: T0, ...more }) as Ticket;
const rating = { score: 2, at: T0 };
/** A ticket that each rule is met by, and since when. */
const cases: Record<EscalationRule, { ticket: Ticket; due: Date }> = {
  breach: { ticket: { ...ticketIn('in_progress'), clocks: broken() }, due: T0 },
  urgent_unassigned: { ticket: urgent(), due: later(15) },
  unhappy: { ticket: { ...ticketIn('requester_replied'), rating }, due: T0 },
  reopened: { ticket: { ...ticketIn('requester_replied'), reopened: 2 }, due: T0 },
};

const turnOf = (ticket: Ticket, group = asked) =>
  clockTurn(ticket, { policies: group.policies, ...UNSEEN, free: null, at: later(600) });
const chain = [link(cast.bao), link(cast.marta), link(cast.priya)];
/** What the clock does when it is due, with the group as it is then. */
const rung = (ticket: Ticket, { group = asked, links = chain, early = 0 } = {}) => {
  const turn = turnOf(ticket, group);
  if (turn?.verb !== 'escalate_by_rule') return null;
  const at = new Date(turn.at.getTime() - early);
  return decide(ticket, { ...turn, by: theClock }, facts({ at, group, chain: links }));
};
const done = (outcome: ReturnType<typeof rung>): Done => {
  if (outcome?.kind !== 'done') throw new Error(outcome?.why ?? 'nothing is due');
  return outcome;
};
const pinged = ({ letters }: Done) => letters.flatMap((letter) => (letter.kind === 'ping' ? [letter.to] : []));

describe.each(ESCALATION_RULES)('a ticket that is a case of %s', (rule) => {
  const { ticket, due } = cases[rule];

  test('goes up when it is due, once, and says why', () => {
    expect(turnOf(ticket)).toMatchObject({ verb: 'escalate_by_rule', at: due, input: { cause: { rule } } });
    const { ticket: after } = done(rung(ticket));
    // Bao, who asked for it, is no judge of it.
    expect(after).toMatchObject({
      state: 'escalated',
      assignee: ticket.assignee ?? cast.lea.id,
      escalatedBy: [rule],
      escalation: { to: cast.marta.id, level: 2, from: null, cause: { rule } },
    });
    const back = decide(after, { verb: 'decline', by: cast.marta, input: { reason: 'No.' } }, facts({ group: asked }));
    expect(turnOf(done(back).ticket)?.verb).not.toBe('escalate_by_rule');
  });

  test('never early, nor where the group does not want it, nor when management has it', () => {
    expect(rung(ticket, { early: 1 })).toMatchObject({ kind: 'refused', why: 'not_due' });
    const others = {
      ...asked,
      policies: policies.parse({ escalate_on: ESCALATION_RULES.filter((one) => one !== rule) }),
    };
    expect(turnOf(ticket, others)?.verb).not.toBe('escalate_by_rule');
    expect(turnOf(ticket, groups.support)?.verb).not.toBe('escalate_by_rule');
    const { clocks, reopened } = ticket;
    const above = { ...ticketIn('escalated'), clocks, reopened, rating: ticket.rating };
    expect(turnOf(above)?.verb).not.toBe('escalate_by_rule');
  });

  test('is told to the leads, once, where nobody can be asked', () => {
    const outcome = done(rung(ticket, { links: [link(cast.bao)] }));
    expect(outcome.ticket).toMatchObject({ state: ticket.state, assignee: ticket.assignee, escalatedBy: [rule] });
    expect(pinged(outcome)).toEqual([cast.lea.id]);
    expect(turnOf(outcome.ticket)?.verb).not.toBe('escalate_by_rule');
  });
});

test('minutes count from when it became urgent, or came into the queue, whichever is later', () => {
  expect(turnOf(urgent({ urgentSince: later(40) }))?.at).toEqual(later(55));
  expect(turnOf(urgent({ since: later(20) }))?.at).toEqual(later(35));
  expect(turnOf({ ...urgent(), priority: 'high', urgentSince: null })).toBeNull();
});

test('urgency is counted anew when it was taken back meanwhile, and not when it is only said again', () => {
  const edit = (ticket: Ticket, priority: string, at: Date) =>
    done(decide(ticket, { verb: 'edit', by: cast.ana, input: { priority, title: `T ${at.getTime()}` } }, facts({ at })))
      .ticket;
  const first = edit(ticketIn('new'), 'urgent', later(5));
  expect(first.urgentSince).toEqual(later(5));
  expect(edit(first, 'urgent', later(8)).urgentSince).toEqual(later(5));
  const calmed = edit(first, 'high', later(9));
  expect(calmed.urgentSince).toBeNull();
  expect(edit(calmed, 'urgent', later(30)).urgentSince).toEqual(later(30));
});

test('who gets a ticket that nobody had hears of it; whoever has it already sees its card', () => {
  const outcome = done(rung(urgent()));
  expect(outcome.ticket.assignedAt).toEqual(later(15));
  expect(pinged(outcome)).toEqual([cast.lea.id]);
  expect(pinged(done(rung(cases.breach.ticket)))).toEqual([]);
});

test('what is decided is decided for every rule that is met by then', () => {
  const both = { ...cases.unhappy.ticket, reopened: 2 };
  expect(done(rung(both)).ticket.escalatedBy.toSorted()).toEqual(['reopened', 'unhappy']);
});

test('a promise that breaks while management has it is not brought there again', () => {
  const ticket = { ...ticketIn('escalated'), clocks: broken({ breachedAt: null }) };
  const command = { verb: 'breach' as const, by: theClock, input: { clock: 'resolution' } };
  const after = done(decide(ticket, command, facts({ at: later(1), group: asked }))).ticket;
  const back = decide(
    after,
    { verb: 'return', by: cast.marta, input: { text: 'Yes.' } },
    facts({ at: later(2), group: asked }),
  );
  expect(turnOf(done(back).ticket)?.verb).not.toBe('escalate_by_rule');
});

test('a promise that stands still, or is kept late, is no case any more', () => {
  expect(turnOf({ ...cases.breach.ticket, clocks: broken({ since: null, dueAt: null }) })).toBeNull();
  expect(turnOf({ ...cases.breach.ticket, clocks: broken({ endedAt: later(1), since: null }) })).toBeNull();
});

test('a rating does nothing until the ticket is open again', () => {
  expect(turnOf({ ...ticketIn('resolved'), rating })?.verb).toBe('complete');
});

test('the time to acknowledge begins with the rule', () => {
  const after = done(rung(cases.breach.ticket)).ticket;
  if (after.state !== 'escalated') throw new Error(after.state);
  expect(turnOf(after)).toMatchObject({ verb: 'nudge', at: new Date(T0.getTime() + 30 * MINUTE) });
});
