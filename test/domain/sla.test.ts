import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockTurn } from '../../src/domain/clock.ts';
import { create } from '../../src/domain/create.ts';
import { decide, type Done, type Refusal } from '../../src/domain/decide.ts';
import { type Group, sla } from '../../src/domain/group.ts';
import { businessMs, type Hours, WEEKDAYS } from '../../src/domain/hours.ts';
import { type Actor, type ClockName, CLOCKS, theClock, ticketNumber, workspaceId } from '../../src/domain/language.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import type { Verb } from '../../src/domain/verbs.ts';
import { another, cast, facts, groups } from './make.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Monday in Rome, an hour before anybody comes. */
const MONDAY = new Date('2026-11-23T07:00:00Z');
const at = (hours: number) => new Date(MONDAY.getTime() + hours * HOUR);

const office: Hours = {
  zone: 'Europe/Rome',
  week: Object.fromEntries(WEEKDAYS.slice(0, 5).map((day) => [day, ['09:00-18:00']])),
  holidays: [],
};
const support: Group = {
  ...groups.support,
  hours: office,
  leads: [cast.lea.id],
  sla: sla.parse({
    first_response: 120,
    next_response: 60,
    resolution: 480,
    root_cause: 2400,
    priorities: { urgent: { first_response: 30 } },
  }),
};
const billing: Group = { ...groups.billing, sla: sla.parse({ resolution: 60 }) };

const accepted = (outcome: Done | Refusal): Done => {
  if (outcome.kind === 'refused') throw new Error(`refused: ${outcome.why}`);
  return outcome;
};
const raised = (when: Date, more: object = {}, group = support): Done =>
  accepted(
    create({ title: 'VPN', content: 'Down.', group: group.key, channel: 'slash', ...more }, cast.bao, {
      at: when,
      workspace: workspaceId('T1'),
      number: ticketNumber(1001),
      group,
      type: null,
      target: null,
      requester: cast.bao,
      origin: null,
    }),
  );
const on = (ticket: Ticket, when: Date, verb: Verb, by: Actor, input: object = {}, group = support) =>
  decide(ticket, { verb, by, input }, facts({ at: when, group, named: another(), ...targetOf(input) }));
const targetOf = (input: object) => ('group' in input && input.group === 'billing' ? { targetGroup: billing } : {});
const go = (ticket: Ticket, when: Date, verb: Verb, by: Actor = cast.ana, input: object = {}, group = support) =>
  accepted(on(ticket, when, verb, by, input, group)).ticket;
const turn = (ticket: Ticket, when: Date) => clockTurn(ticket, { policies: support.policies, other: 'none', at: when });
const clockOf = (ticket: Ticket, name: ClockName) => ticket.clocks[name]!;

