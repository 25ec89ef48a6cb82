/** Calls of every method that has a documented answer, so that the answers can be set beside it. */
import { type Workspace, until } from '../local-slack/workspace.ts';

type Json = Record<string, unknown>;

const DIVIDER = [{ type: 'divider' }];
const TITLE = { type: 'plain_text', text: 't' };

/** Asks one thing after the other; an answer is in the journal. */
export async function askEverything(on: Workspace): Promise<void> {
  const { users, channels } = on.ids;
  const channel = String(channels['general']);
  const [ana, ben] = [
    String(users['ana']),
    String(Object.values(users).find((one) => one !== users['ana'] && one !== on.ids.bot)),
  ];
  const ask = async (method: string, args: Json = {}): Promise<Json> => on.call(method, args);
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
  await ask('conversations.leave', { channel });
  await ask('conversations.join', { channel });
  await until(async () => ((await on.journal()).every((row) => row.ms !== null) ? true : undefined));
}
