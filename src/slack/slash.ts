import { z } from 'zod';
import { personId } from '../domain/language.ts';

/** `/ticket …`, as Slack sends it. */
export const slashCommand = z.looseObject({
  command: z.string(),
  text: z.string().default(''),
  user_id: z.string().min(1).transform(personId),
  channel_id: z.string(),
  trigger_id: z.string(),
  response_url: z.string().optional(),
});
