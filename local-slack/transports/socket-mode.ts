/** Socket Mode: tickets, hello, envelopes to one open socket at random, acks within three seconds. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Obj } from '../core/model.ts';
import { refuse } from '../core/refusal.ts';
import type { Ack, Slack } from '../core/slack.ts';
import { parseObject } from './body.ts';
import { ACK_MS, type Carrier } from './carrier.ts';

const MOST_SOCKETS = 10;
const TICKET_LIFE_MS = 30_000;
/** Real time: a client that has seen one ping drops a server that then stays silent for 30 s. */
const PING_EVERY_MS = 10_000;
const WARNING_BEFORE_REFRESH_MS = 10_000;
/** A connection asked for with `debug_reconnects=true`, by the emulator's clock. */
const DEBUG_LIFE_MS = 360_000;

type SocketTrouble = 'cut' | 'refresh' | 'warning' | 'link_disabled';

export type SocketMode = Carrier & {
  /** `apps.connections.open`: a URL that opens one socket, once. */
  ticket(): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  count(): number;
  trouble(what: SocketTrouble): void;
  close(): void;
};

type Waiting = { socket: WebSocket; answer: (ack: Ack) => void };

function disconnect(socket: WebSocket, reason: string, close: boolean, more: Obj = {}): void {
  socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-local' }, ...more }));
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
      for (const [old, at] of made) if (slack.clock.now() - at > TICKET_LIFE_MS) made.delete(old);
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

/** Envelopes under way; a duplicate may share the id of its first. */
type Underway = Map<string, Waiting[]>;

function createCarry(slack: Slack, open: Set<WebSocket>, underway: Underway): Carrier['carry'] {
  return (delivery, { envelope_id, attempt, reason }) => {
    const ready = [...open].filter((socket) => socket.readyState === socket.OPEN);
    const socket = ready[slack.mint.pick(ready.length)];
    if (!socket) return Promise.resolve({ ok: false, why: 'dispatch_failed' });
    return new Promise((resolve) => {
      const late = slack.clock.after(ACK_MS, () => answer({ ok: false, why: 'timeout' }));
      const answer = (ack: Ack): void => {
        late();
        const others = (underway.get(envelope_id) ?? []).filter((one) => one !== waiting);
        if (others.length > 0) underway.set(envelope_id, others);
        else underway.delete(envelope_id);
        resolve(ack.ok && !delivery.takes_payload ? { ok: true, payload: {} } : ack);
      };
      const waiting: Waiting = { socket, answer };
      underway.set(envelope_id, [...(underway.get(envelope_id) ?? []), waiting]);
      const retried = delivery.type === 'events_api' ? { retry_attempt: attempt, retry_reason: reason } : {};
      const { type, payload, takes_payload } = delivery;
      socket.send(JSON.stringify({ envelope_id, payload, type, accepts_response_payload: takes_payload, ...retried }));
    });
  };
}

/** Warns a socket, then refreshes it, when its life is over; answers how to call that off. */
function mortal(slack: Slack, socket: WebSocket, debug: boolean): () => void {
  const warn = (): void => disconnect(socket, 'warning', false);
  const end = (): void => disconnect(socket, 'refresh_requested', true);
  const life = slack.habits.socket_life_ms;
  if (debug) {
    const offs = [
      slack.clock.after(DEBUG_LIFE_MS - WARNING_BEFORE_REFRESH_MS, warn),
      slack.clock.after(DEBUG_LIFE_MS, end),
    ];
    return () => offs.forEach((off) => off());
  }
  const timers = [setTimeout(warn, Math.max(0, life - WARNING_BEFORE_REFRESH_MS)), setTimeout(end, life)];
  for (const timer of timers) timer.unref();
  return () => timers.forEach(clearTimeout);
}

function greeting(slack: Slack, count: number, debug: boolean): string {
  const seconds = (debug ? DEBUG_LIFE_MS : slack.habits.socket_life_ms) / 1000;
  return JSON.stringify({
    type: 'hello',
    num_connections: count,
    debug_info: { host: 'applink-local', build_number: 1, approximate_connection_time: seconds },
    connection_info: { app_id: slack.state.app.id },
  });
}

function trouble(slack: Slack, open: Set<WebSocket>, what: SocketTrouble): void {
  const [socket] = open;
  if (!socket) return refuse('no_socket');
  if (what === 'link_disabled') return [...open].forEach((one) => disconnect(one, what, true));
  if (what === 'cut') return socket.terminate();
  if (what === 'refresh') return disconnect(socket, 'refresh_requested', true);
  disconnect(socket, 'warning', false);
  slack.clock.after(WARNING_BEFORE_REFRESH_MS, () => {
    if (open.has(socket)) disconnect(socket, 'refresh_requested', true);
  });
}

export function createSocketMode(slack: Slack): SocketMode {
  const server = new WebSocketServer({ noServer: true, maxPayload: 4_000_000 });
  const open = new Set<WebSocket>();
  const underway: Underway = new Map();
  const tickets = createTickets(slack);
  const pings = setInterval(() => {
    for (const socket of open) socket.ping();
  }, PING_EVERY_MS);
  pings.unref();
  slack.faults.watch(() => {
    if (slack.faults.stands('down')) for (const socket of open) socket.terminate();
  });

  function welcome(socket: WebSocket, debug: boolean): void {
    socket.on('error', () => socket.terminate());
    if (open.size >= MOST_SOCKETS) {
      const more = { num_connections: open.size, connection_info: { app_id: slack.state.app.id } };
      return disconnect(socket, 'too_many_websockets', true, more);
    }
    open.add(socket);
    socket.on('message', (data: Buffer) => {
      const ack = ackIn(data.toString('utf8'));
      if (ack) underway.get(ack.id)?.[0]?.answer({ ok: true, payload: ack.payload });
    });
    const immortal = mortal(slack, socket, debug);
    socket.on('close', () => {
      immortal();
      gone(socket);
    });
    socket.send(greeting(slack, open.size, debug));
  }

  function gone(socket: WebSocket): void {
    open.delete(socket);
    for (const one of [...underway.values()].flat()) {
      if (one.socket === socket) one.answer({ ok: false, why: 'timeout' });
    }
  }

  return {
    carry: createCarry(slack, open, underway),
    reason: () => 'timeout',
    ticket: tickets.make,
    upgrade(request, socket, head) {
      const refused = slack.faults.stands('down') ? '503 Service Unavailable' : '403 Forbidden';
      const allowed = tickets.take(request.url ?? '/') && !slack.faults.stands('down');
      const debug = /[?&]debug_reconnects=true\b/.test(request.url ?? '');
      if (allowed) server.handleUpgrade(request, socket, head, (one) => welcome(one, debug));
      else socket.end(`HTTP/1.1 ${refused}\r\nconnection: close\r\n\r\n`);
    },
    count: () => open.size,
    trouble: (what) => trouble(slack, open, what),
    close() {
      clearInterval(pings);
      for (const socket of open) socket.terminate();
      server.close();
    },
  };
}
