import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebClient } from '@slack/web-api';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../local-slack/wire.ts';
import { slackClients, writeOptions } from '../../../src/slack/clients.ts';
import { classify } from '../../../src/slack/deliver/classify.ts';
import { later, workspace } from '../../local-slack/workspace.ts';

const log = pino({ level: 'silent' });

/** What the real client makes of an answer, and what we make of that. */
async function verdict(client: WebClient, method = 'chat.postMessage') {
  try {
    await client.apiCall(method, { channel: 'C1', text: 'hi', ts: '1.000001' });
    return 'no failure';
  } catch (error) {
    return classify(error, method);
  }
}

async function clients() {
  const on = await workspace();
  const { read, write } = slackClients({ token: on.botToken, apiUrl: `${on.url}/api`, log });
  const arm = (kind: Fault['kind'], left: number | null = 1, method = 'chat.postMessage') =>
    on.control({ do: 'arm', fault: { method, kind, left } });
  const calls = async (method: string) =>
    (await on.journal()).filter(({ kind, name }) => kind === 'call' && name === method).length;
  return { on, read, write, arm, calls };
}

describe('what a failed call means', () => {
  it.each<[string, Fault['kind'], object]>([
    ['a lost answer', { do: 'apply_then_drop' }, { kind: 'ambiguous' }],
    ['a connection cut', { do: 'drop' }, { kind: 'ambiguous' }],
    ['a server error', { do: 'http', status: 500 }, { kind: 'ambiguous', error: 'http_500' }],
    ['a proxy that refuses', { do: 'http', status: 403 }, { kind: 'not_sent', error: 'http_403' }],
    ['"wait two seconds"', { do: 'rate_limit', retry_after: 2 }, { kind: 'rate_limited', waitMs: 2000 }],
    ['"wait", but not how long', { do: 'rate_limit', retry_after: null }, { kind: 'rate_limited', waitMs: 30_000 }],
    ['ratelimited', { do: 'error', error: 'ratelimited' }, { kind: 'rate_limited', waitMs: 30_000 }],
    ['internal_error', { do: 'error', error: 'internal_error' }, { kind: 'ambiguous' }],
    ['fatal_error', { do: 'error', error: 'fatal_error' }, { kind: 'ambiguous' }],
    ['service_unavailable', { do: 'error', error: 'service_unavailable' }, { kind: 'not_sent' }],
    ['invalid_auth', { do: 'error', error: 'invalid_auth' }, { kind: 'auth' }],
    ['invalid_blocks', { do: 'error', error: 'invalid_blocks' }, { kind: 'content' }],
    ['invalid_blocks_format', { do: 'error', error: 'invalid_blocks_format' }, { kind: 'content' }],
    ['msg_blocks_too_long', { do: 'error', error: 'msg_blocks_too_long' }, { kind: 'content' }],
    ['is_archived', { do: 'error', error: 'is_archived' }, { kind: 'rejected', error: 'is_archived' }],
    ['not_in_channel', { do: 'error', error: 'not_in_channel' }, { kind: 'rejected' }],
    ['a code of next year', { do: 'error', error: 'something_new' }, { kind: 'rejected' }],
  ])('%s', async (_name, kind, meant) => {
    const { write, arm, calls } = await clients();
    await arm(kind);
    expect(await verdict(write)).toMatchObject(meant);
    expect(await calls('chat.postMessage')).toBe(1);
  });

  it('depends on the method when a message is not there', async () => {
    const { write, arm } = await clients();
    const gone = { do: 'error', error: 'message_not_found' } as const;
    await arm(gone, 1, 'chat.update');
    expect(await verdict(write, 'chat.update')).toMatchObject({ kind: 'missing' });
    await arm(gone, 1, 'chat.delete');
    expect(await verdict(write, 'chat.delete')).toEqual({ kind: 'done' });
  });

  it('is that nothing was sent when nobody listens or the name is unknown', async () => {
    const closed = createServer();
    await new Promise<void>((done) => closed.listen(0, '127.0.0.1', done));
    const { port } = closed.address() as AddressInfo;
    await new Promise((done) => closed.close(done));
    const nobody = slackClients({ token: 'xoxb-1', apiUrl: `http://127.0.0.1:${port}/api/`, log }).write;
    expect(await verdict(nobody)).toMatchObject({ kind: 'not_sent' });
    const nowhere = slackClients({ token: 'xoxb-1', apiUrl: 'http://slack.invalid/api/', log }).write;
    expect(await verdict(nowhere)).toMatchObject({ kind: 'not_sent' });
  });

  it("is not known when the answer does not come in time, or is somebody's page", async () => {
    const server = createServer((request, response) => {
      if (request.url?.includes('chat.update')) response.end('<html>Sign in to the hotel</html>');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    later(async () => {
      server.closeAllConnections();
      server.close();
    });
    const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
    const client = new WebClient('xoxb-1', { ...writeOptions({ apiUrl, log }), timeout: 100 });
    expect(await verdict(client)).toMatchObject({ kind: 'ambiguous', error: 'timeout' });
    expect(await verdict(client, 'chat.update')).toEqual({ kind: 'ambiguous', error: 'not_json' });
  });

  it('is nothing of a call when it is a defect of ours', () => {
    expect(classify(new TypeError('undefined is not a function'), 'chat.postMessage')).toBeNull();
    expect(classify('a string', 'chat.postMessage')).toBeNull();
  });
});

it('the client for reading asks again, the one for posting never', async () => {
  const { read, write, arm, calls } = await clients();
  await arm({ do: 'http', status: 500 }, 1, 'users.list');
  await expect(read.users.list({})).resolves.toMatchObject({ ok: true });
  expect(await calls('users.list')).toBe(2);
  await arm({ do: 'http', status: 500 }, 1, 'users.list');
  await expect(write.users.list({})).rejects.toThrow('500');
  expect(await calls('users.list')).toBe(3);
});
