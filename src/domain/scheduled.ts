import { z } from 'zod';
import { type PersonId, personId, type Role } from './language.ts';
import { macros, templateCodes } from './macros.ts';
import { isTheirs, type Ticket } from './ticket.ts';
import type { Act, Verb } from './verbs.ts';

/** What can be sent at a time. */
const SCHEDULABLE = ['reply', 'resolve', 'pend'] as const;
export const schedulable = z.enum(SCHEDULABLE);
/** An answer as its form gave it: JSON, so that it is the same after a year in the database. */
export const answer = z.record(z.string(), z.unknown());

/** An answer that goes out by itself, in the name of whoever wrote it. */
export const scheduled = z.object({
  /** The event that said so: its key. */
  seq: z.number(),
  verb: schedulable,
  by: z.string().transform(personId),
  answer,
  at: z.coerce.date(),
  /** Whoever wrote it was told of the banned words in it. */
  warned: z.boolean(),
  /** The requester has written meanwhile: it waits for somebody to say that it still goes. */
  held: z.boolean(),
  /** What is done with it, or nothing is sent; and the templates in it, which are counted then. */
  acts: macros.default([]),
  templates: templateCodes.default([]),
  /** Its time has come, and one of the acts would have been refused: it waits for somebody to say what now. */
  stopped: z.object({ act: z.number(), why: z.string() }).nullable().default(null),
});
export type Scheduled = z.output<typeof scheduled>;

/** Whoever wrote it, whoever has the ticket and those who lead its group decide what becomes of it. */
export const maySettle = ({ by }: Scheduled, person: PersonId, roles: readonly Role[]): boolean =>
  by === person || roles.includes('lead') || roles.includes('assignee');

/** The furthest that anybody looks ahead. */
export const AHEAD_MS = 90 * 24 * 60 * 60_000;

/** What an answer that is scheduled will be. */
export function meantBy(
  input: unknown,
): { verb: Scheduled['verb']; answer: Record<string, unknown>; when: Date } | null {
  const read = z.object({ verb: schedulable, answer, when: z.coerce.date() }).safeParse(input);
  return read.success ? read.data : null;
}

/** What is said now, or at its time. */
export function saidBy(verb: Verb, input: unknown): { verb: Verb; input: unknown } {
  const meant = verb === 'schedule' ? meantBy(input) : null;
  return meant ? { verb: meant.verb, input: meant.answer } : { verb, input };
}

const ASKING: readonly Verb[] = ['message', 'not_solved'];

/** An answer is sent once; and whoever asked and writes meanwhile may have made it wrong. */
export function onSchedule(before: Ticket, after: Ticket, { verb, by, input }: Act): Ticket {
  const { scheduled: now } = before;
  if (!now || after.scheduled !== now) return after;
  if (input['scheduled'] === now.seq) return { ...after, scheduled: null };
  const theirs = by.kind === 'person' && (isTheirs(before, by.id) || input['theirs'] === true);
  return ASKING.includes(verb) && theirs && !now.held ? { ...after, scheduled: { ...now, held: true } } : after;
}

/** Taken back, the last change brings no answer back that is not there any more, and leaves none that was not. */
export const afterUndo = (before: Ticket, now: Ticket): Ticket =>
  before.scheduled?.seq === now.scheduled?.seq ? before : { ...before, scheduled: null };
