import type { Ticket } from '../domain/ticket.ts';
import { cut, inline, section } from './kit.ts';
import { traceOf } from './log.ts';
import type { Parts } from './parts.ts';
import { upper } from './text.ts';
import { upload } from './upload.ts';
import { wordsOf } from './words/catalog.ts';

const MB = 1024 * 1024;
/** What is bigger stays where it is, and the agents are told so. */
const MOST_MB = 20;
const DOWNLOAD_MS = 30_000;
const NAME = 60;

type Carried = { id: string; name: string; link: string };
class TooBig extends Error {
  readonly megabytes: number;
  constructor(bytes: number) {
    super('a file is too big to be carried');
    this.megabytes = Math.ceil(bytes / MB);
  }
}

/**
 * What a requester shared in Main, once more in the agents' thread: Slack opens a file only where it was shared. Of a
 * private ticket nothing is. What cannot be carried is named there; nothing is thrown.
 */
export async function carryFiles(
  parts: Parts,
  { number, private: hidden }: Pick<Ticket, 'number' | 'private'>,
  files: readonly Carried[],
): Promise<void> {
  if (hidden || files.length === 0) return;
  const drawing = await parts.outbox.drawing(parts.desk.workspace, number);
  const card = drawing?.places.find(({ kind }) => kind === 'card');
  if (!drawing || !card) return;
  const { events } = wordsOf(drawing.group.language);
  for (const { id, name, link } of files) {
    try {
      const bytes = await download(parts, id);
      const place = { channel: card.channel, thread: card.ts };
      await upload(parts, { bytes, filename: name, ...place, comment: upper(events.fromRequester) });
    } catch (error) {
      parts.log.warn({ ticket: number, file: id, ...traceOf(error) }, 'a file could not be carried');
      const label = cut(inline(name), NAME);
      const named = /^https?:\/\/[^\s<>|]+$/.test(link) ? `<${link}|${label}>` : label;
      const text =
        error instanceof TooBig ? events.fileTooBig(named, error.megabytes, MOST_MB) : events.fileNotCarried(named);
      const line = { channel: card.channel, thread_ts: card.ts, text, blocks: [section(text)] };
      await parts.write.chat
        .postMessage(line)
        .catch((fault: unknown) => parts.log.warn(traceOf(fault), 'nobody was told of a file that was not carried'));
    }
  }
}

/** The bytes of a file that the bot may read. The token goes to Slack's own host and to no other. */
async function download({ read }: Parts, id: string): Promise<Buffer<ArrayBuffer>> {
  const { file } = await read.files.info({ file: id });
  const { url_private = '', size = 0, mimetype = '' } = file ?? {};
  if (size > MOST_MB * MB) throw new TooBig(size);
  if (!isSlacks(url_private, read.slackApiUrl)) throw new Error('a file that does not lie with Slack');
  const answer = await fetch(url_private, {
    headers: { authorization: `Bearer ${read.token ?? ''}` },
    redirect: 'error',
    signal: AbortSignal.timeout(DOWNLOAD_MS),
  });
  // Whoever may not read it is given a page to sign in, as if all were well.
  const page = answer.headers.get('content-type')?.startsWith('text/html') && !mimetype.startsWith('text/html');
  if (!answer.ok || page || !answer.body) throw new Error(`the download was answered with ${answer.status}`);
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of answer.body) {
    length += piece.length;
    if (length > MOST_MB * MB) throw new TooBig(length);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** Slack's own hosts by https; another one only where the whole API is there. */
export function isSlacks(url: string, api: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, origin } = new URL(url);
  const isOwn = protocol === 'https:' && (hostname === 'slack.com' || hostname.endsWith('.slack.com'));
  return isOwn || origin === new URL(api).origin;
}
