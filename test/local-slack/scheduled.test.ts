/** Messages that wait for their time. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Workspace, until, workspace } from './workspace.ts';

const MINUTE = 60;

function inSeconds(on: Workspace, seconds: number): number {
  return Math.floor(on.slack.clock.now() / 1000) + seconds;
}

async function texts(on: Workspace, channel: string): Promise<(string | undefined)[]> {
  return ((await on.client.conversations.history({ channel, limit: 3 })).messages ?? []).map((one) => one.text);
}

describe('a scheduled message', () => {
  test('is listed, posted when its time has come, and then no longer listed', async () => {
    const on = await workspace();
    const channel = on.ids.channels['general']!;
    const post_at = inSeconds(on, 10 * MINUTE);
    const answer = await on.client.chat.scheduleMessage({ channel, text: 'later', post_at });
    expect(answer).toMatchObject({
      channel,
      post_at,
      message: { text: 'later', type: 'delayed_message', subtype: 'bot_message' },
    });
    const listed = async () => (await on.client.chat.scheduledMessages.list({ channel })).scheduled_messages;
    expect(await listed()).toMatchObject([
      { id: answer.scheduled_message_id, channel_id: channel, post_at, text: 'later' },
    ]);
    expect(await texts(on, channel)).not.toContain('later');
    await on.control({ do: 'clock', forward_ms: 10 * MINUTE * 1000 });
    await until(async () => ((await texts(on, channel)).includes('later') ? true : undefined));
    expect(await listed()).toEqual([]);
  });

  test('may be taken back until a minute before', async () => {
    const on = await workspace();
    const channel = on.ids.channels['general']!;
    const make = async (seconds: number) =>
      (await on.client.chat.scheduleMessage({ channel, text: 'never', post_at: inSeconds(on, seconds) }))
        .scheduled_message_id!;
    const drop = (scheduled_message_id: string) =>
      on.call('chat.deleteScheduledMessage', { channel, scheduled_message_id });
    const id = await make(10 * MINUTE);
    expect(await drop(id)).toEqual({ ok: true });
    expect(await drop(id)).toMatchObject({ error: 'invalid_scheduled_message_id' });
    expect(await drop(await make(30))).toMatchObject({ error: 'invalid_scheduled_message_id' });
  });

  test('has limits: not in the past, within 120 days, thirty in five minutes of a channel', async () => {
    const on = await workspace();
    const channel = on.ids.channels['general']!;
    const at = (seconds: number, more: Record<string, unknown> = {}) =>
      on.call('chat.scheduleMessage', { channel, text: 'x', post_at: inSeconds(on, seconds), ...more });
    expect(await at(-1)).toMatchObject({ error: 'time_in_past' });
    expect(await at(120 * 86_400 + 5)).toMatchObject({ error: 'time_too_far' });
    expect(await at(120 * 86_400 - 5)).toMatchObject({ ok: true });
    expect(await at(MINUTE, { post_at: 'soon' })).toMatchObject({ error: 'invalid_time' });
    for (let n = 0; n < 30; n += 1) expect(await at(1000 + n)).toMatchObject({ ok: true });
    expect(await at(1010)).toMatchObject({ error: 'restricted_too_many' });
    expect(await at(1010, { channel: on.ids.channels['ask-support'] })).toMatchObject({ ok: true });
    expect(await at(1000 + 10 * MINUTE)).toMatchObject({ ok: true });
  });

  test('outlives a restart, and what is due meanwhile is posted at the start', async () => {
    const stateFile = join(mkdtempSync(join(tmpdir(), 'local-slack-')), 'state.json');
    let now = Date.now();
    const first = await workspace({ stateFile, now: () => now });
    const channel = first.ids.channels['general']!;
    const post_at = Math.floor(now / 1000) + 2 * MINUTE;
    await first.client.chat.scheduleMessage({ channel, text: 'after the restart', post_at });
    await first.close();
    now += 3 * MINUTE * 1000;
    const second = await workspace({ stateFile, now: () => now });
    await until(async () => ((await texts(second, channel)).includes('after the restart') ? true : undefined));
  });

  test('to a channel that is archived by then is dropped', async () => {
    const on = await workspace();
    const channel = on.ids.channels['general']!;
    await on.client.chat.scheduleMessage({ channel, text: 'too late', post_at: inSeconds(on, MINUTE) });
    await on.control({ do: 'archive', channel });
    await on.control({ do: 'clock', forward_ms: 2 * MINUTE * 1000 });
    await until(() => (Object.keys(on.slack.state.scheduled).length === 0 ? true : undefined));
    expect(await texts(on, channel)).not.toContain('too late');
  });
});
