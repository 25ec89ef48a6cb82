import { setTimeout as sleep } from 'node:timers/promises';
import type { PersonId } from '../domain/language.ts';
import type { Ticket } from '../domain/ticket.ts';
import { cut, inline, section } from './kit.ts';
import { traceOf } from './log.ts';
import { languageOf, type Parts } from './parts.ts';
import { upper } from './text.ts';
import { upload } from './upload.ts';
import { nameOf } from './views/facts.ts';
import { wordsOf } from './words/catalog.ts';

const MB = 1024 * 1024;
/** What is bigger stays where it is, and the agents are told so. */
const MOST_MB = 20;
const DOWNLOAD_MS = 30_000;
const NAME = 60;
/** How often, and how long apart, a card is looked for that is not posted yet. */
const LOOKS = 10;
const LOOK_MS = 1000;

type Carried = { id: string; name: string; link: string };
class TooBig extends Error {
  readonly megabytes: number;
  constructor(bytes: number) {
    super('a file is too big to be carried');
    this.megabytes = Math.ceil(bytes / MB);
  }
}

/** What a requester shared in Main goes to the agents; what an agent sends with an answer goes to the requester. */
type Way = { to: 'agents' } | { to: 'requester'; from: PersonId };
type Place = { channel: string; thread: string };

/**
 * Files once more on the other side: Slack opens a file only where it was shared. Of a private ticket nothing goes to the
 * agents' channel. What cannot be carried is named among agents; nothing is thrown.
 */
export async function carryFiles(parts: Parts, ticket: Ticket, files: readonly Carried[], way: Way): Promise<void> {
  if (files.length === 0 || (way.to === 'agents' && ticket.private)) return;
  const at = await placeFor(parts, ticket, way);
  if (!at) return;
  for (const file of files) {
    try {
      const bytes = await download(parts, file.id);
      await upload(parts, { bytes, filename: file.name, ...at.place, comment: at.comment });
    } catch (error) {
      parts.log.warn({ ticket: ticket.number, file: file.id, ...traceOf(error) }, 'a file could not be carried');
      if (!ticket.private) await confess(parts, ticket, file, error, way);
    }
  }
}

/** Where it goes, and whose it is. An answer may be the first that its requester hears: his card is on its way. */
async function placeFor({ outbox, desk, book }: Parts, { number, main }: Ticket, way: Way) {
  for (let look = 0; look < LOOKS; look++) {
    const drawing = await outbox.drawing(desk.workspace, number);
    const kind = way.to === 'agents' ? 'card' : 'requester_card';
    const found = drawing?.places.find((place) => place.kind === kind);
    if (drawing && found) {
      const { language } = drawing.group;
      const words = wordsOf(way.to === 'agents' || main ? language : languageOf({ book }, drawing.ticket.requester));
      const place: Place = { channel: found.channel, thread: way.to === 'agents' ? found.ts : (main?.ts ?? found.ts) };
      const comment =
        way.to === 'agents' ? words.events.fromRequester : words.events.sentBy(nameOf(book(), way.from, words));
      return { place, comment: upper(comment) };
    }
    await sleep(LOOK_MS);
  }
  return null;
}

/** A line among agents: which file is not where it should be. */
async function confess(parts: Parts, { number }: Ticket, { name, link }: Carried, error: unknown, { to }: Way) {
  const drawing = await parts.outbox.drawing(parts.desk.workspace, number);
  const card = drawing?.places.find(({ kind }) => kind === 'card');
  if (!drawing || !card) return;
  const { events } = wordsOf(drawing.group.language);
  const label = cut(inline(name), NAME);
  const named = /^https?:\/\/[^\s<>|]+$/.test(link) ? `<${link}|${label}>` : label;
  const text =
    error instanceof TooBig ? events.fileTooBig[to](named, error.megabytes, MOST_MB) : events.fileNotCarried[to](named);
  const line = { channel: card.channel, thread_ts: card.ts, text, blocks: [section(text)] };
  await parts.write.chat
    .postMessage(line)
    .catch((fault: unknown) => parts.log.warn(traceOf(fault), 'nobody was told of a file that was not carried'));
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
