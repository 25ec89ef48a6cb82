import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { createApp, type SlackApp } from '../../src/slack/receiver.ts';
import { later, until, workspace } from '../local-slack/workspace.ts';

const SECRET = 'local-signing-secret';

/** The app behind a server of our own, as in HTTP mode; Slack delivers to it. */
async function served() {
  let slack: SlackApp | null = null;
  const server = createServer((request, response) => slack?.requestListener?.(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  const on = await workspace({ httpUrl: url });
  later(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  const stored: string[] = [];
  const inbox = {
    failing: false,
    async put(key: string) {
      if (this.failing) throw new Error('the database is away');
      stored.push(key);
      return true;
    },
  };
  slack = await createApp({
    mode: { kind: 'http', signingSecret: SECRET },
    botToken: on.botToken,
    apiUrl: `${on.url}/api/`,
    inbox,
    log: pino({ level: 'silent' }),
  });
  await slack.start();
  later(async () => slack?.stop());
  return { on, url, stored, inbox, slack };
}

function signed(url: string, body: string, { secret = SECRET, ahead = 0 } = {}): Promise<Response> {
  const at = String(Math.floor(Date.now() / 1000) + ahead);
  const hash = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
  const headers = {
    'content-type': 'application/json',
    'x-slack-request-timestamp': at,
    'x-slack-signature': `v0=${hash}`,
  };
  return fetch(url, { method: 'POST', headers, body });
}

const EVENT = JSON.stringify({
  type: 'event_callback',
  team_id: 'T1',
  event_id: 'Ev1',
  event: { type: 'message', channel: 'C1', user: 'U1', ts: '1.0', text: 'hi' },
});

it('takes what Slack signed, and nothing else', async () => {
  const { url, stored } = await served();
  expect((await signed(url, EVENT)).status).toBe(200);
  expect(stored).toEqual(['msg:T1:C1:1.0']);
  expect((await signed(url, EVENT, { secret: 'another-secret' })).status).toBe(401);
  expect((await signed(url, EVENT, { ahead: -600 })).status).toBe(401);
  expect((await signed(url, EVENT, { ahead: 600 })).status).toBe(401);
  expect((await fetch(url, { method: 'POST', body: EVENT })).status).toBe(401);
  expect((await signed(url.replace('events', 'elsewhere'), EVENT)).status).toBe(404);
  expect((await fetch(url)).status).toBe(404);
  expect(stored).toHaveLength(1);
  const challenge = JSON.stringify({ type: 'url_verification', challenge: 'abc' });
  expect(await (await signed(url, challenge)).json()).toEqual({ challenge: 'abc' });
  expect((await signed(url, JSON.stringify({ type: 'app_rate_limited', minute_rate_limited: 1 }))).status).toBe(200);
});

it('answers 500 while an event cannot be stored, so that Slack delivers it again', async () => {
  const { on, stored, inbox } = await served();
  inbox.failing = true;
  await on.act('bao', { do: 'send', channel: on.ids.channels['ask-support']!, text: 'Anybody there?' });
  // The first retry comes at once, the second after a minute.
  await until(async () => {
    const tried = (await on.journal()).filter(({ kind, answer }) => kind === 'delivery' && answer !== null);
    return tried.length === 2 ? true : undefined;
  });
  inbox.failing = false;
  await on.control({ do: 'clock', forward_ms: 60_000 });
  await until(() => stored[0]);
});

it('answers a command at once', async () => {
  const { on, slack } = await served();
  slack.app.command('/ticket', async ({ ack, command }) => ack(`heard: ${command.text}`));
  const channel = on.ids.channels['general']!;
  expect(await on.act('bao', { do: 'command', channel, command: '/ticket', text: 'mine' })).toMatchObject({ ok: true });
  const sight = await on.sight('bao');
  expect(sight.messages.some(({ text, ephemeral }) => ephemeral && text === 'heard: mine')).toBe(true);
});
