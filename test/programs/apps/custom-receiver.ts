/** A receiver of one's own: a plain node server that checks the signature itself and hands on to Bolt. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { App, type Receiver, type ReceiverEvent } from '@slack/bolt';

const SECRET = process.env['SLACK_SIGNING_SECRET'] ?? '';

function isSigned(request: IncomingMessage, body: string): boolean {
  const time = String(request.headers['x-slack-request-timestamp']);
  if (Math.abs(Date.now() / 1000 - Number(time)) > 300) return false;
  const mine = Buffer.from(`v0=${createHmac('sha256', SECRET).update(`v0:${time}:${body}`).digest('hex')}`);
  const theirs = Buffer.from(String(request.headers['x-slack-signature']));
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}

function parse(type: string, body: string): Record<string, unknown> {
  if (type.startsWith('application/json')) return JSON.parse(body) as Record<string, unknown>;
  const fields = new URLSearchParams(body);
  const payload = fields.get('payload');
  return payload === null ? Object.fromEntries(fields) : (JSON.parse(payload) as Record<string, unknown>);
}

class PlainReceiver implements Receiver {
  #app: App | undefined;
  readonly #server: Server = createServer((request, response) => void this.#hear(request, response));

  init(app: App): void {
    this.#app = app;
  }

  async start(port: number): Promise<void> {
    await new Promise<void>((done) => this.#server.listen(port, '127.0.0.1', done));
  }

  async stop(): Promise<void> {
    await new Promise((done) => this.#server.close(done));
  }

  async #hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const part of request) text += String(part);
    if (!isSigned(request, text)) return void response.writeHead(401).end();
    const body = parse(request.headers['content-type'] ?? '', text);
    if (body['type'] === 'url_verification') return void response.end(String(body['challenge']));
    const ack: ReceiverEvent['ack'] = async (answer) => {
      const json = typeof answer === 'object';
      response.writeHead(200, { 'content-type': json ? 'application/json' : 'text/plain' });
      response.end(json ? JSON.stringify(answer) : (answer ?? ''));
    };
    await this.#app?.processEvent({ body, ack });
  }
}

const receiver = new PlainReceiver();
const app = new App({ token: process.env['SLACK_BOT_TOKEN'] ?? '', receiver });

app.event('app_mention', async ({ event, say }) => {
  await say({ thread_ts: event.ts, text: `You called, <@${event.user}>?` });
});

app.command('/receive', async ({ ack }) => {
  await ack({ text: 'Received.' });
});

await app.start(Number(process.env['PORT']));
