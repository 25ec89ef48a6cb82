import { z } from 'zod';
import type { Group } from './group.ts';
import { addBusinessMs, hours, isOpenAt } from './hours.ts';
import { groupKey, type GroupKey, type PersonId, personId, type Priority } from './language.ts';

/** A capacity above this is none. */
export const MOST_OPEN = 999;

/** How a group chooses whom a ticket is given to. */
export const HOW = ['least_loaded', 'round_robin', 'random'] as const;
export type How = (typeof HOW)[number];

/** An agent of the group who takes tickets of this type, and all that decides whether he may be given one more. */
const candidate = z.object({
  person: z.string().transform(personId),
  /** His open tickets, and how many he may have at most; null: any number. */
  open: z.number(),
  capacity: z.number().nullable(),
  outUntil: z.coerce.date().nullable(),
  /** When he works; null: at any time. */
  hours: hours.nullable(),
  /** Counts whatever changes his load: the guard against two who give to him at once. */
  turn: z.number(),
  /** At which turn of the group he was last given something; null: never. */
  last: z.number().nullable(),
});
export const pool = z.object({
  group: z.string().transform(groupKey),
  /** How often the group has given something away: the guard against two who give at once. */
  turn: z.number(),
  agents: z.array(candidate),
});
type Candidate = z.output<typeof candidate>;
export type Pool = z.output<typeof pool>;

/** Who is next. It holds only as long as neither count has moved. */
export type Turn = { person: PersonId; group: GroupKey; groupTurn: number; personTurn: number };

/** May he be given one more ticket now? */
const isFree = ({ open, capacity, outUntil, hours: his }: Candidate, at: Date): boolean =>
  (capacity === null || open < capacity) && (outUntil === null || outUntil <= at) && isOpenAt(at, his);

/** By which the first is next; whoever was given something longest ago goes before the others. */
const ORDER: Record<How, (one: Candidate, other: Candidate) => number> = {
  least_loaded: (one, other) => one.open - other.open || longestAgo(one, other),
  round_robin: longestAgo,
  random: () => 0,
};

function longestAgo(one: Candidate, other: Candidate): number {
  return (one.last ?? 0) - (other.last ?? 0) || (one.person < other.person ? -1 : 1);
}

/** Whose turn it is; null: nobody is free. `chance` lies between 0 and 1. `not`: who has had it already. */
export function nextFree(
  { group, turn, agents }: Pool,
  how: How,
  at: Date,
  chance: number,
  not: readonly PersonId[] = [],
): Turn | null {
  const free = agents.filter((agent) => !not.includes(agent.person) && isFree(agent, at)).toSorted(ORDER[how]);
  const next = free[how === 'random' ? Math.floor(chance * free.length) : 0];
  return next ? { person: next.person, group, groupTurn: turn, personTurn: next.turn } : null;
}

const MINUTE = 60_000;
/** Until when whoever is given something has time to begin; nothing where the group lets it lie. What is urgent waits for no morning. */
export function beginBy(priority: Priority, { policies, hours: its }: Group, at: Date): { due?: Date } {
  const { reoffer_minutes } = policies;
  if (reoffer_minutes === 0) return {};
  return { due: addBusinessMs(at, reoffer_minutes * MINUTE, priority === 'urgent' ? null : its) };
}
