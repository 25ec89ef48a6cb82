import { describe, expect, test } from 'vitest';
import { listener } from './listener.ts';
import { MODES, bolt, manifest, until, workspace } from './workspace.ts';

describe.each(MODES)('commands and shortcuts over %s', (mode) => {
  test('a command carries what Slack sends, escaped as the manifest asks', async () => {
    const on = await workspace({ mode });
    const heard = await listener(on);
    const channel = on.ids.channels['ask-it']!;
    await on.act('min', { do: 'command', channel, command: '/ticket', text: 'for @kofi in #general <b>' });
    expect(heard[0]).toMatchObject({
      command: '/ticket',
      text: `for <@${on.ids.users['kofi']}|kofi> in <#${on.ids.channels['general']}|general> &lt;b&gt;`,
      user_id: on.ids.users['min'],
      channel_id: channel,
      channel_name: 'ask-it',
      team_id: on.ids.team,
      trigger_id: expect.stringMatching(/^\d+\.\d+\.[0-9a-f]+$/),
      response_url: expect.stringContaining(on.url),
    });
  });

  test('the journal links what a person did to what came of it', async () => {
    const on = await workspace({ mode });
    await bolt(on, (app) =>
      app.command('/ticket', async ({ ack, client, command: { trigger_id } }) => {
        await ack();
        await client.views.open({
          trigger_id,
          view: { type: 'modal', title: { type: 'plain_text', text: 'a' }, blocks: [{ type: 'divider' }] },
        });
      }),
    );
    await on.act('ana', { do: 'command', channel: on.ids.channels['general']!, command: '/ticket', text: '' });
    const opened = await until(async () =>
      (await on.journal()).find((row) => row.name === 'views.open' && row.ms !== null),
    );
    const linked = (await on.journal()).filter((row) => row.link === opened.link);
    expect(linked.map((row) => [row.kind, row.name])).toEqual([
      ['person', 'command'],
      ['delivery', '/ticket'],
      ['call', 'views.open'],
    ]);
    expect(JSON.stringify(linked)).not.toContain(on.botToken);
  });

  test('what Slack itself says: no such command, nobody there, too late', async () => {
    const on = await workspace({ mode });
    const run = (command: string) =>
      on.act('ana', { do: 'command', channel: on.ids.channels['general']!, command, text: '' });
    expect(await run('/tickets')).toMatchObject({ said: expect.stringContaining('/tickets is not a valid command') });
    expect(await run('/ticket')).toEqual({ ok: true, said: '/ticket failed with the error "dispatch_failed"' });
    await bolt(on, (app) => app.command('/ticket', async () => {}));
    const waiting = run('/ticket');
    await until(async () => (await on.journal()).findLast((row) => row.kind === 'delivery' && row.answer === null));
    await on.control({ do: 'clock', forward_ms: 3000 });
    expect(await waiting).toEqual({ ok: true, said: '/ticket failed with the error "operation_timeout"' });
  });

  test('an ack with words answers only the one who asked, or everybody', async () => {
    const on = await workspace({ mode });
    let answer: unknown = 'only for you';
    await listener(on, () => answer);
    const channel = on.ids.channels['general']!;
    const run = () => on.act('ana', { do: 'command', channel, command: '/ticket', text: '' });
    await run();
    answer = { response_type: 'in_channel', text: 'for all' };
    await run();
    const seen = async (as: string) => (await on.sight(as)).messages.filter((m) => m.bot).map((m) => m.text);
    expect(await seen('ana')).toEqual(['for all', 'only for you']);
    expect(await seen('kofi')).toEqual(['for all']);
  });

  test('an ack may be a whole message; one that Slack would refuse is told to the person', async () => {
    const on = await workspace({ mode });
    let answer: unknown = { text: 'fallback', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '*hi*' } }] };
    await listener(on, () => answer);
    const channel = on.ids.channels['general']!;
    const run = () => on.act('ana', { do: 'command', channel, command: '/ticket', text: '' });
    expect(await run()).toEqual({ ok: true });
    expect((await on.sight('ana')).messages.at(-1)).toMatchObject({ ephemeral: true, blocks: [{ type: 'section' }] });
    answer = { text: 'a', blocks: [{ type: 'section' }] };
    expect(await run()).toEqual({ ok: true, said: '/ticket failed with the error "invalid_blocks"' });
  });

  test('an answer to the response address: five of them in half an hour, for the one or for all', async () => {
    const on = await workspace({ mode });
    const heard = await listener(on);
    const channel = on.ids.channels['general']!;
    const run = () => on.act('ana', { do: 'command', channel, command: '/ticket', text: '' });
    await run();
    await run();
    const answer = async (n: number, body: Record<string, unknown>) => {
      const response = await fetch(heard[n]!.response_url, { method: 'POST', body: JSON.stringify(body) });
      return [response.status, await response.text()];
    };
    await answer(0, { text: 'to ana' });
    await answer(0, { text: 'to all', response_type: 'in_channel' });
    const seen = async (as: string) => (await on.sight(as)).messages.filter((m) => m.bot).map((m) => m.text);
    expect((await seen('ana')).toSorted()).toEqual(['to all', 'to ana']);
    expect(await seen('kofi')).toEqual(['to all']);
    for (let n = 0; n < 3; n += 1) expect((await answer(0, { text: String(n) }))[0]).toBe(200);
    expect(await answer(0, { text: 'sixth' })).toEqual([404, '{"ok":false,"error":"used_url"}']);
    await on.control({ do: 'clock', forward_ms: 30 * 60_000 + 1 });
    expect(await answer(1, { text: 'late' })).toEqual([404, '{"ok":false,"error":"expired_url"}']);
  });

  test('where the bot is not, it learns no name and answers all the same', async () => {
    const on = await workspace({ mode });
    const heard = await listener(on, () => 'hello');
    const { channel } = (await on.act('ana', { do: 'open_dm', with: on.ids.users['kofi']! })) as { channel: string };
    await on.act('ana', { do: 'command', channel, command: '/ticket', text: '' });
    expect(heard[0]).toMatchObject({ channel_id: channel, channel_name: 'directmessage' });
    expect((await on.sight('ana')).messages.findLast((one) => one.channel === channel)).toMatchObject({
      text: 'hello',
      ephemeral: true,
    });
    expect((await on.call('chat.postMessage', { channel, text: 'a' })).error).toBe('channel_not_found');
  });

  test('without should_escape the words come as they were typed', async () => {
    const plainly = manifest((m) => {
      m.features['slash_commands'] = [{ command: '/ticket', description: 'Raise a ticket', should_escape: false }];
    });
    const on = await workspace({ mode, manifest: plainly });
    const heard = await listener(on);
    const channel = on.ids.channels['general']!;
    const text = `for @kofi, <@${on.ids.users['lea']}> in #general <b> & <!channel>`;
    await on.act('ana', { do: 'command', channel, command: '/ticket', text });
    expect(heard[0]!['text']).toBe('for @kofi, @lea in #general <b> & <!channel>');
  });

  test('a live word that was typed by hand stays text, unless it is one that Slack offers', async () => {
    const on = await workspace({ mode });
    const heard = await listener(on);
    const channel = on.ids.channels['general']!;
    await on.act('ana', {
      do: 'command',
      channel,
      command: '/ticket',
      text: '<!channel> <https://evil.example|bank> @here',
    });
    expect(heard[0]!['text']).toBe('&lt;!channel&gt; &lt;<https://evil.example>|bank&gt; <!here>');
  });

  test('global and message shortcuts', async () => {
    const on = await workspace({ mode });
    const heard = await listener(on);
    const channel = on.ids.channels['general']!;
    const { ts } = (await on.act('bao', { do: 'send', channel, text: 'printer' })) as { ts: string };
    await on.act('ana', { do: 'shortcut', callback_id: 'create_ticket' });
    await on.act('ana', { do: 'shortcut', callback_id: 'create_ticket_from_message', channel, ts });
    expect(heard[0]).toMatchObject({
      type: 'shortcut',
      callback_id: 'create_ticket',
      user: { id: on.ids.users['ana'] },
    });
    expect(heard[0]).not.toHaveProperty('channel');
    expect(heard[1]).toMatchObject({
      type: 'message_action',
      message_ts: ts,
      message: { text: 'printer', user: on.ids.users['bao'] },
      channel: { id: channel, name: 'general' },
    });
    expect(await on.act('ana', { do: 'shortcut', callback_id: 'create_ticket_from_message' })).toEqual({
      ok: false,
      error: 'no_such_shortcut',
    });
  });
});
