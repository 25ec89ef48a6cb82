import { afterEach, expect, test } from 'vitest';
import { deep, expectWhole, post } from './hostile.ts';
import { type Workspace, workspace } from './workspace.ts';

let on: Workspace;
afterEach(() => expectWhole(on));

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
    expect((await post(on, '/api/chat.postMessage', body)).body, body.slice(0, 20)).toMatchObject({ ok: false });
    expect((await post(on, '/_local/act', body)).body).toMatchObject({ ok: false });
    expect((await post(on, '/_local/control', body)).body).toMatchObject({ ok: false });
    expect((await post(on, '/respond/actions/T/x', body)).status).toBeLessThan(500);
  }
  for (const name of ['blocks', 'attachments', 'metadata', 'unfurls', 'view'])
    expect(await on.call('chat.postMessage', { channel, text: 'a', [name]: deep(10_000) }), name).toMatchObject({
      ok: false,
    });
  const cut = new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0xc3, 0x22, 0x3a, 0x31, 0x7d]);
  expect((await post(on, '/api/chat.postMessage', cut)).body).toMatchObject({ ok: false });
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
    expect((await fetch(`${on.url}/_local/state?as=${id}`)).status).toBe(404);
  }
  const polluting = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
  for (const path of ['/api/chat.postMessage', '/_local/act', '/_local/control', '/respond/actions/T/x'])
    expect((await post(on, path, polluting)).status).toBeLessThan(500);
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
  expect((await post(on, '/api/chat.postMessage', body)).body).toMatchObject({ ok: true });
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
  for (const mimetype of ['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/xml', 'text/html; image/png']) {
    const content = Buffer.from('<script>alert(1)</script>').toString('base64');
    const file = await on.act('ana', { do: 'upload', name: 'a.html', mimetype, content });
    if (!file.ok || !file.file) throw new Error('no file');
    await on.act('ana', { do: 'send', channel, text: '', files: [file.file] });
    const { headers } = await fetch(`${on.url}/_local/file/${file.file}/a.html`);
    expect(headers.get('content-disposition'), mimetype).toMatch(/^attachment/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
});
