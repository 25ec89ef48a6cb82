/** Agents, functions and the app itself: how each method refuses. */
import type { Args, Refusals, Stage, Try } from './stage.ts';

const NOBODY = 'U0NOBODY';
const NOWHERE = 'C0NOWHERE';
const NEVER = '1700000000.000001';

const MODAL = { type: 'modal', title: { type: 'plain_text', text: 'Ticket' }, blocks: [{ type: 'divider' }] };

/** A run of the function, begun; its own token beside. */
async function run(s: Stage): Promise<{ id: string; token: string }> {
  const order = { do: 'run_function', callback_id: 'reverse', user: s.ana, inputs: { text: 'abc' } } as const;
  return (await s.on.control(order))['execution'] as { id: string; token: string };
}

async function ended(s: Stage): Promise<string> {
  const { id } = await run(s);
  await s.on.call('functions.completeError', { function_execution_id: id, error: 'no' });
  return id;
}

const client = { client_id: 'local-client-id', client_secret: 'local-client-secret' };
const clients: Record<string, Try> = {
  invalid_client_id: () => ({ ...client, client_id: 'another' }),
  bad_client_secret: () => ({ ...client, client_secret: 'guessed' }),
};

const thread = (s: Stage, more: Args = {}): Args => ({ channel_id: s.general, thread_ts: s.human, ...more });
const entity = (more: Args = {}): Args => ({ trigger_id: 'none', metadata: {}, ...more });

/** A request for details of https://t.example/1, as a person's click makes it. */
function asked(s: Stage): string {
  const trigger_id = s.trigger();
  const made = s.on.slack.clock.now();
  s.on.slack.state.entity_requests[trigger_id] = { trigger_id, user: s.ana, url: 'https://t.example/1', made };
  return trigger_id;
}

export const app: Refusals = {
  'functions.completeSuccess': {
    function_execution_not_found: () => ({ function_execution_id: 'Fx0', outputs: {} }),
    execution_not_in_running_state: async (s) => ({
      function_execution_id: await ended(s),
      outputs: { turned: 'cba' },
    }),
    parameter_validation_failed: async (s) => ({ function_execution_id: (await run(s)).id, outputs: { turned: 3 } }),
    access_denied: async (s) => ({
      token: (await run(s)).token,
      function_execution_id: (await run(s)).id,
      outputs: { turned: 'cba' },
    }),
  },
  'functions.completeError': {
    function_execution_not_found: () => ({ function_execution_id: 'Fx0', error: 'no' }),
    execution_not_in_running_state: async (s) => ({ function_execution_id: await ended(s), error: 'no' }),
    access_denied: async (s) => ({
      token: (await run(s)).token,
      function_execution_id: (await run(s)).id,
      error: 'no',
    }),
  },
  'assistant.threads.setStatus': {
    channel_not_found: (s) => thread(s, { channel_id: NOWHERE, status: 'thinks' }),
    invalid_thread_ts: (s) => thread(s, { thread_ts: NEVER, status: 'thinks' }),
  },
  'assistant.threads.setTitle': {
    channel_not_found: (s) => thread(s, { channel_id: NOWHERE, title: 'x' }),
    invalid_thread_ts: (s) => thread(s, { thread_ts: NEVER, title: 'x' }),
  },
  'assistant.threads.setSuggestedPrompts': {
    channel_not_found: (s) => thread(s, { channel_id: NOWHERE, prompts: [] }),
    invalid_thread_ts: (s) => thread(s, { thread_ts: NEVER, prompts: [] }),
    not_agent_app: (s) => {
      delete s.on.slack.manifest.features.agent_view;
      return thread(s, { prompts: [] });
    },
  },
  'agents.sessions.setStatus': {
    channel_not_found: (s) => thread(s, { channel_id: NOWHERE, status: 'active' }),
    not_authorized: (s) => thread(s, { channel_id: s.random, status: 'active' }),
    invalid_status: (s) => thread(s, { status: 'asleep' }),
    thread_ts_required: (s) => ({ channel_id: s.general, status: 'active' }),
    user_not_found: (s) => thread(s, { status: 'active', initiator_user_id: NOBODY }),
  },
  'agents.sessions.rename': {
    channel_not_found: (s) => thread(s, { channel_id: NOWHERE, title: 'x' }),
    not_authorized: (s) => thread(s, { channel_id: s.random, title: 'x' }),
    thread_ts_required: (s) => ({ channel_id: s.general, title: 'x' }),
    session_not_found: (s) => thread(s, { title: 'x' }),
    invalid_name: (s) => thread(s, { title: 'x'.repeat(201) }),
  },
  'entity.presentDetails': {
    invalid_trigger_id: () => entity(),
    missing_interactivity_url: (s) => {
      s.on.slack.manifest.settings.interactivity.is_enabled = false;
      return entity();
    },
    invalid_metadata: (s) => entity({ trigger_id: asked(s) }),
    user_auth_url_missing: (s) => entity({ trigger_id: asked(s), user_auth_required: true }),
    entity_metadata_does_not_match_trigger: (s) =>
      entity({
        trigger_id: asked(s),
        metadata: {
          url: 'https://t.example/2',
          external_ref: { id: '2' },
          entity_type: 'slack#/entities/task',
          entity_payload: { attributes: { title: { text: 'x' } } },
        },
      }),
  },
  'dialog.open': {
    missing_trigger: () => ({ dialog: {} }),
    missing_dialog: (s) => ({ trigger_id: s.trigger() }),
    invalid_trigger: () => ({ trigger_id: '1.2.3', dialog: {} }),
    trigger_exchanged: async (s) => {
      const trigger_id = s.trigger();
      await s.on.call('views.open', { trigger_id, view: MODAL });
      return { trigger_id, dialog: {} };
    },
    trigger_expired: async (s) => {
      const trigger_id = s.trigger();
      await s.on.control({ do: 'clock', forward_ms: 3001 });
      return { trigger_id, dialog: {} };
    },
    cannot_create_dialog: (s) => ({ trigger_id: s.trigger(), dialog: {} }),
  },
  'apps.uninstall': clients,
  'oauth.v2.exchange': { ...clients, token_rotation_not_enabled: () => client },
  'oauth.v2.access': {
    ...clients,
    invalid_code: () => ({ ...client, code: 'any' }),
    invalid_grant_type: () => ({ ...client, grant_type: 'wish' }),
    invalid_refresh_token: () => ({ ...client, grant_type: 'refresh_token', refresh_token: 'any' }),
  },
  'apps.event.authorizations.list': {
    invalid_event_context: (s) => ({ token: s.on.appToken, event_context: '4-none' }),
  },
  'apps.connections.open': {
    forbidden_team: (s) => {
      s.on.slack.manifest.settings.socket_mode_enabled = false;
      return { token: s.on.appToken };
    },
    invalid_auth: () => ({ token: 'xapp-wrong' }),
  },
  'auth.test': { invalid_auth: () => ({ token: 'xoxb-wrong' }) },
  'apps.manifest.validate': {
    invalid_manifest: () => ({ manifest: {} }),
    invalid_app_id: () => ({ manifest: {}, app_id: 'A0NONE' }),
  },
  'migration.exchange': { not_enterprise_team: () => ({ users: NOBODY }) },
};
