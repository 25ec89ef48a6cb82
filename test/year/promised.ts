import { type ClockName, CLOCKS, type Priority, type State } from '../../src/domain/language.ts';
import type { Sla } from '../../src/domain/group.ts';
import type { Line } from './reckon.ts';
import type { Watcher } from './walk.ts';

/** States in which somebody still has something to do, and among them those in which time runs against the desk. */
export const OPEN: readonly State[] = [
  'new',
  'preparing',
  'in_progress',
  'requester_replied',
  'escalation_answered',
  'escalated',
  'answered',
  'pending',
  'workaround',
];
const RUNS = OPEN.slice(0, 6);
const MINUTE = 60_000;

type Watch = {
  target: number;
  spent: number;
  runsSince: number | null;
  warn: number;
  breach: number;
  warned: boolean;
  brokenAt: number | null;
  ended: boolean;
};

/** The promises of a group to one ticket, as section 4 of the model tells of them. */
export type Promised = ReturnType<typeof promises>;

export function promises({ priorities, pauses_in, ...usual }: Sla, priority: Priority, { after, between }: Watcher) {
  const watches = new Map<ClockName, Watch>();
  let replied = false;
  let isPausing = false;

  const start = (name: ClockName) => {
    const minutes = priorities[priority]?.[name] ?? usual[name];
    const none = { spent: 0, runsSince: null, warn: 0, breach: 0, warned: false, brokenAt: null, ended: false };
    if (minutes !== undefined) watches.set(name, { ...none, target: minutes * MINUTE });
  };
  const stop = (watch: Watch, at: number) => {
    if (watch.runsSince !== null) watch.spent += between(watch.runsSince, at);
    watch.runsSince = null;
  };
  const finish = (name: ClockName, at: number) => {
    const watch = watches.get(name);
    if (!watch) return;
    stop(watch, at);
    watch.ended = true;
  };
  const runsIn = (name: ClockName, state: State) =>
    state === 'pending' ? !isPausing : RUNS.includes(state) || (name === 'root_cause' && state === 'workaround');

  return {
    /** What a line of the history means to the promises. */
    hear({ verb, at, from, to, input }: Line): void {
      const isPublic =
        ['reply', 'resolve', 'workaround'].includes(verb) || (verb === 'pend' && input['kind'] === 'requester');
      const isHeard = ['message', 'not_solved', 'same_problem'].includes(verb);
      const isOpen = OPEN.includes(to);
      replied ||= isPublic;
      if (from !== to)
        isPausing =
          to === 'pending' && (input['kind'] === 'requester' || pauses_in.some((kind) => kind === input['kind']));
      if (isOpen && !replied && !watches.has('first_response')) start('first_response');
      if (replied) finish('first_response', at);
      if (isPublic || !isOpen) finish('next_response', at);
      else if (replied && isHeard && (watches.get('next_response')?.ended ?? true)) start('next_response');
      if (to === 'workaround') finish('resolution', at);
      else if (isOpen && !watches.has('resolution')) start('resolution');
      if (to === 'workaround' && !watches.has('root_cause')) start('root_cause');
      for (const name of CLOCKS) {
        const watch = watches.get(name);
        if (!watch || watch.ended) continue;
        if (!runsIn(name, to)) stop(watch, at);
        else if (watch.runsSince === null) {
          watch.runsSince = at;
          watch.warn = after(at, Math.ceil(watch.target * 0.75) - watch.spent);
          watch.breach = after(at, watch.target - watch.spent);
        }
        if (input['clock'] === name && verb === 'warn') watch.warned = true;
        if (input['clock'] === name && verb === 'breach') watch.brokenAt = at;
      }
    },
    /** Nobody is warned of what is broken. */
    owed: () =>
      [...watches].flatMap(([name, { runsSince, warn, breach, warned, brokenAt, ended }]) => {
        if (ended || runsSince === null || brokenAt !== null) return [];
        const broken = { what: `breach ${name}`, due: breach };
        return warned ? [broken] : [{ what: `warn ${name}`, due: warn }, broken];
      }),
    /** Since when a promise is broken that still runs. */
    brokenSince(): number | null {
      const all = [...watches.values()].flatMap(({ brokenAt, runsSince, ended }) =>
        brokenAt !== null && runsSince !== null && !ended ? [brokenAt] : [],
      );
      return all.length === 0 ? null : Math.min(...all);
    },
  };
}
