import { type Group, promisedMs } from './group.ts';
import { addBusinessMs, businessMs } from './hours.ts';
import { type ClockName, CLOCKS, isOpen, type State } from './language.ts';
import { type Clock, isTheirs, type Ticket } from './ticket.ts';
import { type Act, type Birth, ruleOf, type Verb } from './verbs.ts';

/** How much of a promise may go by before somebody is warned. */
const WARNED_AT = 0.75;
const RUNNING: readonly State[] = [
  'new',
  'preparing',
  'in_progress',
  'requester_replied',
  'escalated',
  'escalation_answered',
];

/** One change of a ticket, with the group that had it before and the one that has it afterwards. */
type Change = { before: Ticket | null; after: Ticket; act: Act | Birth; was: Group; now: Group };

/**
 * The ticket after a change with its promises as they stand then: the one place where they begin, run, stand still and end. Until a clock stops,
 * what it was given stays, whatever the desk file says meanwhile.
 */
export function withClocks(change: Change): Ticket {
  const { clocks } = change.after;
  const entries = CLOCKS.flatMap((name): [ClockName, Clock][] => {
    const clock = clockAfter(clocks[name] ?? null, name, change);
    return clock ? [[name, clock]] : [];
  });
  const same = entries.every(([name, clock]) => clocks[name] === clock);
  return same ? change.after : { ...change.after, clocks: Object.fromEntries(entries) };
}

function clockAfter(present: Clock | null, name: ClockName, change: Change): Clock | null {
  const { after, act, now } = change;
  const turn = turns[name](change);
  const target = promisedMs(now, after.priority, name);
  const clock = turn === 'anew' && (present === null || present.endedAt) ? freshFor(target) : present;
  if (!clock || clock.endedAt) return clock;
  if (turn === 'ended') return { ...clock, ...still, spent: spentBy(clock, act.at, change), endedAt: act.at };
  const runs = mayRun(name, after, now);
  const moved = change.before !== null && change.before.group !== after.group;
  if (runs === (clock.since !== null) && target === clock.target && !moved) return clock;
  return wound({ ...clock, target, spent: spentBy(clock, act.at, change) }, act.at, runs, now);
}

const still = { since: null, warnAt: null, dueAt: null };
const freshFor = (target: number | null): Clock | null =>
  target === null ? null : { target, spent: 0, ...still, warnedAt: null, breachedAt: null, endedAt: null };

const spentBy = ({ spent, since }: Clock, at: Date, { was }: Change): number =>
  spent + (since ? businessMs(since, at, was.hours) : 0);

/** Set to run from now on, or to stand still. What was told and is not true any more will be told again. */
function wound(clock: Clock, at: Date, runs: boolean, { hours }: Group): Clock {
  const { target, spent, warnedAt, breachedAt } = clock;
  if (target === null) return { ...clock, ...still, since: runs ? at : null };
  const warning = Math.ceil(target * WARNED_AT);
  const told = {
    warnedAt: spent < warning ? null : warnedAt,
    breachedAt: spent < target ? null : breachedAt,
  };
  if (!runs) return { ...clock, ...still, ...told };
  const warnAt = addBusinessMs(at, warning - spent, hours);
  return { ...clock, ...told, since: at, warnAt, dueAt: addBusinessMs(at, target - spent, hours) };
}

/** Not while it is the requester's turn, nor while the ticket is done. */
function mayRun(name: ClockName, ticket: Ticket, { sla }: Group): boolean {
  if (ticket.state === 'pending')
    return ticket.pending.kind !== 'requester' && !sla.pauses_in.includes(ticket.pending.kind);
  return RUNNING.includes(ticket.state) || (name === 'root_cause' && ticket.state === 'workaround');
}

type Turn = 'anew' | 'ended' | 'on';
/** What a change means to a promise, besides that it runs or stands still. */
const turns: Record<ClockName, (change: Change) => Turn> = {
  first_response: ({ after }) => (after.firstReplyAt ? 'ended' : isOpen(after.state) ? 'anew' : 'on'),
  next_response: (change) => {
    if (answers(change.act) || !isOpen(change.after.state)) return 'ended';
    return change.after.firstReplyAt && asks(change) ? 'anew' : 'on';
  },
  // What works for now has kept the promise; the cause is another one.
  resolution: ({ after: { state, clocks } }) => {
    if (state === 'workaround') return 'ended';
    return isOpen(state) && !clocks.resolution ? 'anew' : 'on';
  },
  root_cause: ({ after: { state, clocks } }) => (state === 'workaround' && !clocks.root_cause ? 'anew' : 'on'),
};

const HEARD: readonly (Verb | 'create')[] = ['message', 'not_solved', 'same_problem'];

/** Public words of whoever works on it. */
const answers = ({ verb, input }: Act | Birth): boolean =>
  verb !== 'create' && !HEARD.includes(verb) && ruleOf(verb).says === 'main' && input['text'] !== undefined;

/** Words of the requester that want an answer: a thank-you leaves the ticket as it was. */
const asks = ({ before, after, act: { verb, by } }: Change): boolean => {
  // The clock takes his silence for a yes.
  const theirs = by.kind === 'clock' || isTheirs(after, by.id);
  return HEARD.includes(verb) && theirs && (after.state !== before?.state || (after.unread && isOpen(after.state)));
};
