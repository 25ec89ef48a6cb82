import { z } from 'zod';
import { VERBS } from '../../domain/verbs.ts';

/** What the window of an answer remembers while it is written. */
export const composerMemory = {
  /** The templates whose words are in it. */
  templates: z.array(z.string().max(30)).max(20).optional(),
  /** What is sent from a preview: by which verb, with which answers beside the words, and which words were shown. */
  verb: z.enum(VERBS).optional(),
  held: z.record(z.string(), z.unknown()).optional(),
  seen: z.string().max(64).optional(),
  /** Which words stand in the form under it. */
  was: z.string().max(64).optional(),
  /** What the templates in it shall also do. */
  ticked: z.array(z.string().max(40)).max(10).optional(),
  /** When it goes, where it is not now, and which answer that waits it takes the place of. */
  sendAt: z.string().max(40).optional(),
  replaces: z.number().int().positive().max(999_999_999).optional(),
  /** Of which banned words it has warned. */
  knows: z.string().max(64).optional(),
};
