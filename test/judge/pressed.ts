/** Every kind of interaction once, and the frames of a socket, so that Slack's samples can be set beside them. */
import { WebSocket } from 'ws';
import { button, home, input, modal, text } from '../local-slack/limits.ts';
import { at, listener } from '../local-slack/listener.ts';
import { type Workspace, until } from '../local-slack/workspace.ts';

type Json = Record<string, unknown>;

const LINK = 'https://t.example/1';
const go = (block_id: string): Json[] => [
  { type: 'actions', block_id, elements: [button({ action_id: 'go', value: 'v' })] },
];
const entity = {
  app_unfurl_url: LINK,
  url: LINK,
  external_ref: { id: '1' },
  entity_type: 'slack#/entities/task',
  entity_payload: { attributes: { title: { text: 'One' } } },
};

async function onMessages(on: Workspace, channel: string): Promise<void> {
  const click = async (ts: string): Promise<void> => {
    await on.act('ana', { do: 'click', place: at(channel, ts), block_id: 'b', action_id: 'go' });
  };
  const whispered = { channel, user: on.ids.users['ana'], text: 'e', blocks: go('b') };
  await click(String((await on.call('chat.postEphemeral', whispered))['message_ts']));
  await click(await on.post(channel, 'card', { attachments: [{ blocks: go('b') }] }));
  const first = await on.act('ana', { do: 'send', channel, text: 'a thread' });
  const thread_ts = (first as { ts: string }).ts;
  const { ts } = (await on.act('ana', { do: 'send', channel, text: `see ${LINK}`, thread_ts })) as { ts: string };
  const unfurl = { title: 'One', title_link: LINK, blocks: go('b') };
  await on.call('chat.unfurl', { channel, ts, unfurls: { [LINK]: unfurl }, metadata: { entities: [entity] } });
  await click(ts);
  await on.act('ana', { do: 'shortcut', callback_id: 'pressed-message', channel, ts });
}

async function inModals(on: Workspace): Promise<void> {
  const view = modal(
    [
      input(text({ action_id: 'a' }), { block_id: 'in', optional: true }),
      input({ type: 'external_select', action_id: 'es', min_query_length: 0 }, { block_id: 'es', optional: true }),
      ...go('b'),
    ],
    { notify_on_close: true },
  );
  const open = async (): Promise<string> => {
    const trigger_id = on.slack.triggers.make(String(on.ids.users['ana']));
    return ((await on.call('views.open', { trigger_id, view }))['view'] as { id: string }).id;
  };
  const view_id = await open();
  const place = { kind: 'view' as const, view_id };
  await on.act('ana', { do: 'click', place, block_id: 'b', action_id: 'go' });
  await on.act('ana', { do: 'options', place, block_id: 'es', action_id: 'es', query: 'search word' });
  await on.act('ana', { do: 'submit', view_id, values: { in: { a: { type: 'plain_text_input', value: 'x' } } } });
  await on.act('ana', { do: 'close', view_id: await open() });
}

async function onHome(on: Workspace): Promise<void> {
  const view = home(go('b'));
  const { view: shown } = await on.call('views.publish', { user_id: on.ids.users['ana'], view });
  const place = { kind: 'view' as const, view_id: (shown as { id: string }).id };
  await on.act('ana', { do: 'click', place, block_id: 'b', action_id: 'go' });
}

/** The manifest needs the shortcuts `pressed` and `pressed-message`, and `t.example` among its unfurl domains. */
export async function pressEverything(on: Workspace): Promise<void> {
  await listener(on);
  const channel = String(on.ids.channels['general']);
  await onMessages(on, channel);
  await inModals(on);
  await onHome(on);
  await on.act('ana', { do: 'shortcut', callback_id: 'pressed' });
  await on.act('ana', { do: 'command', channel, command: '/ticket', text: 'words' });
}

/** What a bare socket is sent: greeted, told, warned, sent away. */
export async function frames(on: Workspace): Promise<Json[]> {
  const seen: Json[] = [];
  const open = async (): Promise<void> => {
    const { url } = await on.call('apps.connections.open', {}, on.appToken);
    const socket = new WebSocket(String(url));
    socket.on('message', (data: Buffer) => {
      const frame = JSON.parse(data.toString('utf8')) as Json;
      seen.push(frame);
      if (typeof frame['envelope_id'] === 'string')
        socket.send(JSON.stringify({ envelope_id: frame['envelope_id'], payload: {} }));
    });
    await new Promise((done) => socket.once('open', done));
  };
  const disconnected = (reason: string) =>
    until(() => seen.find((frame) => frame['type'] === 'disconnect' && frame['reason'] === reason));
  await open();
  const channel = String(on.ids.channels['general']);
  await on.act('ana', { do: 'send', channel, text: '@threadesk hello' });
  const blocks = go('b');
  const ts = await on.post(channel, 'card', { blocks });
  await on.act('ana', { do: 'click', place: at(channel, ts), block_id: 'b', action_id: 'go' });
  await on.act('ana', { do: 'shortcut', callback_id: 'pressed' });
  await on.act('ana', { do: 'command', channel, command: '/ticket', text: '' });
  await on.control({ do: 'socket', what: 'warning' });
  await disconnected('warning');
  await on.control({ do: 'socket', what: 'refresh' });
  await disconnected('refresh_requested');
  await until(() => (on.sockets() === 0 ? true : undefined));
  for (let n = 0; n < 11; n += 1) await open();
  await disconnected('too_many_websockets');
  await on.control({ do: 'socket', what: 'link_disabled' });
  await disconnected('link_disabled');
  return seen;
}
