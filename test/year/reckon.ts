import type { EscalationRule, Priority, State } from '../../src/domain/language.ts';
import { type Watcher, watcher } from './walk.ts';
import { OPEN, promises, type Promised } from './promised.ts';
import { agentsOf, type GroupName, ON_CALL, ON_CALL_MINUTES, PLACES } from './world.ts';

/** One line of a ticket's history. */
export type Line = {
  ticket: number;
  seq: number;
  verb: string;
  by: string | null;
  byClock: boolean;
  at: number;
  from: State | null;
  to: State;
  input: Readonly<Record<string, unknown>>;
};
export type History = { group: GroupName; priority: Priority; lines: readonly Line[] };
/** What the clock owes a ticket, and since when. */
type Owed = { what: string; due: number };
export type Fired = { what: string; due: number; at: number };
export type Fault = {
  ticket: number;
  fault: 'lost' | 'early' | 'late' | 'uncalled';
  what: string;
  at: number;
  due: number;
};
/** When the other ticket is done for the first time at a moment or after it. */
export type DoneAfter = (ticket: number, at: number) => number | null;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const watchers = new Map<GroupName, Watcher>();
const watcherOf = (group: GroupName): Watcher => {
  const known = watchers.get(group) ?? watcher(PLACES[group].hours);
  watchers.set(group, known);
  return known;
};

type Turn = { due: number; reminded: boolean; acknowledged: boolean; nudge: number | null; ended: boolean };
type Standing = {
  state: State;
  since: number;
  reminded: number | null;
  wakeAt: number | null;
  blockedBy: number | null;
  pending: string | null;
  asked: number | null;
  reopened: number;
  rating: { score: number; at: number } | null;
  turn: Turn | null;
  /** Who was given it, one after another, as long as the last of them has done nothing. */
  offer: { due: number; had: readonly string[] } | null;
  /** The rules that have asked, and those that are met and since when. */
  ruled: Set<EscalationRule>;
  met: Map<EscalationRule, number>;
};

/**
 * What the clock should have done to a ticket and when, reckoned from its history with the words of the model and not with the desk's
 * own functions, beside what it did.
 */
export function reckon({ group, priority, lines }: History, doneAfter: DoneAfter): { fired: Fired[]; faults: Fault[] } {
  const fired: Fired[] = [];
  const faults: Fault[] = [];
  const promised = promises(PLACES[group].sla, priority, watcherOf(group));
  const stand: Standing = {
    state: 'new',
    since: 0,
    reminded: null,
    wakeAt: null,
    blockedBy: null,
    pending: null,
    asked: null,
    reopened: 0,
    rating: null,
    turn: null,
    offer: null,
    ruled: new Set(),
    met: new Map(),
  };
  // Before it is there nobody owes it anything.
  const owed = () => (stand.since === 0 ? [] : [...promised.owed(), ...owedTo(stand, group, doneAfter)]);
  for (const line of lines) {
    const what = nameOf(line);
    const waiting = owed();
    const its = line.byClock ? waiting.find((one) => one.what === what) : undefined;
    const say = (fault: Fault['fault'], { what, due }: Owed) =>
      faults.push({ ticket: line.ticket, fault, what, at: line.at, due });
    for (const one of waiting) if (one !== its && one.due + MINUTE < line.at) say('lost', one);
    if (its) {
      fired.push({ ...its, at: line.at });
      if (line.at < its.due) say('early', its);
      else if (line.at - its.due > MINUTE) say('late', its);
    } else if (line.byClock) say('uncalled', { what, due: line.at });
    promised.hear(line);
    advance(stand, line, { group, priority, promised });
  }
  const last = lines.at(-1);
  for (const one of owed())
    faults.push({ ticket: last?.ticket ?? 0, fault: 'lost', what: one.what, at: Infinity, due: one.due });
  return { fired, faults };
}

function nameOf({ verb, input }: Line): string {
  if (verb === 'warn' || verb === 'breach') return `${verb} ${String(input['clock'])}`;
  if (verb === 'escalate_by_rule') return `${verb} ${(input['cause'] as { rule: string }).rule}`;
  if (verb === 'reoffer') return input['to'] === undefined ? 'reoffer to nobody' : 'reoffer';
  return verb;
}

function owedTo(stand: Standing, group: GroupName, doneAfter: DoneAfter): Owed[] {
  const { policies } = PLACES[group];
  const { state, since, turn } = stand;
  const all: Owed[] = [];
  const owe = (what: string, due: number | null) => due !== null && all.push({ what, due });
  if (state === 'new' && policies.auto_assign !== 'off') owe('auto_assign', since);
  if (stand.offer) {
    const isLast = stand.offer.had.length === agentsOf(group).length;
    owe(isLast ? 'reoffer to nobody' : 'reoffer', stand.offer.due);
  }
  if (state === 'pending') {
    const freed = stand.blockedBy === null ? null : doneAfter(stand.blockedBy, since);
    if (stand.wakeAt !== null || freed !== null) owe('wake', Math.min(stand.wakeAt ?? Infinity, freed ?? Infinity));
  }
  if (state === 'answered' || (state === 'pending' && stand.pending === 'requester')) {
    if (stand.reminded === null) owe('remind', since + policies.remind_days * DAY);
    else owe('expire', stand.reminded + policies.no_response_days * DAY);
  }
  if (state === 'resolved') {
    if (stand.asked !== null) owe('same_problem', stand.asked + 30 * MINUTE);
    else owe('complete', since + 14 * DAY);
  }
  if (turn?.acknowledged) owe('nudge', turn.nudge);
  else if (turn && !turn.ended) owe(turn.reminded ? 'time_out' : 'nudge', turn.due);
  for (const [rule, at] of stand.met)
    if (policies.escalate_on.includes(rule) && !stand.ruled.has(rule)) owe(`escalate_by_rule ${rule}`, at);
  return all;
}

