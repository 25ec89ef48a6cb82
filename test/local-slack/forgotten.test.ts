/** What a manifest forgets does not work, as it would not in Slack. */
import { describe, expect, test } from 'vitest';
import { button, divider, home, input, modal, text } from './limits.ts';
import { at, listener } from './listener.ts';
import { type Manifest, type Workspace, later, manifest, until, workspace } from './workspace.ts';
import { createServer } from 'node:http';

type Loose = Manifest & { settings: { interactivity: Record<string, unknown> } };

const changed = (change: (m: Loose) => void): unknown => manifest((m) => change(m as Loose));
const general = (on: Workspace): string => String(on.ids.channels['general']);
const deliveries = async (on: Workspace): Promise<string[]> =>
  (await on.journal()).filter((row) => row.kind === 'delivery').map((row) => row.name);

describe('without interactivity', () => {
  const off = changed((m) => Object.assign(m.settings.interactivity, { is_enabled: false }));

  test('a click, a choice and a submission reach nobody, and the person is told', async () => {
    const on = await workspace({ manifest: off });
    await listener(on);
    const menu = { type: 'external_select', action_id: 'm', min_query_length: 0 };
    const elements = [button({ action_id: 'a' }), menu];
    const ts = await on.post(general(on), 't', { blocks: [{ type: 'actions', block_id: 'b', elements }] });
    const where = { place: at(general(on), ts), block_id: 'b' };
    expect(await on.act('ana', { do: 'click', ...where, action_id: 'a' })).toMatchObject({
      said: 'This app is not configured to handle interactive responses.',
    });
    expect(await on.act('ana', { do: 'options', ...where, action_id: 'm', query: 'x' })).toEqual({
      ok: true,
      options: [],
    });
    const trigger_id = on.slack.triggers.make(String(on.ids.users['ana']));
    const view = modal([input(text({ action_id: 'a' }), { block_id: 'b', optional: true })]);
    const answer = (await on.call('views.open', { trigger_id, view })) as unknown as { view: { id: string } };
    expect(await on.act('ana', { do: 'submit', view_id: answer.view.id, values: {} })).toMatchObject({
      said: 'We had some trouble connecting. Try again?',
    });
    expect(await deliveries(on)).toEqual(['message']);
  });

  test('there are no shortcuts', async () => {
    const on = await workspace({ manifest: off });
    expect((await on.sight('ana')).app.shortcuts).toEqual([]);
  });
});

test('without the scope `commands` there are no commands and no shortcuts', async () => {
  const on = await workspace({
    manifest: changed(
      (m) => (m.oauth_config.scopes.bot = m.oauth_config.scopes.bot.filter((one) => one !== 'commands')),
    ),
  });
  const { app } = await on.sight('ana');
  expect([app.commands, app.shortcuts]).toEqual([[], []]);
  const { callback_id } = on.slack.manifest.features.shortcuts.find(({ type }) => type === 'global')!;
  expect(await on.act('ana', { do: 'shortcut', callback_id })).toEqual({ ok: false, error: 'no_such_shortcut' });
  const said = await on.act('ana', { do: 'command', channel: general(on), command: '/ticket', text: '' });
  expect(said).toMatchObject({ said: expect.stringContaining('/ticket is not a valid command') });
  expect(await deliveries(on)).toEqual([]);
});

test('over HTTP each kind goes to its own address, and to none that is not given', async () => {
  const got: string[] = [];
  const server = createServer((request, response) => {
    got.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  later(() => new Promise((done) => server.close(done)));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const on = await workspace({
    manifest: changed((m) => {
      m.settings.socket_mode_enabled = false;
      Object.assign(m.settings.event_subscriptions, { request_url: `${url}/events` });
      Object.assign(m.settings.interactivity, { message_menu_options_url: `${url}/options` });
    }),
  });
  const menu = { type: 'external_select', action_id: 'm', min_query_length: 0 };
  const elements = [button({ action_id: 'a' }), menu];
  const ts = await on.post(general(on), 't', { blocks: [{ type: 'actions', block_id: 'b', elements }] });
  await until(() => (got.includes('/events') ? true : undefined));
  const before = got.length;
  const where = { place: at(general(on), ts), block_id: 'b' };
  await on.act('ana', { do: 'options', ...where, action_id: 'm', query: 'x' });
  expect(got.slice(before).filter((one) => one !== '/events')).toEqual(['/options']);
  const said = await on.act('ana', { do: 'click', ...where, action_id: 'a' });
  expect(said).toMatchObject({ said: expect.stringContaining('is not responding') });
  const command = await on.act('ana', { do: 'command', channel: general(on), command: '/ticket', text: '' });
  expect(command).toMatchObject({ said: '/ticket failed with the error "dispatch_failed"' });
});

test('a Home tab is no modal, and a modal no Home tab', async () => {
  const on = await workspace();
  const user_id = String(on.ids.users['ana']);
  const trigger = (): string => on.slack.triggers.make(user_id);
  expect(await on.call('views.publish', { user_id, view: modal([divider]) })).toMatchObject({
    error: 'invalid_arguments',
    response_metadata: { messages: ['[ERROR] unsupported type: modal [json-pointer:/view/type]'] },
  });
  await on.call('views.open', { trigger_id: trigger(), view: modal([divider]) });
  expect(await on.call('views.push', { trigger_id: trigger(), view: home([divider]) })).toMatchObject({
    error: 'invalid_arguments',
    response_metadata: { messages: ['[ERROR] unsupported type: home [json-pointer:/view/type]'] },
  });
  expect((await on.sight('ana')).home).toBeNull();
});
