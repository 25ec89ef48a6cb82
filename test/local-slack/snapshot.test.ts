import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { startLocalSlack } from '../../local-slack/server.ts';
import { divider, modal } from './limits.ts';
import { MANIFEST, WORLD, later, until, workspace } from './workspace.ts';

const folder = mkdtempSync(join(tmpdir(), 'local-slack-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('what survives', () => {
  test('a restart: messages, ids, the clock, and rising timestamps', async () => {
    const stateFile = join(folder, 'state.json');
    const options = { port: 0, manifest: MANIFEST, world: WORLD, stateFile, rates: false };
    const first = await startLocalSlack(options);
    const call = async (url: string, method: string, args: Record<string, string>) =>
      (
        await fetch(`${url}/api/${method}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${first.botToken}` },
          body: new URLSearchParams(args),
        })
      ).json() as Promise<{ ts: string }>;
    const channel = first.ids.channels['general']!;
    first.slack.clock.forward(60_000);
    first.slack.state.ahead_ms = first.slack.clock.ahead();
    const { ts } = await call(first.url, 'chat.postMessage', { channel, text: 'before' });
    const { ids } = first;
    await first.close();

    const second = await startLocalSlack(options);
    later(() => second.close());
    expect(second.ids).toEqual(ids);
    expect(second.slack.clock.ahead()).toBe(60_000);
    const after = await call(second.url, 'chat.postMessage', { channel, text: 'after' });
    expect(after.ts > ts).toBe(true);
    expect(second.slack.state.messages[channel]?.map((m) => m.text)).toContain('before');
  });

  test('export, reset, import', async () => {
    const on = await workspace();
    const channel = on.ids.channels['general']!;
    const texts = async () => (await on.sight('ana')).messages.filter((m) => m.channel === channel).map((m) => m.text);
    await on.post(channel, 'kept');
    const { world } = await on.control({ do: 'export' });
    await on.control({ do: 'reset' });
    expect(await texts()).not.toContain('kept');
    expect(await on.control({ do: 'import', world })).toEqual({ ok: true });
    expect(await texts()).toContain('kept');
    expect(await on.control({ do: 'import', world: { version: 1 } })).toEqual({ ok: false, error: 'invalid_snapshot' });
    expect(await texts()).toContain('kept');
  });

  test('an import is the workspace that was exported, to the last letter', async () => {
    const on = await workspace();
    const channel = on.ids.channels['general']!;
    const ts = await on.post(channel, 'kept');
    await on.act('ana', { do: 'react', channel, ts, name: 'eyes' });
    await on.act('ana', { do: 'send', channel, text: 'a reply', thread_ts: ts });
    const file = await on.act('ana', { do: 'upload', name: 'a.txt', mimetype: 'text/plain', content: 'aGk=' });
    if (file.ok && file.file) await on.act('ana', { do: 'send', channel, text: 'a file', files: [file.file] });
    await on.control({ do: 'archive', channel: on.ids.channels['random']! });
    await on.control({ do: 'add_person', name: 'zoe', real_name: 'Zoe', email: 'zoe@example.com' });
    // What is still on its way to the app stands in the file too, and would have arrived before the next look.
    await until(async () => ((await on.journal()).every((row) => row.ms !== null) ? true : undefined));
    const before = (await on.control({ do: 'export' }))['world'];
    await on.control({ do: 'reset' });
    expect((await on.control({ do: 'export' }))['world']).not.toEqual(before);
    expect(await on.control({ do: 'import', world: before })).toEqual({ ok: true });
    expect((await on.control({ do: 'export' }))['world']).toEqual(before);
  });

  test('a submission that was under way can be sent again', async () => {
    const on = await workspace({ now: () => 1_800_000_000_000 });
    const trigger_id = on.slack.triggers.make(String(on.ids.users['ana']));
    const { view } = await on.call('views.open', { trigger_id, view: modal([divider]) });
    const { id: view_id } = view as { id: string };
    const busy = async () => (await on.sight('ana')).views.map((one) => one.busy);
    const hour = 3_600_000;
    await on.control({ do: 'arm', fault: { method: 'deliver:interactive', kind: { do: 'delay', ms: hour }, left: 1 } });
    const running = on.act('ana', { do: 'submit', view_id, values: {} });
    await until(async () => ((await busy())[0] === true ? true : undefined));
    const { world } = await on.control({ do: 'export' });
    await on.control({ do: 'clock', forward_ms: hour });
    await running;
    await on.control({ do: 'import', world });
    expect(await busy()).toEqual([false]);
  });

  test('a file that lacks what everybody sees is refused, and nothing is lost', async () => {
    const on = await workspace();
    const whole = (await on.control({ do: 'export' }))['world'] as Record<string, Record<string, object>>;
    const { ana = '' } = on.ids.users;
    const general = on.ids.channels['general']!;
    const broken: unknown[] = [
      { ...whole, users: { ...whole['users'], [ana]: { id: ana } } },
      { ...whole, channels: { ...whole['channels'], [general]: { id: general, name: 'general' } } },
      { ...whole, messages: { [general]: [{ ts: '1.000000', channel: general }] } },
      { ...whole, messages: { [general]: 'none' } },
      { ...whole, version: 99 },
      {},
    ];
    for (const world of broken)
      expect(await on.control({ do: 'import', world })).toEqual({ ok: false, error: 'invalid_snapshot' });
    expect((await on.control({ do: 'export' }))['world']).toEqual(whole);
  });

  test('the same seed makes the same workspace', async () => {
    const [one, two] = await Promise.all([workspace({ seed: 7 }), workspace({ seed: 7 })]);
    expect(one.ids).toEqual(two.ids);
    expect((await workspace({ seed: 8 })).ids).not.toEqual(one.ids);
  });
});
