import { createHmac } from 'node:crypto';
import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, request } from 'undici';
import type { Called, CallOut } from '../desk/calling.ts';
import { addressIn, isPublic } from './address.ts';

const LIMIT_MS = 5000;
const MOST_BYTES = 64 * 1024;

class Closed extends Error {
  override name = 'Closed';
  code = 'CLOSED_ADDRESS';
}

/** What is signed: the time and the body as they are sent, so that neither can be changed nor sent again later. */
const signatureOf = (secret: string, timestamp: string, body: string): string =>
  `v1=${createHmac('sha256', secret).update(`v1:${timestamp}:${body}`).digest('hex')}`;

type Given = { secrets: ReadonlyMap<string, readonly string[]>; hosts: readonly string[]; now?: () => Date };

/**
 * Calls URLs for triggers: a signed POST of JSON, five seconds at most, without following anybody anywhere. The name is
 * resolved once and that very address is called; one that is not of the open internet only where `hosts` names its host.
 * `secrets` by name, `''` for those that name none: signed with each of them, the first one first.
 */
export function openCalls(given: Given) {
  const { secrets, hosts, now = () => new Date() } = given;
  const isAllowed = ({ hostname, host }: URL) => hosts.includes(hostname) || hosts.includes(host);
  const open = agent(lookup);
  const guarded = agent(publicOnly);

  const call: CallOut = async (address, body, id, named) => {
    const url = URL.parse(address);
    if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return failed('bad_address');
    const keys = secrets.get(named ?? '') ?? [];
    if (keys.length === 0) return failed('no_secret');
    const literal = addressIn(url);
    if (literal !== null && !isPublic(literal) && !isAllowed(url)) return failed('closed_address');
    const timestamp = String(Math.floor(now().getTime() / 1000));
    const text = JSON.stringify(body);
    try {
      const { statusCode, body: answer } = await request(url, {
        method: 'POST',
        body: text,
        headers: {
          'content-type': 'application/json',
          'user-agent': 'Threadesk',
          'x-threadesk-id': id,
          'x-threadesk-timestamp': timestamp,
          'x-threadesk-signature': keys.map((key) => signatureOf(key, timestamp, text)).join(','),
        },
        dispatcher: isAllowed(url) ? open : guarded,
        signal: AbortSignal.timeout(LIMIT_MS),
      });
      await thrownAway(answer);
      return statusCode >= 200 && statusCode < 300 ? { ok: true } : failed(`status_${statusCode}`);
    } catch (error) {
      return failed(reasonOf(error));
    }
  };
  return { call, close: () => Promise.all([open.close(), guarded.close()]) };
}

const failed = (why: string): Called => ({ ok: false, why });

const agent = (find: LookupFunction) =>
  new Agent({
    connect: { lookup: find, timeout: LIMIT_MS },
    headersTimeout: LIMIT_MS,
    bodyTimeout: LIMIT_MS,
    pipelining: 0,
  });

/** A name of which even one address is closed is taken for a trap. */
const publicOnly: LookupFunction = (hostname, options, answer) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const closed = !error && (addresses.length === 0 || addresses.some(({ address }) => !isPublic(address)));
    const [first] = addresses ?? [];
    if (error) answer(error, '');
    else if (closed || !first) answer(new Closed('not of the open internet'), '');
    else if (options.all) answer(null, addresses);
    else answer(null, first.address, first.family);
  });
};

/** What is answered is of no use to us, and a long answer is not listened to. */
async function thrownAway(answer: AsyncIterable<Uint8Array> & { destroy(): unknown }): Promise<void> {
  let bytes = 0;
  for await (const chunk of answer) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) break;
  }
  answer.destroy();
}

/** As much of a fault as may stand in a log: never an address, never words. */
function reasonOf(error: unknown): string {
  const { name, code, cause } = error as { name?: unknown; code?: unknown; cause?: { code?: unknown } };
  if (name === 'TimeoutError' || name === 'AbortError') return 'timeout';
  const word = code ?? cause?.code;
  if (word === 'CLOSED_ADDRESS') return 'closed_address';
  return typeof word === 'string' && /^[A-Z0-9_]{1,40}$/.test(word) ? word.toLowerCase() : 'failed';
}
