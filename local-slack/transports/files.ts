/** Bytes: the upload URL of the three steps, and private file URLs that ask for the token. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Slack } from '../core/slack.ts';
import { TooLarge, bytesOf, send, sendJson } from './body.ts';

/** Types that a browser may show in place; all else is a download, so that nothing here runs as a page. */
const SHOWN = /^(?:image\/(?:png|jpeg|gif|webp)|text\/plain)$/;

export function sendFile(slack: Slack, response: ServerResponse, id: string): void {
  const file = slack.state.files[id];
  if (!file || file.deleted || file.content === null)
    return sendJson(response, 404, { ok: false, error: 'file_not_found' });
  const shown = SHOWN.test(file.mimetype);
  send(response, 200, Buffer.from(file.content, 'base64'), shown ? file.mimetype : 'application/octet-stream', {
    'content-disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'x-content-type-options': 'nosniff',
  });
}

/** `/files-pri/T...-F.../[download/]name`: without the bot's token one gets a page to log in, with status 200, as at Slack. */
export function sendPrivate(
  slack: Slack,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  token: string,
): void {
  if (request.headers.authorization !== `Bearer ${token}`)
    return send(
      response,
      200,
      '<!doctype html><title>Sign in</title><p>Sign in to see this file.',
      'text/html; charset=utf-8',
    );
  sendFile(slack, response, (url.pathname.split('/')[2] ?? '').split('-').at(-1) ?? '');
}

/** The bytes of a multipart body's first part. */
function firstPart(body: Buffer, type: string): Buffer | undefined {
  const found = /boundary=(?:"([^"]+)"|([^;]+))/i.exec(type);
  const boundary = found?.[1] ?? found?.[2];
  if (boundary === undefined) return undefined;
  const start = body.indexOf('\r\n\r\n');
  const end = body.indexOf(`\r\n--${boundary}`, start);
  return start < 0 || end < 0 ? undefined : body.subarray(start + 4, end);
}

export async function receiveUpload(
  slack: Slack,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const file = slack.state.files[url.pathname.split('/').at(-1) ?? ''];
  if (!file || file.content !== null) return send(response, 404, 'upload not found', 'text/plain');
  let body: Buffer;
  try {
    body = await bytesOf(request);
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    return send(response, 413, 'too large', 'text/plain');
  }
  const type = request.headers['content-type'] ?? '';
  const bytes = type.startsWith('multipart/form-data') ? firstPart(body, type) : body;
  if (!bytes || bytes.length === 0) return send(response, 400, 'no file content', 'text/plain');
  file.content = bytes.toString('base64');
  file.size = bytes.length;
  slack.changed();
  send(response, 200, `OK - ${bytes.length}`, 'text/plain');
}
