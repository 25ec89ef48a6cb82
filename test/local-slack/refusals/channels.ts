/** Channels and what hangs on them: how each method refuses. */
import type { Refusals, Stage, Try } from './stage.ts';

const NOBODY = 'U0NOBODY';
const NOWHERE = 'C0NOWHERE';
const NEVER = '1700000000.000001';

const nowhere: Try = () => ({ channel: NOWHERE });
const wrongKind: Try = (s) => ({ channel: s.dm });
const cursor: Try = () => ({ cursor: 'elsewhere' });
/** Without the scope of this kind, though with one of another. */
const unscoped =
  (kept: string, args: Try): Try =>
  (s) => {
    s.on.slack.manifest.oauth_config.scopes.bot = [kept];
    return args(s);
  };

function window(more: (s: Stage) => Record<string, unknown>): Record<string, Try> {
  return {
    channel_not_found: (s) => ({ ...more(s), channel: NOWHERE }),
    invalid_cursor: (s) => ({ ...more(s), cursor: 'elsewhere' }),
    invalid_ts_latest: (s) => ({ ...more(s), latest: 'yesterday' }),
    invalid_ts_oldest: (s) => ({ ...more(s), oldest: 'yesterday' }),
  };
}

function describing(what: 'topic' | 'purpose'): Record<string, Try> {
  return {
    channel_not_found: () => ({ channel: NOWHERE, [what]: 'x' }),
    is_archived: (s) => ({ channel: s.archived, [what]: 'x' }),
    not_in_channel: (s) => ({ channel: s.random, [what]: 'x' }),
    too_long: (s) => ({ channel: s.general, [what]: 'x'.repeat(251) }),
    method_not_supported_for_channel_type: (s) => ({ channel: s.dm, [what]: 'x' }),
    missing_scope: unscoped('im:write', (s) => ({ channel: s.general, [what]: 'x' })),
  };
}

const names: Record<string, string> = {
  invalid_name_required: '',
  invalid_name_maxlength: 'x'.repeat(81),
  invalid_name_specials: 'War Room',
  invalid_name_punctuation: '---',
  name_taken: 'general',
};
const naming = (more: (s: Stage) => object): Record<string, Try> =>
  Object.fromEntries(Object.entries(names).map(([error, name]) => [error, (s: Stage) => ({ ...more(s), name })]));

