import { CLOCKS } from '../../domain/language.ts';
import type { Clock, Ticket } from '../../domain/ticket.ts';
import { date } from '../kit.ts';
import { type Catalog, wordsOf } from '../words/catalog.ts';
import type { Scene } from './facts.ts';

type How = Parameters<Catalog['ticket']['due']>[2];

/** As it was told, or as it is by now: a list may be drawn before the clock has said it. */
function howIs({ warnedAt, breachedAt, warnAt }: Clock, dueAt: Date, now: Date): How {
  if (breachedAt || now >= dueAt) return 'late';
  return warnedAt || (warnAt && now >= warnAt) ? 'at_risk' : 'running';
}

const running = ({ clocks }: Ticket, now: Date) =>
  CLOCKS.flatMap((name) => {
    const clock = clocks[name];
    return clock?.dueAt ? [{ name, dueAt: clock.dueAt, how: howIs(clock, clock.dueAt, now) }] : [];
  }).toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime());

/** What the group owes its requester and until when, the next first. For agents only. */
export function promisesOf(ticket: Ticket, { language, now }: Scene): string[] {
  const words = wordsOf(language);
  return running(ticket, now).map(({ name, dueAt, how }) => words.ticket.due(name, date(dueAt), how));
}

/** The worst of it, for a list; null where all is well. */
export function markOf(ticket: Ticket, { language, now }: Scene): string | null {
  const { marks } = wordsOf(language).ticket;
  const all = running(ticket, now).map(({ how }) => how);
  return all.includes('late') ? marks.late : all.includes('at_risk') ? marks.at_risk : null;
}
