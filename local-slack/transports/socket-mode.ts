/** Socket Mode: tickets, hello, envelopes to one open socket at random, acks within three seconds. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { refuse } from '../core/refusal.ts';
import type { Obj } from '../core/model.ts';
import type { Ack, Slack } from '../core/slack.ts';
import { parseObject } from './body.ts';
import { ACK_MS, type Carrier } from './carrier.ts';

const MOST_SOCKETS = 10;
const TICKET_LIFE_MS = 30_000;
/** Real time: a client that has seen one ping drops a server that then stays silent for 30 s. */
const PING_EVERY_MS = 10_000;
const REFRESH_AFTER_WARNING_MS = 10_000;

export type SocketMode = Carrier & {
  /** `apps.connections.open`: a URL that opens one socket, once. */
  ticket(): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  count(): number;
  trouble(what: 'cut' | 'refresh' | 'warning'): void;
  close(): void;
};

type Waiting = { socket: WebSocket; answer: (ack: Ack) => void };

function disconnect(socket: WebSocket, reason: string, close: boolean): void {
  socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-local' } }));
  if (close) socket.close(1000);
}

/** `{ envelope_id, payload? }`, or nothing for any other frame. */
function ackIn(text: string): { id: string; payload: Obj } | undefined {
  const frame = parseObject(text);
  if (typeof frame?.['envelope_id'] !== 'string') return undefined;
  const { payload } = frame;
  return { id: frame['envelope_id'], payload: typeof payload === 'object' && payload !== null ? { ...payload } : {} };
}

/** Opens one socket each, once, within half a minute. */
function createTickets(slack: Slack): { make(): string; take(url: string): boolean } {
  const made = new Map<string, number>();
  return {
    make() {
      const ticket = slack.mint.hex(32);
      made.set(ticket, slack.clock.now());
      return `${slack.base.replace('http', 'ws')}/link/?ticket=${ticket}&app_id=${slack.state.app.id}`;
    },
    take(url) {
      const ticket = new URL(url, slack.base).searchParams.get('ticket') ?? '';
      const at = made.get(ticket);
      made.delete(ticket);
      return at !== undefined && slack.clock.now() - at <= TICKET_LIFE_MS;
    },
  };
}

function createCarry(slack: Slack, open: Set<WebSocket>, waiting: Map<string, Waiting>): Carrier['carry'] {
  return (delivery, retry) => {
    const ready = [...open].filter((socket) => socket.readyState === socket.OPEN);
    const socket = ready[slack.mint.pick(ready.length)];
    if (!socket) return Promise.resolve({ ok: false, why: 'dispatch_failed' });
    const envelope_id = slack.mint.uuid();
    return new Promise((resolve) => {
      const late = slack.clock.after(ACK_MS, () => answer({ ok: false, why: 'timeout' }));
      const answer = (ack: Ack): void => {
        late();
        waiting.delete(envelope_id);
        resolve(ack.ok && !delivery.takes_payload ? { ok: true, payload: {} } : ack);
      };
      waiting.set(envelope_id, { socket, answer });
      const retried =
        delivery.type === 'events_api' ? { retry_attempt: retry.attempt, retry_reason: retry.reason } : {};
      const { type, payload, takes_payload } = delivery;
      socket.send(JSON.stringify({ envelope_id, payload, type, accepts_response_payload: takes_payload, ...retried }));
    });
  };
}

export function createSocketMode(slack: Slack): SocketMode {
  const server = new WebSocketServer({ noServer: true, maxPayload: 4_000_000 });
  const open = new Set<WebSocket>();
  const waiting = new Map<string, Waiting>();
  const tickets = createTickets(slack);
  const pings = setInterval(() => {
    for (const socket of open) socket.ping();
  }, PING_EVERY_MS);
  pings.unref();

  function welcome(socket: WebSocket): void {
    socket.on('error', () => socket.terminate());
    if (open.size >= MOST_SOCKETS) return disconnect(socket, 'too_many_websockets', true);
    open.add(socket);
    socket.on('message', (data: Buffer) => {
      const ack = ackIn(data.toString('utf8'));
      if (ack) waiting.get(ack.id)?.answer({ ok: true, payload: ack.payload });
    });
    socket.on('close', () => gone(socket));
    const debug_info = { host: 'applink-local', build_number: 1, approximate_connection_time: 18_060 };
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: open.size,
        debug_info,
        connection_info: { app_id: slack.state.app.id },
      }),
    );
  }

  function gone(socket: WebSocket): void {
    open.delete(socket);
    for (const one of waiting.values()) {
      if (one.socket === socket) one.answer({ ok: false, why: 'timeout' });
    }
  }

  function trouble(what: 'cut' | 'refresh' | 'warning'): void {
    const [socket] = open;
    if (!socket) return refuse('no_socket');
    if (what === 'cut') return socket.terminate();
    if (what === 'refresh') return disconnect(socket, 'refresh_requested', true);
    disconnect(socket, 'warning', false);
    slack.clock.after(REFRESH_AFTER_WARNING_MS, () => {
      if (open.has(socket)) disconnect(socket, 'refresh_requested', true);
    });
  }

  return {
    carry: createCarry(slack, open, waiting),
    ticket: tickets.make,
    upgrade(request, socket, head) {
      if (tickets.take(request.url ?? '/')) server.handleUpgrade(request, socket, head, welcome);
      else socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
    },
    count: () => open.size,
    trouble,
    close() {
      clearInterval(pings);
      for (const socket of open) socket.terminate();
      server.close();
    },
  };
}
