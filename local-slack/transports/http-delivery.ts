/** Signed HTTP delivery to the app's request URLs, as Slack does it when Socket Mode is off. */
import { createHmac } from 'node:crypto';
import type { Ack, Delivery, Slack } from '../core/slack.ts';
import { ACK_MS, type Carrier, type Retry } from './carrier.ts';

const MOST_REDIRECTS = 2;

export type RequestUrls = { events: string; interactive: string; command: (command: string) => string };

export function signature(secret: string, timestamp: string, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

type Packed = { url: string; body: string; type: string };

function pack(delivery: Delivery, urls: RequestUrls): Packed {
  const form = 'application/x-www-form-urlencoded';
  const { payload } = delivery;
  switch (delivery.type) {
    case 'events_api':
      return { url: urls.events, body: JSON.stringify(payload), type: 'application/json' };
    case 'interactive':
      return {
        url: urls.interactive,
        body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString(),
        type: form,
      };
    case 'slash_commands': {
      const fields = Object.entries(payload).map(([key, value]): [string, string] => [key, String(value)]);
      return {
        url: urls.command(String(payload['command'])),
        body: new URLSearchParams(fields).toString(),
        type: form,
      };
    }
  }
}

export function createHttpDelivery(slack: Slack, secret: string, urls: RequestUrls): Carrier {
  async function send(packed: Packed, retry: Retry, stop: AbortSignal): Promise<Ack> {
    let { url } = packed;
    for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
      const timestamp = String(Math.floor(slack.clock.now() / 1000));
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        signal: stop,
        body: packed.body,
        headers: {
          'content-type': packed.type,
          'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': signature(secret, timestamp, packed.body),
          ...(retry.attempt > 0
            ? {
                'x-slack-retry-num': String(retry.attempt),
                'x-slack-retry-reason': retry.reason === 'timeout' ? 'http_timeout' : retry.reason,
              }
            : {}),
        },
      });
      const next = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
      if (next === null) return read(response);
      url = new URL(next, url).href;
    }
    return { ok: false, why: 'http_error' };
  }

  let verified = false;

  /** A request URL hears events only after it has given the challenge back. */
  async function verify(stop: AbortSignal): Promise<boolean> {
    if (verified) return true;
    const challenge = slack.mint.hex(32);
    const body = JSON.stringify({ token: 'local-verification-token', challenge, type: 'url_verification' });
    const ack = await send({ url: urls.events, body, type: 'application/json' }, { attempt: 0, reason: '' }, stop);
    const given = ack.ok ? ack.payload : '';
    verified = given === challenge || (typeof given === 'object' && given['challenge'] === challenge);
    return verified;
  }

  return {
    async carry(delivery, retry) {
      const stop = new AbortController();
      const late = slack.clock.after(ACK_MS, () => stop.abort());
      try {
        if (delivery.type === 'events_api' && !(await verify(stop.signal))) return { ok: false, why: 'http_error' };
        return await send(pack(delivery, urls), retry, stop.signal);
      } catch {
        return { ok: false, why: stop.signal.aborted ? 'timeout' : 'dispatch_failed' };
      } finally {
        late();
      }
    },
  };
}

async function read(response: Response): Promise<Ack> {
  const text = await response.text();
  if (!response.ok) {
    return response.headers.get('x-slack-no-retry') === '1'
      ? { ok: false, why: 'lost' }
      : { ok: false, why: 'http_error' };
  }
  if (text === '') return { ok: true, payload: {} };
  if (!(response.headers.get('content-type') ?? '').includes('json')) return { ok: true, payload: text };
  try {
    const payload: unknown = JSON.parse(text);
    return { ok: true, payload: typeof payload === 'object' && payload !== null ? { ...payload } : text };
  } catch {
    return { ok: true, payload: text };
  }
}
