import { z } from 'zod';
import { answers, keptMetadata, user } from './codec.ts';

/** Somebody types in a menu that asks us for its choices. */
export const suggestion = z.looseObject({
  user,
  block_id: z.string().default(''),
  value: z.string().default(''),
  view: z
    .looseObject({
      callback_id: z.string().default(''),
      private_metadata: keptMetadata,
      /** What is chosen in the other boxes already. */
      state: z.object({ values: answers }).optional().catch(undefined),
    })
    .optional(),
});
