import { connect } from 'node:net';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { expectWhole, head, post, raw } from './hostile.ts';
import { type Workspace, later, workspace } from './workspace.ts';

let on: Workspace;
afterEach(() => expectWhole(on));

test('what is no HTTP, or half of it', async () => {
  on = await workspace();
  for (const bytes of [
    'hello\r\n\r\n',
    '\0'.repeat(1000),
    'GET / HTTP/9.9\r\n\r\n',
    head(on, 'POST /api/auth.test HTTP/1.1', 'Content-Length: banana'),
    head(on, 'POST /api/auth.test HTTP/1.1', 'Content-Length: 5', 'Transfer-Encoding: chunked') + 'zz\r\nxx',
    head(on, 'GET /\u0001 HTTP/1.1'),
    new Uint8Array([0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3]),
  ])
    expect(await raw(on, bytes)).toMatch(/^HTTP\/1\.1 400 /);
  expect(await raw(on, head(on, 'POST /api/chat.postMessage HTTP/1.1', 'Content-Length: 1000') + 'a=b')).toMatch(
    /^HTTP\/1\.1 400 /,
  );
});

test('thousands of headers, and one beyond measure', async () => {
  on = await workspace();
  const many = Array.from({ length: 5000 }, (_, n) => `X-${n}: y`);
  expect(await raw(on, head(on, 'GET / HTTP/1.1', ...many))).toMatch(/^HTTP\/1\.1 431 /);
  expect(await raw(on, head(on, 'GET / HTTP/1.1', `Cookie: ${'x'.repeat(100_000)}`))).toMatch(/^HTTP\/1\.1 431 /);
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
    expect(await raw(on, `GET / HTTP/1.1\r\nHost: ${at}\r\nConnection: close\r\n\r\n`), at).toMatch(/^HTTP\/1\.1 403 /);
  for (const from of ['https://evil.example', 'null', 'file://', `${on.url}.evil.example`, 'http://127.0.0.1:1'])
    expect(
      await raw(on, head(on, 'POST /_local/control HTTP/1.1', `Origin: ${from}`, 'Content-Length: 0')),
      from,
    ).toMatch(/^HTTP\/1\.1 403 /);
  const upgrade = ['Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: x', 'Origin: https://e.vil'];
  expect(await raw(on, head(on, 'GET /_local/live HTTP/1.1', ...upgrade))).toMatch(/^HTTP\/1\.1 403 /);
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
    const answer = await raw(on, head(on, `GET ${path} HTTP/1.1`));
    expect(answer, path).not.toMatch(/root:|"dependencies"|^HTTP\/1\.1 5/);
  }
  for (const method of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '%00', ''])
    expect((await post(on, `/api/${method}`, '{}')).body, method).toMatchObject({ ok: false });
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
  const told = await post(on, '/api/chat.postMessage', much, 'application/x-www-form-urlencoded');
  expect(told).toMatchObject({ status: 413, body: { ok: false, error: 'request_too_large' } });
  const begun = head(on, 'POST /api/chat.postMessage HTTP/1.1', 'Transfer-Encoding: chunked');
  const part = `100000\r\n${'x'.repeat(0x10_0000)}\r\n`;
  let sent = 0;
  const socket = connect(Number(new URL(on.url).port), '127.0.0.1');
  socket.on('error', () => {});
  socket.write(begun);
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
  slow.write(head(on, 'POST /_local/act HTTP/1.1', 'Content-Length: 100000') + '{');
  later(async () => slow.destroy());
  const answers = await Promise.all(Array.from({ length: 20 }, () => on.call('auth.test')));
  expect(answers.every((one) => one.ok)).toBe(true);
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
      expect((await post(on, door, new Uint8Array(bytes), type)).status).toBeLessThan(500);
    }),
    { numRuns: 200 },
  );
});

test('calls of the greatest size do not stay in the memory', async () => {
  on = await workspace();
  const channel = on.ids.channels['general']!;
  const text = 'x'.repeat(3_900_000);
  for (let n = 0; n < 20; n += 1) await on.call('chat.postMessage', { channel: 'C0', text });
  const rows = await on.journal();
  expect(JSON.stringify(rows).length).toBeLessThan(60_000_000);
  expect(rows.at(-1)?.name).toBe('chat.postMessage');
  expect((await on.call('chat.postMessage', { channel, text: 'small' })).ok).toBe(true);
});
