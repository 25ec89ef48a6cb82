import { z } from 'zod';
import { presentDetails } from '../../core/entities.ts';
import { type Method, absent, flag, json, method, text, word } from './method.ts';

const COMMENTS = 'comments on Work Objects are not drawn here, so nobody could ask for them.';

export const entityMethods: Record<string, Method> = {
  'entity.presentDetails': method({
    tier: 3,
    gaps: 'The details are checked and kept; the page does not draw them.',
    args: z.object({
      trigger_id: word,
      metadata: json.optional(),
      error: json.optional(),
      user_auth_required: flag.optional(),
      user_auth_url: text.optional(),
    }),
    run: ({ slack }, { trigger_id, ...given }) => {
      presentDetails(slack, trigger_id, given);
      return {};
    },
  }),
  'entity.presentComments': absent(COMMENTS),
  'entity.acknowledgeCommentAction': absent(COMMENTS),
};