export const channels: Refusals = {
  'conversations.info': {
    channel_not_found: nowhere,
    missing_scope: unscoped('im:read', (s) => ({ channel: s.general })),
  },
  'conversations.history': {
    ...window((s) => ({ channel: s.general })),
    not_in_channel: (s) => ({ channel: s.random }),
  },
  'conversations.replies': {
    ...window((s) => ({ channel: s.general, ts: s.ts })),
    thread_not_found: (s) => ({ channel: s.general, ts: NEVER }),
    missing_scope: unscoped('im:history', (s) => ({ channel: s.general, ts: s.ts })),
  },
  'conversations.members': {
    channel_not_found: nowhere,
    invalid_cursor: (s) => ({ channel: s.general, cursor: 'elsewhere' }),
    invalid_limit: (s) => ({ channel: s.general, limit: 1001 }),
    missing_scope: unscoped('im:read', (s) => ({ channel: s.general })),
  },
  'conversations.list': {
    invalid_cursor: cursor,
    invalid_limit: () => ({ limit: 1001 }),
    invalid_types: () => ({ types: 'forum' }),
    missing_scope: unscoped('im:read', () => ({ types: 'public_channel' })),
  },
  'users.conversations': {
    invalid_cursor: cursor,
    invalid_limit: () => ({ limit: 1001 }),
    invalid_types: () => ({ types: 'forum' }),
    missing_scope: unscoped('im:read', () => ({ types: 'public_channel' })),
  },
  'conversations.open': {
    channel_not_found: nowhere,
    method_not_supported_for_channel_type: (s) => ({ channel: s.general }),
    users_list_not_supplied: () => ({}),
    not_enough_users: () => ({ users: ',' }),
    too_many_users: (s) => ({ users: Object.values(s.on.ids.users).slice(0, 9).join(',') }),
    user_not_found: () => ({ users: NOBODY }),
    user_disabled: async (s) => {
      await s.on.control({ do: 'deactivate', user: s.ana });
      return { users: s.ana };
    },
    invalid_user_combination: (s) => ({ users: s.on.ids.bot }),
    missing_scope: unscoped('mpim:write', (s) => ({ users: s.ana })),
  },
  'conversations.close': {
    channel_not_found: nowhere,
    method_not_supported_for_channel_type: (s) => ({ channel: s.general }),
    missing_scope: unscoped('mpim:write', (s) => ({ channel: s.dm })),
  },
  'conversations.join': {
    channel_not_found: nowhere,
    is_archived: async (s) => {
      await s.on.control({ do: 'archive', channel: s.random });
      return { channel: s.random };
    },
    method_not_supported_for_channel_type: (s) => ({ channel: s.own }),
    missing_scope: unscoped('im:write', (s) => ({ channel: s.random })),
  },
  'conversations.create': { ...naming(() => ({})), missing_scope: unscoped('im:write', () => ({ name: 'new' })) },
  'conversations.invite': {
    channel_not_found: (s) => ({ channel: NOWHERE, users: s.ana }),
    method_not_supported_for_channel_type: (s) => ({ channel: s.dm, users: s.ana }),
    not_in_channel: (s) => ({ channel: s.random, users: s.ana }),
    is_archived: (s) => ({ channel: s.archived, users: s.ana }),
    no_user: (s) => ({ channel: s.own, users: ',' }),
    cant_invite: (s) => ({ channel: s.own, users: Array(101).fill(NOBODY).join(',') }),
    cant_invite_self: (s) => ({ channel: s.own, users: s.on.ids.bot }),
    user_not_found: (s) => ({ channel: s.own, users: NOBODY }),
    already_in_channel: (s) => ({ channel: s.own, users: s.ana }),
    missing_scope: unscoped('im:write', (s) => ({ channel: s.own, users: s.ana })),
  },
  'conversations.kick': {
    channel_not_found: (s) => ({ channel: NOWHERE, user: s.ana }),
    method_not_supported_for_channel_type: (s) => ({ channel: s.dm, user: s.ana }),
    cant_kick_self: (s) => ({ channel: s.own, user: s.on.ids.bot }),
    cant_kick_from_general: (s) => ({ channel: s.general, user: s.ana }),
    not_in_channel: (s) => ({ channel: s.own, user: s.on.ids.users['kofi'] }),
    user_not_found: (s) => ({ channel: s.own, user: NOBODY }),
    missing_scope: unscoped('channels:manage', (s) => ({ channel: s.own, user: s.ana })),
  },
  'conversations.leave': {
    channel_not_found: nowhere,
    cant_leave_general: (s) => ({ channel: s.general }),
    is_archived: (s) => ({ channel: s.archived }),
    last_member: async (s) => {
      await s.on.act('ana', { do: 'leave', channel: s.own });
      return { channel: s.own };
    },
    method_not_supported_for_channel_type: wrongKind,
    missing_scope: unscoped('im:write', (s) => ({ channel: s.own })),
  },
  'conversations.archive': {
    channel_not_found: nowhere,
    already_archived: (s) => ({ channel: s.archived }),
    cant_archive_general: (s) => ({ channel: s.general }),
    method_not_supported_for_channel_type: wrongKind,
    not_in_channel: (s) => ({ channel: s.random }),
    missing_scope: unscoped('im:write', (s) => ({ channel: s.own })),
  },
  'conversations.unarchive': {
    channel_not_found: nowhere,
    not_archived: (s) => ({ channel: s.own }),
    method_not_supported_for_channel_type: wrongKind,
    missing_scope: unscoped('im:write', (s) => ({ channel: s.archived })),
  },
  'conversations.rename': {
    ...naming((s) => ({ channel: s.own })),
    channel_not_found: () => ({ channel: NOWHERE, name: 'new' }),
    method_not_supported_for_channel_type: (s) => ({ channel: s.dm, name: 'new' }),
    not_in_channel: (s) => ({ channel: s.random, name: 'new' }),
    not_authorized: (s) => ({ channel: s.general, name: 'new' }),
    is_archived: async (s) => {
      await s.on.control({ do: 'archive', channel: s.own });
      return { channel: s.own, name: 'new' };
    },
    missing_scope: unscoped('im:write', (s) => ({ channel: s.own, name: 'new' })),
  },
  'conversations.setTopic': describing('topic'),
  'conversations.setPurpose': describing('purpose'),
  'conversations.mark': {
    channel_not_found: () => ({ channel: NOWHERE, ts: NEVER }),
    invalid_timestamp: (s) => ({ channel: s.general, ts: 'now' }),
    not_in_channel: (s) => ({ channel: s.random, ts: NEVER }),
  },
};
