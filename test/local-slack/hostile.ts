/** What no honest client sends, through real sockets. */
import { connect } from 'node:net';
import { expect } from 'vitest';
import type { Workspace } from './workspace.ts';

/** Whatever was done to it, the workspace answers, sees, and can be written down; and nothing has crept into every object. */
export async function expectWhole(on: Workspace): Promise<void> {
  expect(await on.call('auth.test')).toMatchObject({ ok: true });
  expect((await on.sight('ana')).me.name).toBe('ana');
  expect(await on.control({ do: 'export' })).toMatchObject({ ok: true });
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
}

/** Sends bytes as they are and answers all that comes back until the server closes. */
export function raw(on: Workspace, bytes: string | Uint8Array): Promise<string> {
  return new Promise((done) => {
    const socket = connect(Number(new URL(on.url).port), '127.0.0.1');
    let heard = '';
    socket.on('data', (data: Buffer) => (heard += data.toString('latin1')));
    socket.on('close', () => done(heard));
    socket.on('error', () => {});
    socket.write(bytes);
    socket.end();
  });
}

/** The head of a request to this workspace. */
export const head = (on: Workspace, first: string, ...headers: string[]): string =>
  [first, `Host: ${new URL(on.url).host}`, 'Connection: close', ...headers, '', ''].join('\r\n');

export async function post(
  on: Workspace,
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  type = 'application/json',
): Promise<{ status: number; body: unknown }> {
  const headers = { 'content-type': type, authorization: `Bearer ${on.botToken}` };
  const response = await fetch(`${on.url}${path}`, { method: 'POST', headers, body });
  const text = await response.text();
  try {
    return { status: response.status, body: JSON.parse(text) };
  } catch {
    return { status: response.status, body: undefined };
  }
}

export const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;
