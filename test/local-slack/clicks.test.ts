import { describe, expect, test } from 'vitest';
import { actions, button, input, modal, plain } from './limits.ts';
import { type Json, at, listener, opened } from './listener.ts';
import { type Workspace, workspace } from './workspace.ts';

describe('clicks', () => {
  const choices = [
    { text: plain(3), value: 'a' },
    { text: plain(4), value: 'b' },
  ];

  async function posted(on: Workspace, ...elements: Json[]): Promise<string> {
    return on.post(on.ids.channels['general']!, 'card', { blocks: [{ type: 'actions', block_id: 'b', elements }] });
  }

  test('a button, a menu, a select: each carries its value and the state beside it', async () => {
    const on = await workspace();
    const heard = await listener(on);
    const channel = on.ids.channels['general']!;
    const ts = await posted(
      on,
      button({ action_id: 'go', value: 'T-1', style: 'primary' }),
      { type: 'overflow', action_id: 'more', options: choices },
      { type: 'static_select', action_id: 'pick', options: choices, initial_option: choices[0] },
    );
    const click = (action_id: string, value?: Json) =>
      on.act('ana', { do: 'click', place: at(channel, ts), block_id: 'b', action_id, ...(value ? { value } : {}) });
    await click('go');
    await click('more', { selected_option: choices[1] });
    await click('pick', { selected_option: choices[1] });
    expect(heard.map((one) => one.actions[0])).toMatchObject([
      { type: 'button', action_id: 'go', block_id: 'b', value: 'T-1', style: 'primary', action_ts: expect.any(String) },
      { type: 'overflow', selected_option: choices[1] },
      { type: 'static_select', selected_option: choices[1], initial_option: choices[0] },
    ]);
    expect(heard[0]).toMatchObject({
      container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false },
      message: { text: 'card', bot_id: expect.any(String) },
      state: { values: { b: { pick: { type: 'static_select', selected_option: choices[0] } } } },
    });
    expect(await click('more', { selected_option: { text: plain(9), value: 'z' } })).toEqual({
      ok: false,
      error: 'no_such_option',
    });
    expect(await click('gone')).toEqual({ ok: false, error: 'no_such_element' });
  });

  test('an ephemeral card is clicked by its reader, without a message', async () => {
    const on = await workspace();
    const heard = await listener(on);
    const channel = on.ids.channels['general']!;
    const { message_ts } = await on.call('chat.postEphemeral', {
      channel,
      user: on.ids.users['ana'],
      text: 'card',
      blocks: [{ type: 'actions', block_id: 'b', elements: [button({ action_id: 'go' })] }],
    });
    const click = (as: string) =>
      on.act(as, { do: 'click', place: at(channel, String(message_ts)), block_id: 'b', action_id: 'go' });
    expect(await click('kofi')).toEqual({ ok: false, error: 'message_not_found' });
    await click('ana');
    expect(heard[0]).toMatchObject({ container: { is_ephemeral: true } });
    expect(heard[0]).not.toHaveProperty('message');
    const answer = (body: Json) => fetch(heard[0]!.response_url, { method: 'POST', body: JSON.stringify(body) });
    await answer({ replace_original: true, text: 'changed' });
    const mine = async () => (await on.sight('ana')).messages.filter((m) => m.ephemeral).map((m) => m.text);
    expect(await mine()).toEqual(['changed']);
    await answer({ delete_original: true });
    expect(await mine()).toEqual([]);
  });

  test('a response URL works five times and half an hour', async () => {
    const on = await workspace();
    const heard = await listener(on);
    const ts = await posted(on, button({ action_id: 'go' }));
    const click = () =>
      on.act('ana', { do: 'click', place: at(on.ids.channels['general']!, ts), block_id: 'b', action_id: 'go' });
    await click();
    await click();
    const answer = async (n: number) => {
      const response = await fetch(heard[n]!.response_url, { method: 'POST', body: JSON.stringify({ text: 'a' }) });
      return [response.status, await response.text()];
    };
    for (let n = 0; n < 5; n += 1) expect(await answer(0)).toEqual([200, 'ok']);
    expect(await answer(0)).toEqual([404, '{"ok":false,"error":"used_url"}']);
    await on.control({ do: 'clock', forward_ms: 30 * 60_000 + 1 });
    expect(await answer(1)).toEqual([404, '{"ok":false,"error":"expired_url"}']);
  });

  test('an external menu asks the app, once enough is typed', async () => {
    const on = await workspace();
    const answer = { options: choices };
    const heard = await listener(on, () => answer);
    const ts = await posted(on, { type: 'external_select', action_id: 'who', min_query_length: 2 });
    const ask = (query: string) =>
      on.act('ana', {
        do: 'options',
        place: at(on.ids.channels['general']!, ts),
        block_id: 'b',
        action_id: 'who',
        query,
      });
    expect(await ask('a')).toEqual({ ok: true, options: [] });
    expect(heard).toEqual([]);
    expect(await ask('ab')).toEqual({ ok: true, options: choices });
    expect(heard[0]).toMatchObject({ type: 'block_suggestion', action_id: 'who', block_id: 'b', value: 'ab' });
  });

  test('a click in a view carries the view and what its inputs hold', async () => {
    const on = await workspace();
    const heard = await listener(on);
    const view = modal([
      input({ type: 'plain_text_input', action_id: 't' }, { block_id: 'i' }),
      ...actions(button({ action_id: 'go' })).map((one) => ({ ...one, block_id: 'b' })),
    ]);
    const view_id = await opened(on, heard, view);
    const state = { i: { t: { type: 'plain_text_input', value: 'half' } } };
    await on.act('ana', { do: 'click', place: { kind: 'view', view_id }, block_id: 'b', action_id: 'go', state });
    expect(heard[1]).toMatchObject({
      type: 'block_actions',
      container: { type: 'view', view_id },
      view: { id: view_id, state: { values: state } },
    });
    expect(heard[1]).not.toHaveProperty('response_url');
    expect(
      await on.act('ana', { do: 'click', place: { kind: 'view', view_id }, block_id: 'i', action_id: 't' }),
    ).toEqual({ ok: false, error: 'not_dispatched' });
    await on.call('views.update', {
      view_id,
      view: modal([input({ type: 'plain_text_input', action_id: 't' }, { block_id: 'i' })]),
    });
    expect(on.slack.state.views[view_id]?.values).toEqual(state);
  });
});
