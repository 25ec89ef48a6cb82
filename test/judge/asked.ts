/** Calls of every method that has a documented answer, so that the answers can be set beside it. */
import { type Workspace, until } from '../local-slack/workspace.ts';

type Json = Record<string, unknown>;

const DIVIDER = [{ type: 'divider' }];
const TITLE = { type: 'plain_text', text: 't' };

type Ask = (method: string, args?: Json, token?: string) => Promise<Json>;

/** What fewer apps ask: streams, bookmarks, functions, agents, the app itself. */
async function askMore(
  on: Workspace,
  ask: Ask,
  { channel, ts, ana }: Record<'channel' | 'ts' | 'ana', string>,
): Promise<void> {
  const mark = { channel_id: channel, title: 't', type: 'link', link: 'https://t.example/' };
  const { id: bookmark_id } = (await ask('bookmarks.add', mark))['bookmark'] as { id: string };
  await ask('bookmarks.edit', { channel_id: channel, bookmark_id, title: 'u' });
  await ask('bookmarks.list', { channel_id: channel });
  await ask('bookmarks.remove', { channel_id: channel, bookmark_id });
  await ask('pins.add', { channel, timestamp: ts });
  await ask('pins.remove', { channel, timestamp: ts });
  const stream = { recipient_user_id: ana, recipient_team_id: on.ids.team, thread_ts: ts };
  const begun = await ask('chat.startStream', { channel, ...stream, markdown_text: 'a' });
  await ask('chat.appendStream', { channel, ts: begun['ts'], markdown_text: 'b' });
  await ask('chat.stopStream', { channel, ts: begun['ts'], markdown_text: 'c' });
  await ask('users.lookupByEmail', { email: on.slack.state.users[ana]?.email });
  await ask('usergroups.users.list', { usergroup: on.slack.state.groups[0]?.id });
  const thread = { channel_id: channel, thread_ts: ts };
  await ask('assistant.threads.setStatus', { ...thread, status: 'thinks' });
  await ask('assistant.threads.setTitle', { ...thread, title: 't' });
  await ask('assistant.threads.setSuggestedPrompts', { ...thread, prompts: [{ title: 't', message: 'm' }] });
  await ask('agents.sessions.setStatus', { ...thread, status: 'active', initiator_user_id: ana });
  await ask('agents.sessions.rename', { ...thread, title: 't' });
  for (const [method, outcome] of [
    ['functions.completeSuccess', { outputs: { turned: 'x' } }],
    ['functions.completeError', { error: 'e' }],
  ] as const) {
    const run = await on.control({ do: 'run_function', callback_id: 'reverse', user: ana, inputs: { text: 'x' } });
    await ask(method, { function_execution_id: (run['execution'] as { id: string }).id, ...outcome });
  }
  await ask('auth.revoke', { test: true });
  await ask('apps.manifest.validate', { manifest: { display_information: { name: 'n' } } });
  const told = await until(async () => (await on.journal()).find((row) => row.name === 'function_executed'));
  const { event_context } = (told.request as { payload: { event_context: string } }).payload;
  await ask('apps.event.authorizations.list', { event_context }, on.appToken);
}

/** Asks one thing after the other; an answer is in the journal. */
export async function askEverything(on: Workspace): Promise<void> {
  const { users, channels } = on.ids;
  const channel = String(channels['general']);
  const [ana, ben] = [
    String(users['ana']),
    String(Object.values(users).find((one) => one !== users['ana'] && one !== on.ids.bot)),
  ];
  const ask: Ask = async (method, args = {}, token) => on.call(method, args, token);
  const made = async (name: string): Promise<string> =>
    ((await ask('conversations.create', { name }))['channel'] as { id: string }).id;
  const ts = await on.post(channel, 'first');
  const own = await made('samples');
  for (const method of [
    'auth.test',
    'team.info',
    'users.list',
    'conversations.list',
    'users.conversations',
    'usergroups.list',
    'files.list',
    'blocks.validate',
  ])
    await ask(method, method === 'blocks.validate' ? { blocks: DIVIDER } : {});
  for (const method of ['users.info', 'users.profile.get', 'users.getPresence']) await ask(method, { user: ana });
  for (const method of ['conversations.history', 'conversations.info', 'conversations.members', 'pins.list'])
    await ask(method, { channel });
  await ask('bots.info', { bot: on.slack.state.app.bot_id });
  await ask('conversations.replies', { channel, ts });
  await ask('conversations.mark', { channel, ts });
  await ask('chat.postEphemeral', { channel, user: ana, text: 'e' });
  await ask('chat.getPermalink', { channel, message_ts: ts });
  await ask('reactions.add', { channel, timestamp: ts, name: 'eyes' });
  await ask('reactions.get', { channel, timestamp: ts });
  await ask('reactions.list');
  await ask('reactions.remove', { channel, timestamp: ts, name: 'eyes' });
  await ask('conversations.invite', { channel: own, users: ben });
  await ask('conversations.kick', { channel: own, user: ben });
  await ask('conversations.setTopic', { channel: own, topic: 'about' });
  await ask('conversations.rename', { channel: own, name: 'other-samples' });
  const in120 = Math.floor(on.slack.clock.now() / 1000) + 600;
  const planned = await ask('chat.scheduleMessage', { channel, text: 'later', post_at: in120 });
  await ask('chat.scheduledMessages.list');
  await ask('chat.deleteScheduledMessage', { channel, scheduled_message_id: planned['scheduled_message_id'] });
  const trigger = (): string => on.slack.triggers.make(ana);
  const modal = { type: 'modal', title: TITLE, blocks: DIVIDER };
  const opened = (await ask('views.open', { trigger_id: trigger(), view: modal }))['view'] as { id: string };
  await ask('views.update', { view_id: opened.id, view: modal });
  await ask('views.push', { trigger_id: trigger(), view: modal });
  await ask('views.publish', { user_id: ana, view: { type: 'home', blocks: DIVIDER } });
  const upload = await ask('files.getUploadURLExternal', { filename: 'a.txt', length: 1 });
  await fetch(String(upload['upload_url']), { method: 'POST', body: 'a' });
  await ask('files.completeUploadExternal', { files: [{ id: upload['file_id'], title: 'a' }], channel_id: channel });
  await ask('files.info', { file: upload['file_id'] });
  await ask('conversations.archive', { channel: own });
  await askMore(on, ask, { channel, ts, ana });
  const left = await made('left');
  await ask('conversations.leave', { channel: left });
  await ask('conversations.join', { channel: left });
  await ask('conversations.join', { channel: left });
  await until(async () => ((await on.journal()).every((row) => row.ms !== null) ? true : undefined));
}
