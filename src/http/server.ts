import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type { Registry } from 'prom-client';

export type HttpDeps = {
  host: string;
  port: number;
  metrics: Registry;
  /** One line per thing that is not ready; empty when all is well. */
  unready(): Promise<string[]>;
  /** In HTTP mode, Bolt's listener for /slack/events. */
  slack?: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
};

/** A port that somebody else has, or an address that is not to be had. The message is one sentence. */
export class CannotListen extends Error {
  override name = 'CannotListen';
}

/** `/healthz` the process lives, `/readyz` it can work, `/metrics` for Prometheus. */
export async function startHttp({ host, port, metrics, unready, slack }: HttpDeps) {
  const app = new Hono();
  app.get('/healthz', (c) => c.text('ok'));
  app.get('/readyz', async (c) => {
    const missing = await unready();
    return missing.length === 0 ? c.text('ready') : c.text(missing.join('\n'), 503);
  });
  app.get('/metrics', async (c) => c.body(await metrics.metrics(), 200, { 'content-type': metrics.contentType }));

  const own = getRequestListener(app.fetch);
  const server = createServer((request, response) => {
    if (slack && request.url?.startsWith('/slack/')) slack(request, response);
    else void own(request, response);
  });
  await listen(server, host, port);
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    stop: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const listen = (server: Server, host: string, port: number) =>
  new Promise<void>((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const sentence = sentenceOf(error.code, host, port);
      failed(sentence === null ? error : new CannotListen(sentence, { cause: error }));
    });
    server.listen(port, host, () => done());
  });

function sentenceOf(code: string | undefined, host: string, port: number): string | null {
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${host} is taken. Set PORT to a free one, for example PORT=${port + 10}.`;
  if (code === 'EACCES')
    return `Port ${port} is not for ordinary users. Set PORT to one above 1023, for example PORT=3000.`;
  if (code !== undefined && ['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL'].includes(code))
    return `${host} is no address of this machine. Set HOST to one, for example HOST=127.0.0.1.`;
  return null;
}
