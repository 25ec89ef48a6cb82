import { z } from 'zod';
import { STATES } from '../language.ts';
import { PERSONAL } from '../masking/patterns.ts';
import type { Ticket } from '../ticket.ts';
import { type Facts, rule, words } from './rule.ts';

const LONGEST_PART = 1000;
const MOST_PARTS = 50;

/** The exact words that are to be covered. An event holds none of them. */
const parts = z
  .array(z.string().max(LONGEST_PART))
  .max(MOST_PARTS)
  .default([])
  // What stands there as asterisks already covers nothing, and one letter stands everywhere.
  .transform((given) => [...new Set(given.filter((part) => part.replaceAll(/[*\s]/g, '').length > 1))]);
export const partsOf = (input: unknown): string[] => {
  const read = z.object({ words: parts }).safeParse(input ?? {});
  return read.success ? read.data.words : [];
};

/** In how many places of the ticket it covers or uncovers words; found out by the desk. */
const places = z.number().int().nonnegative().default(0);
/** What comes back or is destroyed, of all that is masked: a sign of each part, which says nothing of what it is. Unsaid: all of it. */
const chosen = z.array(z.uuid()).max(1000).optional();
export const chosenOf = (input: unknown): string[] | null => {
  const read = z.object({ parts: chosen }).safeParse(input ?? {});
  return (read.success && read.data.parts) || null;
};
const counted = <I extends { places: number }>(input: I, { masked }: Facts): I => ({
  ...input,
  places: masked?.places ?? 0,
});

/** Files of the bot that are deleted with it: which of those that it has sent. */
const removes = z.array(z.coerce.number().int().positive()).max(10).default([]);

const uncovering = z.object({
  reason: words,
  sure: z.boolean().default(false),
  parts: chosen,
  places,
  /** In how many places something stays masked, and what kinds of data came back; found out by the desk. */
  left: places,
  kinds: z.array(z.enum(PERSONAL)).default([]),
});
type Uncovering = z.output<typeof uncovering>;
const settled = (input: Uncovering, { masked }: Facts): Uncovering => ({
  ...input,
  // All of what it named is there no more.
  ...(input.parts && { parts: [] }),
  places: masked?.places ?? 0,
  left: masked?.left ?? 0,
  kinds: [...(masked?.kinds ?? [])],
});
const noneCovered = ({ masked }: Ticket) => (masked === 0 ? ('nothing_masked' as const) : null);

/** Whoever is not the lead may cover; only who leads may uncover, or make it for ever. Also of what is over. */
export const masking = {
  mask: rule({
    from: STATES,
    to: STATES,
    by: ['agent', 'assignee', 'lead', 'admin'],
    input: z.object({ words: parts, places, removes }),
    settle: (input, facts) => counted({ ...input, words: [] }, facts),
    guard: (_ticket, { input }, { masked }) => {
      if (!masked) return 'masking_off';
      return masked.places === 0 && input.removes.length === 0 ? 'nothing_to_mask' : null;
    },
    apply: (ticket, { input }) => ({ ...ticket, masked: ticket.masked + input.places }),
  }),

  unmask: rule({
    from: STATES,
    to: STATES,
    by: ['lead', 'admin'],
    input: uncovering,
    moot: noneCovered,
    settle: settled,
    guard: (_ticket, { input }, { masked }) => {
      if (!masked) return 'masking_off';
      if (input.parts && masked.places === 0) return 'nothing_chosen';
      if (masked.lost) return 'key_lost';
      if (masked.stays) return 'stays_masked';
      return input.sure ? null : 'not_sure';
    },
    apply: (ticket, { input }) => ({ ...ticket, masked: input.left }),
  }),

  destroy: rule({
    from: STATES,
    to: STATES,
    by: ['lead', 'admin'],
    input: uncovering,
    moot: noneCovered,
    settle: settled,
    guard: (_ticket, { input }, { masked }) => {
      if (input.parts && !masked) return 'masking_off';
      if (input.parts && masked?.places === 0) return 'nothing_chosen';
      return input.sure ? null : 'not_sure';
    },
    apply: (ticket, { input }) => ({ ...ticket, masked: input.left }),
  }),
};
