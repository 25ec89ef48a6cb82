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
    try {
      receiver.requestListener(request, response);
    } catch {
      // Not a path of Slack's.
      response.writeHead(404).end();
    }
  };
}
