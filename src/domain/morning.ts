import { dayBegins, type Hours, openingOf, zoneCalled } from './hours.ts';
import type { PersonId } from './language.ts';
import { ballOf } from './ball.ts';
import type { Ticket } from './ticket.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
/** So long after it a desk that was down still tells what waits. */
const LATE_MS = 3 * HOUR;
const OFFICE = ['09:00-18:00'];
const WEEK = { monday: OFFICE, tuesday: OFFICE, wednesday: OFFICE, thursday: OFFICE, friday: OFFICE };
/** Who opens earlier works by night: that is nobody's morning. */
const EARLIEST = '06:00';

type Groups = readonly (Hours | null)[];
/** Whose morning it is: his time zone, his own hours, and those of the groups that he leads, in which he works, and that ask him. */
export type Worker = { zone: string; hours: Hours | null; leads: Groups; works: Groups; askedBy: Groups };

/**
 * The day on which somebody begins to work about now; null: he does not. He begins by his own hours, else with the groups
 * that he leads, else with those in which he works, at the earliest of several. Anybody else on a weekday at nine where he is.
 * Not on a holiday of all who want something of him.
 */
export function morningOf({ zone, hours, leads, works, askedBy }: Worker, at: Date): string | null {
  const holidays = holidaysOfAll([...works, ...askedBy]);
  const office = { zone: zoneCalled(zone) ?? 'UTC', week: WEEK, holidays };
  const own = hours && { ...asMorning(hours), holidays: [...hours.holidays, ...holidaysOfAll([...leads, ...works])] };
  const mornings = [own ? [own] : [], mostly(leads), mostly(works), [office]].find((some) => some.length > 0) ?? [];
  const days = mornings.flatMap((morning) => {
    const { day, opens } = openingOf(morning, at);
    return opens ? [{ day, opens }] : [];
  });
  const first = days.toSorted((a, b) => a.opens.getTime() - b.opens.getTime())[0];
  if (!first || at < first.opens || at.getTime() >= first.opens.getTime() + LATE_MS) return null;
  return first.day;
}

const mostly = (groups: Groups): Hours[] => groups.flatMap((hours) => (hours ? [asMorning(hours)] : []));

/** The same hours, by day. */
const asMorning = ({ week, ...hours }: Hours): Hours => ({
  ...hours,
  week: Object.fromEntries(
    Object.entries(week).map(([day, spans]) => [
      day,
      spans.length > 0 && spans.every((span) => span >= EARLIEST) ? spans : spans.length > 0 ? OFFICE : [],
    ]),
  ),
});

function holidaysOfAll(groups: Groups): Hours['holidays'] {
  const [first, ...rest] = groups.map((hours) => hours?.holidays ?? []);
  return (first ?? []).filter(({ date }) => rest.every((others) => others.some((other) => other.date === date)));
}

/** What an agent finds in the morning, each ticket once: late or due today, answered by its requester, his turn, nobody's. */
export const FINDS = ['due', 'replied', 'mine', 'queue'] as const;
export type Found = Record<(typeof FINDS)[number], Ticket[]>;

const dueOf = ({ clocks }: Ticket): number =>
  Math.min(...Object.values(clocks).flatMap(({ dueAt }) => dueAt?.getTime() ?? []));

/** `tickets`: what he has, and what nobody has in his groups, in its order. What longest waits comes first, what is due first of all. */
export function foundBy(person: PersonId, tickets: readonly Ticket[], { zone, at }: { zone: string; at: Date }): Found {
  const night = nightAfter(at, zoneCalled(zone) ?? 'UTC');
  const found: Found = { due: [], replied: [], mine: [], queue: [] };
  for (const ticket of tickets) {
    const { assignee, state, unread } = ticket;
    const his = assignee === person;
    if (!his && (assignee !== null || state !== 'new')) continue;
    if (dueOf(ticket) < night) found.due.push(ticket);
    else if (!his) found.queue.push(ticket);
    else if (state === 'requester_replied' || unread) found.replied.push(ticket);
    // What he set aside comes back by itself, when its time has come.
    else if (ballOf(ticket) === 'agent' && state !== 'pending') found.mine.push(ticket);
  }
  const longest = (a: Ticket, b: Ticket) => a.since.getTime() - b.since.getTime();
  return {
    due: found.due.toSorted((a, b) => dueOf(a) - dueOf(b)),
    replied: found.replied.toSorted(longest),
    mine: found.mine.toSorted(longest),
    queue: found.queue,
  };
}

/** The end of the day that it is in `zone`. */
function nightAfter(at: Date, zone: string): number {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(at);
  const tomorrow = new Date(Date.parse(`${today}T12:00:00Z`) + DAY).toISOString().slice(0, 10);
  return dayBegins(tomorrow, zone).getTime();
}
