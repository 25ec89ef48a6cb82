import { describe, expect, test } from 'vitest';
import { actions, button, input, modal } from './limits.ts';
import { type Json, listener, opened, trigger } from './listener.ts';
import { workspace } from './workspace.ts';

describe('triggers and stacks', () => {
  test('a trigger opens one view within three seconds', async () => {
    const on = await workspace();
    const heard = await listener(on);
    const view = modal([{ type: 'divider' }]);
    const open = (trigger_id: string) => on.call('views.open', { trigger_id, view });
    const first = await trigger(on, heard);
    expect(await open(first)).toMatchObject({
      ok: true,
      view: { type: 'modal', hash: expect.any(String), state: { values: {} } },
    });
    expect(await open(first)).toMatchObject({ error: 'exchanged_trigger_id' });
    expect(await open('1.2.abc')).toMatchObject({ error: 'invalid_trigger_id' });
    const late = await trigger(on, heard);
    await on.control({ do: 'clock', forward_ms: 3001 });
    expect(await open(late)).toMatchObject({ error: 'expired_trigger_id' });
  });

  test('three views deep, no deeper', async () => {
    const on = await workspace();
    const heard = await listener(on);
    const view = modal([{ type: 'divider' }]);
    const push = async () => on.call('views.push', { trigger_id: await trigger(on, heard), view });
    expect(await push()).toMatchObject({ error: 'not_found' });
    const root = await opened(on, heard, view);
    expect(await push()).toMatchObject({ ok: true, view: { root_view_id: root, previous_view_id: root } });
    expect(await push()).toMatchObject({ ok: true });
    expect(await push()).toMatchObject({ error: 'push_limit_reached' });
    expect((await on.sight('ana')).views).toHaveLength(3);
  });

  test('a stale hash, a closed view, an external id twice', async () => {
    const on = await workspace();
    const heard = await listener(on);
    const view = modal([{ type: 'divider' }], { external_id: 'one' });
    const answer = await on.call('views.open', { trigger_id: await trigger(on, heard), view });
    const { id: view_id, hash } = answer['view'] as { id: string; hash: string };
    expect(await on.call('views.open', { trigger_id: await trigger(on, heard, 'kofi'), view })).toMatchObject({
      error: 'duplicate_external_id',
    });
    expect(await on.call('views.update', { external_id: 'one', view, hash })).toMatchObject({ ok: true });
    expect(await on.call('views.update', { view_id, view, hash })).toMatchObject({ error: 'hash_conflict' });
    await on.act('ana', { do: 'close', view_id });
    expect(await on.call('views.update', { view_id, view })).toMatchObject({ error: 'not_found' });
  });

  test('what a field holds stays while its ids and its kind stay', async () => {
    const on = await workspace();
    const heard = await listener(on);
    const asking = (element: Json) => modal([input({ action_id: 'a', ...element }, { block_id: 'b' })]);
    const text = { type: 'plain_text_input', initial_value: 'first' };
    const view_id = await opened(on, heard, asking(text));
    const held = async (element: Json) => {
      const { view } = await on.call('views.update', { view_id, view: asking(element) });
      return (view as { state: { values: unknown } }).state.values;
    };
    expect(await held({ ...text, initial_value: 'second' })).toEqual({
      b: { a: { type: 'plain_text_input', value: 'first' } },
    });
    expect(await held({ type: 'datepicker' })).toEqual({ b: { a: { type: 'datepicker', selected_date: null } } });
  });

  test('an unacceptable view keeps its trigger and says where', async () => {
    const on = await workspace();
    const heard = await listener(on);
    const trigger_id = await trigger(on, heard);
    const bad = { ...modal([input({ type: 'plain_text_input' })]), submit: undefined };
    expect(await on.call('views.open', { trigger_id, view: bad })).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: { messages: ['[ERROR] missing required field: submit? [json-pointer:/view]'] },
    });
    expect(
      await on.call('views.open', {
        trigger_id,
        view: modal([{ type: 'section', text: { type: 'mrkdwn', text: 'x' }, block_id: 'x'.repeat(300_000) }]),
      }),
    ).toMatchObject({ error: 'view_too_large' });
  });

  test("a person's Home is theirs, and needs the tab", async () => {
    const on = await workspace();
    const user_id = on.ids.users['bao']!;
    const view = { type: 'home', blocks: actions(button({ action_id: 'new' })) };
    const published = await on.call('views.publish', { user_id, view });
    expect(published).toMatchObject({ ok: true });
    const again = await on.call('views.publish', { user_id, view, hash: (published['view'] as Json)['hash'] });
    expect(again).toMatchObject({ ok: true, view: { id: (published['view'] as Json)['id'] } });
    expect(await on.call('views.publish', { user_id, view, hash: (published['view'] as Json)['hash'] })).toMatchObject({
      error: 'hash_conflict',
    });
    expect((await on.sight('bao')).home?.blocks).toHaveLength(1);
    expect((await on.sight('ana')).home).toBeNull();
  });
});
