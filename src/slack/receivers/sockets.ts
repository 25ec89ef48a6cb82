import { setTimeout as sleep } from 'node:timers/promises';
import type { ReceiverEvent } from '@slack/bolt';
import { SocketModeClient } from '@slack/socket-mode';
import type { Logger } from 'pino';
import { readOptions, type SlackAddress } from '../clients.ts';
import { slackLogger, traceOf } from '../log.ts';

/**
 * A warning comes seconds before Slack closes a connection; the client would close it at once, on clicks under way. And
 * a frame of a shape it does not know, such as `app_rate_limited`, would bring the process down.
 */
class Line extends SocketModeClient {
  protected override async onWebSocketMessage(data: string | ArrayBuffer, isBinary: boolean): Promise<void> {
    try {
      if (typeof data === 'string' && isWarning(data)) this.emit('expiring');
      else await super.onWebSocketMessage(data, isBinary);
    } catch (error) {
      this.emit('not_understood', error);
    }
  }
}

function isWarning(frame: string): boolean {
  if (frame.length > 1000 || !frame.includes('"warning"')) return false;
  const { type, reason } = JSON.parse(frame) as Record<string, unknown>;
  return type === 'disconnect' && reason === 'warning';
}

export type SocketDeps = {
  appToken: string;
  apiUrl: SlackAddress['apiUrl'];
  log: Logger;
  receive(event: ReceiverEvent): Promise<void>;
};

/** One connection is deaf while it is refreshed, and a click made then is lost for good. */
const LINES = 2;
const HELLO_MS = 15_000;
const FIRST_WAIT_MS = 500;
const MOST_WAIT_MS = 30_000;

type Delivered = {
  ack: ReceiverEvent['ack'];
  body: ReceiverEvent['body'];
  retry_num?: number;
  retry_reason?: string;
};

/** A connection to be opened; each is a new client. */
function lineOf({ appToken, apiUrl, log, receive }: SocketDeps): Line {
  const line = new Line({
    appToken,
    autoReconnectEnabled: false,
    logger: slackLogger(log, 'socket_mode'),
    clientOptions: readOptions({ apiUrl, log }, 'socket_mode'),
  });
  line.on('not_understood', (error: unknown) => log.warn(traceOf(error), 'a frame of Slack was not understood'));
  line.on('slack_event', ({ ack, body, retry_num, retry_reason }: Delivered) => {
    const retry = { ...(retry_num && { retryNum: retry_num }), ...(retry_reason && { retryReason: retry_reason }) };
    void receive({ body, ack: once(ack), ...retry });
  });
  return line;
}

/** Resolves when Slack has said hello. */
async function greeted(line: Line, signal: AbortSignal): Promise<void> {
  const hangUp = () => void line.disconnect();
  const late = setTimeout(hangUp, HELLO_MS);
  signal.addEventListener('abort', hangUp);
  try {
    await line.start();
  } catch (error) {
    // The client rejects with nothing when the socket closes before hello.
    throw error ?? new Error('Slack closed the connection before it was open.');
  } finally {
    clearTimeout(late);
    signal.removeEventListener('abort', hangUp);
  }
  if (signal.aborted) await line.disconnect();
}

/**
 * Keeps two Socket Mode connections open. Slack's own client would wait five seconds before each reconnect, and bring
 * the process down when the reconnect is refused; so it is told not to reconnect.
 */
export function socketLines(deps: SocketDeps) {
  const live = new Set<Line>();
  const opening = new Set<Promise<unknown>>();
  const stopping = new AbortController();
  const { signal } = stopping;

  async function open(): Promise<void> {
    const line = lineOf(deps);
    await greeted(line, signal);
    if (signal.aborted) return;
    live.add(line);
    let replaced = false;
    const replace = () => {
      if (!replaced && !signal.aborted) void keep(persist());
      replaced = true;
    };
    line.once('expiring', replace);
    line.once('disconnected', () => {
      live.delete(line);
      replace();
    });
  }

  async function persist(): Promise<void> {
    for (let wait = FIRST_WAIT_MS; !signal.aborted; wait = Math.min(wait * 2, MOST_WAIT_MS)) {
      try {
        return await open();
      } catch (error) {
        if (signal.aborted) return;
        deps.log.warn({ ...traceOf(error), open: live.size }, 'a Socket Mode connection could not be opened');
        await sleep(wait, undefined, { signal }).catch(() => {});
      }
    }
  }

  function keep<T>(work: Promise<T>): Promise<T> {
    opening.add(work);
    return work.finally(() => opening.delete(work));
  }

  return {
    open: () => live.size,
    /** Rejects when no connection can be opened at all: a bad token, a Slack that is not there. */
    async start(): Promise<void> {
      const first = await keep(Promise.allSettled(Array.from({ length: LINES }, open)));
      const failed = first.filter((one) => one.status === 'rejected');
      if (failed.length === LINES) throw failed[0]?.reason;
      for (const _ of failed) void keep(persist());
    },
    /** Resolves when the sockets are closed. */
    async stop(): Promise<void> {
      stopping.abort();
      await Promise.allSettled(opening);
      await Promise.allSettled([...live].map((line) => line.disconnect()));
    },
  };
}

/** A listener that acks twice is a defect, but not the person's: the second one is not sent. */
function once(ack: ReceiverEvent['ack']): ReceiverEvent['ack'] {
  let acked = false;
  return async (answer) => {
    if (acked) return;
    acked = true;
    await ack(answer);
  };
}
