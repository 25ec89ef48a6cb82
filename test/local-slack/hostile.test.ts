/** What no honest client sends, through real sockets: it is refused, and the server is there afterwards. */
import { connect } from 'node:net';
import { type Readable } from 'node:stream';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Workspace, later, until, workspace } from './workspace.ts';

let on: Workspace;

/** Whatever was done to it, the workspace answers, sees, and can be written down. */
afterEach(async () => {
  expect(await on.call('auth.test')).toMatchObject({ ok: true });
  expect((await on.sight('ana')).me.name).toBe('ana');
  expect(await on.control({ do: 'export' })).toMatchObject({ ok: true });
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

/** Sends bytes as they are and answers all that comes back until the server closes. */
function raw(bytes: string | Uint8Array | Iterable<string>): Promise<string> {
  return new Promise((done) => {
    const socket = connect(Number(new URL(on.url).port), '127.0.0.1');
    let heard = '';
    socket.on('data', (data: Buffer) => (heard += data.toString('latin1')));
    socket.on('close', () => done(heard));
    socket.on('error', () => {});
    if (typeof bytes === 'string' || bytes instanceof Uint8Array) socket.write(bytes);
    else for (const part of bytes) socket.write(part);
    socket.end();
  });
}

const host = (): string => new URL(on.url).host;
const line = (first: string, ...headers: string[]): string =>
  [first, `Host: ${host()}`, 'Connection: close', ...headers, '', ''].join('\r\n');

async function ask(path: string, init: RequestInit = {}): Promise<{ status: number; text: string; body: unknown }> {
  const response = await fetch(`${on.url}${path}`, init);
  const text = await response.text();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    body = undefined;
  }
  return { status: response.status, text, body };
}

const post = (path: string, body: string | Uint8Array<ArrayBuffer>, type = 'application/json') =>
  ask(path, {
    method: 'POST',
    headers: { 'content-type': type, authorization: `Bearer ${on.botToken}` },
    body,
  });

const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

describe('HTTP', () => {
  test('what is no HTTP, or half of it', async () => {
    on = await workspace();
    for (const bytes of [
      'hello\r\n\r\n',
      '\0'.repeat(1000),
      'GET / HTTP/9.9\r\n\r\n',
      line('POST /api/auth.test HTTP/1.1', 'Content-Length: banana'),
      line('POST /api/auth.test HTTP/1.1', 'Content-Length: 5', 'Transfer-Encoding: chunked') + 'zz\r\nxx',
      line('GET /\u0001 HTTP/1.1'),
      new Uint8Array([0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3]),
    ])
      expect(await raw(bytes)).toMatch(/^HTTP\/1\.1 400 /);
    expect(await raw(line('POST /api/chat.postMessage HTTP/1.1', 'Content-Length: 1000') + 'a=b')).toMatch(
      /^HTTP\/1\.1 400 /,
    );
  });

  test('thousands of headers, and one beyond measure', async () => {
    on = await workspace();
    const many = Array.from({ length: 5000 }, (_, n) => `X-${n}: y`);
    expect(await raw(line('GET / HTTP/1.1', ...many))).toMatch(/^HTTP\/1\.1 431 /);
    expect(await raw(line('GET / HTTP/1.1', `Cookie: ${'x'.repeat(100_000)}`))).toMatch(/^HTTP\/1\.1 431 /);
  });

  test('hosts and origins that are not this machine', async () => {
    on = await workspace();
    for (const at of [
      'evil.example',
      '127.0.0.1.evil.example',
      'localhost.evil.example',
      '127.0.0.1:80@evil.example',
      '',
    ])
      expect(await raw(`GET / HTTP/1.1\r\nHost: ${at}\r\nConnection: close\r\n\r\n`), at).toMatch(/^HTTP\/1\.1 403 /);
    for (const from of ['https://evil.example', 'null', 'file://', `${on.url}.evil.example`, 'http://127.0.0.1:1'])
      expect(await raw(line('POST /_local/control HTTP/1.1', `Origin: ${from}`, 'Content-Length: 0')), from).toMatch(
        /^HTTP\/1\.1 403 /,
      );
    const upgrade = [
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: x',
      'Origin: https://e.vil',
    ];
    expect(await raw(line('GET /_local/live HTTP/1.1', ...upgrade))).toMatch(/^HTTP\/1\.1 403 /);
  });

  test('addresses that climb or pretend', async () => {
    on = await workspace();
    for (const path of [
      '/assets/../../package.json',
      '/assets/..%2f..%2fpackage.json',
      '/assets/%2e%2e/%2e%2e/package.json',
      '/_local/file/../../../etc/passwd',
      '/_local/file/__proto__/x',
      '/_local/file/constructor/x',
      '/upload/constructor',
      '/files-pri/T1-constructor/x',
      '/api/../_local/../../etc/passwd',
      '//evil.example/etc/passwd',
      '/%00',
      '/%ff%fe',
      '/assets/constructor',
      '/_local/live',
    ]) {
      const answer = await raw(line(`GET ${path} HTTP/1.1`));
      expect(answer, path).not.toMatch(/root:|"dependencies"|^HTTP\/1\.1 5/);
    }
    for (const method of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '%00', ''])
      expect((await post(`/api/${method}`, '{}')).body, method).toMatchObject({ ok: false });
    expect(await on.call('valueOf')).toMatchObject({ ok: false, error: 'unknown_method' });
  });

  test('tokens that nobody was given', async () => {
    on = await workspace();
    for (const token of ['xoxb-0', '__proto__', `${on.botToken}x`, 'x'.repeat(10_000)])
      expect(await on.call('auth.test', {}, token)).toMatchObject({ ok: false, error: 'invalid_auth' });
    expect(await on.call('auth.test', {}, '')).toMatchObject({ ok: false, error: 'not_authed' });
  });

  test('a body over the limit is told so, and one without end is not read for ever', async () => {
    on = await workspace();
    const much = `text=${'x'.repeat(5_000_000)}`;
    const told = await post('/api/chat.postMessage', much, 'application/x-www-form-urlencoded');
    expect(told).toMatchObject({ status: 413, body: { ok: false, error: 'request_too_large' } });
    const head = line('POST /api/chat.postMessage HTTP/1.1', 'Transfer-Encoding: chunked');
    const part = `100000\r\n${'x'.repeat(0x10_0000)}\r\n`;
    let sent = 0;
    const socket = connect(Number(new URL(on.url).port), '127.0.0.1');
    socket.on('error', () => {});
    socket.write(head);
    const closed = new Promise((done) => socket.once('close', done));
    const pour = (): void => {
      while (!socket.destroyed && sent < 300) {
        sent += 1;
        if (!socket.write(part)) break;
      }
    };
    socket.on('drain', pour);
    socket.resume();
    pour();
    await closed;
    expect(sent).toBeLessThan(300);
  });

  test('a body that comes by drops keeps nobody else waiting', async () => {
    on = await workspace();
    const slow = connect(Number(new URL(on.url).port), '127.0.0.1');
    slow.on('error', () => {});
    slow.write(line('POST /_local/act HTTP/1.1', 'Content-Length: 100000') + '{');
    later(async () => slow.destroy());
    const answers = await Promise.all(Array.from({ length: 20 }, () => on.call('auth.test')));
    expect(answers.every((one) => one.ok)).toBe(true);
  });

  test('JSON that is none, nested without end, or not an object', async () => {
    on = await workspace();
    const channel = on.ids.channels['general']!;
    const bad = [
      '{',
      'null',
      '[]',
      '"x"',
      'NaN',
      '{"a":1}}',
      '\0',
      deep(10_000),
      `{"a":${deep(10_000)}}`,
      deep(1_000_000),
    ];
    for (const body of bad) {
      expect((await post('/api/chat.postMessage', body)).body, body.slice(0, 20)).toMatchObject({ ok: false });
      expect((await post('/_local/act', body)).body).toMatchObject({ ok: false });
      expect((await post('/_local/control', body)).body).toMatchObject({ ok: false });
      expect((await post('/respond/actions/T/x', body)).status).toBeLessThan(500);
    }
    for (const name of ['blocks', 'attachments', 'metadata', 'unfurls', 'view'])
      expect(await on.call('chat.postMessage', { channel, text: 'a', [name]: deep(10_000) }), name).toMatchObject({
        ok: false,
      });
    const cut = new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0xc3, 0x22, 0x3a, 0x31, 0x7d]);
    expect((await post('/api/chat.postMessage', cut)).body).toMatchObject({ ok: false });
  });

  test('names that every object has', async () => {
    on = await workspace();
    for (const id of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      expect(await on.call('chat.postMessage', { channel: id, text: 'a' })).toMatchObject({
        error: 'channel_not_found',
      });
      expect(await on.call('users.info', { user: id })).toMatchObject({ ok: false });
      expect(await on.call('views.update', { view_id: id, view: {} })).toMatchObject({ ok: false });
      expect(await on.act(id, { do: 'open_home' })).toMatchObject({ ok: false });
      expect(await on.act('ana', { do: 'send', channel: id, text: 'a' })).toMatchObject({ ok: false });
      expect(await on.act('ana', { do: 'open_dm', with: id })).toMatchObject({ ok: false });
      expect(await on.act('ana', { do: 'submit', view_id: id, values: {} })).toMatchObject({ ok: false });
      expect(await on.control({ do: 'deactivate', user: id })).toMatchObject({ ok: false });
      expect(await on.control({ do: 'archive', channel: id })).toMatchObject({ ok: false });
      expect((await ask(`/_local/state?as=${id}`)).status).toBe(404);
    }
    const polluting = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
    for (const path of ['/api/chat.postMessage', '/_local/act', '/_local/control', '/respond/actions/T/x'])
      expect((await post(path, polluting)).status).toBeLessThan(500);
    expect(await on.control({ do: 'import', world: JSON.parse(polluting) as unknown })).toMatchObject({ ok: false });
  });

  test('numbers beyond counting', async () => {
    on = await workspace();
    const channel = on.ids.channels['general']!;
    for (const n of ['1e309', '-1e309', '9'.repeat(400), 'NaN', '0x10', '-0', '1.5']) {
      const answer = await on.call('conversations.history', { channel, limit: n, oldest: n, latest: n });
      expect(answer.error).not.toBe('internal_error');
      await on.call('chat.delete', { channel, ts: n });
    }
    expect(await on.control({ do: 'clock', forward_ms: 1e300 })).toMatchObject({ ok: false });
  });

  test('halves of pairs, NUL and signs that turn the line are kept as text', async () => {
    on = await workspace();
    const channel = on.ids.channels['general']!;
    const odd = 'a\u0000b\u202Ec\u2066d\uD800e';
    const body = JSON.stringify({ channel, text: odd });
    expect((await post('/api/chat.postMessage', body)).body).toMatchObject({ ok: true });
    const file = await on.act('ana', {
      do: 'upload',
      name: '../../\uD800\u202E"\r\nx.png',
      mimetype: 'image/png\r\nX-Evil: 1',
      content: 'AAAA',
    });
    if (!file.ok || !file.file) throw new Error('no file');
    await on.act('ana', { do: 'send', channel, text: odd, files: [file.file] });
    const seen = (await on.sight('ana')).messages.find((one) => one.files.length > 0)!.files[0]!;
    const bytes = await fetch(seen.url);
    expect(bytes.status).toBe(200);
    expect(bytes.headers.get('x-evil')).toBeNull();
    expect(bytes.headers.get('content-type')).toBe('application/octet-stream');
    expect(bytes.headers.get('content-disposition')).not.toMatch(/["\r\n/]/);
  });

  test('a file that could be a page is only ever a download', async () => {
    on = await workspace();
    const channel = on.ids.channels['general']!;
    for (const mimetype of [
      'text/html',
      'image/svg+xml',
      'application/xhtml+xml',
      'text/xml',
      'text/html; image/png',
    ]) {
      const content = Buffer.from('<script>alert(1)</script>').toString('base64');
      const file = await on.act('ana', { do: 'upload', name: 'a.html', mimetype, content });
      if (!file.ok || !file.file) throw new Error('no file');
      await on.act('ana', { do: 'send', channel, text: '', files: [file.file] });
      const { headers } = await fetch(`${on.url}/_local/file/${file.file}/a.html`);
      expect(headers.get('content-disposition'), mimetype).toMatch(/^attachment/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });
});

describe('WebSocket', () => {
  async function socketMode(): Promise<WebSocket> {
    const { url } = (await on.call('apps.connections.open', {}, on.appToken)) as unknown as { url: string };
    const socket = new WebSocket(url);
    socket.on('error', () => {});
    later(async () => socket.terminate());
    await new Promise((done) => socket.once('message', done));
    return socket;
  }

  test('Socket Mode hears no frame it does not know', async () => {
    on = await workspace();
    const socket = await socketMode();
    for (const frame of [
      '',
      '{',
      'null',
      '[]',
      '{"envelope_id":5}',
      '{"envelope_id":"__proto__","payload":{}}',
      deep(10_000),
    ])
      socket.send(frame);
    socket.send(Buffer.from([0xff, 0xfe, 0]));
    socket.send(JSON.stringify({ envelope_id: 'nobody', payload: { __proto__: { polluted: 1 } } }));
    await on.act('ana', { do: 'send', channel: on.ids.channels['general']!, text: 'hi' });
    await until(async () => ((await on.journal()).some((row) => row.kind === 'delivery') ? true : undefined));
    expect(on.sockets()).toBe(1);
  });

  test('an answer that is no answer leaves the person with a sentence', async () => {
    on = await workspace();
    const socket = await socketMode();
    const answers = [deep(5000), '{"blocks":[[[]]]}', '{"text":5}', '"x"', '{"response_action":"push","view":5}'];
    for (const payload of answers) {
      socket.once('message', (data: Buffer) => {
        const { envelope_id } = JSON.parse(data.toString('utf8')) as { envelope_id: string };
        socket.send(`{"envelope_id":"${envelope_id}","payload":${payload}}`);
        socket.send(`{"envelope_id":"${envelope_id}","payload":{}}`);
      });
      const answer = await on.act('ana', {
        do: 'command',
        channel: on.ids.channels['general']!,
        command: '/ticket',
        text: 'x',
      });
      expect(answer, payload.slice(0, 30)).not.toMatchObject({ error: 'internal_error' });
    }
  });

  test('frames that break the protocol, or are too long, end that one connection', async () => {
    on = await workspace();
    const live = `${on.url.replace('http', 'ws')}/_local/live?as=${on.ids.users['ana']}`;
    for (const bytes of [
      [0x83, 0x80, 0, 0, 0, 0],
      [0xff, 0xff, 0xff],
      [0x81, 0x05, 1, 2, 3, 4, 5],
      [0x88, 0x81, 1, 2, 3, 4, 9],
    ]) {
      const socket = new WebSocket(live);
      socket.on('error', () => {});
      await new Promise((done) => socket.once('open', done));
      const closed = new Promise((done) => socket.once('close', done));
      (socket as unknown as { _socket: { write(bytes: Uint8Array): void } & Readable })._socket.write(
        new Uint8Array(bytes),
      );
      await closed;
    }
    for (const long of ['x'.repeat(2000), Buffer.alloc(5_000_000)]) {
      const socket = new WebSocket(live);
      socket.on('error', () => {});
      await new Promise((done) => socket.once('open', done));
      const closed = new Promise((done) => socket.once('close', done));
      socket.send(long);
      await closed;
    }
    const app = await socketMode();
    const gone = new Promise((done) => app.once('close', done));
    app.send(Buffer.alloc(5_000_000));
    await gone;
    await until(() => (on.sockets() === 0 ? true : undefined));
    const ticket = new WebSocket(`${on.url.replace('http', 'ws')}/link/?ticket=guessed`);
    expect(await new Promise((done) => ticket.once('error', (error) => done(String(error))))).toMatch(/403/);
  });

  test('any bytes in any frame', async () => {
    on = await workspace();
    const socket = await socketMode();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.json(), fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 200 })),
        async (frame) => {
          socket.send(frame);
          expect(socket.readyState).toBe(WebSocket.OPEN);
        },
      ),
      { numRuns: 200 },
    );
  });
});