type Around = { group: GroupName; priority: Priority; promised: Promised };

function advance(stand: Standing, line: Line, around: Around): void {
  const { verb, at, from, to, input } = line;
  const moved = from !== to;
  const before = new Map(stand.met);
  if (verb === 'rate') stand.rating = { score: Number(input['score']), at };
  if (verb === 'breach' && stand.state === 'escalated') stand.ruled.add('breach');
  if (verb === 'escalate_by_rule') for (const [rule, met] of before) if (met <= at) stand.ruled.add(rule);
  if (from === 'resolved' && to === 'requester_replied') stand.reopened++;
  stand.asked = to === 'resolved' && verb === 'message' ? (stand.asked ?? at) : moved ? null : stand.asked;
  if (moved || verb === 'reply') {
    stand.since = at;
    stand.reminded = null;
  }
  if (verb === 'remind') stand.reminded = at;
  if (moved) {
    stand.wakeAt = typeof input['wake_at'] === 'string' ? Date.parse(input['wake_at']) : null;
    stand.blockedBy = typeof input['blocked_by'] === 'number' ? input['blocked_by'] : null;
    stand.pending = to === 'pending' ? String(input['kind']) : null;
  }
  stand.state = to;
  stand.offer = offerAfter(stand.offer, line, around);
  stand.turn = to === 'escalated' ? turnAfter(stand.turn, line, around) : null;
  stand.met = metNow(stand, around, before, at);
}

/** All agents are always there and have room, so whoever has it had it never before, and in the end all have had it. */
function offerAfter(offer: Standing['offer'], { verb, by, at, to: state, input }: Line, { group, priority }: Around) {
  const { reoffer_minutes } = PLACES[group].policies;
  const to = String(input['to']);
  if (verb === 'auto_assign' || (verb === 'reoffer' && input['to'] !== undefined)) {
    const had = verb === 'reoffer' ? (offer?.had ?? []) : [];
    if (reoffer_minutes === 0 || had.includes(to)) return null;
    const ms = reoffer_minutes * MINUTE;
    return { due: priority === 'urgent' ? at + ms : watcherOf(group).after(at, ms), had: [...had, to] };
  }
  return verb === 'reoffer' || state !== 'in_progress' || by === offer?.had.at(-1) ? null : offer;
}

/** What is urgent is so by day and by night. */
function turnAfter(turn: Turn | null, { verb, byClock, at, input }: Line, { group, priority }: Around): Turn | null {
  const { ack_minutes, ack_minutes_urgent, nudge_hours } = PLACES[group].policies;
  const usual = priority === 'urgent' ? ack_minutes_urgent : ack_minutes;
  const work = (minutes: number) =>
    priority === 'urgent' ? at + minutes * MINUTE : watcherOf(group).after(at, minutes * MINUTE);
  const asks = ['escalate', 'escalate_by_rule', 'time_out'].includes(verb);
  if (asks && input['to'] !== undefined) {
    const isOnCall = ON_CALL.some((person) => person === input['to']);
    const due = work(isOnCall ? ON_CALL_MINUTES : usual);
    return { due, reminded: isOnCall, acknowledged: false, nudge: null, ended: false };
  }
  if (!turn) return null;
  if (verb === 'time_out') return { ...turn, ended: true };
  if (verb === 'acknowledge') return { ...turn, acknowledged: true, nudge: work(nudge_hours * 60) };
  if (verb !== 'nudge' || !byClock) return turn;
  return turn.acknowledged ? { ...turn, nudge: work(nudge_hours * 60) } : { ...turn, reminded: true, due: work(usual) };
}

/** What makes the ticket a case for those above, and since when it does without a break. */
function metNow(stand: Standing, { group, priority, promised }: Around, before: Standing['met'], at: number) {
  const met: Standing['met'] = new Map();
  if (!OPEN.includes(stand.state) || stand.state === 'escalated') return met;
  const note = (rule: EscalationRule, since: number) => met.set(rule, before.get(rule) ?? Math.max(since, at));
  const broken = promised.brokenSince();
  if (broken !== null) note('breach', broken);
  if (stand.state === 'new' && priority === 'urgent')
    note('urgent_unassigned', stand.since + PLACES[group].policies.urgent_unassigned_minutes * MINUTE);
  if (stand.rating && stand.rating.score <= 2) note('unhappy', stand.rating.at);
  if (stand.reopened >= 2) note('reopened', stand.since);
  return met;
}
