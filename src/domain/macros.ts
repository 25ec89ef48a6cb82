import { z } from 'zod';

/** What a template may do to a ticket besides, once its words are sent. */
export const MACRO_VERBS = ['edit', 'tag', 'forward', 'work', 'prepare', 'archive'] as const;
/** Verbs that take the words with them: what is sent as an answer is sent as one of these instead. */
export const CARRYING_VERBS = ['resolve', 'pend'] as const;

/** What is done with an answer, as it was when the answer was written; what it says is for its verb to judge. */
export const macros = z
  .array(z.object({ verb: z.enum(MACRO_VERBS), input: z.record(z.string(), z.unknown()) }))
  .max(20);
export type MacroAct = z.output<typeof macros>[number];
/** The templates whose words are in an answer. */
export const templateCodes = z.array(z.string().max(30)).max(20);
