import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebAPIPlatformError } from '@slack/web-api';
import { request } from 'undici';
import type { Parts } from '../parts.ts';

/** For every step that says nothing, not for the whole of a big file. */
const SILENT_MS = 30_000;
const patience = { headersTimeout: SILENT_MS, bodyTimeout: SILENT_MS };

export class TooBig extends Error {
  override name = 'TooBig';
  readonly size: number;
  constructor(size: number) {
    super('a file is too big to be carried');
    this.size = size;
  }
}
/** It was deleted, or stands where the bot may not see it. */
export class Gone extends Error {
  override name = 'Gone';
}

export type Source = { url: string; size: number; mimetype: string; open: boolean };

/** What Slack says of a file that is not there any more. */
const GONE = ['file_not_found', 'file_deleted'];
export const isGone = (error: unknown): boolean =>
  error instanceof WebAPIPlatformError && GONE.includes(error.data.error);

/** Where the bytes of a file lie now, and how many they are. `open`: everybody may read it there. */
export async function sourceOf({ read }: Pick<Parts, 'read'>, id: string, most: number): Promise<Source> {
  const { file } = await read.files.info({ file: id }).catch((error: unknown) => {
    throw isGone(error) ? new Gone('a file is gone') : error;
  });
  const { url_private: url = '', size = 0, mimetype = '', is_public, mode } = file ?? {};
  if (mode === 'tombstone') throw new Gone('a file is gone');
  if (size > most) throw new TooBig(size);
  if (!isSlacks(url, read.slackApiUrl)) throw new Error('a file that does not lie with Slack');
  return { url, size, mimetype, open: is_public === true };
}

export type Copied = { file: string; size: number; sum: string };

/**
 * From one place in Slack to another, piece by piece: never more of it in memory than a piece. Nobody sees it there until it is
 * shared. `placed` hears the id of the copy first.
 */
export async function copy(
  parts: Pick<Parts, 'read'>,
  source: Source,
  filename: string,
  placed: (file: string) => Promise<void>,
): Promise<Copied> {
  const { read } = parts;
  const { size } = source;
  const { upload_url = '', file_id } = await read.files.getUploadURLExternal({ filename, length: size });
  if (!file_id || !isSlacks(upload_url, read.slackApiUrl)) throw new Error('Slack gave no place for the file');
  await placed(file_id);
  const bytes = await opened(parts, source);
  const hash = createHash('sha256');
  let length = 0;
  async function* pieces() {
    for await (const piece of bytes) {
      const some = piece as Uint8Array;
      length += some.length;
      if (length > size) throw new Error('a file that is longer than Slack said');
      hash.update(some);
      yield some;
    }
    if (length < size) throw new Error('a file that is shorter than Slack said');
  }
  const put = await request(upload_url, {
    method: 'POST',
    body: Readable.from(pieces(), { objectMode: false }),
    headers: { 'content-length': String(size), 'content-type': 'application/octet-stream' },
    ...patience,
  });
  await put.body.dump();
  if (put.statusCode !== 200) throw new Error(`the upload was answered with ${put.statusCode}`);
  return { file: file_id, size, sum: hash.digest('hex') };
}

type Target = { filename: string; channel: string; thread: string | undefined; comment: string };
/** What was copied, to those who are there. */
export const share = ({ write }: Pick<Parts, 'write'>, id: string, { filename, channel, thread, comment }: Target) =>
  write.files.completeUploadExternal({
    files: [{ id, title: filename }],
    channel_id: channel,
    ...(thread && { thread_ts: thread }),
    initial_comment: comment,
  });

/** The token goes to Slack's own host and to no other, and nobody is followed anywhere. */
async function opened({ read }: Pick<Parts, 'read'>, { url, mimetype }: Source) {
  const headers = { authorization: `Bearer ${read.token ?? ''}` };
  const { statusCode, headers: told, body } = await request(url, { headers, ...patience });
  // Whoever may not read it is given a page to sign in, as if all were well.
  const page = String(told['content-type'] ?? '').startsWith('text/html') && !mimetype.startsWith('text/html');
  if (statusCode === 200 && !page) return body;
  await body.dump();
  if (statusCode === 404 || statusCode === 410) throw new Gone('a file is gone');
  throw new Error(`the download was answered with ${statusCode}`);
}

/** Slack shares a moment after it has answered. */
const SHARES_MS = 2000;

/** Was this file of ours shared after all, though the answer was lost? */
export async function isShared({ read }: Pick<Parts, 'read'>, id: string): Promise<boolean> {
  await sleep(SHARES_MS);
  try {
    const { file } = await read.files.info({ file: id });
    const { public: open = {}, private: closed = {} } = (file?.shares ?? {}) as Record<string, Record<string, unknown>>;
    return Object.keys({ ...open, ...closed }).length > 0;
  } catch (error) {
    if (error instanceof WebAPIPlatformError) return false;
    throw error;
  }
}

/** Slack's own hosts by https; another one only where the whole API is there. */
export function isSlacks(url: string, api: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, origin } = new URL(url);
  const isOwn = protocol === 'https:' && (hostname === 'slack.com' || hostname.endsWith('.slack.com'));
  return isOwn || origin === new URL(api).origin;
}
