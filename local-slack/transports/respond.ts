import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refusal } from '../core/refusal.ts';
import { useResponseUrl } from '../core/respond.ts';
import type { Slack } from '../core/slack.ts';
import { bytesOf, parseObject, send, sendJson } from './body.ts';

/** `POST /respond/...`: a worn-out URL answers 404 (or 200, where lenient), other refusals 200 with `ok: false`. */
export async function receiveResponse(
  slack: Slack,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const body = parseObject((await bytesOf(request)).toString('utf8'));
  const row = slack.journal.write({
    kind: 'call',
    name: 'response_url',
    link: slack.base + url.pathname,
    request: body ?? null,
    answer: null,
    ms: null,
  });
  if (!body) {
    slack.journal.close(row, { status: 400 });
    return send(response, 400, 'invalid_payload', 'text/plain');
  }
  try {
    useResponseUrl(slack, url.pathname.split('/').at(-1) ?? '', body);
    slack.journal.close(row, { status: 200 });
    send(response, 200, 'ok', 'text/html');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const status = error.code === 'used_url' || error.code === 'expired_url' ? slack.strictness.dead_response_url : 200;
    const answer = { ok: false, error: error.code, ...error.more };
    slack.journal.close(row, { status, body: answer });
    sendJson(response, status, answer);
  }
}
