import { describe, expect, test } from 'vitest';
import type { Fault } from '../../local-slack/wire.ts';
import { type Envelope, ear } from './listener.ts';
import { MODES, type Workspace, bolt, until, workspace } from './workspace.ts';

const HOUR = 3_600_000;
const arm = (on: Workspace, method: string, kind: Fault['kind'], left: number | null = 1) =>
  on.control({ do: 'arm', fault: { method, kind, left } });
const general = (on: Workspace): string => on.ids.channels['general']!;
const send = async (on: Workspace, text: string, more = {}) =>
  ((await on.act('ana', { do: 'send', channel: general(on), text, ...more })) as { ts: string }).ts;
const texts = (heard: Envelope[]) => heard.map((one) => one.event.text);
const count = (heard: unknown[], n: number) => until(() => (heard.length === n ? true : undefined));
const settled = (on: Workspace) =>
  until(async () => ((await on.journal()).every((row) => row.ms !== null) ? true : undefined));

describe.each(MODES)('a fault of a delivery over %s', (mode) => {
  test('lost: it never comes', async () => {
    const on = await workspace({ mode });
    const heard = await ear(on);
    await arm(on, 'deliver:events', { do: 'lose' });
    await send(on, 'lost');
    await on.control({ do: 'clock', forward_ms: HOUR });
    await send(on, 'next');
    await count(heard, 1);
    expect(texts(heard)).toEqual(['next']);
  });

  test.each([true, false])('twice, both as a first try (same envelope: %s)', async (same_envelope) => {
    const on = await workspace({ mode });
    const retries: unknown[] = [];
    const ids: string[] = [];
    await bolt(on, (app) => {
      app.use(async ({ context, body, next }) => {
        retries.push(context.retryNum ?? 0);
        ids.push((body as unknown as Envelope).event_id);
        await next();
      });
    });
    await arm(on, 'deliver:events', { do: 'duplicate', same_envelope });
    await send(on, 'a');
    await count(retries, 2);
    await settled(on);
    expect(retries).toEqual([0, 0]);
    expect(new Set(ids).size).toBe(1);
  });

  test('its ack is lost: it comes again, once', async () => {
    const on = await workspace({ mode });
    const heard = await ear(on);
    await arm(on, 'deliver:message', { do: 'apply_then_drop' });
    await send(on, 'a');
    await count(heard, 2);
    await on.control({ do: 'clock', forward_ms: HOUR });
    expect(heard[0]?.event_id).toBe(heard[1]?.event_id);
    expect(heard).toHaveLength(2);
  });

  test('delayed, and dropped if more than two hours late', async () => {
    const on = await workspace({ mode });
    const heard = await ear(on);
    await arm(on, 'deliver:events', { do: 'delay', ms: 2 * HOUR - 60_000 });
    await send(on, 'in time');
    await send(on, 'before it');
    await count(heard, 1);
    await on.control({ do: 'clock', forward_ms: 2 * HOUR - 60_000 });
    await count(heard, 2);
    await arm(on, 'deliver:events', { do: 'delay', ms: 2 * HOUR + 1 });
    await send(on, 'too late');
    await on.control({ do: 'clock', forward_ms: 3 * HOUR });
    await send(on, 'last');
    await count(heard, 3);
    expect(texts(heard)).toEqual(['before it', 'in time', 'last']);
  });

  test('with Delayed Events nothing is too late', async () => {
    const on = await workspace({ mode, habits: { delayed_events: true } });
    const heard = await ear(on);
    await arm(on, 'deliver:events', { do: 'delay', ms: 5 * HOUR });
    await send(on, 'late');
    await on.control({ do: 'clock', forward_ms: 5 * HOUR });
    await count(heard, 1);
    expect(heard[0]?.event['event_ts']).toBe(heard[0]?.event['ts']);
  });

  test('a mention before its message, a reply before its parent', async () => {
    const on = await workspace({ mode });
    const heard = await ear(on);
    await arm(on, 'deliver:message', { do: 'reorder' });
    await send(on, '@threadesk help');
    await count(heard, 2);
    expect(heard.map((one) => one.event.type)).toEqual(['app_mention', 'message']);
    await arm(on, 'deliver:message', { do: 'reorder' });
    const thread_ts = await send(on, 'parent');
    await send(on, 'reply', { thread_ts });
    await count(heard, 4);
    expect(texts(heard).slice(2)).toEqual(['reply', 'parent']);
    expect((await on.sight('ana')).faults).toEqual([]);
  });

  test('one that is held comes as soon as its fault is disarmed', async () => {
    const on = await workspace({ mode });
    const heard = await ear(on);
    await arm(on, 'deliver:events', { do: 'reorder' });
    await send(on, 'held');
    expect((await on.sight('ana')).faults).toHaveLength(1);
    expect(heard).toEqual([]);
    await on.control({ do: 'disarm' });
    await count(heard, 1);
  });

  test('a clock that is wrong: only a signature can be too old', async () => {
    const on = await workspace({ mode });
    const heard = await ear(on);
    await send(on, 'good');
    await count(heard, 1);
    await arm(on, 'deliver:events', { do: 'skew', ms: -301_000 });
    await send(on, 'skewed');
    await count(heard, 2);
    const tries = (await on.journal()).filter((row) => row.kind === 'delivery').map((row) => row.answer);
    const ok = { ok: true, payload: {} };
    expect(tries).toEqual(mode === 'http' ? [ok, { ok: false, why: 'http_error' }, ok] : [ok, ok]);
  });

  test('an event of a shared channel names the other workspace, and whose it is all the same', async () => {
    const on = await workspace({ mode });
    const heard = await ear(on);
    await arm(on, 'deliver:events', { do: 'foreign_team' });
    await send(on, 'a');
    await send(on, 'b');
    await count(heard, 2);
    expect(heard[0]).toMatchObject({ is_ext_shared_channel: true, authorizations: [{ team_id: on.ids.team }] });
    expect(heard[0]?.['team_id']).not.toBe(on.ids.team);
    expect(heard[1]).toMatchObject({ is_ext_shared_channel: false, team_id: on.ids.team });
  });

  test("an unfurl edits a message, a person's or the app's, and nobody has edited it", async () => {
    const on = await workspace({ mode });
    const heard = await ear(on);
    await arm(on, 'deliver:*', { do: 'unfurl' }, 2);
    const ts = await send(on, 'see https://status.example/now');
    await count(heard, 2);
    expect(heard[1]?.event).toMatchObject({
      subtype: 'message_changed',
      message: {
        ts,
        text: 'see <https://status.example/now>',
        attachments: [{ from_url: 'https://status.example/now' }],
      },
      previous_message: { ts, text: 'see <https://status.example/now>' },
    });
    expect(heard[1]?.event['message']).not.toHaveProperty('edited');
    expect(heard[1]?.event['previous_message']).not.toHaveProperty('attachments');
    await on.post(general(on), 'mine');
    await count(heard, 4);
    expect(heard[3]?.event).toMatchObject({ subtype: 'message_changed', message: { bot_id: expect.any(String) } });
  });

  test('refused on the way: a click is lost, an event comes again', async () => {
    const on = await workspace({ mode });
    const heard = await ear(on);
    await arm(on, 'deliver:*', { do: 'http', status: 503 }, 2);
    expect(await on.act('ana', { do: 'shortcut', callback_id: 'create_ticket' })).toMatchObject({
      said: expect.stringContaining('not responding'),
    });
    await send(on, 'a');
    await count(heard, 1);
    const tries = (await on.journal()).filter((row) => row.name === 'message').map((row) => [row.attempt, row.fault]);
    expect(tries).toEqual([
      [0, 'http'],
      [1, undefined],
    ]);
  });

  test('a delivery is replayed from the journal', async () => {
    const on = await workspace({ mode });
    const heard = await ear(on);
    await send(on, 'a');
    await count(heard, 1);
    const row = (await on.journal()).find((one) => one.kind === 'delivery')!;
    expect(await on.control({ do: 'replay', row: row.n })).toMatchObject({ ok: true, ack: { ok: true } });
    await count(heard, 2);
    expect(heard[0]?.event_id).toBe(heard[1]?.event_id);
  });
});
