import { describe, expect, test } from 'vitest';
import { listener } from './listener.ts';
import { bolt, until, workspace } from './workspace.ts';

describe('commands and shortcuts', () => {
  test('a command carries what Slack sends, escaped as the manifest asks', async () => {
    const on = await workspace();
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
    const on = await workspace();
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
    const on = await workspace();
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
    const on = await workspace();
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

  test('global and message shortcuts', async () => {
    const on = await workspace();
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
