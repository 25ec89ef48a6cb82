import { expect, test } from 'vitest';
import type { Hours } from '../../src/domain/hours.ts';
import { foundBy, morningOf, type Worker } from '../../src/domain/morning.ts';
import { type State, ticketNumber } from '../../src/domain/language.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import { cast, later, T0, ticketIn } from './make.ts';

const open = (span: string, more: Partial<Hours> = {}): Hours => ({
  zone: 'Europe/Rome',
  week: { monday: [span], tuesday: [span], wednesday: [span], thursday: [span], friday: [span] },
  holidays: [],
  ...more,
});
const marta: Worker = { zone: 'Europe/Rome', hours: null, leads: [], works: [], askedBy: [open('08:00-20:00')] };
const tells = (who: Worker, at: string) => morningOf(who, new Date(at)) !== null;

test.each([
  ['in winter', '2026-03-02T08:00:00Z'],
  ['in summer, which began the night before', '2026-03-30T07:00:00Z'],
])('at nine where he is, %s, to the minute and until noon', (_when, nine) => {
  const at = new Date(nine).getTime();
  const told = [-1, 0, 179, 180].map((minutes) => morningOf(marta, new Date(at + minutes * 60_000)));
  expect(told).toEqual([null, nine.slice(0, 10), nine.slice(0, 10), null]);
});

test('on no Saturday and no Sunday, and in a zone that nobody knows by UTC', () => {
  expect(tells(marta, '2026-03-28T08:30:00Z')).toBe(false);
  expect(tells(marta, '2026-03-29T07:30:00Z')).toBe(false);
  const lost = { ...marta, zone: 'Mars/Olympus' };
  expect([tells(lost, '2026-03-02T08:59:00Z'), tells(lost, '2026-03-02T09:00:00Z')]).toEqual([false, true]);
});

test('a lead begins with the group, wherever he is himself, and with the earliest of several', () => {
  const lea = { ...marta, zone: 'America/New_York', leads: [open('10:00-18:00'), open('08:00-20:00')] };
  expect([tells(lea, '2026-03-02T06:59:00Z'), tells(lea, '2026-03-02T07:00:00Z')]).toEqual([false, true]);
  const saturdays = { ...marta, leads: [open('08:00-20:00', { week: { saturday: ['10:00-13:00'] } })] };
  expect([tells(saturdays, '2026-03-28T09:00:00Z'), tells(saturdays, '2026-03-30T09:00:00Z')]).toEqual([true, false]);
  // A group that never closes has no morning of its own; nor has one that works by night.
  for (const leads of [[null], [open('00:00-24:00')]])
    expect([
      tells({ ...marta, leads }, '2026-03-02T07:59:00Z'),
      tells({ ...marta, leads }, '2026-03-02T08:00:00Z'),
    ]).toEqual([false, true]);
});

test('not on a holiday of the group that he leads, nor on one of all who ask him', () => {
  const christmas = open('08:00-20:00', { holidays: [{ date: '12-25' }, { date: '2026-12-24' }] });
  for (const who of [
    { ...marta, leads: [christmas] },
    { ...marta, askedBy: [christmas, christmas] },
  ])
    expect(['23', '24', '25', '28'].map((day) => tells(who, `2026-12-${day}T08:30:00Z`))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  expect(tells({ ...marta, askedBy: [christmas, open('08:00-20:00')] }, '2026-12-25T08:30:00Z')).toBe(true);
});

test('an agent begins with the groups in which he works, and by his own hours where he has some', () => {
  const holiday = open('08:00-20:00', { holidays: [{ date: '12-25' }] });
  const ana: Worker = { ...marta, zone: 'Asia/Tokyo', askedBy: [], works: [open('10:00-18:00'), holiday] };
  expect([tells(ana, '2026-03-02T06:59:00Z'), tells(ana, '2026-03-02T07:00:00Z')]).toEqual([false, true]);
  const early = { ...ana, hours: open('08:00-15:00') };
  expect([tells(early, '2026-03-02T06:59:00Z'), tells(early, '2026-03-02T07:00:00Z')]).toEqual([false, true]);
  // The other group works; where both have a holiday nobody is told, by whichever hours.
  expect([ana, early].map((who) => tells(who, '2026-12-25T09:30:00Z'))).toEqual([true, true]);
  const both = [holiday, holiday];
  expect(
    [
      { ...ana, works: both },
      { ...early, works: both },
    ].map((who) => tells(who, '2026-12-25T09:30:00Z')),
  ).toEqual([false, false]);
  // Groups that never close have no morning: at nine where he is.
  const always = { ...ana, works: [null] };
  expect([tells(always, '2026-03-01T23:59:00Z'), tells(always, '2026-03-02T00:00:00Z')]).toEqual([false, true]);
});

test('finds each ticket once: what is due today first, then replies, then his turn, then what nobody has', () => {
  let number = 1000;
  const a = (state: State, more: Partial<Ticket> = {}): Ticket =>
    ({ ...ticketIn(state), number: ticketNumber(++number), clocks: {}, unread: false, ...more }) as Ticket;
  const due = (hours: number) => ({ resolution: { dueAt: later(hours * 60) } }) as Ticket['clocks'];
  const tickets = [
    a('in_progress', { since: later(-10) }),
    a('preparing', { since: later(-90) }),
    a('in_progress', { clocks: due(10) }),
    a('requester_replied', { clocks: due(-1) }),
    // Nine in the evening where she is: that is tomorrow.
    a('requester_replied', { clocks: due(15), since: later(-5) }),
    a('answered', { unread: true, since: later(-50) }),
    a('answered'),
    a('pending'),
    a('pending', { pending: { kind: 'check', waitingFor: '', wakeAt: null, blockedBy: null } }),
    a('escalated'),
    a('new'),
    a('new', { clocks: due(2) }),
    a('in_progress', { assignee: cast.kofi.id, clocks: due(1) }),
  ];
  const found = foundBy(cast.ana.id, tickets, { zone: 'Europe/Rome', at: T0 });
  expect(Object.values(found).map((some) => some.map((one) => one.number - 1000))).toEqual([
    [4, 12, 3],
    [6, 5],
    [2, 1],
    [11],
  ]);
});
