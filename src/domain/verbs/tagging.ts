import { z } from 'zod';
import type { Ticket } from '../ticket.ts';
import { OPEN, rule } from './rule.ts';
import { triggeredBy } from './triggering.ts';

const MOST_TAGS = 20;
const LONGEST_TAG = 40;
const MOST_GIVEN = 50;

/** As it is kept: `#VIP clients` and `vip-clients` are one tag. Empty where nothing is left of it. */
const tagOf = (typed: string): string =>
  typed
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s,\p{Cc}\p{Cs}]+/gu, '-')
    .replaceAll(/^[#-]+|-+$/g, '');

/** Tags as they are kept, each once. */
export const tags = z
  .array(z.string())
  .max(MOST_GIVEN)
  .default([])
  .transform((given) => [...new Set(given.map(tagOf))].filter((tag) => tag !== ''))
  .refine((given) => given.every((tag) => tag.length <= LONGEST_TAG));

const TAGGED = [...OPEN, 'resolved', 'completed', 'cancelled'] as const;

const tagged = ({ tags: now }: Ticket, { add, remove }: { add: string[]; remove: string[] }): string[] => [
  ...new Set([...now.filter((tag) => !remove.includes(tag)), ...add]),
];

/** Words by which agents find tickets again. Whoever asked never sees them. */
export const tagging = {
  tag: rule({
    from: TAGGED,
    to: TAGGED,
    by: ['agent', 'assignee', 'lead', 'admin', 'clock'],
    input: z.object({ add: tags, remove: tags, trigger: triggeredBy.optional() }),
    guard: (ticket, { input }) => {
      const after = tagged(ticket, input);
      if (after.length > MOST_TAGS) return 'too_many_tags';
      return after.join() === ticket.tags.join() ? 'nothing_changed' : null;
    },
    apply: (ticket, { input }) => ({ ...ticket, tags: tagged(ticket, input) }),
  }),
};
