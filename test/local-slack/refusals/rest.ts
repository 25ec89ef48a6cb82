/** People, views and files: how each method refuses. */
import type { Args, Refusals, Stage, Try } from './stage.ts';

const NOBODY = 'U0NOBODY';
const NOWHERE = 'C0NOWHERE';

const modal = (more: Args = {}): Args => ({
  type: 'modal',
  title: { type: 'plain_text', text: 'Ticket' },
  blocks: [{ type: 'divider' }],
  ...more,
});
const home = { type: 'home', blocks: [{ type: 'divider' }] };
const heavy = modal({ private_metadata: 'x'.repeat(250_001) });

async function opened(s: Stage, more: Args = {}): Promise<{ id: string; hash: string }> {
  const answer = await s.on.call('views.open', { trigger_id: s.trigger(), view: modal(more) });
  return answer['view'] as { id: string; hash: string };
}

const triggers: Record<string, Try> = {
  invalid_trigger_id: () => ({ trigger_id: '1.2.3', view: modal() }),
  expired_trigger_id: async (s) => {
    const trigger_id = s.trigger();
    await s.on.control({ do: 'clock', forward_ms: 3001 });
    return { trigger_id, view: modal() };
  },
  exchanged_trigger_id: async (s) => {
    const trigger_id = s.trigger();
    await s.on.call('views.open', { trigger_id, view: modal() });
    return { trigger_id, view: modal() };
  },
  view_too_large: (s) => ({ trigger_id: s.trigger(), view: heavy }),
};

async function uploaded(s: Stage): Promise<string> {
  const asked = await s.on.call('files.getUploadURLExternal', { filename: 'a.txt', length: 1 });
  await fetch(String(asked['upload_url']), { method: 'POST', body: 'a' });
  return String(asked['file_id']);
}

async function shared(s: Stage): Promise<string> {
  const id = await uploaded(s);
  await s.on.call('files.completeUploadExternal', { files: [{ id }], channel_id: s.general });
  return id;
}

async function anasFile(s: Stage): Promise<string> {
  const up = await s.on.act('ana', { do: 'upload', name: 'a.txt', mimetype: 'text/plain', content: 'YQ==' });
  const { file } = up as { file: string };
  await s.on.act('ana', { do: 'send', channel: s.general, text: 'look', files: [file] });
  return file;
}

export const rest: Refusals = {
  'users.info': { user_not_found: () => ({ user: NOBODY }) },
  'users.list': { invalid_cursor: () => ({ cursor: 'elsewhere' }) },
  'users.lookupByEmail': { users_not_found: () => ({ email: 'nobody@example.com' }) },
  'users.profile.get': { user_not_found: () => ({ user: NOBODY }) },
  'usergroups.users.list': { no_such_subteam: () => ({ usergroup: 'S0NONE' }) },
  'team.info': { team_not_found: () => ({ team: 'T0ELSEWHERE' }) },
  'bots.info': { bot_not_found: () => ({ bot: 'B0NONE' }) },
  'blocks.validate': {
    invalid_arguments: () => ({}),
    invalid_blocks: () => ({ blocks: [{ type: 'poem' }] }),
    invalid_view: () => ({ view: { type: 'modal' } }),
    invalid_message: () => ({ message: { blocks: [{ type: 'poem' }] } }),
  },
  'views.open': {
    ...triggers,
    duplicate_external_id: async (s) => {
      await opened(s, { external_id: 'one' });
      const other = s.on.slack.triggers.make(s.on.ids.users['kofi'] ?? '');
      return { trigger_id: other, view: modal({ external_id: 'one' }) };
    },
  },
  'views.push': {
    ...triggers,
    not_found: (s) => ({ trigger_id: s.trigger(), view: modal() }),
    duplicate_external_id: async (s) => {
      await opened(s, { external_id: 'one' });
      return { trigger_id: s.trigger(), view: modal({ external_id: 'one' }) };
    },
    push_limit_reached: async (s) => {
      await opened(s);
      for (let n = 0; n < 2; n += 1) await s.on.call('views.push', { trigger_id: s.trigger(), view: modal() });
      return { trigger_id: s.trigger(), view: modal() };
    },
  },
  'views.update': {
    not_found: () => ({ view_id: 'V0NONE', view: modal() }),
    hash_conflict: async (s) => ({ view_id: (await opened(s)).id, hash: 'old', view: modal() }),
    view_too_large: async (s) => ({ view_id: (await opened(s)).id, view: heavy }),
    duplicate_external_id: async (s) => {
      await opened(s, { external_id: 'one' });
      const pushed = await s.on.call('views.push', { trigger_id: s.trigger(), view: modal() });
      return { view_id: (pushed['view'] as { id: string }).id, view: modal({ external_id: 'one' }) };
    },
  },
  'views.publish': {
    hash_conflict: async (s) => {
      await s.on.call('views.publish', { user_id: s.ana, view: home });
      return { user_id: s.ana, view: home, hash: 'old' };
    },
    view_too_large: (s) => ({ user_id: s.ana, view: { ...home, private_metadata: 'x'.repeat(250_001) } }),
    duplicate_external_id: async (s) => {
      await opened(s, { external_id: 'one' });
      return { user_id: s.ana, view: { ...home, external_id: 'one' } };
    },
    not_enabled: (s) => {
      s.on.slack.manifest.features.app_home.home_tab_enabled = false;
      return { user_id: s.ana, view: home };
    },
  },
  'files.getUploadURLExternal': {
    file_upload_size_restricted: () => ({ filename: 'a.txt', length: 1_000_000_001 }),
    alt_txt_too_large: () => ({ filename: 'a.png', length: 1, alt_txt: 'x'.repeat(1001) }),
  },
  'files.completeUploadExternal': {
    file_not_found: () => ({ files: [{ id: 'F0NONE' }] }),
    channel_not_found: async (s) => ({ files: [{ id: await uploaded(s) }], channel_id: NOWHERE }),
    not_in_channel: async (s) => ({ files: [{ id: await uploaded(s) }], channel_id: s.random }),
    posting_to_channel_denied: async (s) => ({ files: [{ id: await uploaded(s) }], channel_id: s.archived }),
    invalid_blocks: async (s) => ({
      files: [{ id: await uploaded(s) }],
      channel_id: s.general,
      blocks: [{ type: 'poem' }],
    }),
    channels_limit_exceeded: async (s) => ({
      files: [{ id: await uploaded(s) }],
      channels: Array(101).fill(s.general).join(','),
    }),
  },
  'files.info': {
    file_not_found: () => ({ file: 'F0NONE' }),
    file_deleted: async (s) => {
      const file = await shared(s);
      await s.on.call('files.delete', { file });
      return { file };
    },
  },
  'files.list': { user_not_found: () => ({ user: NOBODY }), unknown_type: () => ({ types: 'poems' }) },
  'files.delete': {
    file_not_found: () => ({ file: 'F0NONE' }),
    cant_delete_file: async (s) => ({ file: await anasFile(s) }),
    file_deleted: async (s) => {
      const file = await shared(s);
      await s.on.call('files.delete', { file });
      return { file };
    },
  },
};