describe('promises', () => {
  test('begin with the ticket, and count only while the group is open', () => {
    const { ticket } = raised(at(0));
    expect(clockOf(ticket, 'first_response')).toMatchObject({ dueAt: at(3), warnAt: at(2.5), spent: 0 });
    expect(clockOf(ticket, 'resolution').dueAt).toEqual(at(9));
    expect(ticket.clocks.next_response).toBeUndefined();
    expect(ticket.clocks.root_cause).toBeUndefined();
    expect(clockOf(raised(at(0), { priority: 'urgent' }).ticket, 'first_response').dueAt).toEqual(at(1.5));
  });

  test('an answer keeps the first one and stops the others until the requester writes again', () => {
    const kept = go(raised(at(0)).ticket, at(2), 'keep');
    const answered = go(kept, at(2), 'reply', cast.ana, { text: 'Better?' });
    expect(clockOf(answered, 'first_response')).toMatchObject({ endedAt: at(2), spent: HOUR, dueAt: null });
    expect(clockOf(answered, 'resolution')).toMatchObject({ since: null, spent: HOUR, dueAt: null });
    const heard = go(answered, at(26), 'message', cast.bao, { text: 'No.' });
    expect(clockOf(heard, 'resolution')).toMatchObject({ spent: HOUR, dueAt: at(33) });
    expect(clockOf(heard, 'next_response')).toMatchObject({ dueAt: at(27), target: HOUR });
    const again = go(heard, at(26.5), 'reply', cast.ana, { text: 'And now?' });
    expect(clockOf(again, 'next_response')).toMatchObject({ endedAt: at(26.5), spent: HOUR / 2 });
    const third = go(again, at(27), 'message', cast.bao, { text: 'Still no.' });
    expect(clockOf(third, 'next_response')).toMatchObject({ endedAt: null, spent: 0, dueAt: at(28) });
  });

  test('a check goes on counting, unless the group says otherwise', () => {
    const kept = go(raised(at(1)).ticket, at(1), 'keep');
    const input = { kind: 'check', waiting_for: 'a part' };
    expect(clockOf(go(kept, at(2), 'pend', cast.ana, input), 'resolution').dueAt).toEqual(at(9));
    const patient = { ...support, sla: { ...support.sla, pauses_in: ['check' as const] } };
    const waits = go(kept, at(2), 'pend', cast.ana, input, patient);
    expect(clockOf(waits, 'resolution')).toMatchObject({ since: null, spent: HOUR });
    expect(clockOf(go(waits, at(4), 'wake', cast.ana, {}, patient), 'resolution').dueAt).toEqual(at(26));
  });

  test('a workaround keeps the promise of a solution, and the one of its cause begins', () => {
    const kept = go(raised(at(1)).ticket, at(1), 'keep');
    const works = go(kept, at(3), 'workaround', cast.ana, { text: 'Use the other network.' });
    expect(clockOf(works, 'resolution')).toMatchObject({ endedAt: at(3), spent: 2 * HOUR });
    expect(clockOf(works, 'root_cause')).toMatchObject({ since: at(3), target: 40 * HOUR });
    const done = go(works, at(4), 'resolve', cast.ana, { text: 'A new router.' });
    expect(clockOf(done, 'root_cause')).toMatchObject({ since: null, spent: HOUR });
  });

  test('another group promises something else, and what has gone by is not forgotten', () => {
    const { ticket } = raised(at(1));
    const moved = go(ticket, at(1.5), 'forward', cast.lea, { group: 'billing' });
    expect(clockOf(moved, 'resolution')).toMatchObject({ target: HOUR, spent: HOUR / 2, dueAt: at(2) });
    expect(clockOf(moved, 'first_response')).toMatchObject({
      target: null,
      spent: HOUR / 2,
      dueAt: null,
      since: at(1.5),
    });
    expect(turn(moved, at(1.5))).toMatchObject({ verb: 'warn', input: { clock: 'resolution' } });
  });

  test('a higher priority has less time, and what was told is told again only when it is true again', () => {
    const { ticket } = raised(at(1));
    const short = go(ticket, at(3), 'edit', cast.ana, { priority: 'urgent' });
    expect(turn(short, at(3))).toEqual({ verb: 'breach', input: { clock: 'first_response' }, at: at(3) });
    const late = go(short, at(3), 'breach', theClock, { clock: 'first_response' });
    const long = go(late, at(3), 'edit', cast.ana, { priority: 'low' });
    expect(clockOf(long, 'first_response')).toMatchObject({ breachedAt: at(3), spent: 2 * HOUR });
  });

  test('a warning goes to whoever has it, or to the leads; a breach to both; a requester hears of neither', () => {
    const { ticket } = raised(at(0));
    const pings = (of: Ticket, when: Date, verb: Verb) =>
      accepted(on(of, when, verb, theClock, { clock: 'first_response' })).letters.flatMap((letter) =>
        letter.kind === 'ping' ? [letter.to] : [],
      );
    expect(pings(ticket, at(2.5), 'warn')).toEqual([cast.lea.id]);
    const kept = go(ticket, at(1), 'keep');
    expect(pings(kept, at(2.5), 'warn')).toEqual([cast.ana.id]);
    expect(pings(kept, at(3), 'breach')).toEqual([cast.ana.id, cast.lea.id]);
    expect(pings({ ...kept, requester: cast.lea.id }, at(3), 'breach')).toEqual([cast.ana.id]);
  });

  test('nothing is said before its time, nor twice, and no warning comes after the breach', () => {
    const { ticket } = raised(at(0));
    const early = new Date(at(2.5).getTime() - 1);
    expect(on(ticket, early, 'warn', theClock, { clock: 'first_response' })).toMatchObject({ why: 'not_due' });
    expect(turn(ticket, early)).toEqual({ verb: 'warn', input: { clock: 'first_response' }, at: at(2.5) });
    const warned = go(ticket, at(2.5), 'warn', theClock, { clock: 'first_response' });
    expect(on(warned, at(2.6), 'warn', theClock, { clock: 'first_response' })).toMatchObject({ why: 'not_due' });
    expect(turn(warned, at(2.5))).toEqual({ verb: 'breach', input: { clock: 'first_response' }, at: at(3) });
    expect(turn(ticket, at(3.5))).toMatchObject({ verb: 'breach', input: { clock: 'first_response' } });
    const late = go(ticket, at(3.5), 'breach', theClock, { clock: 'first_response' });
    expect(turn(late, at(3.5))).toMatchObject({ input: { clock: 'resolution' } });
    expect(on(ticket, at(3), 'warn', cast.lea, { clock: 'first_response' })).toMatchObject({ why: 'not_allowed' });
  });

  test('a manager has business minutes to acknowledge, and minutes when it is urgent', () => {
    const due = (priority: string) => {
      const { ticket } = raised(at(0), { priority });
      const outcome = decide(
        ticket,
        { verb: 'escalate', by: cast.lea, input: { to: cast.marta.id, ask: 'May I?', reason: 'Now.' } },
        facts({ at: at(0), group: support, target: cast.marta, chain: [{ person: cast.marta.id, minutes: null }] }),
      );
      const { ticket: after } = accepted(outcome);
      return after.state === 'escalated' ? after.escalation.ackDueAt : null;
    };
    expect(due('normal')).toEqual(at(1.5));
    expect(due('urgent')).toEqual(new Date(MONDAY.getTime() + 10 * MINUTE));
  });

  test('a group that promises nothing keeps no clocks', () => {
    expect(raised(at(0), {}, groups.support).ticket.clocks).toEqual({});
  });
});

