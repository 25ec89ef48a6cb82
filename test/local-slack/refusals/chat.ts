/** Words into channels: how each method refuses. */
import type { Args, Refusals, Stage, Try } from './stage.ts';

const NOBODY = 'U0NOBODY';
const NOWHERE = 'C0NOWHERE';
const NEVER = '1700000000.000001';
const dividers = Array.from({ length: 51 }, () => ({ type: 'divider' }));
const wide = { type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(2999) } };
const broken = [{ type: 'poem' }];

/** What all methods refuse that put words into a channel. */
function places(more: Args = {}): Record<string, Try> {
  return {
    channel_not_found: () => ({ channel: NOWHERE, text: 'x', ...more }),
    not_in_channel: (s) => ({ channel: s.random, text: 'x', ...more }),
    is_archived: (s) => ({ channel: s.archived, text: 'x', ...more }),
  };
}

function contents(more: (s: Stage) => Args): Record<string, Try> {
  return {
    no_text: more,
    invalid_blocks: (s) => ({ ...more(s), blocks: broken }),
    invalid_blocks_format: (s) => ({ ...more(s), blocks: '[{' }),
    too_many_attachments: (s) => ({ ...more(s), attachments: Array.from({ length: 101 }, () => ({ text: 'x' })) }),
    markdown_text_conflict: (s) => ({ ...more(s), text: 'x', markdown_text: 'x' }),
  };
}

function metadata(more: (s: Stage) => Args): Record<string, Try> {
  const big = { event_type: 'big', event_payload: { text: 'x'.repeat(20_000) } };
  return {
    invalid_metadata_format: (s) => ({ ...more(s), metadata: 'nothing' }),
    invalid_metadata_schema: (s) => ({ ...more(s), metadata: { event_type: 'a' } }),
    metadata_too_large: (s) => ({ ...more(s), metadata: big }),
  };
}

const here = (s: Stage): Args => ({ channel: s.general });
const mine = (s: Stage): Args => ({ channel: s.general, ts: s.ts });
const closeMessages = (s: Stage): void => void (s.on.slack.manifest.features.app_home.messages_tab_enabled = false);

async function reply(s: Stage): Promise<string> {
  return s.on.post(s.general, 'reply', { thread_ts: s.human });
}

const later = (s: Stage, seconds = 600): number => Math.floor(s.on.slack.clock.now() / 1000) + seconds;

async function streamed(s: Stage): Promise<string> {
  const to = { recipient_user_id: s.ana, recipient_team_id: s.on.ids.team };
  const started = { channel: s.general, thread_ts: s.human, markdown_text: 'a', ...to };
  return (await s.on.call('chat.startStream', started))['ts'] as string;
}

