import type { ChainStep } from './group.ts';

export type Rota = Extract<ChainStep, { on_call: unknown }>['on_call'];

const DAY = 24 * 60 * 60_000;

/** The day of the calendar in a time zone, counted from 1970-01-01. */
function dayIn(zone: string, at: Date): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, calendar: 'iso8601' }).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day')) / DAY;
}

/**
 * Those on call at a moment, whose turn it is first, then those whose turn comes after: they stand in. Turns change at
 * midnight where the rota lives. Empty before its first day.
 */
export function onCallAt({ people, every, from, zone }: Rota, at: Date): readonly string[] {
  const days = dayIn(zone, at) - Date.parse(`${from}T00:00:00Z`) / DAY;
  if (!(days >= 0)) return [];
  const turn = Math.floor(days / (every === 'week' ? 7 : 1)) % people.length;
  return [...people.slice(turn), ...people.slice(0, turn)];
}
