/** `/api/<method>`: form or JSON in, Slack's answer out. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Obj } from '../core/model.ts';
import type { Slack } from '../core/slack.ts';
import { bytesOf, parseObject, send, sendJson } from './body.ts';
import { type Tokens, dispatch } from './web-api/dispatch.ts';
import type { Method } from './web-api/method.ts';

const MOST_BYTES = 4_000_000;

export type Api = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

function bearer(request: IncomingMessage): string | undefined {
  return /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

type Read = { args: Obj; isJson: boolean; warnings: string[] };

/** JSON should name its charset, and a form should not: Slack warns of either. */
function charsetWarnings(type: string): string[] {
  const named = /;\s*charset=/.test(type);
  if (type.startsWith('application/json')) return named ? [] : ['missing_charset'];
  return named && /^(?:application\/x-www-form-urlencoded|multipart\/form-data)/.test(type)
    ? ['superfluous_charset']
    : [];
}

async function argsOf(request: IncomingMessage, url: URL): Promise<Read | undefined> {
  const query = Object.fromEntries(url.searchParams);
  const body = (await bytesOf(request, MOST_BYTES)).toString('utf8');
  const type = (request.headers['content-type'] ?? '').toLowerCase();
  const warnings = charsetWarnings(type);
  if (type.startsWith('application/json')) {
    const read = body === '' ? {} : parseObject(body);
    return read ? { args: { ...query, ...read }, isJson: true, warnings } : undefined;
  }
  return { args: { ...query, ...Object.fromEntries(new URLSearchParams(body)) }, isJson: false, warnings };
}

export function createApi(slack: Slack, methods: Record<string, Method>, tokens: Tokens): Api {
  return async (request, response, url) => {
    const read = await argsOf(request, url);
    if (!read) return sendJson(response, 200, { ok: false, error: 'invalid_json' });
    const { args } = read;
    const token = bearer(request) ?? (typeof args['token'] === 'string' ? args['token'] : undefined);
    const answer = await dispatch(slack, methods, tokens, {
      method: url.pathname.slice('/api/'.length),
      token,
      ...read,
    });
    if (answer.drop) {
      request.socket.destroy();
      return;
    }
    const headers = { ...answer.headers, 'x-slack-req-id': slack.mint.hex(32) };
    if (typeof answer.body === 'string') send(response, answer.status, answer.body, 'text/plain', headers);
    else sendJson(response, answer.status, answer.body, headers);
  };
}
