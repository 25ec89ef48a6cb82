/** Signed HTTP delivery to the app's request URLs, as Slack does it when Socket Mode is off. */
import { createHmac } from 'node:crypto';
import { readJson } from '../core/json.ts';
import type { Delivery } from '../core/model.ts';
import type { Ack, Slack } from '../core/slack.ts';
import { ACK_MS, type Carrier, type Try } from './carrier.ts';

const MOST_REDIRECTS = 2;
const FORM = 'application/x-www-form-urlencoded';

/** As the manifest has them; '' where it has none, and nothing is sent there. `options`: for the menus an app fills. */
export type RequestUrls = {
  events: string;
  interactive: string;
  options: string;
  command: (command: string) => string;
};

export function signature(secret: string, timestamp: string, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

type Packed = { url: string; body: string; type: string };

function form(url: string, fields: Record<string, unknown>): Packed {
  const texts = Object.entries(fields).map(([key, value]): [string, string] => [key, String(value)]);
  return { url, body: new URLSearchParams(texts).toString(), type: FORM };
}

function pack({ type, payload }: Delivery, urls: RequestUrls): Packed {
  switch (type) {
    case 'events_api':
      return { url: urls.events, body: JSON.stringify(payload), type: 'application/json' };
    case 'interactive':
      return form(payload['type'] === 'block_suggestion' ? urls.options : urls.interactive, {
        payload: JSON.stringify(payload),
      });
    case 'slash_commands':
      return form(urls.command(String(payload['command'])), payload);
  }
}

/** In the words of `X-Slack-Retry-Reason`. */
const REASON: Record<Extract<Ack, { ok: false }>['why'], string> = {
  timeout: 'http_timeout',
  dispatch_failed: 'connection_failed',
  http_error: 'http_error',
  too_many_redirects: 'too_many_redirects',
  ssl_error: 'ssl_error',
};

function retryHeaders({ attempt, reason }: Try): Record<string, string> {
  return attempt > 0 ? { 'x-slack-retry-num': String(attempt), 'x-slack-retry-reason': reason } : {};
}

/** One signed POST, sent on as often as Slack follows. */
async function post(slack: Slack, secret: string, packed: Packed, attempt: Try, stop: AbortSignal): Promise<Ack> {
  let { url } = packed;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const timestamp = String(Math.floor((slack.clock.now() + (attempt.skew ?? 0)) / 1000));
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
        ...retryHeaders(attempt),
      },
    });
    const next = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (next === null) return read(response);
    url = new URL(next, url).href;
  }
  return { ok: false, why: 'too_many_redirects' };
}

export function createHttpDelivery(slack: Slack, secret: string, urls: RequestUrls): Carrier {
  const send = (packed: Packed, attempt: Try, stop: AbortSignal): Promise<Ack> =>
    post(slack, secret, packed, attempt, stop);
  const once = (): Try => ({ attempt: 0, reason: '', envelope_id: '' });
  let verified = false;

  /** A request URL hears events only after it has given the challenge back. */
  async function verify(stop: AbortSignal): Promise<boolean> {
    if (verified) return true;
    const challenge = slack.mint.hex(32);
    const body = JSON.stringify({ token: 'local-verification-token', challenge, type: 'url_verification' });
    const ack = await send({ url: urls.events, body, type: 'application/json' }, once(), stop);
    const given = ack.ok ? ack.payload : '';
    verified = given === challenge || (typeof given === 'object' && given['challenge'] === challenge);
    return verified;
  }

  /** Gives `what` three seconds by the emulator's clock. */
  async function timely(what: (stop: AbortSignal) => Promise<Ack>): Promise<Ack> {
    const stop = new AbortController();
    const late = slack.clock.after(ACK_MS, () => stop.abort());
    try {
      return await what(stop.signal);
    } catch (error) {
      return { ok: false, why: stop.signal.aborted ? 'timeout' : failureOf(error) };
    } finally {
      late();
    }
  }

  const checked = new Set<string>();

  /** Before its first command an address hears `ssl_check`; what it answers decides nothing. */
  async function checkSsl(url: string): Promise<void> {
    if (checked.has(url)) return;
    checked.add(url);
    const packed = form(url, { token: 'local-verification-token', ssl_check: '1' });
    await timely((stop) => send(packed, once(), stop));
  }

  return {
    reason: (why) => REASON[why],
    async carry(delivery, attempt) {
      const packed = pack(delivery, urls);
      if (delivery.type === 'slash_commands') await checkSsl(packed.url);
      return timely(async (stop) => {
        if (delivery.type === 'events_api' && !(await verify(stop))) return { ok: false, why: 'http_error' };
        return send(packed, attempt, stop);
      });
    },
  };
}

/** A certificate nobody trusts, or no connection at all. */
function failureOf(error: unknown): 'ssl_error' | 'dispatch_failed' {
  const code = error instanceof Error && error.cause instanceof Error && 'code' in error.cause ? error.cause.code : '';
  return /^(?:ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/.test(String(code))
    ? 'ssl_error'
    : 'dispatch_failed';
}

async function read(response: Response): Promise<Ack> {
  const text = await response.text();
  if (!response.ok) {
    const unwanted = response.headers.get('x-slack-no-retry') === '1';
    return { ok: false, why: 'http_error', ...(unwanted ? { final: true } : {}) };
  }
  if (text === '') return { ok: true, payload: {} };
  if (!(response.headers.get('content-type') ?? '').includes('json')) return { ok: true, payload: text };
  try {
    const payload = readJson(text);
    return { ok: true, payload: typeof payload === 'object' && payload !== null ? { ...payload } : text };
  } catch {
    return { ok: true, payload: text };
  }
}
