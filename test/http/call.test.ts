import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { isPublic } from '../../src/http/address.ts';
import { openCalls } from '../../src/http/call.ts';

const SECRET = 'a secret of the tests';
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function listening(answer: RequestListener) {
  const heard: { request: IncomingMessage; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      heard.push({ request, body });
      answer(request, response);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { heard, port: (server.address() as AddressInfo).port };
}
function calls(hosts: string[] = ['localhost']) {
  const opened = openCalls({
    secrets: new Map([
      ['', [SECRET]],
      ['CRM', ['the new secret of the CRM', 'the old secret of the CRM']],
    ]),
    hosts,
  });
  closing.push(opened.close);
  return opened.call;
}
const ok: RequestListener = (_request, response) => response.end('thank you');

test('a call is signed so that whoever is called can check it', async () => {
  const { heard, port } = await listening(ok);
  const body = { ticket: { number: 1001, title: 'Stampante “rotta”' } };
  expect(await calls()(`http://localhost:${port}/hook`, body, 'T1:1001:1:night:0')).toEqual({ ok: true });
  const [{ request, body: text }] = heard as [(typeof heard)[0]];
  expect(JSON.parse(text)).toEqual(body);
  const at = String(request.headers['x-threadesk-timestamp']);
  expect(Math.abs(Date.now() / 1000 - Number(at))).toBeLessThan(60);
  const signature = createHmac('sha256', SECRET).update(`v1:${at}:${text}`).digest('hex');
  expect(request.headers['x-threadesk-signature']).toBe(`v1=${signature}`);
  expect(request.headers['x-threadesk-id']).toBe('T1:1001:1:night:0');
  expect(JSON.stringify(request.headers)).not.toContain(SECRET);
});

test('one with a secret of its own is signed with that, and with the one before it while that is kept', async () => {
  const { heard, port } = await listening(ok);
  const url = `http://localhost:${port}/hook`;
  expect(await calls()(url, {}, 'id', 'CRM')).toEqual({ ok: true });
  expect(await calls()(url, {}, 'id', 'ERP')).toEqual({ ok: false, why: 'no_secret' });
  const [{ request, body: text }] = heard as [(typeof heard)[0]];
  const at = String(request.headers['x-threadesk-timestamp']);
  const signed = ['the new secret of the CRM', 'the old secret of the CRM'].map(
    (key) => `v1=${createHmac('sha256', key).update(`v1:${at}:${text}`).digest('hex')}`,
  );
  expect(request.headers['x-threadesk-signature']).toBe(signed.join(','));
});

test('nothing is called without a secret, nor what is not of the open internet and not named', async () => {
  const { heard, port } = await listening(ok);
  const why = async (url: string, call = calls([])) => {
    const called = await call(url, {}, 'id');
    return called.ok ? 'called' : called.why;
  };
  const unsigned = openCalls({ secrets: new Map(), hosts: ['localhost'] });
  closing.push(unsigned.close);
  expect(await why(`http://localhost:${port}/`, unsigned.call)).toBe('no_secret');
  for (const host of [
    'localhost',
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '017700000001',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '0.0.0.0',
    '169.254.169.254',
    '[fe80::1]',
    '[64:ff9b::7f00:1]',
  ])
    expect([host, await why(`http://${host}:${port}/`)]).toEqual([host, 'closed_address']);
  expect(await why('file:///etc/passwd')).toBe('bad_address');
  expect(await why('nonsense')).toBe('bad_address');
  expect(await why(`http://127.0.0.1:${port}/`, calls(['localhost']))).toBe('closed_address');
  expect(await why(`http://localhost:${port}/`, calls([`localhost:${port + 1}`]))).toBe('closed_address');
  expect(heard).toEqual([]);
  expect(await why(`http://localhost:${port}/`, calls([`localhost:${port}`]))).toBe('called');
});

test('nobody is followed elsewhere, and a long answer is not listened to', async () => {
  const target = await listening(ok);
  const { port } = await listening((request, response) => {
    if (request.url === '/away') response.writeHead(307, { location: `http://localhost:${target.port}/` }).end();
    else if (request.url === '/wrong') response.writeHead(500).end('no');
    else {
      response.writeHead(200);
      const more = () => void response.write('x'.repeat(64 * 1024), (error) => error ?? more());
      more();
    }
  });
  const call = calls();
  expect(await call(`http://localhost:${port}/away`, {}, 'id')).toEqual({ ok: false, why: 'status_307' });
  expect(await call(`http://localhost:${port}/wrong`, {}, 'id')).toEqual({ ok: false, why: 'status_500' });
  expect(await call(`http://localhost:${port}/endless`, {}, 'id')).toEqual({ ok: true });
  expect(target.heard).toEqual([]);
});

test('nobody who is silent is waited for longer than five seconds', async () => {
  const { port } = await listening(() => {});
  expect(await calls()(`http://localhost:${port}/`, {}, 'id')).toMatchObject({
    ok: false,
    why: expect.stringMatching(/timeout|und_err/),
  });
});

test('no address of a private net is public, however it is written, and IPv4 in IPv6 never is', () => {
  const byte = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(byte, byte, byte, (a, b, c) => {
      const inside = [
        `10.${a}.${b}.${c}`,
        `127.${a}.${b}.${c}`,
        `192.168.${a}.${b}`,
        `169.254.${a}.${b}`,
        `172.${16 + (a % 16)}.${b}.${c}`,
        `100.${64 + (a % 64)}.${b}.${c}`,
        `${224 + (a % 32)}.${a}.${b}.${c}`,
      ];
      for (const one of inside) {
        expect(isPublic(one)).toBe(false);
        expect(isPublic(`::ffff:${one}`)).toBe(false);
        expect(isPublic(`::${one}`)).toBe(false);
      }
      expect(isPublic(`::ffff:8.8.${a}.${b}`)).toBe(false);
      const hex = (n: number) => n.toString(16);
      for (const net of ['fc', 'fd', 'fe', 'ff', '00'])
        expect(isPublic(`${net}${hex(a).padStart(2, '0')}::${hex(b)}`)).toBe(false);
    }),
  );
  for (const one of ['8.8.8.8', '1.1.1.1', '2606:4700::1111', '2a00:1450:4001::1']) expect(isPublic(one)).toBe(true);
  for (const one of ['', 'localhost', '8.8.8', '2002:7f00:1::', '2001::1', '2001:db8::1'])
    expect(isPublic(one)).toBe(false);
});