const steps: readonly [Verb, Actor, object][] = [
  ['keep', cast.ana, {}],
  ['reply', cast.ana, { text: 'Better?' }],
  ['message', cast.bao, { text: 'No, it is not.' }],
  ['message', cast.bao, { text: 'thanks' }],
  ['pend', cast.ana, { kind: 'check', waiting_for: 'a part' }],
  ['pend', cast.ana, { kind: 'requester', waiting_for: 'the model', text: 'Which model?' }],
  ['wake', theClock, {}],
  ['work', cast.ana, {}],
  ['prepare', cast.ana, {}],
  ['note', cast.ana, { text: 'Hm.' }],
  ['edit', cast.lea, { priority: 'urgent' }],
  ['edit', cast.lea, { priority: 'low' }],
  ['resolve', cast.ana, { text: 'Done.' }],
  ['not_solved', cast.bao, { text: 'Not so.' }],
];

test('what has gone by is exactly the time in which it ran, and the rest is what is left', () => {
  const act = fc.tuple(fc.constantFrom(...steps), fc.integer({ min: 0, max: 40 * HOUR }));
  fc.assert(
    fc.property(fc.array(act, { minLength: 3, maxLength: 15 }), (acts) => {
      let when = MONDAY;
      let { ticket } = raised(when);
      // The same, counted beside it: every stretch in which the clock ran, each whole.
      const ran = { resolution: 0, first_response: 0 };
      for (const [[verb, by, input], pause] of acts) {
        const next = new Date(when.getTime() + pause);
        for (const name of ['resolution', 'first_response'] as const)
          if (clockOf(ticket, name).since) ran[name] += businessMs(when, next, office);
        when = next;
        const outcome = on(ticket, when, verb, by, input);
        if (outcome.kind === 'done') ({ ticket } = outcome);
        for (const name of CLOCKS) {
          const clock = ticket.clocks[name];
          if (!clock) continue;
          const { since, spent, target, dueAt, endedAt } = clock;
          const sum = spent + (since ? businessMs(since, when, office) : 0);
          if (name === 'resolution' || name === 'first_response') expect(sum).toBe(ran[name]);
          expect(since === null).toBe(dueAt === null);
          if (endedAt) expect(since).toBeNull();
          if (dueAt && since) {
            expect(spent + businessMs(since, dueAt, office)).toBe(Math.max(spent, target!));
            expect(dueAt >= since).toBe(true);
          }
        }
      }
    }),
    { numRuns: 150 },
  );
});
