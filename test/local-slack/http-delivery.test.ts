import { type IncomingHttpHeaders, type ServerResponse, createServer } from 'node:http';
import { expect, test } from 'vitest';
import { signature } from '../../local-slack/transports/http-delivery.ts';
import { later, until, workspace } from './workspace.ts';

type Request = { path: string; headers: IncomingHttpHeaders; body: string };

/** A request URL that keeps what it gets and answers as told; challenges are always given back, probes taken. */
async function endpoint(
  answer: (response: ServerResponse, request: Request) => void,
): Promise<{ url: string; got: Request[] }> {
  const got: Request[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString('utf8')));
    request.on('end', () => {
      const whole = { path: request.url ?? '', headers: request.headers, body };
      got.push(whole);
      const challenge = body.startsWith('{') ? (JSON.parse(body) as { challenge?: string }).challenge : undefined;
      if (challenge === undefined && !body.includes('ssl_check=1')) answer(response, whole);
      else response.end(challenge);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  later(() => new Promise((done) => server.close(done)));
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/slack/events`, got };
}

test("the signature is Slack's own example", () => {
  const body =
    'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
  expect(signature('8f742231b10e8888abcd99yyyzzz85a5', '1531420618', body)).toBe(
    'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
  );
});

test('an event: first a challenge, then signed tries with their number and reason', async () => {
  const { url, got } = await endpoint((response) => response.writeHead(500).end());
  const on = await workspace({ httpUrl: url });
  await on.act('ana', { do: 'send', channel: on.ids.channels['general']!, text: 'a' });
  await until(() => (got.length === 3 ? true : undefined));
  await on.control({ do: 'clock', forward_ms: 60_000 });
  await until(() => (got.length === 4 ? true : undefined));
  expect(JSON.parse(got[0]!.body)).toMatchObject({ type: 'url_verification' });
  for (const { headers, body } of got) {
    expect(headers['x-slack-signature']).toBe(
      signature(on.signingSecret, String(headers['x-slack-request-timestamp']), body),
    );
    expect(headers['content-type']).toBe('application/json');
  }
  const tries = got.slice(1).map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']]);
  expect(tries).toEqual([
    [undefined, undefined],
    ['1', 'http_error'],
    ['2', 'http_error'],
  ]);
});

test('an app may ask for no retry', async () => {
  const { url, got } = await endpoint((response) => response.writeHead(500, { 'x-slack-no-retry': '1' }).end());
  const on = await workspace({ httpUrl: url });
  await on.act('ana', { do: 'send', channel: on.ids.channels['general']!, text: 'a' });
  await until(async () => (await on.journal()).find((row) => row.kind === 'delivery' && row.ms !== null));
  await on.control({ do: 'clock', forward_ms: 600_000 });
  expect(got).toHaveLength(2);
});

/** Sends the asker on so many times, then says "done". */
const afterHops = (hops: number) =>
  endpoint((response, { path }) => {
    const hop = /^\/\d$/.test(path) ? Number(path.slice(1)) : 0;
    if (hop < hops) response.writeHead(307, { location: `/${hop + 1}` }).end();
    else response.end('done');
  });

test('a command is a form, and follows two redirects', async () => {
  const { url, got } = await afterHops(2);
  const on = await workspace({ httpUrl: url });
  const channel = on.ids.channels['general']!;
  expect(await on.act('ana', { do: 'command', channel, command: '/ticket', text: 'a b' })).toEqual({ ok: true });
  expect(got.map(({ path }) => path)).toEqual(['/slack/events', '/slack/events', '/1', '/2']);
  expect(Object.fromEntries(new URLSearchParams(got[0]!.body))).toMatchObject({ ssl_check: '1' });
  expect(got[3]!.headers['content-type']).toBe('application/x-www-form-urlencoded');
  expect(Object.fromEntries(new URLSearchParams(got[3]!.body))).toMatchObject({
    command: '/ticket',
    text: 'a b',
    channel_id: channel,
  });
  expect((await on.sight('ana')).messages.some((m) => m.ephemeral && m.text === 'done')).toBe(true);
});

test('a shortcut is a form with a payload, and three redirects are too many', async () => {
  const { url, got } = await afterHops(3);
  const on = await workspace({ httpUrl: url });
  expect(await on.act('ana', { do: 'shortcut', callback_id: 'create_ticket' })).toMatchObject({
    said: expect.stringContaining('not responding'),
  });
  expect(JSON.parse(new URLSearchParams(got[0]!.body).get('payload')!)).toMatchObject({
    type: 'shortcut',
    callback_id: 'create_ticket',
  });
});

/** Why an event came again, in the words of its header, as its journal keeps the first failure. */
async function reasons(url: string): Promise<unknown> {
  const on = await workspace({ httpUrl: url });
  await on.act('ana', { do: 'send', channel: on.ids.channels['general']!, text: 'a' });
  const failed = await until(async () =>
    (await on.journal()).find((row) => row.kind === 'delivery' && row.ms !== null),
  );
  return failed.answer;
}

test('an event fails for a reason of its own: no connection, no TLS, too many redirects, a challenge not given back', async () => {
  const open = await endpoint((response) => response.end());
  expect(await reasons('http://127.0.0.1:1/slack/events')).toEqual({ ok: false, why: 'dispatch_failed' });
  expect(await reasons(open.url.replace('http:', 'https:'))).toEqual({ ok: false, why: 'ssl_error' });
  expect(await reasons((await afterHops(3)).url)).toEqual({ ok: false, why: 'too_many_redirects' });
  expect(await reasons((await deaf()).url)).toEqual({ ok: false, why: 'http_error' });
});

/** Answers everything alike, the challenge too. */
async function deaf(): Promise<{ url: string; got: string[] }> {
  const got: string[] = [];
  const server = createServer((request, response) => {
    request.on('data', (part: Buffer) => got.push(part.toString('utf8')));
    request.on('end', () => response.end('yes'));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  later(() => new Promise((done) => server.close(done)));
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`, got };
}

test('an address that does not give the challenge back hears no event, and is asked again with the next', async () => {
  const { url, got } = await deaf();
  const on = await workspace({ httpUrl: url });
  await on.act('ana', { do: 'send', channel: on.ids.channels['general']!, text: 'a' });
  await until(() => (got.length === 2 ? true : undefined));
  for (const body of got) expect(JSON.parse(body)).toMatchObject({ type: 'url_verification' });
});

test('the headers of a retry say why, in the words of Slack', async () => {
  let hops = 3;
  const { url, got } = await endpoint((response) => {
    if (hops === 0) response.end();
    else response.writeHead(307, { location: '/again' }).end();
  });
  const on = await workspace({ httpUrl: url });
  await on.act('ana', { do: 'send', channel: on.ids.channels['general']!, text: 'a' });
  await until(() => got.find(({ headers }) => headers['x-slack-retry-num'] === '1'));
  hops = 0;
  expect(got.find(({ headers }) => headers['x-slack-retry-num'] === '1')?.headers['x-slack-retry-reason']).toBe(
    'too_many_redirects',
  );
});
