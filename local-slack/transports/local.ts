/** `/_local/*`: what the page and the tests use. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Slack } from '../core/slack.ts';
import { act } from '../core/acts/act.ts';
import { type Levers, control } from '../core/controls.ts';
import { personSeen, sightOf } from '../core/sight.ts';
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

export function createLocal(slack: Slack, levers: Levers, sockets: () => number): Local {
  const live = new WebSocketServer({ noServer: true, maxPayload: 1000 });

  function state(response: ServerResponse, as: string): void {
    const me = slack.state.users[as];
    if (me) return sendJson(response, 200, sightOf(slack, me));
    sendJson(response, 404, {
      ok: false,
      error: 'user_not_found',
      people: Object.values(slack.state.users).map(personSeen),
    });
  }

  return {
    async handle(request, response, url) {
      const what = `${request.method} ${url.pathname.slice('/_local/'.length)}`;
      if (what === 'POST act') return sendJson(response, 200, await act(slack, await read(request)));
      if (what === 'POST control') return sendJson(response, 200, await control(slack, levers, await read(request)));
      if (what === 'GET state') return state(response, url.searchParams.get('as') ?? '');
      if (what === 'GET people') return sendJson(response, 200, Object.values(slack.state.users).map(personSeen));
      if (what === 'GET journal')
        return sendJson(response, 200, slack.journal.after(Number(url.searchParams.get('after') ?? 0)));
      if (what === 'GET health') return sendJson(response, 200, { ok: true, sockets: sockets() });
      if (what.startsWith('GET file/')) return sendFile(slack, response, url.pathname.split('/')[3] ?? '');
      sendJson(response, 404, { ok: false, error: 'not_found' });
    },
    upgrade(request, socket, head, url) {
      const as = url.searchParams.get('as') ?? '';
      if (!slack.state.users[as]) {
        socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n');
        return;
      }
      live.handleUpgrade(request, socket, head, (page) => {
        const deaf = slack.bus.listen(as, (change) => page.send(JSON.stringify(change)));
        page.on('close', deaf);
        page.on('error', () => page.terminate());
      });
    },
    close() {
      for (const page of live.clients) page.terminate();
      live.close();
    },
  };
}
