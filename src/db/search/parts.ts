import { facet, monthOf } from './facets.ts';
import type { Part, Sort, Start } from './statement.ts';

/** What comes one after another in an order, each found by itself. `parts`: of which it consists in turn. */
export type Stretch = Part & { parts: (() => Stretch[]) | null };

/** So many months each; the first ones are short, for most of what is looked for is there. */
const LENGTHS = [2, 1, 1, 2, 4, 8, 16];
const LONGEST = 60;
const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
const DAWN = '0001-01-01T00:00:00Z';

/**
 * All that comes after `start`. `first`: of when the first ticket in this order might be; `most`: from when on there are
 * probably many, if that is known.
 */
export function stretchesOf(sort: Sort, start: Start | null, first: Date, most: Date | null = null): Stretch[] {
  if (sort !== 'priority') return monthly(sort, start, first, sort === 'updated' && start === null ? most : null);
  const highest = start === null ? PRIORITIES.length - 1 : Number(start[0]);
  return PRIORITIES.slice(0, highest + 1)
    .map((priority, rank): Stretch => {
      const goesOn = start !== null && rank === highest;
      const from = goesOn ? start : [rank + 1, DAWN, 0];
      const facets = [[facet.priority(priority)]];
      const parts = () =>
        monthly('updated', goesOn ? start.slice(1) : null, first, null).map((part) => ({
          ...part,
          facets: [...facets, ...part.facets],
          start: part.start === null ? from : [rank, ...part.start],
        }));
      return { facets, start: from, parts };
    })
    .toReversed();
}

function monthly(sort: Exclude<Sort, 'priority'>, start: Start | null, first: Date, most: Date | null): Stretch[] {
  const step = sort === 'oldest' ? 1 : -1;
  const origin = start === null ? first : new Date(String(start[0]));
  // Without a start a month earlier, for clocks differ.
  let at = 12 * origin.getUTCFullYear() + origin.getUTCMonth() - (start === null ? step : 0);
  const named = sort === 'updated' ? facet.updated : facet.created;
  let from = start;
  const before = most === null ? 0 : at - (12 * most.getUTCFullYear() + most.getUTCMonth());
  const lengths = before > 0 && before < LONGEST ? [before, ...LENGTHS.slice(1)] : LENGTHS;
  const stretches = lengths.map((length): Stretch => {
    const months = Array.from({ length }, (_, nth) => named(monthOf(firstDayOf(at + step * nth))));
    const stretch = { facets: [months], start: from, parts: null };
    at += step * length;
    from = [firstDayOf(step === 1 ? at : at + 1).toISOString(), -1];
    return stretch;
  });
  return [...stretches, { facets: [], start: from, parts: null }];
}
const firstDayOf = (month: number): Date => new Date(Date.UTC(Math.floor(month / 12), month % 12));
