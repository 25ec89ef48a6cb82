/** Links of the app's own domains: told, unfurled, opened. */
import { describe, expect, test } from 'vitest';
import { button } from './limits.ts';
import { at, hearing, listener } from './listener.ts';
import { type Manifest, manifest, until, workspace } from './workspace.ts';

function linked(change: (m: Manifest) => void = () => {}): Manifest {
  return manifest((m) => {
    m.features['unfurl_domains'] = ['t.example'];
    m.oauth_config.scopes.bot.push('links:read', 'links:write');
    m.settings.event_subscriptions.bot_events.push('link_shared', 'entity_details_requested');
    change(m);
  });
}

const URL_1 = 'https://board.t.example/1?a=b&c=d';

describe('a link that a person writes', () => {
  test('is told with its registered domain, wherever it stands; another host is not', async () => {
    const on = await workspace({ manifest: linked() });
    const heard = await hearing(on);
    const channel = on.ids.channels['random']!;
    await on.act('ana', { do: 'send', channel, text: 'https://other.example/1' });
    const { ts } = (await on.act('ana', { do: 'send', channel, text: `see ${URL_1} and ${URL_1}` })) as { ts: string };
    const told = await until(() => heard.find((event) => event.type === 'link_shared'));
    expect(told).toMatchObject({
      channel,
      user: on.ids.users['ana'],
      message_ts: ts,
      is_bot_user_member: false,
      source: 'conversations_history',
      links: [{ domain: 't.example', url: URL_1 }],
    });
    expect(heard.filter((event) => event.type === 'link_shared')).toHaveLength(1);
    const { unfurl_id } = told as unknown as { unfurl_id: string };
    const by = { unfurl_id, source: 'conversations_history', unfurls: { [URL_1]: { text: 'Number one' } } };
    expect(await on.call('chat.unfurl', by)).toEqual({ ok: true });
  });

  test('is told when an edit brings it, and only then', async () => {
    const on = await workspace({ manifest: linked() });
    const heard = await hearing(on);
    const channel = on.ids.channels['general']!;
    const { ts } = (await on.act('ana', { do: 'send', channel, text: 'soon' })) as { ts: string };
    await on.act('ana', { do: 'edit', channel, ts, text: `here: ${URL_1}` });
    await on.act('ana', { do: 'edit', channel, ts, text: `here it is: ${URL_1}` });
    await on.act('ana', { do: 'send', channel, text: 'end' });
    await until(() => heard.find((event) => event.text === 'end'));
    const told = heard.filter((event) => event.type === 'link_shared');
    expect(told).toMatchObject([{ message_ts: ts, links: [{ url: URL_1 }] }]);
  });

  test('is not told without the scope, and not when the app itself writes it', async () => {
    const on = await workspace({ manifest: linked((m) => m.oauth_config.scopes.bot.splice(-2)) });
    const heard = await hearing(on);
    const channel = on.ids.channels['general']!;
    await on.act('ana', { do: 'send', channel, text: URL_1 });
    await until(() => heard.find((event) => event.type === 'message'));
    expect(heard.map((event) => event.type)).not.toContain('link_shared');
    const other = await workspace({ manifest: linked() });
    const own = await hearing(other);
    await other.post(other.ids.channels['general']!, `<${URL_1}>`);
    await other.act('ana', { do: 'send', channel: other.ids.channels['general']!, text: 'done' });
    await until(() => own.find((event) => event['text'] === 'done'));
    expect(own.map((event) => event.type)).not.toContain('link_shared');
  });

  test('carries what the app hangs on it; a second time changes the first', async () => {
    const on = await workspace({ manifest: linked() });
    const heard = await hearing(on);
    const channel = on.ids.channels['general']!;
    const { ts } = (await on.act('ana', { do: 'send', channel, text: `see ${URL_1} https://x.example` })) as {
      ts: string;
    };
    const unfurl = (url: string, one: unknown = { blocks: [{ type: 'divider' }] }) =>
      on.call('chat.unfurl', { channel, ts, unfurls: { [url]: one } });
    expect(await unfurl('https://t.example/elsewhere')).toMatchObject({ error: 'cannot_unfurl_message' });
    expect(await unfurl('https://x.example')).toMatchObject({ error: 'cannot_unfurl_url' });
    expect(await unfurl(URL_1, 'words')).toMatchObject({ error: 'cannot_parse_attachment' });
    expect(await unfurl(URL_1)).toEqual({ ok: true });
    expect(await unfurl(URL_1, { text: 'Number one' })).toEqual({ ok: true });
    const [message] = (await on.client.conversations.history({ channel, limit: 1 })).messages ?? [];
    expect(message?.attachments).toMatchObject([{ text: 'Number one', app_unfurl_url: URL_1, is_app_unfurl: true }]);
    const changed = await until(() => heard.find((event) => event['subtype'] === 'message_changed'));
    expect(changed).toMatchObject({ hidden: true, message: { attachments: [{ from_url: URL_1 }] } });
    expect(changed['message']).not.toHaveProperty('edited');
  });

  test('may ask its writer to sign in, unseen by others', async () => {
    const on = await workspace({ manifest: linked() });
    const channel = on.ids.channels['general']!;
    const { ts } = (await on.act('ana', { do: 'send', channel, text: URL_1 })) as { ts: string };
    const asked = { channel, ts, user_auth_required: true, user_auth_url: 'https://t.example/login' };
    expect(await on.call('chat.unfurl', asked)).toEqual({ ok: true });
    const seenBy = async (who: string) => (await on.sight(who)).messages.filter((one) => one.ephemeral).length;
    expect([await seenBy('ana'), await seenBy('kofi')]).toEqual([1, 0]);
  });
});

