/** Everything that can happen in a workspace, once: what comes of it is what an app can hear. */
import { type Workspace, manifest, until } from './workspace.ts';

const READ = [
  'app_mentions:read',
  'channels:history',
  'channels:read',
  'files:read',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'links:read',
  'metadata.message:read',
  'mpim:history',
  'mpim:read',
  'pins:read',
  'reactions:read',
  'team:read',
  'usergroups:read',
  'users:read',
];
const WRITE = ['chat:write', 'chat:write.customize', 'commands', 'im:write', 'links:write', 'mpim:write'];
const LINK = 'https://t.example/1';

/** An app that subscribes to all this, with every scope to hear it or with none. */
export function curious(bot_events: string[], hearing = true): unknown {
  const whole = manifest((m) => {
    m.features['unfurl_domains'] = ['t.example'];
    m.oauth_config.scopes.bot = [...WRITE, ...(hearing ? READ : [])];
    m.settings.event_subscriptions.bot_events = bot_events;
  });
  const { settings } = whole;
  return {
    ...whole,
    settings: {
      ...settings,
      event_subscriptions: {
        ...settings.event_subscriptions,
        metadata_subscriptions: [{ app_id: '*', event_type: 'ticket' }],
      },
    },
    functions: {
      tell: { title: 'Tell', description: 'Tells', input_parameters: {}, output_parameters: {} },
    },
  };
}

async function talk(on: Workspace, channel: string): Promise<void> {
  const send = async (text: string, more = {}) =>
    ((await on.act('ana', { do: 'send', channel, text, ...more })) as { ts: string }).ts;
  const ts = await send('@threadesk help');
  await send('reply', { thread_ts: ts, broadcast: true });
  await on.act('ana', { do: 'edit', channel, ts, text: 'edited' });
  await on.act('ana', { do: 'react', channel, ts, name: 'eyes' });
  await on.act('ana', { do: 'unreact', channel, ts, name: 'eyes' });
  await on.act('ana', { do: 'pin', channel, ts });
  await on.act('ana', { do: 'unpin', channel, ts });
  await on.act('ana', { do: 'delete', channel, ts });
}

async function files(on: Workspace, channel: string): Promise<void> {
  const upload = { do: 'upload', name: 'a.txt', mimetype: 'text/plain', content: 'YQ==' } as const;
  const show = async () => {
    const { file } = (await on.act('ana', upload)) as { file: string };
    const { ts } = (await on.act('ana', { do: 'send', channel, text: '', files: [file] })) as { ts: string };
    return { file, ts };
  };
  const first = await show();
  await on.act('ana', { do: 'delete', channel, ts: first.ts });
  const second = await show();
  await on.act('ana', { do: 'delete_file', file: second.file });
}

async function ownPosts(on: Workspace, channel: string): Promise<void> {
  const metadata = (n: number) => ({ event_type: 'ticket', event_payload: { n } });
  const ts = await on.post(channel, 'with metadata', { metadata: metadata(1) });
  await on.call('chat.update', { channel, ts, text: 'changed', metadata: metadata(2) });
  await on.call('chat.delete', { channel, ts });
  await on.call('chat.meMessage', { channel, text: 'waves' });
  await on.post(channel, 'in disguise', { username: 'Desk' });
}

async function links(on: Workspace, channel: string): Promise<void> {
  const { ts } = (await on.act('ana', { do: 'send', channel, text: LINK })) as { ts: string };
  const entity = {
    app_unfurl_url: LINK,
    url: LINK,
    external_ref: { id: 'T-1' },
    entity_type: 'slack#/entities/task',
    entity_payload: { attributes: { title: { text: 'Printer' } } },
  };
  await on.call('chat.unfurl', { channel, ts, metadata: { entities: [entity] } });
  await on.act('ana', { do: 'open_entity', channel, ts, url: LINK });
}

async function room(on: Workspace, isPrivate: boolean): Promise<void> {
  const name = isPrivate ? 'den' : 'hall';
  const ana = on.ids.users['ana']!;
  const made = await on.control({ do: 'create_channel', name, private: isPrivate, members: [ana] });
  const channel = String(made['channel']);
  await on.control({ do: 'add_bot', channel });
  await on.act('ana', { do: 'topic', channel, text: 'this' });
  await on.act('ana', { do: 'purpose', channel, text: 'that' });
  await on.control({ do: 'rename_channel', channel, name: `${name}-two` });
  await on.control({ do: 'archive', channel });
  await on.control({ do: 'unarchive', channel });
  await on.act('ana', { do: 'send', channel, text: 'hello' });
  await on.control({ do: 'remove_bot', channel });
  await on.control({ do: 'add_bot', channel });
  const shared = await on.control({ do: 'share_channel', channel });
  await on.control({ do: 'delete_channel', channel: String(shared['channel']) });
}

async function directly(on: Workspace): Promise<void> {
  await on.act('bao', { do: 'open_home' });
  const { channel } = (await on.act('bao', { do: 'open_home', tab: 'messages' })) as { channel: string };
  await on.act('bao', { do: 'send', channel, text: 'hello' });
  const open = async (...names: string[]) => {
    const users = names.map((name) => on.ids.users[name]).join(',');
    return ((await on.call('conversations.open', { users }))['channel'] as { id: string }).id;
  };
  const group = await open('ana', 'kofi');
  await on.act('ana', { do: 'send', channel: group, text: 'hello' });
  for (const id of [group, await open('min')]) await on.call('conversations.close', { channel: id });
}

async function people(on: Workspace): Promise<void> {
  const user = on.ids.users['min']!;
  await on.control({ do: 'set_profile', user, title: 'Lead', status: 'Away' });
  await on.control({ do: 'add_person', name: 'zoe', real_name: 'Zoe Park', email: 'zoe@northwind.example' });
  for (const members of [[], [user, on.ids.bot], [user]])
    await on.control({ do: 'set_group', handle: 'night-shift', name: 'Night shift', members });
  await on.control({ do: 'rename_team', name: 'Southwind' });
}

/** All of it, and last the end of the installation. */
export async function everything(on: Workspace): Promise<void> {
  const channel = on.ids.channels['general']!;
  await talk(on, channel);
  await files(on, channel);
  await ownPosts(on, channel);
  await links(on, channel);
  for (const isPrivate of [false, true]) await room(on, isPrivate);
  await directly(on);
  await people(on);
  await on.control({ do: 'run_function', callback_id: 'tell', user: on.ids.users['ana']!, inputs: {} });
  await on.control({ do: 'arm', fault: { method: '*', kind: { do: 'uninstall' }, left: null } });
  await until(async () => ((await on.journal()).every((row) => row.ms !== null) ? true : undefined));
}
