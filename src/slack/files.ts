import { setTimeout as sleep } from 'node:timers/promises';
import { WebAPIPlatformError } from '@slack/web-api';
import type { Side } from '../desk/files.ts';
import { type FileRef, plainName, shortName } from '../domain/files.ts';
import type { PersonId } from '../domain/language.ts';
import type { Ticket } from '../domain/ticket.ts';
import { type Copied, copy, Gone, isShared, share, sourceOf, TooBig } from './files/copying.ts';
import { inline, section } from './kit.ts';
import { traceOf } from './log.ts';
import { languageOf, type Parts } from './parts.ts';
import { upper } from './text.ts';
import { nameOf } from './views/facts.ts';
import { wordsOf } from './words/catalog.ts';
import { sizeIn } from './words/number.ts';

const NAME = 60;
/** How often, and how long apart, a card is looked for that is not posted yet. */
const LOOKS = 5;
const LOOK_MS = 200;

/** There is no card yet under which a file could be put. */
export class NoPlace extends Error {
  override name = 'NoPlace';
}

/** `from`: an agent, or whoever else it is that is not the requester. `again`: whoever began with it has ended since. */
export type Way = ({ to: 'agents'; from?: PersonId } | { to: 'requester'; from: PersonId }) & { again?: boolean };
type Place = { channel: string; thread: string };

/**
 * Files once more on the other side: Slack opens a file only where it was shared. Of a private ticket nothing goes to the
 * agents' channel. What was carried is not carried again. What cannot be carried is named among agents; thrown is `NoPlace` only.
 */
export async function carryFiles(parts: Parts, ticket: Ticket, files: readonly FileRef[], way: Way): Promise<void> {
  if (files.length === 0 || (way.to === 'agents' && ticket.private)) return;
  const at = await placeFor(parts, ticket, way);
  if (!at) throw new NoPlace();
  for (const file of files) {
    try {
      await carryOne(parts, ticket, file, way, at);
    } catch (error) {
      parts.log.warn({ ticket: ticket.number, file: file.id, ...traceOf(error) }, 'a file could not be carried');
      if (!ticket.private) await confess(parts, ticket, file, error, way);
    }
  }
}

async function carryOne(
  parts: Parts,
  { number, group }: Ticket,
  file: FileRef,
  { to, again = false }: Way,
  { place, comment }: { place: Place; comment: string },
): Promise<void> {
  const { files } = parts.store;
  const claim = await files.claim(parts.desk.workspace, { number, original: file.id, side: to }, again);
  if (!claim) return;
  const { id } = claim;
  let copied: Copied | null = null;
  try {
    if (claim.file && (await isShared(parts, claim.file))) return await files.carried(id, null);
    const source = await sourceOf(parts, file.id, mostIn(parts, group));
    // Whoever works on a ticket opens what is shared in an open channel where it is.
    if (source.open && to === 'agents') return await files.needless(id);
    const filename = plainName(file.name);
    copied = await copy(parts, source, filename, (place) => files.placed(id, place));
    await share(parts, copied.file, { filename, ...place, comment });
    await files.carried(id, copied);
  } catch (error) {
    if (copied && !(error instanceof WebAPIPlatformError) && (await isShared(parts, copied.file)))
      return await files.carried(id, copied);
    await files.failed(id);
    throw error;
  }
}

const mostIn = ({ book }: Parts, group: Ticket['group']): number =>
  book().groups.find(({ key }) => key === group)?.policies.files.max_size ?? 0;

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
      const { from } = way;
      const comment =
        from === undefined ? words.events.fromRequester : words.events.sentBy(nameOf(book(), from, words));
      return { place, comment: upper(comment) };
    }
    await sleep(LOOK_MS);
  }
  return null;
}

/** A line among agents: which file is not where it should be. */
async function confess(parts: Parts, ticket: Ticket, file: FileRef, error: unknown, { to }: Way): Promise<void> {
  const drawing = await parts.outbox.drawing(parts.desk.workspace, ticket.number);
  const card = drawing?.places.find(({ kind }) => kind === 'card');
  if (!drawing || !card) return;
  const { language } = drawing.group;
  const label = inline(shortName(file.name, NAME));
  const named = /^https?:\/\/[^\s<>|]+$/.test(file.link) ? `<${file.link}|${label}>` : label;
  const text = sentenceFor(error, { named, label, to, most: mostIn(parts, ticket.group), language });
  const line = { channel: card.channel, thread_ts: card.ts, text, blocks: [section(text)] };
  await parts.write.chat
    .postMessage(line)
    .catch((fault: unknown) => parts.log.warn(traceOf(fault), 'nobody was told of a file that was not carried'));
}

type Spoken = { named: string; label: string; to: Side; most: number; language: Ticket['language'] };
function sentenceFor(error: unknown, { named, label, to, most, language }: Spoken): string {
  const { events } = wordsOf(language);
  const size = sizeIn(language);
  if (error instanceof TooBig) return events.fileTooBig[to](named, size(error.size), size(most));
  // A link to what was deleted leads nowhere.
  return error instanceof Gone ? events.fileGone[to](label) : events.fileNotCarried[to](named);
}
