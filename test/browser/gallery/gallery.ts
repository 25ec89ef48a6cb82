/** An app that shows every block and element there is, on a workspace of its own. */
import { App, LogLevel } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type LocalSlack, startLocalSlack } from '../../../local-slack/server.ts';
import type { StateValues } from '../../../local-slack/wire.ts';
import { messages } from './messages.ts';
import { choicesModal, home, inputsModal, stackedModal } from './views.ts';
import { option, picture } from './words.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const TICKETS = Array.from({ length: 12 }, (_, n) => `TCK-${n + 1}`);

type Action = Record<string, unknown> & { action_id: string; block_id: string };

export type Gallery = {
  slack: LocalSlack;
  /** What the app has been told, oldest first. */
  actions: Action[];
  submissions: { callback_id: string; values: StateValues }[];
  /** How the app answers the next submission. */
  next: { errors?: Record<string, string>; wait?: number };
  close(): Promise<void>;
};

const manifest = {
  display_information: { name: 'Gallery' },
  features: {
    app_home: { home_tab_enabled: true, messages_tab_enabled: true },
    bot_user: { display_name: 'gallery', always_online: true },
    unfurl_domains: ['videos.example.com'],
  },
  oauth_config: {
    scopes: { bot: ['chat:write', 'commands', 'files:read', 'links.embed:write', 'links:read', 'channels:read'] },
  },
  settings: {
    event_subscriptions: { bot_events: ['app_home_opened'] },
    interactivity: { is_enabled: true },
    socket_mode_enabled: true,
  },
};

/** The pictures are files of the workspace, so that they are there without a network. */
async function pictures(slack: LocalSlack): Promise<{ wide: string; square: string }> {
  const add = async (name: string, content: Buffer): Promise<string> => {
    const upload = {
      as: slack.ids.users['ana'],
      do: 'upload',
      name,
      mimetype: 'image/png',
      content: content.toString('base64'),
    };
    const answer = await fetch(`${slack.url}/_local/act`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(upload),
    });
    const { file } = (await answer.json()) as { file: string };
    return `${slack.url}/_local/file/${file}`;
  };
  return {
    wide: await add('wide.png', picture(640, 360, [18, 100, 163], [255, 190, 120])),
    square: await add('square.png', picture(176, 176, [0, 122, 90], [190, 230, 140])),
  };
}

export async function openGallery(): Promise<Gallery> {
  const slack = await startLocalSlack({ port: 0, manifest, world: `${ROOT}local-slack/worlds/demo.yml`, rates: false });
  const gallery: Omit<Gallery, 'close'> = { slack, actions: [], submissions: [], next: {} };
  const app = new App({
    token: slack.botToken,
    appToken: slack.appToken,
    socketMode: true,
    deferInitialization: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: `${slack.url}/api/` },
  });
  listen(app, gallery);
  await app.init();
  await app.start();
  const all = messages(await pictures(slack), slack.ids);
  for (const [name, blocks] of Object.entries(all)) {
    await app.client.chat.postMessage({
      channel: slack.ids.channels['general'] ?? '',
      text: `Gallery: ${name}`,
      blocks,
    });
  }
  await publishHome(app, slack, all);
  return {
    ...gallery,
    async close() {
      await app.stop();
      while (slack.sockets() > 0) await sleep(10);
      await slack.close();
    },
  };
}

async function publishHome(app: App, slack: LocalSlack, all: Record<string, KnownBlock[]>): Promise<void> {
  const fitting = [...(all['basics'] ?? []), ...(all['buttons'] ?? [])].flatMap((block): KnownBlock[] => {
    if (block.type !== 'actions') return [block];
    return [{ ...block, elements: block.elements.filter((one) => one.type !== 'workflow_button') }];
  });
  for (const name of ['ana', 'bao', 'kofi', 'lea'])
    await app.client.views.publish({ user_id: slack.ids.users[name] ?? '', view: home(fitting) });
}

function listen(app: App, { slack, actions, submissions, next }: Omit<Gallery, 'close'>): void {
  const opened = {
    'open-inputs': inputsModal,
    'open-choices': () => choicesModal(slack.ids),
    'open-stack': () => stackedModal(1),
  };
  app.action(/.*/, async ({ ack, action, body, client }) => {
    const told = action as unknown as Action;
    if (told.action_id === 'slow') await sleep(1200);
    await ack();
    actions.push(told);
    const open = opened[told.action_id as keyof typeof opened];
    const trigger_id = 'trigger_id' in body ? body.trigger_id : '';
    if (open) await client.views.open({ trigger_id, view: open() });
    if (told.action_id === 'push') await client.views.push({ trigger_id, view: stackedModal(Number(told['value'])) });
  });
  app.options(/.*/, async ({ ack, payload }) => {
    const words = payload.value.toLowerCase();
    await sleep(150);
    await ack({ options: TICKETS.filter((one) => one.toLowerCase().includes(words)).map((one) => option(one)) });
  });
  app.view(/.*/, async ({ ack, view }) => {
    const { errors, wait } = next;
    delete next.errors;
    delete next.wait;
    if (wait !== undefined) await sleep(wait);
    if (errors) return ack({ response_action: 'errors', errors });
    submissions.push({ callback_id: view.callback_id, values: view.state.values as unknown as StateValues });
    await ack();
  });
}
