/** `/_local/*`: what the page and the tests use. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Change, JournalRow, Setup } from '../wire.ts';
import type { Slack } from '../core/slack.ts';
import type { User } from '../core/model.ts';
import { act } from '../core/acts/act.ts';
import { byName, personId } from '../core/by-name.ts';
import { type Levers, control } from '../core/controls.ts';
import { olderOf, personSeen, sightOf } from '../core/sight.ts';
import { bytesOf, parseObject, sendJson } from './body.ts';
import { sendFile } from './files.ts';

export type Local = {
  handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void>;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, url: URL): void;
  close(): void;
};

async function read(request: IncomingMessage): Promise<unknown> {
  return parseObject((await bytesOf(request)).toString('utf8'));
}

/** A page that does not read what it is sent is let go: it comes again and reads anew. */
const MOST_UNREAD_BYTES = 32_000_000;
const ROWS_TOGETHER_MS = 40;
const MOST_ROWS_TOGETHER = 500;

function tell(page: WebSocket, what: Change | JournalRow[]): void {
  if (page.bufferedAmount > MOST_UNREAD_BYTES) page.terminate();
  else page.send(JSON.stringify(what));
}

/** One person's page hears what he may see. */
function tellPage(slack: Slack, page: WebSocket, as: string): void {
  page.on(
    'close',
    slack.bus.listen(as, (change) => {
      if (change.kind !== 'journal') tell(page, change);
    }),
  );
}

/** The rows there are, then those that come, gathered for a moment: a busy app makes hundreds a second. */
function tellJournal(slack: Slack, page: WebSocket, after: number): void {
  const known = slack.journal.after(after);
  for (let at = 0; at < known.length; at += MOST_ROWS_TOGETHER) tell(page, known.slice(at, at + MOST_ROWS_TOGETHER));
  const fresh = new Map<number, JournalRow>();
  let soon: NodeJS.Timeout | undefined;
  const flush = (): void => {
    soon = undefined;
    tell(page, [...fresh.values()]);
    fresh.clear();
  };
  const deaf = slack.bus.listen('', (change) => {
    if (change.kind !== 'journal') return;
    fresh.set(change.row.n, change.row);
    soon ??= setTimeout(flush, ROWS_TOGETHER_MS);
  });
  page.on('close', () => {
    deaf();
    clearTimeout(soon);
  });
}

export function createLocal(slack: Slack, levers: Levers, setup: () => Setup): Local {
  const live = new WebSocketServer({ noServer: true, maxPayload: 1000 });

  function state(response: ServerResponse, as: string): void {
    const me = userAt(slack, as);
    if (me) return sendJson(response, 200, sightOf(slack, me));
    sendJson(response, 404, {
      ok: false,
      error: 'user_not_found',
      people: Object.values(slack.state.users).map(personSeen),
    });
  }

  function older(response: ServerResponse, asked: URLSearchParams): void {
    const me = userAt(slack, asked.get('as') ?? '');
    const at = (name: string): string | undefined => asked.get(name) ?? undefined;
    const place = { channel: at('channel') ?? '', before: at('before'), until: at('until'), thread: at('thread') };
    const found = me && olderOf(slack, me, place);
    if (found) sendJson(response, 200, found);
    else sendJson(response, 404, { ok: false, error: me ? 'channel_not_found' : 'user_not_found' });
  }

  return {
    async handle(request, response, url) {
      const what = `${request.method} ${url.pathname.slice('/_local/'.length)}`;
      if (what === 'POST act') return sendJson(response, 200, await act(slack, byName(slack, await read(request))));
      if (what === 'POST control')
        return sendJson(response, 200, await control(slack, levers, byName(slack, await read(request))));
      if (what === 'GET state') return state(response, url.searchParams.get('as') ?? '');
      if (what === 'GET history') return older(response, url.searchParams);
      if (what === 'GET people') return sendJson(response, 200, Object.values(slack.state.users).map(personSeen));
      if (what === 'GET journal') return sendJson(response, 200, slack.journal.after(afterIn(url)));
      if (what === 'GET setup') return sendJson(response, 200, setup());
      if (what === 'GET health') return sendJson(response, 200, { ok: true, sockets: setup().sockets });
      if (what.startsWith('GET file/')) return sendFile(slack, response, url.pathname.split('/')[3] ?? '');
      sendJson(response, 404, { ok: false, error: 'not_found' });
    },
    upgrade(request, socket, head, url) {
      const me = userAt(slack, url.searchParams.get('as') ?? '');
      const journal = url.pathname === '/_local/journal';
      if (!journal && !me) {
        socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n');
        return;
      }
      live.handleUpgrade(request, socket, head, (page) => {
        page.on('error', () => page.terminate());
        if (journal) tellJournal(slack, page, afterIn(url));
        else if (me) tellPage(slack, page, me.id);
      });
    },
    close() {
      for (const page of live.clients) page.terminate();
      live.close();
    },
  };
}

function userAt(slack: Slack, name: string): User | undefined {
  const id = personId(slack, name);
  return Object.hasOwn(slack.state.users, id) ? slack.state.users[id] : undefined;
}

function afterIn(url: URL): number {
  return Number(url.searchParams.get('after') ?? 0);
}