test('a Work Object is hung, opened, and its details presented for the one who asked', async () => {
  const on = await workspace({ manifest: linked() });
  const heard = await hearing(on);
  const channel = on.ids.channels['general']!;
  const { ts } = (await on.act('ana', { do: 'send', channel, text: URL_1 })) as { ts: string };
  const entity = {
    app_unfurl_url: URL_1,
    url: 'https://t.example/1',
    external_ref: { id: 'T-1' },
    entity_type: 'slack#/entities/task',
    entity_payload: { attributes: { title: { text: 'Printer on fire' } } },
  };
  const hang = (one: unknown) => on.call('chat.unfurl', { channel, ts, metadata: { entities: [one] } });
  expect(await hang({ ...entity, entity_type: 'task' })).toMatchObject({ error: 'invalid_metadata_format' });
  expect(await hang(entity)).toEqual({ ok: true });
  await on.act('kofi', { do: 'open_entity', channel, ts, url: URL_1 });
  const asked = await until(() => heard.find((event) => event.type === 'entity_details_requested'));
  expect(asked).toMatchObject({
    user: on.ids.users['kofi'],
    entity_url: entity.url,
    external_ref: { id: 'T-1' },
    link: { domain: 'board.t.example' },
    channel,
    message_ts: ts,
  });
  const present = (more: Record<string, unknown>, trigger_id = asked['trigger_id']) =>
    on.call('entity.presentDetails', { trigger_id, ...more });
  expect(await present({ metadata: entity }, 'nobody')).toMatchObject({ error: 'invalid_trigger_id' });
  expect(await present({ metadata: { ...entity, url: 'https://t.example/2' } })).toMatchObject({
    error: 'entity_metadata_does_not_match_trigger',
  });
  expect(await present({ metadata: {} })).toMatchObject({ error: 'invalid_metadata' });
  expect(await present({ user_auth_required: true })).toMatchObject({ error: 'user_auth_url_missing' });
  expect(await present({ metadata: entity })).toEqual({ ok: true });
  expect(on.slack.state.entity_requests[String(asked['trigger_id'])]?.shown).toEqual({ metadata: entity });
});

describe('a button that hangs on a message', () => {
  const blocks = [{ type: 'actions', block_id: 'b', elements: [button({ action_id: 'go' })] }];

  test('in an attachment of the app, comes with the message', async () => {
    const on = await workspace();
    const heard = await listener(on);
    const channel = on.ids.channels['general']!;
    const ts = await on.post(channel, 'card', { attachments: [{ blocks }] });
    await on.act('ana', { do: 'click', place: at(channel, ts), block_id: 'b', action_id: 'go' });
    const container = { type: 'message_attachment', attachment_id: 1, message_ts: ts, is_app_unfurl: false };
    expect(heard[0]).toMatchObject({ container, message: { text: 'card' } });
  });

  test('in an unfurl, comes with the unfurl and without what the person wrote', async () => {
    const on = await workspace({ manifest: linked() });
    const heard = await listener(on);
    const channel = on.ids.channels['general']!;
    const { ts } = (await on.act('ana', { do: 'send', channel, text: URL_1 })) as { ts: string };
    expect(await on.call('chat.unfurl', { channel, ts, unfurls: { [URL_1]: { blocks } } })).toEqual({ ok: true });
    await on.act('ana', { do: 'click', place: at(channel, ts), block_id: 'b', action_id: 'go' });
    expect(heard[0]).toMatchObject({
      container: { type: 'message_attachment', message_ts: ts, is_app_unfurl: true, app_unfurl_url: URL_1 },
      app_unfurl: { app_unfurl_url: URL_1, is_app_unfurl: true },
    });
    expect(heard[0]).not.toHaveProperty('message');
  });
});
