import type { PersonId, Priority } from '../../src/domain/language.ts';
import type { Verb } from '../../src/domain/verbs.ts';
import { type Random, seeded } from './random.ts';
import { agentsOf, type GroupName, leadOf, managersOf, NAMES, PLACES, REQUESTERS, YEAR } from './world.ts';

/** What one person does to one ticket. `blocker`: the ticket, by its place in the plan, that it waits for from then on. */
export type Deed = {
  ticket: number;
  nth: number;
  at: number;
  by: PersonId;
  verb: Verb | 'create';
  input: Record<string, unknown>;
  blocker?: number;
};
export type Plan = { start: number; tickets: { group: GroupName; priority: Priority }[]; deeds: Deed[] };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
export const START = Date.UTC(YEAR, 0, 1);
/** Tickets come in together, as after a mail to everybody: what becomes due is due together too. So many times
 * in the year, or fewer. */
const MAILS = 250;
const TOGETHER = 24;
/** The last ones have time to come to their end within the year. */
const LAST_DAY = 325;

/** How a ticket goes. Each ends with a lead who resolves it, if nothing else has. */
const STORIES = {
  answered: 50,
  silent: 14,
  talk: 6,
  slow: 3,
  parked: 6,
  asked: 4,
  around: 3,
  raised: 2,
  heard: 2,
  again: 3,
  reopened: 2,
  unhappy: 2,
  urgent: 3,
  blocked: 4,
};
type Story = keyof typeof STORIES;

/** All that people do in a year, in order of time; the same for the same seed. */
export function planOf(seed: number, count: number): Plan {
  const random = seeded(seed);
  const plan: Plan = { start: START, tickets: [], deeds: [] };
  while (plan.tickets.length < count) {
    const group = random.oneOf(NAMES);
    const at = beginning(random, group);
    const rhythm = rhythmOf(random);
    const first = plan.tickets.length;
    const size = Math.min(Math.max(TOGETHER, Math.ceil(count / MAILS)), count - first);
    for (let nth = 0; nth < size; nth++) {
      const story = nth === 0 ? 'answered' : random.weighed(STORIES);
      const priority = story === 'urgent' ? 'urgent' : random.weighed({ normal: 80, low: 12, high: 4, urgent: 4 });
      plan.tickets.push({ group, priority });
      plan.deeds.push(...deedsOf(random, { ticket: first + nth, first, group, priority, story, at, rhythm }));
    }
  }
  plan.deeds.sort((a, b) => a.at - b.at || a.ticket - b.ticket || a.nth - b.nth);
  return plan;
}

/** Mostly when people are at work, sometimes at any time, and often near a day that is not like the others. */
function beginning(random: Random, group: GroupName): number {
  const { ahead, special } = PLACES[group];
  const kind = random.weighed({ work: 70, any: 18, special: 12 });
  if (kind === 'special') return Date.parse(random.oneOf(special)) - DAY + random.between(0, 2 * 24 * 60) * MINUTE;
  const day = START + random.between(1, LAST_DAY) * DAY;
  const wall = kind === 'any' ? random.between(0, 24 * 60) : random.between(8 * 60, 18 * 60);
  return day + wall * MINUTE - ahead * HOUR + random.between(0, 59) * 1000;
}

/** How long people take, the same for all that came in together: they work in rounds. */
const rhythmOf = (random: Random) => ({
  soon: random.between(3, 40) * MINUTE,
  work: random.between(20, 200) * MINUTE,
  later: random.between(5, 30) * HOUR,
  long: random.between(3, 6) * DAY,
  end: 20 * DAY,
});
type Rhythm = ReturnType<typeof rhythmOf>;

type Part = [after: keyof Rhythm, by: PersonId, verb: Verb, input?: Record<string, unknown>, blocker?: number];
type Given = {
  ticket: number;
  first: number;
  group: GroupName;
  priority: Priority;
  story: Story;
  at: number;
  rhythm: Rhythm;
};

function deedsOf(random: Random, given: Given): Deed[] {
  const { ticket, group, priority, rhythm } = given;
  const requester = random.oneOf(REQUESTERS);
  const request = { title: `Request ${ticket}`, content: 'It does not work.', group, priority, channel: 'slash' };
  let { at } = given;
  const born: Deed = { ticket, nth: 0, at, by: requester, verb: 'create', input: request };
  const parts = [...partsOf(random, given, requester), ...endOf(given)];
  return [
    born,
    ...parts.map(([after, by, verb, input = {}, blocker], index): Deed => {
      at += rhythm[after];
      return { ticket, nth: index + 1, at, by, verb, input, ...(blocker !== undefined && { blocker }) };
    }),
  ];
}

const text = 'As said.';
const reason = 'It cannot wait.';

/** A requester who is silent is left to the clock first. */
const endOf = ({ story, group }: Given): Part[] =>
  story === 'answered'
    ? []
    : [[story === 'silent' || story === 'asked' ? 'end' : 'long', leadOf(group), 'resolve', { text }]];

function partsOf(random: Random, { story, group, first, at, rhythm }: Given, requester: PersonId): Part[] {
  const [lead, agent, [boss, second]] = [leadOf(group), random.oneOf(agentsOf(group)), managersOf(group)];
  const keep: Part = ['soon', agent, 'keep'];
  const resolve: Part = ['work', lead, 'resolve', { text }];
  const message: Part = ['work', requester, 'message', { text: 'Not yet.' }];
  const reply: Part = ['work', lead, 'reply', { text }];
  const escalate: Part = ['soon', lead, 'escalate', { to: boss, ask: 'Shall we?', reason }];
  const decided: Part[] = [
    ['soon', boss, 'acknowledge'],
    ['work', second, 'acknowledge'],
    ['later', boss, 'return', { text }],
    ['soon', second, 'return', { text }],
  ];
  switch (story) {
    case 'answered':
      return [resolve];
    case 'silent':
      return [reply];
    case 'talk':
      return [keep, reply, message, reply, message, message, resolve];
    case 'slow':
      return [['long', agent, 'keep']];
    case 'parked': {
      const wake_at = new Date(at + rhythm.soon + rhythm.work + random.between(1, 60) * HOUR + 30_500);
      return [keep, ['work', lead, 'pend', { kind: 'check', waiting_for: 'the part', wake_at }]];
    }
    case 'asked':
      return [keep, ['work', lead, 'pend', { kind: 'requester', waiting_for: 'the number', text }]];
    case 'around':
      return [keep, ['work', lead, 'workaround', { text }]];
    case 'raised':
      return [keep, escalate, ['long', lead, 'withdraw', { reason }]];
    case 'heard':
      return [keep, escalate, ...decided];
    case 'again':
      return [keep, resolve, message, resolve];
    case 'reopened': {
      const not: Part = ['work', requester, 'not_solved', { text }];
      return [keep, resolve, not, resolve, not, ...decided];
    }
    case 'unhappy':
      return [
        keep,
        resolve,
        ['soon', requester, 'rate', { score: random.between(1, 2) }],
        ['work', requester, 'not_solved', { text }],
        ...decided,
      ];
    case 'urgent':
      return [['work', agent, 'keep'], ...decided];
    case 'blocked':
      return [keep, ['soon', lead, 'pend', { kind: 'dependency', waiting_for: 'the other' }, first]];
  }
}
