import { describe, expect, test } from 'vitest';
import { actions, button, input, modal, plain } from './limits.ts';
import { type Json, at, listener, opened } from './listener.ts';
import { MODES, type Workspace, bolt, until, workspace } from './workspace.ts';

describe.each(MODES)('clicks over %s', (mode) => {
  const choices = [
    { text: plain(3), value: 'a' },
    { text: plain(4), value: 'b' },
  ];

  async function posted(on: Workspace, ...elements: Json[]): Promise<string> {
    return on.post(on.ids.channels['general']!, 'card', { blocks: [{ type: 'actions', block_id: 'b', elements }] });
  }

  test('a button, a menu, a select: each carries its value and the state beside it', async () => {
    const on = await workspace({ mode });
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
    const on = await workspace({ mode });
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
    const on = await workspace({ mode });
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
    const on = await workspace({ mode });
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
    const on = await workspace({ mode });
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

  test('every kind of choice carries what was chosen, in a message, a modal and a Home', async () => {
    const on = await workspace({ mode });
    const heard = await listener(on);
    const channel = on.ids.channels['general']!;
    const elements = [
      { type: 'static_select', action_id: 'one', options: choices },
      { type: 'users_select', action_id: 'who' },
      { type: 'datepicker', action_id: 'day' },
      { type: 'timepicker', action_id: 'hour' },
      { type: 'checkboxes', action_id: 'some', options: choices },
      { type: 'radio_buttons', action_id: 'either', options: choices },
      { type: 'overflow', action_id: 'more', options: choices },
    ];
    const section = {
      type: 'section',
      block_id: 's',
      text: plain(3),
      accessory: { type: 'multi_static_select', action_id: 'many', options: choices },
    };
    const blocks = [{ type: 'actions', block_id: 'b', elements }, section];
    const ana = on.ids.users['ana']!;
    const view_id = await opened(on, heard, modal(blocks));
    const home = await on.call('views.publish', { user_id: ana, view: { type: 'home', blocks } });
    const places = [
      at(channel, await on.post(channel, 'card', { blocks })),
      { kind: 'view' as const, view_id },
      { kind: 'view' as const, view_id: (home['view'] as { id: string }).id },
    ];
    const values: Record<string, Json> = {
      one: { selected_option: choices[1] },
      who: { selected_user: ana },
      day: { selected_date: '2026-11-22' },
      hour: { selected_time: '09:30' },
      some: { selected_options: [choices[0]] },
      either: { selected_option: choices[0] },
      more: { selected_option: choices[0] },
      many: { selected_options: choices },
    };
    for (const place of places) {
      heard.length = 0;
      for (const [action_id, value] of Object.entries(values))
        await on.act('ana', { do: 'click', place, block_id: action_id === 'many' ? 's' : 'b', action_id, value });
      expect(heard.map((one) => one.actions[0])).toMatchObject(Object.values(values));
      const shown = heard.map((one) => [one.container['type'], 'message' in one, 'view' in one, 'response_url' in one]);
      const message = place.kind === 'message';
      expect(shown).toEqual(heard.map(() => [place.kind, message, !message, message]));
    }
  });

  test('a button with an address is told to the app as well', async () => {
    const on = await workspace({ mode });
    const heard = await listener(on);
    const ts = await posted(on, button({ action_id: 'go', url: 'https://status.example/' }));
    const place = at(on.ids.channels['general']!, ts);
    expect(await on.act('ana', { do: 'click', place, block_id: 'b', action_id: 'go' })).toEqual({ ok: true });
    expect(heard[0]?.actions[0]).toMatchObject({ action_id: 'go', url: 'https://status.example/' });
  });

  test('a click that is not acked in time shows the person a line, in a modal trouble', async () => {
    const on = await workspace({ mode });
    await bolt(on, (app) => {
      app.action('go', async () => {});
      app.command('/ticket', async ({ ack, client, command: { trigger_id } }) => {
        await ack();
        const blocks = [{ type: 'actions', block_id: 'b', elements: [button({ action_id: 'go' })] }];
        await client.apiCall('views.open', { trigger_id, view: modal(blocks) });
      });
    });
    const channel = on.ids.channels['general']!;
    await on.act('ana', { do: 'command', channel, command: '/ticket', text: '' });
    const view_id = (await until(async () => (await on.sight('ana')).views[0])).id;
    const ts = await posted(on, button({ action_id: 'go' }));
    for (const place of [at(channel, ts), { kind: 'view' as const, view_id }]) {
      const waiting = on.act('ana', { do: 'click', place, block_id: 'b', action_id: 'go' });
      await until(() => on.slack.journal.after(0).find((row) => row.kind === 'delivery' && row.answer === null));
      await on.control({ do: 'clock', forward_ms: 3000 });
      expect(await waiting).toEqual({ ok: true, said: 'Threadesk is not responding. Try again?' });
    }
    expect((await on.sight('ana')).views[0]?.trouble).toBe('Threadesk is not responding. Try again?');
  });

  test('a card that has just been changed can be clicked as it was, for a minute', async () => {
    const on = await workspace({ mode });
    const heard = await listener(on);
    const channel = on.ids.channels['general']!;
    const ts = await posted(on, button({ action_id: 'keep', value: 'T-1' }));
    const blocks = [{ type: 'actions', block_id: 'b', elements: [button({ action_id: 'forward' })] }];
    await on.call('chat.update', { channel, ts, text: 'kept', blocks });
    const click = () => on.act('ana', { do: 'click', place: at(channel, ts), block_id: 'b', action_id: 'keep' });
    expect(await click()).toEqual({ ok: true });
    expect(heard[0]).toMatchObject({
      actions: [{ action_id: 'keep', value: 'T-1' }],
      message: { ts, text: 'card', blocks: [{ elements: [{ action_id: 'keep' }] }] },
    });
    await on.control({ do: 'clock', forward_ms: 60_001 });
    expect(await click()).toEqual({ ok: false, error: 'no_such_element' });
    await on.call('chat.delete', { channel, ts });
    expect(await click()).toEqual({ ok: false, error: 'message_not_found' });
  });

  test('what an external menu may be given: options, or groups of them, a hundred at most, in time', async () => {
    const on = await workspace({ mode });
    const group = { label: plain(3), options: choices };
    const many = Array.from({ length: 101 }, (_, n) => ({ text: plain(3), value: String(n) }));
    let answer: unknown = { option_groups: [group] };
    await bolt(on, (app) =>
      app.options('who', async ({ ack }) => {
        if (answer !== 'nothing') await (ack as (given: unknown) => Promise<void>)(answer);
      }),
    );
    const ts = await posted(on, { type: 'external_select', action_id: 'who', min_query_length: 0 });
    const place = at(on.ids.channels['general']!, ts);
    const ask = () => on.act('ana', { do: 'options', place, block_id: 'b', action_id: 'who', query: '' });
    expect(await ask()).toEqual({ ok: true, option_groups: [group] });
    for (const wrong of [{ options: many }, { options: choices, option_groups: [group] }, { options: [{}] }, {}]) {
      answer = wrong;
      expect(await ask()).toEqual({ ok: true, options: [] });
    }
    answer = 'nothing';
    const waiting = ask();
    await until(() => on.slack.journal.after(0).find((row) => row.kind === 'delivery' && row.answer === null));
    await on.control({ do: 'clock', forward_ms: 3000 });
    expect(await waiting).toEqual({ ok: true, options: [] });
  });
});
