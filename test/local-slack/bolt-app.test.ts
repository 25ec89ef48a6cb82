import type { App } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { MODES, type Workspace, bolt, until, workspace } from './workspace.ts';

const form: ModalView = {
  type: 'modal',
  callback_id: 'raise',
  title: { type: 'plain_text', text: 'New ticket' },
  submit: { type: 'plain_text', text: 'Create' },
  blocks: [
    {
      type: 'input',
      block_id: 'title',
      label: { type: 'plain_text', text: 'Title' },
      element: { type: 'plain_text_input', action_id: 'text' },
    },
  ],
};

function card(title: string, state: string): KnownBlock[] {
  return [
    { type: 'section', text: { type: 'mrkdwn', text: `*${title}* is ${state}` } },
    {
      type: 'actions',
      block_id: 'verbs',
      elements: [{ type: 'button', action_id: 'keep', text: { type: 'plain_text', text: 'Keep' }, value: 'T-1' }],
    },
  ];
}

function desk(on: Workspace): (app: App) => void {
  return (app) => {
    app.command('/ticket', async ({ ack, client, command }) => {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view: form });
    });
    app.view('raise', async ({ ack, view, client }) => {
      const title = view.state.values['title']?.['text']?.value ?? '';
      if (title === 'bad') return ack({ response_action: 'errors', errors: { title: 'Say more.' } });
      await ack();
      await client.apiCall('chat.postMessage', {
        channel: on.ids.channels['support-desk']!,
        text: title,
        blocks: card(title, 'new'),
      });
    });
    app.message('ping', async ({ say, message }) => {
      await say({ text: 'pong', thread_ts: message.ts });
    });
    app.action('keep', async ({ ack, body, client }) => {
      await ack();
      if (body.type !== 'block_actions' || !body.message || !body.channel) return;
      await client.chat.update({
        channel: body.channel.id,
        ts: body.message.ts,
        text: 'kept',
        blocks: card('printer', `kept by <@${body.user.id}>`),
      });
    });
  };
}

/** /ticket, a refused form, a good one, a card in the channel, a click, a card that has changed. */
async function oneTicket(on: Workspace): Promise<void> {
  expect(
    await on.act('bao', { do: 'command', channel: on.ids.channels['general']!, command: '/ticket', text: '' }),
  ).toEqual({ ok: true });
  const view = await until(async () => (await on.sight('bao')).views[0]);
  expect(view).toMatchObject({ title: { text: 'New ticket' } });

  await on.act('bao', { do: 'submit', view_id: view.id, values: {} });
  expect((await on.sight('bao')).views[0]?.errors).toEqual({ title: 'Please complete this required field.' });

  const values = (value: string) => ({ title: { text: { type: 'plain_text_input', value } } });
  await on.act('bao', { do: 'submit', view_id: view.id, values: values('bad') });
  expect((await on.sight('bao')).views[0]?.errors).toEqual({ title: 'Say more.' });

  expect(await on.act('bao', { do: 'submit', view_id: view.id, values: values('printer') })).toEqual({ ok: true });
  expect((await on.sight('bao')).views).toEqual([]);

  const channel = on.ids.channels['support-desk']!;
  const posted = await until(async () => (await on.sight('ana')).messages.find((m) => m.channel === channel && m.bot));
  expect(posted.text).toBe('printer');
  await on.act('ana', {
    do: 'click',
    place: { kind: 'message', channel, ts: posted.ts },
    block_id: 'verbs',
    action_id: 'keep',
  });
  const kept = await until(async () =>
    (await on.sight('kofi')).messages.find((m) => m.ts === posted.ts && m.text === 'kept'),
  );
  expect(JSON.stringify(kept.blocks)).toContain(`kept by <@${on.ids.users['ana']}>`);
}

/** A DM to the app, answered in its thread. */
async function oneMessage(on: Workspace): Promise<void> {
  const { channel } = (await on.act('bao', { do: 'open_dm', with: on.ids.bot })) as { channel: string };
  const { ts } = (await on.act('bao', { do: 'send', channel, text: 'ping' })) as { ts: string };
  const reply = await until(async () =>
    (await on.sight('bao')).messages.find((m) => m.thread_ts === ts && m.ts !== ts),
  );
  expect(reply).toMatchObject({ channel, text: 'pong', bot: true });
}

describe('an unmodified Bolt app', () => {
  test.each(MODES)('works over %s', async (mode) => {
    const on = await workspace({ mode });
    await bolt(on, desk(on));
    await oneTicket(on);
    await oneMessage(on);
    expect(on.sockets()).toBe(mode === 'socket' ? 1 : 0);
  });
});
