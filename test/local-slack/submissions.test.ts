import { describe, expect, test } from 'vitest';
import { input, modal } from './limits.ts';
import { listener, opened, trigger } from './listener.ts';
import { MODES, bolt, until, workspace } from './workspace.ts';

describe.each(MODES)('submissions over %s', (mode) => {
  const form = modal(
    [
      input({ type: 'plain_text_input', action_id: 'a', max_length: 5 }, { block_id: 'b' }),
      input({ type: 'plain_text_input', action_id: 'a' }, { block_id: 'c', optional: true }),
    ],
    {
      private_metadata: 'T-1',
      callback_id: 'f',
      notify_on_close: true,
    },
  );
  const filled = (value: string) => ({ b: { a: { type: 'plain_text_input', value } } });

  test('the state comes whole, with what is empty as null', async () => {
    const on = await workspace({ mode });
    const heard = await listener(on);
    const view_id = await opened(on, heard, form);
    await on.act('ana', { do: 'submit', view_id, values: filled('too long') });
    expect((await on.sight('ana')).views[0]?.errors).toEqual({ b: 'Must be 5 characters or fewer.' });
    expect(heard).toHaveLength(1);
    await on.act('ana', { do: 'submit', view_id, values: filled('good') });
    expect(heard[1]).toMatchObject({
      type: 'view_submission',
      response_urls: [],
      view: {
        callback_id: 'f',
        private_metadata: 'T-1',
        root_view_id: view_id,
        state: { values: { ...filled('good'), c: { a: { type: 'plain_text_input', value: null } } } },
      },
    });
  });

  test.each([
    ['closes', undefined, 0],
    ['pushes', { response_action: 'push', view: modal([{ type: 'divider' }], { callback_id: 'next' }) }, 2],
    ['updates', { response_action: 'update', view: modal([{ type: 'divider' }], { callback_id: 'next' }) }, 1],
    ['clears', { response_action: 'clear' }, 0],
  ])('an ack %s', async (_name, answer, left) => {
    const on = await workspace({ mode });
    let first = true;
    const heard = await listener(on, () => (first ? undefined : answer));
    const view_id = await opened(on, heard, form);
    first = false;
    expect(await on.act('ana', { do: 'submit', view_id, values: filled('good') })).toEqual({ ok: true });
    const { views } = await on.sight('ana');
    expect(views).toHaveLength(left);
    if (left > 0) expect(views.at(-1)?.callback_id).toBe('next');
  });

  test.each([
    ['errors on a block that is no input', { response_action: 'errors', errors: { nowhere: 'x' } }],
    ['an update that is no view', { response_action: 'update', view: { type: 'modal' } }],
    ['an action Slack does not know', { response_action: 'open' }],
  ])('%s: Slack shows trouble and keeps the view', async (_name, answer) => {
    const on = await workspace({ mode });
    let first = true;
    const heard = await listener(on, () => (first ? undefined : answer));
    const view_id = await opened(on, heard, form);
    first = false;
    await on.act('ana', { do: 'submit', view_id, values: filled('good') });
    expect((await on.sight('ana')).views[0]).toMatchObject({
      busy: false,
      errors: {},
      trouble: 'We had some trouble connecting. Try again?',
    });
  });

  test('nobody acks: Slack shows trouble and keeps the view; pressed again, it goes', async () => {
    const on = await workspace({ mode });
    let mute = false;
    await bolt(on, (app) => {
      app.command('/ticket', async ({ ack, client, command: { trigger_id } }) => {
        await ack();
        await client.apiCall('views.open', { trigger_id, view: form });
      });
      app.view('f', async ({ ack }) => (mute ? undefined : ack()));
    });
    await on.act('ana', { do: 'command', channel: on.ids.channels['general']!, command: '/ticket', text: '' });
    const view_id = (await until(async () => (await on.sight('ana')).views[0])).id;
    mute = true;
    const waiting = on.act('ana', { do: 'submit', view_id, values: filled('good') });
    await until(async () => ((await on.sight('ana')).views[0]?.busy ? true : undefined));
    expect(await on.act('ana', { do: 'submit', view_id, values: filled('good') })).toEqual({
      ok: false,
      error: 'busy',
    });
    await on.control({ do: 'clock', forward_ms: 3000 });
    expect(await waiting).toEqual({ ok: true, said: 'We had some trouble connecting. Try again?' });
    mute = false;
    expect(await on.act('ana', { do: 'submit', view_id, values: filled('good') })).toEqual({ ok: true });
    expect((await on.sight('ana')).views).toEqual([]);
  });

  test('a whole stack that is cleared is told view by view', async () => {
    const on = await workspace({ mode });
    const heard = await listener(on);
    const first = await opened(on, heard, form);
    await on.call('views.push', { trigger_id: await trigger(on, heard), view: form });
    await on.act('ana', { do: 'close', view_id: first, all: true });
    const closed = heard.filter((one) => one.type === 'view_closed');
    expect(closed.map((one) => one['is_cleared'])).toEqual([true, true]);
    expect((await on.sight('ana')).views).toEqual([]);
  });

  test('a chosen conversation gives the app an address to answer to', async () => {
    const on = await workspace({ mode });
    const heard = await listener(on);
    const channel = on.ids.channels['general']!;
    const select = { type: 'conversations_select', action_id: 'where', response_url_enabled: true };
    const view_id = await opened(on, heard, modal([input(select, { block_id: 'i' })]));
    const values = { i: { where: { type: 'conversations_select', selected_conversation: channel } } };
    await on.act('ana', { do: 'submit', view_id, values });
    const [address] = heard[1]!['response_urls'] as { response_url: string }[];
    expect(address).toMatchObject({ block_id: 'i', action_id: 'where', channel_id: channel });
    const body = JSON.stringify({ response_type: 'in_channel', text: 'for all' });
    expect((await fetch(address!.response_url, { method: 'POST', body })).status).toBe(200);
    expect((await on.sight('kofi')).messages.some((one) => one.text === 'for all')).toBe(true);
  });

  test('a closed view is told to the app that asks for it', async () => {
    const on = await workspace({ mode });
    const heard = await listener(on);
    const view_id = await opened(on, heard, form);
    await on.act('ana', { do: 'close', view_id });
    expect(heard[1]).toMatchObject({ type: 'view_closed', is_cleared: false, view: { id: view_id } });
  });

  test('only the top view of its own person is submitted', async () => {
    const on = await workspace({ mode });
    const heard = await listener(on);
    const view_id = await opened(on, heard, form);
    expect(await on.act('kofi', { do: 'submit', view_id, values: filled('good') })).toEqual({
      ok: false,
      error: 'not_found',
    });
    await on.call('views.push', { trigger_id: await trigger(on, heard), view: form });
    expect(await on.act('ana', { do: 'submit', view_id, values: filled('good') })).toEqual({
      ok: false,
      error: 'not_on_top',
    });
  });
});
