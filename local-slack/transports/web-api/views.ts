import { z } from 'zod';
import { userOf } from '../../core/find.ts';
import { executionOf } from '../../core/functions.ts';
import type { StoredView } from '../../core/model.ts';
import { viewJson } from '../../core/payload.ts';
import { invalidArguments, refuse } from '../../core/refusal.ts';
import type { Slack } from '../../core/slack.ts';
import { findView, openModal, publishHome, pushModal, updateView } from '../../core/views.ts';
import { type Method, ignored, method, neededJson, text, word } from './method.ts';

const triggered = z.object({ trigger_id: text.optional(), interactivity_pointer: text.optional(), view: neededJson });

function triggerOf(args: { trigger_id?: string | undefined; interactivity_pointer?: string | undefined }): string {
  return args.trigger_id ?? args.interactivity_pointer ?? invalidArguments('missing required field: trigger_id');
}

function answer(slack: Slack, view: StoredView): { view: object } {
  return { view: viewJson(slack, view) };
}

export const viewMethods: Record<string, Method> = {
  'views.open': method({
    tier: 4,
    args: triggered,
    run: ({ slack, token }, args) =>
      answer(slack, openModal(slack, triggerOf(args), args.view, executionOf(slack, token)?.id)),
  }),
  'views.push': method({
    tier: 4,
    args: triggered,
    run: ({ slack }, args) => answer(slack, pushModal(slack, triggerOf(args), args.view)),
  }),
  'views.update': method({
    tier: 4,
    args: z.object({ view_id: text.optional(), external_id: text.optional(), view: neededJson, hash: text.optional() }),
    run: ({ slack }, { view_id, external_id, view, hash }) => {
      if (view_id === undefined && external_id === undefined)
        return invalidArguments('missing required field: view_id');
      return answer(slack, updateView(slack, findView(slack, { view_id, external_id }), view, hash));
    },
  }),
  'views.publish': method({
    tier: 4,
    args: z.object({ user_id: word, view: neededJson, hash: text.optional(), interactivity_pointer: ignored }),
    run: ({ slack }, { user_id, view, hash }) => {
      if (!slack.manifest.features.app_home.home_tab_enabled) refuse('not_enabled');
      const user = userOf(slack, user_id);
      if (user.is_bot) invalidArguments('invalid `user_id`');
      return answer(slack, publishHome(slack, user.id, view, hash));
    },
  }),
};
