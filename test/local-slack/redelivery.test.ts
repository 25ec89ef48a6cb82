import { describe, expect, test } from 'vitest';
import type { JournalRow } from '../../local-slack/wire.ts';
import { type Envelope, type Json, ear } from './listener.ts';
import { MODES, type Workspace, bolt, page, until, workspace } from './workspace.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const send = (on: Workspace, text: string) => on.act('ana', { do: 'send', channel: on.ids.channels['general']!, text });
const tries = async (on: Workspace): Promise<JournalRow[]> =>
  (await on.journal()).filter((row) => row.kind === 'delivery' && row.name === 'message');
const settled = (on: Workspace, count: number) =>
  until(async () => ((await tries(on)).filter((row) => row.ms !== null).length === count ? true : undefined));
const forward = (on: Workspace, forward_ms: number) => on.control({ do: 'clock', forward_ms });

describe.each(MODES)('redelivery over %s', (mode) => {
  test('an event nobody takes comes back at once, after one minute and after five', async () => {
    const on = await workspace({ mode });
    await send(on, 'a');
    await settled(on, 2);
    await forward(on, MINUTE - 1000);
    expect(await tries(on)).toHaveLength(2);
    await forward(on, 1000);
    await settled(on, 3);
    await forward(on, 5 * MINUTE);
    await settled(on, 4);
    await forward(on, HOUR);
    expect((await tries(on)).map((row) => row.attempt)).toEqual([0, 1, 2, 3]);
  });

  test('with Delayed Events it then comes each hour, for a day', async () => {
    const on = await workspace({ mode, habits: { delayed_events: true } });
    await send(on, 'a');
    await settled(on, 2);
    await forward(on, MINUTE);
    await settled(on, 3);
    await forward(on, 5 * MINUTE);
    await settled(on, 4);
    for (let hour = 1; hour <= 24; hour += 1) {
      await forward(on, HOUR);
      await settled(on, 4 + hour);
    }
    await forward(on, 2 * HOUR);
    expect((await tries(on)).at(-1)?.attempt).toBe(27);
  });

  test('the app is told of the retry, and the event keeps its id', async () => {
    const on = await workspace({ mode });
    const retries: unknown[] = [];
    const ids: string[] = [];
    await bolt(on, (app) => {
      app.use(async ({ context, body, next }) => {
        if (body.type === 'event_callback') {
          retries.push([context.retryNum ?? 0, context.retryReason ?? '']);
          ids.push((body as unknown as Envelope).event_id);
        }
        await next();
      });
    });
    await on.control({ do: 'arm', fault: { method: 'deliver:events', kind: { do: 'apply_then_drop' }, left: 2 } });
    await send(on, 'a');
    await until(() => (retries.length === 2 ? true : undefined));
    await forward(on, MINUTE);
    await until(() => (retries.length === 3 ? true : undefined));
    const reason = mode === 'http' ? 'http_timeout' : 'timeout';
    expect(retries).toEqual([
      [0, ''],
      [1, reason],
      [2, reason],
    ]);
    expect(new Set(ids).size).toBe(1);
  });

  test('a click is never repeated', async () => {
    const on = await workspace({ mode });
    await on.act('ana', { do: 'shortcut', callback_id: 'create_ticket' });
    await forward(on, 10 * MINUTE);
    expect((await on.journal()).filter((row) => row.kind === 'delivery')).toHaveLength(1);
  });

  test('an app that takes none of very many events hears no more, until it is let hear again', async () => {
    const on = await workspace({ mode, habits: { disabled_from: 10 } });
    const changes = await page(on, 'admin');
    for (let n = 0; n < 12; n += 1) await send(on, String(n));
    const notice = await until(() => changes.find((one) => one.kind === 'notice'));
    expect(notice).toMatchObject({ notice: { text: expect.stringContaining('More than 95%') } });
    const before = (await tries(on)).length;
    await send(on, 'unheard');
    await forward(on, HOUR);
    expect(await tries(on)).toHaveLength(before);
    const heard = await ear(on);
    await on.control({ do: 'enable_events' });
    await send(on, 'heard');
    await until(() => heard.find((one) => one.event.text === 'heard'));
  });

  test('a quiet app may fail as often as it likes', async () => {
    const on = await workspace({ mode });
    for (let n = 0; n < 12; n += 1) await send(on, String(n));
    await settled(on, 24);
    await send(on, 'still sent');
    await settled(on, 26);
  });

  test('too many events in an hour: app_rate_limited stands for those of each minute', async () => {
    const on = await workspace({ mode, habits: { events_per_hour: 3 } });
    for (let n = 0; n < 6; n += 1) await send(on, String(n));
    const names = async () =>
      (await on.journal()).filter((row) => row.kind === 'delivery' && row.attempt === 0).map((row) => row.name);
    expect(await names()).toEqual(['message', 'message', 'message', 'app_rate_limited']);
    const row = (await on.journal()).find((one) => one.name === 'app_rate_limited')!;
    const { payload } = row.request as { payload: Json };
    expect(payload).toEqual({
      token: expect.any(String),
      type: 'app_rate_limited',
      team_id: on.ids.team,
      minute_rate_limited: expect.any(Number),
      api_app_id: on.ids.app,
    });
    expect(Number(payload['minute_rate_limited']) % 60).toBe(0);
    await forward(on, MINUTE);
    await send(on, 'a minute later');
    await forward(on, HOUR);
    await send(on, 'an hour later');
    expect((await names()).slice(4)).toEqual(['app_rate_limited', 'message']);
  });
});

describe('over a socket', () => {
  test.each([
    ['new', 'counted', false, [0, 1]],
    ['same', 'counted', true, [0, 1]],
    ['new', 'zero', false, [0, 0]],
  ] as const)('an event comes again with a %s envelope_id, its attempt %s', async (envelope, attempt, same, counts) => {
    const on = await workspace({ habits: { redelivered_envelope: envelope, redelivered_attempt: attempt } });
    const { WebSocket } = await import('ws');
    const url = (await on.call('apps.connections.open', {}, on.appToken))['url'] as string;
    const frames: Json[] = [];
    const socket = new WebSocket(url);
    socket.on('message', (data: Buffer) => frames.push(JSON.parse(data.toString('utf8')) as Json));
    await until(() => frames[0]);
    await send(on, 'a');
    await until(() => frames[1]);
    await forward(on, 3000);
    await until(() => frames[2]);
    const [first, second] = frames.slice(1) as [Json, Json];
    expect(second['envelope_id'] === first['envelope_id']).toBe(same);
    expect([first['retry_attempt'], second['retry_attempt']]).toEqual(counts);
    expect(second['retry_reason']).toBe('timeout');
    expect(second['payload']).toEqual(first['payload']);
  });
});