test('any bytes at any door', async () => {
  on = await workspace();
  const doors = [
    '/api/chat.postMessage',
    '/api/views.open',
    '/_local/act',
    '/_local/control',
    '/respond/actions/T/x',
    '/upload/F1',
    '/',
    '/_local/state',
  ];
  const types = [
    'application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    '',
  ];
  const body = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.json().map((text) => new TextEncoder().encode(text)),
    fc.string({ unit: 'binary' }).map((text) => new TextEncoder().encode(text)),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...doors), fc.constantFrom(...types), body, async (door, type, bytes) => {
      expect((await post(door, new Uint8Array(bytes), type)).status).toBeLessThan(500);
    }),
    { numRuns: 300 },
  );
});

test('a thousand calls of the greatest size do not stay in the memory', async () => {
  on = await workspace();
  const channel = on.ids.channels['general']!;
  const text = 'x'.repeat(3_900_000);
  for (let n = 0; n < 30; n += 1) await on.call('chat.postMessage', { channel: 'C0', text });
  const rows = await on.journal();
  expect(JSON.stringify(rows).length).toBeLessThan(60_000_000);
  expect(rows.at(-1)?.name).toBe('chat.postMessage');
  expect((await on.call('chat.postMessage', { channel, text: 'small' })).ok).toBe(true);
});
