import { Agent, request } from 'node:http';
import { WebSocket } from 'ws';
import { startProgram } from './program.ts';

const AT_ONCE = 16;

/** As bare as a server can be that takes a body and answers JSON: what the machine itself allows. */
const ECHO = `
import { createServer } from 'node:http';
const server = createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, ...Object.fromEntries(new URLSearchParams(Buffer.concat(parts).toString())) }));
  });
});
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
process.once('disconnect', () => process.exit(0));
`;

export type Slack = { url: string; botToken: string; appToken: string };

type Answered = { status: number; bytes: number; text: string };

function post(url: string, agent: Agent, token: string, fields: Record<string, string>): Promise<Answered> {
  const body = new URLSearchParams(fields).toString();
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
  };
  return new Promise((done, failed) => {
    const call = request(url, { method: 'POST', agent, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => (text += part));
      answer.once('end', () => done({ status: answer.statusCode ?? 0, bytes: text.length, text }));
    });
    call.once('error', failed);
    call.end(body);
  });
}

/** Posts so many messages, sixteen at once, and answers how many a second were taken. */
async function perSecond(url: string, token: string, channel: string, count: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      next += 1;
      const { text } = await post(url, agent, token, { channel, text: `Message ${next}: a line of ordinary length.` });
      if (!(JSON.parse(text) as { ok: boolean }).ok) throw new Error(`not taken: ${text}`);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  agent.destroy();
  return count / ((performance.now() - began) / 1000);
}

/** An app that does nothing but acknowledge what it is sent. */
async function listenAsApp({ url, appToken }: Slack): Promise<() => void> {
  const { text } = await post(`${url}/api/apps.connections.open`, new Agent(), appToken, {});
  const socket = new WebSocket((JSON.parse(text) as { url: string }).url);
  socket.on('message', (data: Buffer) => {
    const { envelope_id } = JSON.parse(data.toString('utf8')) as { envelope_id?: string };
    if (envelope_id) socket.send(JSON.stringify({ envelope_id, payload: {} }));
  });
  await new Promise((done, failed) => {
    socket.once('message', done);
    socket.once('error', failed);
  });
  return () => socket.close();
}

/** Messages a second into a channel, with an app that hears each of them, beside the bare server. */
export async function accepted(slack: Slack, channel: string, count: number): Promise<{ slack: number; echo: number }> {
  const echo = startProgram(['--input-type=module', '-e', ECHO], { listen: 'message' });
  const stop = await listenAsApp(slack);
  try {
    const { port } = (await echo.said) as { port: number };
    const bare = await perSecond(`http://127.0.0.1:${port}/`, slack.botToken, channel, count);
    return { slack: await perSecond(`${slack.url}/api/chat.postMessage`, slack.botToken, channel, count), echo: bare };
  } finally {
    stop();
    await echo.stop();
  }
}

/** The bytes that travel for the page, zipped: the document, the script and the style. */
export async function pageBytes({ url }: Slack): Promise<number> {
  const weigh = (path: string): Promise<{ bytes: number; text: string }> =>
    new Promise((done, failed) => {
      const call = request(`${url}${path}`, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.once('end', () => {
          const body = Buffer.concat(parts);
          done({ bytes: body.length, text: body.toString('utf8') });
        });
      });
      call.once('error', failed);
      call.end();
    });
  const index = await weigh('/');
  const named = new Set([...index.text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? ''));
  const assets = await Promise.all([...named].map(weigh));
  return assets.reduce((sum, { bytes }) => sum + bytes, index.bytes);
}
