/** Loopback only: a foreign `Host` or `Origin` is turned away, so that no web page elsewhere can reach in. */
import type { IncomingMessage } from 'node:http';

const NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);

function isOurs(host: string | undefined): boolean {
  if (host === undefined) return false;
  return NAMES.has(host.replace(/:\d+$/, '').toLowerCase());
}

export function mayEnter(request: IncomingMessage): boolean {
  const { host, origin } = request.headers;
  if (!isOurs(host)) return false;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