export const chat: Refusals = {
  'chat.postMessage': {
    ...places(),
    ...contents(here),
    ...metadata((s) => ({ ...here(s), text: 'x' })),
    as_user_not_supported: (s) => ({ ...here(s), text: 'x', as_user: true }),
    too_many_contact_cards: (s) => ({ ...here(s), text: 'x', contact_cards: Array.from({ length: 11 }, () => ({})) }),
    msg_blocks_too_long: (s) => ({ ...here(s), blocks: [wide, wide, wide, wide, wide] }),
    cannot_reply_to_message: async (s) => ({ ...here(s), text: 'x', thread_ts: await reply(s) }),
    messages_tab_disabled: (s) => (closeMessages(s), { channel: s.ana, text: 'x' }),
  },
  'chat.update': {
    ...contents(mine),
    ...metadata((s) => ({ ...mine(s), text: 'x' })),
    channel_not_found: () => ({ channel: NOWHERE, ts: NEVER, text: 'x' }),
    message_not_found: (s) => ({ ...here(s), ts: NEVER, text: 'x' }),
    cant_update_message: (s) => ({ ...here(s), ts: s.human, text: 'x' }),
    msg_too_long: (s) => ({ ...mine(s), text: 'x'.repeat(4001) }),
    invalid_attachments: (s) => ({ ...mine(s), attachments: '[{' }),
    as_user_not_supported: (s) => ({ ...mine(s), text: 'x', as_user: true }),
    cant_broadcast_message: (s) => ({ ...mine(s), reply_broadcast: true }),
    no_dual_broadcast_content_update: async (s) => ({
      ...here(s),
      ts: await reply(s),
      text: 'y',
      reply_broadcast: true,
    }),
    streaming_state_conflict: async (s) => ({ ...here(s), ts: await streamed(s), text: 'x' }),
    is_inactive: async (s) => {
      await s.on.control({ do: 'archive', channel: s.general });
      return { ...mine(s), text: 'x' };
    },
  },
  'chat.delete': {
    channel_not_found: () => ({ channel: NOWHERE, ts: NEVER }),
    message_not_found: (s) => ({ ...here(s), ts: NEVER }),
    cant_delete_message: (s) => ({ ...here(s), ts: s.human }),
  },
  'chat.postEphemeral': {
    ...contents((s) => ({ ...here(s), user: s.ana })),
    channel_not_found: (s) => ({ channel: NOWHERE, user: s.ana, text: 'x' }),
    not_in_channel: (s) => ({ channel: s.random, user: s.ana, text: 'x' }),
    is_archived: (s) => ({ channel: s.archived, user: s.ana, text: 'x' }),
    user_not_in_channel: (s) => ({ ...here(s), user: NOBODY, text: 'x' }),
    msg_too_long: (s) => ({ ...here(s), user: s.ana, text: 'x'.repeat(40_001) }),
    invalid_attachments: (s) => ({ ...here(s), user: s.ana, attachments: '[{' }),
    cannot_reply_to_message: async (s) => ({ ...here(s), user: s.ana, text: 'x', thread_ts: await reply(s) }),
    messages_tab_disabled: (s) => (closeMessages(s), { channel: s.dm, user: s.ana, text: 'x' }),
  },
  'chat.meMessage': {
    ...places(),
    no_text: (s) => ({ ...here(s), text: '' }),
    msg_too_long: (s) => ({ ...here(s), text: 'x'.repeat(40_001) }),
  },
  'chat.getPermalink': {
    channel_not_found: () => ({ channel: NOWHERE, message_ts: NEVER }),
    message_not_found: (s) => ({ ...here(s), message_ts: NEVER }),
  },
  'chat.scheduleMessage': {
    ...places({ post_at: 4_000_000_000 }),
    ...contents((s) => ({ ...here(s), post_at: later(s) })),
    ...metadata((s) => ({ ...here(s), text: 'x', post_at: later(s) })),
    invalid_time: (s) => ({ ...here(s), post_at: 'soon', text: 'x' }),
    msg_too_long: (s) => ({ ...here(s), post_at: later(s), text: 'x'.repeat(40_001) }),
    time_in_past: (s) => ({ ...here(s), post_at: later(s, -1), text: 'x' }),
    time_too_far: (s) => ({ ...here(s), post_at: later(s, 121 * 86_400), text: 'x' }),
    restricted_too_many: async (s) => {
      const one = { ...here(s), post_at: later(s), text: 'x' };
      for (let n = 0; n < 30; n += 1) await s.on.call('chat.scheduleMessage', one);
      return one;
    },
  },
  'chat.deleteScheduledMessage': {
    channel_not_found: () => ({ channel: NOWHERE, scheduled_message_id: 'Q0' }),
    invalid_scheduled_message_id: (s) => ({ ...here(s), scheduled_message_id: 'Q0' }),
  },
  'chat.scheduledMessages.list': {
    invalid_channel: () => ({ channel: NOWHERE }),
    invalid_cursor: () => ({ cursor: 'elsewhere' }),
  },
  'chat.startStream': {
    ...places({ recipient_user_id: 'U', recipient_team_id: 'T', text: undefined }),
    user_not_found: (s) => ({ ...here(s), recipient_user_id: NOBODY, recipient_team_id: 'T' }),
    missing_recipient_user_id: here,
    missing_recipient_team_id: (s) => ({ ...here(s), recipient_user_id: s.ana }),
    invalid_chunks: (s) => ({ channel: s.dm, chunks: broken }),
    invalid_blocks: (s) => ({ channel: s.dm, chunks: [{ type: 'blocks', blocks: broken }] }),
    msg_blocks_too_long: (s) => ({ channel: s.dm, markdown_text: 'x'.repeat(12_001) }),
    msg_blocks_too_many: (s) => ({ channel: s.dm, chunks: [{ type: 'blocks', blocks: dividers }] }),
    messages_tab_disabled: (s) => (closeMessages(s), { channel: s.dm }),
  },
  'chat.appendStream': {
    channel_not_found: () => ({ channel: NOWHERE, ts: NEVER, markdown_text: 'x' }),
    not_in_channel: (s) => ({ channel: s.random, ts: NEVER, markdown_text: 'x' }),
    is_archived: (s) => ({ channel: s.archived, ts: NEVER, markdown_text: 'x' }),
    message_not_found: (s) => ({ ...here(s), ts: NEVER, markdown_text: 'x' }),
    message_not_owned_by_app: (s) => ({ ...here(s), ts: s.human, markdown_text: 'x' }),
    message_not_in_streaming_state: (s) => ({ ...mine(s), markdown_text: 'x' }),
    messages_tab_disabled: (s) => (closeMessages(s), { channel: s.dm, ts: NEVER, markdown_text: 'x' }),
    no_text: mine,
    invalid_chunks: (s) => ({ ...mine(s), chunks: '[{' }),
    msg_blocks_too_long: (s) => ({ ...mine(s), markdown_text: 'x'.repeat(12_001) }),
    msg_blocks_too_many: async (s) => ({
      ...here(s),
      ts: await streamed(s),
      chunks: [{ type: 'blocks', blocks: dividers }],
    }),
    invalid_blocks: async (s) => ({
      ...here(s),
      ts: await streamed(s),
      chunks: [{ type: 'blocks', blocks: broken }],
    }),
  },
  'chat.stopStream': {
    channel_not_found: () => ({ channel: NOWHERE, ts: NEVER }),
    not_in_channel: (s) => ({ channel: s.random, ts: NEVER }),
    is_archived: (s) => ({ channel: s.archived, ts: NEVER }),
    message_not_found: (s) => ({ ...here(s), ts: NEVER }),
    message_not_owned_by_app: (s) => ({ ...here(s), ts: s.human }),
    message_not_in_streaming_state: mine,
    messages_tab_disabled: (s) => (closeMessages(s), { channel: s.dm, ts: NEVER }),
    invalid_chunks: (s) => ({ ...mine(s), chunks: '[{' }),
    invalid_blocks: async (s) => ({ ...here(s), ts: await streamed(s), blocks: broken }),
    msg_blocks_too_long: (s) => ({ ...mine(s), markdown_text: 'x'.repeat(12_001) }),
    msg_blocks_too_many: async (s) => ({ ...here(s), ts: await streamed(s), blocks: dividers }),
    no_text: async (s) => {
      const started = await s.on.call('chat.startStream', { channel: s.dm });
      return { channel: s.dm, ts: started['ts'] };
    },
    ...metadata(mine),
  },
  'chat.unfurl': {
    missing_unfurls: mine,
    missing_channel: (s) => ({ ts: s.human, unfurls: {} }),
    missing_ts: (s) => ({ ...here(s), unfurls: {} }),
    missing_source: () => ({ unfurl_id: 'C-1', unfurls: {} }),
    missing_unfurl_id: () => ({ source: 'composer', unfurls: {} }),
    invalid_source: () => ({ unfurl_id: 'C-1', source: 'elsewhere', unfurls: {} }),
    invalid_unfurl_id: () => ({ unfurl_id: 'C-1', source: 'composer', unfurls: {} }),
    cannot_find_channel: (s) => ({ channel: NOWHERE, ts: s.human, unfurls: {} }),
    cannot_find_message: (s) => ({ ...here(s), ts: NEVER, unfurls: {} }),
    cannot_unfurl_message: (s) => ({ ...here(s), ts: s.human, unfurls: { 'https://t.example/1': { text: 'x' } } }),
    cannot_unfurl_url: async (s) => {
      const said = await s.on.act('ana', { do: 'send', channel: s.general, text: 'https://other.example/1' });
      return { ...here(s), ts: (said as { ts: string }).ts, unfurls: { 'https://other.example/1': { text: 'x' } } };
    },
    invalid_unfurls_format: (s) => ({ ...here(s), ts: s.human, unfurls: '{' }),
    cannot_parse_attachment: (s) => ({ ...here(s), ts: s.human, unfurls: { 'https://t.example': 'x' } }),
    invalid_metadata_format: (s) => ({ ...here(s), ts: s.human, metadata: {} }),
  },
};
