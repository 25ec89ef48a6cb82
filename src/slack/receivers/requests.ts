import type { IncomingMessage, ServerResponse } from 'node:http';
import { HTTPReceiver, type ReceiverEvent } from '@slack/bolt';
import type { Logger } from 'pino';
import { slackLogger, traceOf } from '../log.ts';

export type RequestDeps = {
  signingSecret: string;
  log: Logger;
  receive(event: ReceiverEvent): Promise<void>;
};

export type RequestListener = (request: IncomingMessage, response: ServerResponse) => void;

const FRESH_SECONDS = 300;

/** Slack's requests, on a server of ours: signature, age, path. */
export function slackRequests({ signingSecret, log, receive }: RequestDeps): RequestListener {
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: ['/slack/events'],
    logger: slackLogger(log, 'http'),
    processEventErrorHandler: async ({ error, response }) => {
      log.error(traceOf(error), 'an inbound request failed');
      if (!response.headersSent) response.writeHead(500).end();
      return false;
    },
  });
  receiver.init({ processEvent: receive } as Parameters<HTTPReceiver['init']>[0]);
  return (request, response) => {
    // Bolt refuses what is too old, but not what comes from the future.
    const sent = Number(request.headers['x-slack-request-timestamp'] ?? 0);
    if (!Number.isFinite(sent) || sent > Date.now() / 1000 + FRESH_SECONDS) return void response.writeHead(401).end();
    readBody(request).then(
      (rawBody) => {
        if (rawBody === null) return void response.writeHead(413).end();
        // Bolt looks into the body before it knows that there is one.
        if (!isObject(rawBody, request.headers['content-type'])) return void response.writeHead(400).end();
        try {
          receiver.requestListener(Object.assign(request, { rawBody }), response);
        } catch {
          // Not a path of Slack's.
          response.writeHead(404).end();
        }
      },
      () => response.destroy(),
    );
  };
}

const MOST_BYTES = 4 * 1024 * 1024;

/** Null: it is too long. */
async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request) {
    pieces.push(piece as Buffer);
    length += (piece as Buffer).length;
    if (length > MOST_BYTES) return null;
  }
  return Buffer.concat(pieces);
}

/** Whether the body, or the payload in its form, is what Slack sends: an object, not `null`, a number or a list. */
function isObject(body: Buffer, type = ''): boolean {
  try {
    const text = body.toString();
    const json = type.startsWith('application/json') ? text : new URLSearchParams(text).get('payload');
    if (json === null) return true;
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
