import type { IncomingMessage, ServerResponse } from 'node:http';
import { readJson } from '../core/json.ts';
import type { Obj } from '../core/model.ts';

const MOST_BYTES = 64_000_000;

export class TooLarge extends Error {}

/** Beyond this nobody is listened to any more, not even to be refused. */
const MOST_IGNORED_BYTES = 64_000_000;

/** Reads on even when it is too much, so that the refusal can still be heard. */
export async function bytesOf(request: IncomingMessage, most = MOST_BYTES): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= most) parts.push(part);
    else if (size > most + MOST_IGNORED_BYTES) request.destroy();
  }
  if (size > most) throw new TooLarge('body too large');
  return Buffer.concat(parts);
}

export function send(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  type: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': type, ...headers });
  response.end(body);
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  send(response, status, JSON.stringify(body), 'application/json; charset=utf-8', headers);
}

/** A JSON object, or nothing. */
export function parseObject(text: string): Obj | undefined {
  try {
    const value = readJson(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
