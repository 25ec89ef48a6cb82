/** What concerns the app itself: its tokens, its manifest, its installation. */
import { z } from 'zod';
import { manifestProblems } from '../../core/manifest.ts';
import { armFault } from '../../core/outages.ts';
import { Refusal, refuse } from '../../core/refusal.ts';
import type { Slack } from '../../core/slack.ts';
import { BROKEN_JSON } from '../../core/words.ts';
import { type Method, flag, ignored, json, method, neededJson, paging, text, word } from './method.ts';
import { page } from './paging.ts';

/** The app's credentials here, as its settings page would show them. */
const CLIENT_ID = 'local-client-id';
const CLIENT_SECRET = 'local-client-secret';

function checkedClient({
  client_id,
  client_secret,
}: {
  client_id?: string | undefined;
  client_secret?: string | undefined;
}): void {
  if (client_id !== CLIENT_ID) refuse('invalid_client_id');
  if (client_secret !== CLIENT_SECRET) refuse('bad_client_secret');
}

/** From now on every call is refused and the app is told, until the fault is disarmed. */
function endTokens(slack: Slack, how: 'revoke_token' | 'uninstall'): void {
  armFault(slack, { method: '*', kind: { do: how }, left: null });
}

export const appMethods: Record<string, Method> = {
  'auth.revoke': method({
    tier: 3,
    json: false,
    args: z.object({ test: flag.optional() }),
    run: ({ slack }, { test }) => {
      if (test === true) return { revoked: false };
      endTokens(slack, 'revoke_token');
      return { revoked: true };
    },
  }),
  'apps.uninstall': method({
    tier: 1,
    json: false,
    args: z.object({ client_id: word, client_secret: word }),
    run: ({ slack }, given) => {
      checkedClient(given);
      endTokens(slack, 'uninstall');
      return {};
    },
  }),
  'apps.event.authorizations.list': method({
    token: 'app',
    tier: 'special',
    args: z.object({ ...paging, event_context: word }),
    run: ({ slack }, { event_context, ...paged }) => {
      if (!slack.journal.after(0).some((row) => contextOf(row.request) === event_context))
        refuse('invalid_event_context');
      const { team, app } = slack.state;
      const all = [
        { enterprise_id: null, team_id: team.id, user_id: app.bot, is_bot: true, is_enterprise_install: false },
      ];
      return { authorizations: page(all, paged).rows };
    },
  }),
  'apps.manifest.validate': method({
    token: 'none',
    tier: 3,
    gaps: 'Asks for no configuration token, for there is nobody here to give one.',
    args: z.object({ manifest: neededJson, app_id: text.optional() }),
    run: ({ slack }, { manifest, app_id }) => {
      if (app_id !== undefined && app_id !== slack.state.app.id) refuse('invalid_app_id');
      const errors =
        manifest === BROKEN_JSON ? [{ message: 'must be valid JSON', pointer: '/' }] : manifestProblems(manifest);
      return errors.length > 0 ? refuse('invalid_manifest', { errors }) : { errors };
    },
  }),
  'oauth.v2.access': method({
    token: 'none',
    tier: 'special',
    json: false,
    gaps: 'There is no page to consent on, so no code is ever valid: the app is installed from the start.',
    args: z.object({
      client_id: text.optional(),
      client_secret: text.optional(),
      code: text.optional(),
      grant_type: text.optional(),
      refresh_token: text.optional(),
      code_verifier: ignored,
      redirect_uri: ignored,
      assertion: ignored,
    }),
    run: (_call, given) => {
      checkedClient(given);
      if (given.grant_type === 'refresh_token') refuse('invalid_refresh_token');
      if (given.grant_type !== undefined && given.grant_type !== 'authorization_code') refuse('invalid_grant_type');
      return refuse('invalid_code');
    },
  }),
  'oauth.v2.exchange': method({
    token: 'none',
    tier: 3,
    json: false,
    gaps: 'Tokens are not rotated here.',
    args: z.object({ client_id: word, client_secret: word }),
    run: (_call, given) => {
      checkedClient(given);
      return refuse('token_rotation_not_enabled');
    },
  }),
  'migration.exchange': method({
    scopes: ['tokens.basic'],
    tier: 2,
    json: false,
    gaps: 'This workspace belongs to no Enterprise organization, and Slack says the same of such a one.',
    args: z.object({ users: word, to_old: ignored }),
    run: () => refuse('not_enterprise_team'),
  }),
  'dialog.open': method({
    tier: 4,
    gaps: 'Legacy dialogs are not drawn: a call that is in order still answers `cannot_create_dialog`. Use a modal.',
    args: z.object({ dialog: json.optional(), trigger_id: text.optional() }),
    run: ({ slack }, { dialog, trigger_id }) => {
      if (trigger_id === undefined) return refuse('missing_trigger');
      if (dialog === undefined) refuse('missing_dialog');
      takeTrigger(slack, trigger_id);
      const messages = ['[ERROR] local-slack does not draw legacy dialogs: open a modal with views.open'];
      return refuse('cannot_create_dialog', { response_metadata: { messages } });
    },
  }),
};

/** Dialogs have older names for what can be wrong with a trigger. */
const TRIGGER_ERRORS: Record<string, string> = {
  invalid_trigger_id: 'invalid_trigger',
  exchanged_trigger_id: 'trigger_exchanged',
  expired_trigger_id: 'trigger_expired',
};

function takeTrigger(slack: Slack, id: string): void {
  try {
    slack.triggers.take(id);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refuse(TRIGGER_ERRORS[error.code] ?? error.code);
  }
}

/** The `event_context` of a delivery, as the journal keeps it. */
function contextOf(request: unknown): unknown {
  const payload = (request as { payload?: { event_context?: unknown } } | null)?.payload;
  return payload?.event_context;
}
