import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** Signed as Slack signs (contract 3.1). */
function signed(body: string, secret: string): Record<string, string> {
  const at = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
  return {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': at,
    'x-slack-signature': `v0=${signature}`,
  };
}

const post = (url: string, agent: Agent, body: string, secret: string) =>
  new Promise<number>((done, failed) => {
    const sent = performance.now();
    const call = request(
      url,
      { method: 'POST', agent, headers: { ...signed(body, secret), 'content-length': Buffer.byteLength(body) } },
      (answer) => {
        answer.resume();
        answer.once('end', () =>
          answer.statusCode === 200 ? done(performance.now() - sent) : failed(new Error(`HTTP ${answer.statusCode}`)),
        );
      },
    );
    call.once('error', failed);
    call.end(body);
  });

/** Sends `count` payloads, `concurrency` at once, each sender pausing after an answer, and gives the time to each answer in ms. */
export async function load(
  url: string,
  secret: string,
  payload: (n: number) => object,
  count: number,
  concurrency: number,
  pauseMs = 0,
) {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  // Opening connections is not what is asked: a busy Node takes new ones in slowly.
  await Promise.all(Array.from({ length: concurrency }, () => post(url, agent, 'ssl_check=1', secret)));
  const times: number[] = [];
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const body = `payload=${encodeURIComponent(JSON.stringify(payload(next++)))}`;
      times.push(await post(url, agent, body, secret));
      if (pauseMs > 0) await sleep(pauseMs);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  agent.destroy();
  return times;
}
