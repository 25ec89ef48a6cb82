import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { faultKind } from '../../local-slack/core/controls.ts';
import { USUAL } from '../../local-slack/core/habits.ts';
import type { Control } from '../../local-slack/wire.ts';
import { ear } from './listener.ts';
import { page, until, workspace } from './workspace.ts';

test('every fault and every habit stands in the documentation', () => {
  const page = readFileSync(new URL('../../docs/local-slack-deliveries.md', import.meta.url), 'utf8');
  const kinds = faultKind.options.flatMap((one) => {
    const { do: name } = one.shape;
    return 'options' in name ? name.options : [...name.values];
  });
  expect(kinds).toHaveLength(19);
  for (const name of [...kinds, ...Object.keys(USUAL)]) expect(page).toContain(`\`${name}\``);
});

describe('what a tester orders', () => {
  const arm = (kind: unknown, left: unknown = 1) => ({ do: 'arm', fault: { method: '*', kind, left } });

  test.each([
    [arm({ do: 'explode' }), 'invalid_arguments'],
    [arm({ do: 'http', status: 200 }), 'invalid_arguments'],
    [arm({ do: 'delay', ms: -1 }), 'invalid_arguments'],
    [arm({ do: 'down' }, 0), 'invalid_arguments'],
    [{ do: 'socket', what: 'explode' }, 'invalid_arguments'],
    [{ do: 'socket', what: 'cut' }, 'no_socket'],
    [{ do: 'replay', row: 0 }, 'not_a_delivery'],
    [{ do: 'delete_channel', channel: 'C0NOWHERE' }, 'channel_not_found'],
    [{ do: 'share_channel', channel: 'C0NOWHERE' }, 'channel_not_found'],
    [{ do: 'set_profile', user: 'U0NOBODY', title: 'x' }, 'user_not_found'],
    [{ do: 'set_group', handle: 'desk', name: 'Desk', members: ['U0NOBODY'] }, 'user_not_found'],
    [{ do: 'add_person', name: 'ana', real_name: 'Ana', email: 'other@northwind.example' }, 'name_taken'],
    [{ do: 'rename_team', name: '' }, 'invalid_arguments'],
    [null, 'invalid_arguments'],
  ])('%j: %s', async (order, error) => {
    const on = await workspace();
    const before = JSON.stringify(on.slack.state);
    expect(await on.control(order as Control)).toEqual({ ok: false, error });
    expect(JSON.stringify(on.slack.state)).toBe(before);
    expect(on.slack.faults.all()).toEqual([]);
  });

  test('#general cannot be deleted', async () => {
    const on = await workspace();
    const channel = on.ids.channels['general']!;
    expect(await on.control({ do: 'delete_channel', channel })).toEqual({ ok: false, error: 'cant_delete_general' });
  });

  test('a moved channel keeps what was said, its files and its members', async () => {
    const on = await workspace();
    const heard = await ear(on);
    const channel = on.ids.channels['ask-it']!;
    const { ts } = (await on.act('ana', { do: 'send', channel, text: 'kept' })) as { ts: string };
    const { channel: moved } = await on.control({ do: 'share_channel', channel });
    const changed = await until(() => heard.find((one) => one.event.type === 'channel_id_changed'));
    expect(changed.event).toMatchObject({ old_channel_id: channel, new_channel_id: moved });
    const { messages } = await on.sight('ana');
    expect(messages.find((one) => one.ts === ts)).toMatchObject({ channel: moved, text: 'kept' });
    expect(await on.act('ana', { do: 'send', channel, text: 'nowhere' })).toEqual({
      ok: false,
      error: 'channel_not_found',
    });
    await on.act('ana', { do: 'send', channel: String(moved), text: 'here' });
    await until(() => heard.find((one) => one.event.text === 'here'));
  });

  test('a changed person is seen by everybody and told with the new profile', async () => {
    const on = await workspace();
    const heard = await ear(on);
    const changes = await page(on, 'ana');
    const user = on.ids.users['min']!;
    await on.control({ do: 'set_profile', user, title: 'Lead', status: 'Away' });
    await until(() => changes.find((one) => one.kind === 'person' && one.person.title === 'Lead'));
    const told = await until(() => heard.find((one) => one.event.type === 'user_change'));
    expect(told.event['user']).toMatchObject({ id: user, profile: { title: 'Lead', status_text: 'Away' } });
    expect(await on.call('users.info', { user })).toMatchObject({ user: { profile: { status_text: 'Away' } } });
  });

  test('a fault is seen on every page while it stands', async () => {
    const on = await workspace();
    const changes = await page(on, 'kofi');
    await on.control(arm({ do: 'down' }, null) as Control);
    const armed = await until(() => changes.find((one) => one.kind === 'faults'));
    expect(armed).toMatchObject({ faults: [{ method: '*', kind: { do: 'down' }, left: null }] });
    await on.control({ do: 'disarm' });
    await until(() => changes.find((one) => one.kind === 'faults' && one.faults.length === 0));
  });
});
