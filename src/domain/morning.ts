import { type Hours, openingOf, zoneCalled } from './hours.ts';

const HOUR = 60 * 60_000;
/** So long after it a desk that was down still tells what waits. */
const LATE_MS = 3 * HOUR;
const OFFICE = ['09:00-18:00'];
const WEEK = { monday: OFFICE, tuesday: OFFICE, wednesday: OFFICE, thursday: OFFICE, friday: OFFICE };
/** Who opens earlier works by night: that is nobody's morning. */
const EARLIEST = '06:00';

/** Whose morning it is: his own time zone, the hours of the groups that he leads, and of those that ask him. */
export type Worker = { zone: string; leads: readonly (Hours | null)[]; askedBy: readonly (Hours | null)[] };

/**
 * The day on which somebody begins to work about now; null: he does not. A lead begins with his group, at the earliest of
 * several. Anybody else on a weekday at nine where he is, unless it is a holiday for all who ask him.
 */
export function morningOf({ zone, leads, askedBy }: Worker, at: Date): string | null {
  const own = { zone: zoneCalled(zone) ?? 'UTC', week: WEEK, holidays: holidaysOfAll(askedBy) };
  const led = leads.flatMap((hours) => (hours ? [asMorning(hours)] : []));
  const days = (led.length > 0 ? led : [own]).flatMap((hours) => {
    const { day, opens } = openingOf(hours, at);
    return opens ? [{ day, opens }] : [];
  });
  const first = days.toSorted((a, b) => a.opens.getTime() - b.opens.getTime())[0];
  if (!first || at < first.opens || at.getTime() >= first.opens.getTime() + LATE_MS) return null;
  return first.day;
}

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

function holidaysOfAll(groups: readonly (Hours | null)[]): Hours['holidays'] {
  const [first, ...rest] = groups.map((hours) => hours?.holidays ?? []);
  return (first ?? []).filter(({ date }) => rest.every((others) => others.some((other) => other.date === date)));
}
