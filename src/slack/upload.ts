import type { OwnFile } from '../desk/files.ts';
import { isSlacks } from './files/copying.ts';
import type { Parts } from './parts.ts';

const UPLOAD_MS = 30_000;

type Upload = {
  bytes: Buffer<ArrayBuffer>;
  filename: string;
  channel: string;
  thread: string | undefined;
  comment?: string;
  /** Of which tickets it tells, and whom. */
  about: OwnFile;
};

/** Slack's three steps: ask for a place, put the bytes there, share what is there. Throws what goes wrong on the way. */
export async function upload(
  { read, write, store, desk }: Pick<Parts, 'read' | 'write' | 'store' | 'desk'>,
  { bytes, filename, channel, thread, comment, about }: Upload,
): Promise<void> {
  const { upload_url, file_id } = await read.files.getUploadURLExternal({ filename, length: bytes.length });
  if (!upload_url || !file_id || !isSlacks(upload_url, read.slackApiUrl))
    throw new Error('Slack gave no place for the file');
  const put = await fetch(upload_url, { method: 'POST', body: bytes, signal: AbortSignal.timeout(UPLOAD_MS) });
  if (!put.ok) throw new Error(`the upload was answered with ${put.status}`);
  await store.files.own(desk.workspace, file_id, about);
  await write.files.completeUploadExternal({
    files: [{ id: file_id, title: filename }],
    channel_id: channel,
    ...(thread && { thread_ts: thread }),
    ...(comment !== undefined && { initial_comment: comment }),
  });
}
