/** The one port: routes, and the guard at the door. */
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { Slack } from '../core/slack.ts';
import type { Api } from './api.ts';
import { TooLarge, send, sendJson } from './body.ts';
import { mayEnter } from './doors.ts';
import { receiveUpload, sendPrivate } from './files.ts';
import { ICON } from './icon.ts';
import type { Local } from './local.ts';
import type { Page } from './page.ts';
import { receiveResponse } from './respond.ts';
import type { SocketMode } from './socket-mode.ts';

export type Rooms = { slack: Slack; api: Api; local: Local; page: Page; sockets: SocketMode; botToken: string };

/** What an app uses besides the Web API, which answers for itself. */
const OURS = /^\/(?:respond|upload|files-pri)\//;

async function route(rooms: Rooms, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { slack } = rooms;
  if (!mayEnter(request)) return send(response, 403, 'local-slack answers on this machine only.', 'text/plain');
  if (!URL.canParse(request.url ?? '/', slack.base)) return send(response, 400, 'bad address', 'text/plain');
  const url = new URL(request.url ?? '/', slack.base);
  const { pathname: path } = url;
  if (slack.faults.stands('down') && OURS.test(path)) return send(response, 503, 'Slack is down', 'text/plain');
  if (path.startsWith('/api/')) return rooms.api(request, response, url);
  if (path.startsWith('/_local/')) return rooms.local.handle(request, response, url);
  if (path.startsWith('/respond/') && request.method === 'POST') return receiveResponse(slack, request, response, url);
  if (path.startsWith('/upload/') && request.method === 'POST') return receiveUpload(slack, request, response, url);
  if (request.method !== 'GET') return send(response, 405, 'method not allowed', 'text/plain');
  if (path.startsWith('/files-pri/')) return sendPrivate(slack, request, response, url, rooms.botToken);
  if (path.startsWith('/assets/')) return rooms.page.asset(request, response, url);
  if (path === '/icon.png' || path === '/favicon.ico')
    return send(response, 200, ICON, 'image/png', { 'cache-control': 'max-age=3600' });
  if (path === '/' || /^\/(?:threads$|(?:app|archives|files)\/)/.test(path)) return rooms.page.index(response);
  send(response, 404, 'not found', 'text/plain');
}

function trouble(response: ServerResponse, error: unknown): void {
  // Whoever hung up in the middle is no trouble of ours.
  if (response.headersSent || response.destroyed || response.socket?.destroyed !== false)
    return void response.destroy();
  if (error instanceof TooLarge) return sendJson(response, 413, { ok: false, error: 'request_too_large' });
  process.stderr.write(`local-slack: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  sendJson(response, 500, { ok: false, error: 'internal_error' });
}

export function createFront(rooms: () => Rooms): Server {
  const server = createServer((request, response) => {
    response.on('error', () => response.destroy());
    void route(rooms(), request, response).catch((error: unknown) => trouble(response, error));
  });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const { slack, sockets, local } = rooms();
    const url = URL.canParse(request.url ?? '/', slack.base) ? new URL(request.url ?? '/', slack.base) : undefined;
    if (!url || !mayEnter(request)) return void socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
    if (url.pathname.startsWith('/link')) sockets.upgrade(request, socket, head);
    else if (url.pathname === '/_local/live' || url.pathname === '/_local/journal')
      local.upgrade(request, socket, head, url);
    else socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n');
  });
  // Whoever sends a request drop by drop has half a minute for it.
  server.requestTimeout = 30_000;
  server.headersTimeout = 15_000;
  // Node closes an idle connection after five seconds, perhaps while a client is sending on it.
  server.keepAliveTimeout = 75_000;
  return server;
}

/** Opens the port on loopback and answers its address. */
export function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`);
    });
  });
}
