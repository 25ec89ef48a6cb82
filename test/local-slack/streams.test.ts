/** Messages that grow while the app thinks, with the real client's own streamer. */
import { describe, expect, test } from 'vitest';
import { type Workspace, page, until, workspace } from './workspace.ts';

async function begun(on: Workspace): Promise<{ channel: string; thread_ts: string; to: Record<string, string> }> {
  const channel = on.ids.channels['general']!;
  const { ts } = (await on.act('ana', { do: 'send', channel, text: 'why?' })) as { ts: string };
  return { channel, thread_ts: ts, to: { recipient_user_id: on.ids.users['ana']!, recipient_team_id: on.ids.team } };
}

describe('a stream', () => {
  test('grows for those who look on, and ends as one message', async () => {
    const on = await workspace();
    const { channel, thread_ts, to } = await begun(on);
    const heard = await page(on, 'ana');
    const streamer = on.client.chatStream({ channel, thread_ts, ...to });
    await streamer.append({ markdown_text: `**Because** ${'x'.repeat(300)}` });
    await streamer.append({ markdown_text: ' of the paper.' });
    const stopped = await streamer.stop({ blocks: [{ type: 'divider' }] });
    expect(stopped.message?.text).toMatch(/^\*\*Because\*\* x+ of the paper\.$/);
    const { messages } = await on.client.conversations.replies({ channel, ts: thread_ts });
    expect(messages?.at(-1)?.blocks?.map((one) => one.type)).toEqual(['markdown', 'divider']);
    const seen = () => heard.flatMap((one) => (one.kind === 'message' && one.message.ts === streamer.ts ? [one] : []));
    await until(() => seen().find(({ message }) => message.blocks.at(-1)?.type === 'divider'));
    expect(seen()[0]?.message.text).toMatch(/^\*\*Because\*\* x+$/);
  });

  test('shows tasks that change in place, in a line or gathered in a plan', async () => {
    const on = await workspace();
    const { channel, thread_ts, to } = await begun(on);
    const task = (status: string, more = {}) => [
      { type: 'task_update', id: 't1', title: 'Look it up', status, ...more },
    ];
    for (const mode of ['timeline', 'plan']) {
      const started = {
        channel,
        thread_ts,
        ...to,
        task_display_mode: mode,
        chunks: task('in_progress', { details: 'in the book' }),
      };
      const { ts } = (await on.call('chat.startStream', started)) as unknown as { ts: string };
      await on.call('chat.appendStream', { channel, ts, chunks: [{ type: 'markdown_text', text: 'thinking' }] });
      await on.call('chat.appendStream', { channel, ts, chunks: task('complete') });
      if (mode === 'plan')
        await on.call('chat.appendStream', { channel, ts, chunks: [{ type: 'plan_update', title: 'Done' }] });
      const { message } = (await on.call('chat.stopStream', { channel, ts })) as unknown as { message: object };
      const card = { type: 'task_card', task_id: 't1', status: 'complete', details: { type: 'rich_text' } };
      const first = mode === 'plan' ? { type: 'plan', title: 'Done', tasks: [card] } : card;
      expect(message).toMatchObject({ blocks: [first, { type: 'markdown', text: 'thinking' }] });
    }
  });

  test('is nobody else’s, ends once, and cannot be updated meanwhile', async () => {
    const on = await workspace();
    const { channel, thread_ts, to } = await begun(on);
    const start = (more: Record<string, unknown>) => on.call('chat.startStream', { channel, thread_ts, ...more });
    expect(await start({})).toMatchObject({ error: 'missing_recipient_user_id' });
    expect(await start({ recipient_user_id: on.ids.users['ana'] })).toMatchObject({
      error: 'missing_recipient_team_id',
    });
    expect(await start({ ...to, recipient_user_id: 'U0NOBODY' })).toMatchObject({ error: 'user_not_found' });
    expect(await start({ ...to, chunks: [{ type: 'poem' }] })).toMatchObject({ error: 'invalid_chunks' });
    const { ts } = (await start({ ...to, markdown_text: 'a' })) as unknown as { ts: string };
    const append = (at: string, markdown_text = 'b') =>
      on.call('chat.appendStream', { channel, ts: at, markdown_text });
    expect(await append(thread_ts)).toMatchObject({ error: 'message_not_owned_by_app' });
    expect(await append('1700000000.000001')).toMatchObject({ error: 'message_not_found' });
    expect(await append(ts, '')).toMatchObject({ error: 'no_text' });
    expect(await append(ts, 'x'.repeat(12_001))).toMatchObject({ error: 'msg_blocks_too_long' });
    expect(await on.call('chat.update', { channel, ts, text: 'c' })).toMatchObject({
      error: 'streaming_state_conflict',
    });
    expect(await on.call('chat.stopStream', { channel, ts })).toMatchObject({ ok: true });
    expect(await on.call('chat.stopStream', { channel, ts })).toMatchObject({
      error: 'message_not_in_streaming_state',
    });
    expect(await append(ts)).toMatchObject({ error: 'message_not_in_streaming_state' });
    expect(await on.call('chat.update', { channel, ts, text: 'c' })).toMatchObject({ ok: true });
  });

  test('in a DM needs no recipient', async () => {
    const on = await workspace();
    const user = on.ids.users['ana']!;
    const ts = await on.post(user, 'hello');
    const { channel } = (await on.client.conversations.open({ users: user })) as unknown as { channel: { id: string } };
    const started = { channel: channel.id, thread_ts: ts, markdown_text: 'a' };
    expect(await on.call('chat.startStream', started)).toMatchObject({ ok: true });
  });
});
