import type { Cursor } from '../../desk/searching.ts';
import { MOST_IN_BATCH } from '../../domain/batch.ts';
import type { Person } from '../../domain/language.ts';
import type { Search } from '../../domain/search.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { openBatch } from '../batch.ts';
import type { Click } from '../codec.ts';
import { message, section } from '../kit.ts';
import { traceOf } from '../log.ts';
import type { Parts, Tell } from '../parts.ts';
import { directTo } from '../transcript.ts';
import { upload } from '../upload.ts';
import { foundFile } from '../views/found-file.ts';
import { refusalMessage } from '../views/refusal.ts';
import { wordsOf } from '../words/catalog.ts';
import { readFound } from './leaf.ts';
import { meantBy } from './reader.ts';

const MOST = 10_000;
const AT_ONCE = 100;

/** All that was found, as a file into the asker's messages. */
export async function sendFound(parts: Parts, { user }: Click, value: string, tell: Tell): Promise<void> {
  const leaf = readFound(value);
  const person = await parts.desk.person(user);
  if (!leaf || !person) return;
  const { search, ...reader } = meantBy(parts, user, leaf.said);
  const words = wordsOf(reader.language).search.file;
  const say = (text: string) => tell(message(text, [section(text)]));
  try {
    const all = await everything(parts, person, search, reader, MOST);
    if (!Array.isArray(all)) {
      await tell(refusalMessage(all, reader));
      return;
    }
    const bytes = Buffer.from(foundFile(all.slice(0, MOST), person, reader));
    const channel = await directTo(parts, user);
    const comment = words.comment(Math.min(all.length, MOST), all.length <= MOST);
    const tickets = all.slice(0, MOST).map(({ number }) => number);
    const about = { kind: 'list' as const, tickets, person: user };
    await upload(parts, { bytes, filename: `tickets-${reader.today}.csv`, channel, thread: undefined, comment, about });
    await say(words.comes);
  } catch (error) {
    parts.log.warn(traceOf(error), 'what was found could not be sent as a file');
    await say(words.failed);
  }
}

/** What was found, to be ticked: the same is done to all of it, or to some. */
export async function batchFound(parts: Parts, click: Click, value: string, tell: Tell): Promise<void> {
  const { user } = click;
  const leaf = readFound(value);
  const person = await parts.desk.person(user);
  if (!leaf || !person) return;
  const { search, ...reader } = meantBy(parts, user, leaf.said);
  const all = await everything(parts, person, search, reader, MOST_IN_BATCH);
  const said = Array.isArray(all)
    ? await openBatch(parts, click, async () => all.map(({ number }) => number))
    : refusalMessage(all, reader);
  if (said) await tell(said);
}

/** At least one more than `most`, so that it is known whether there are more. */
async function everything(
  parts: Parts,
  { id }: Person,
  search: Search,
  { now, tz }: { now: Date; tz: string },
  most: number,
) {
  const tickets: Ticket[] = [];
  let after: Cursor | undefined;
  do {
    const page = await parts.desk.search(id, search, { limit: AT_ONCE, after, now, tz });
    if (page.kind === 'refused') return page;
    tickets.push(...page.tickets);
    after = page.next ?? undefined;
  } while (after !== undefined && tickets.length <= most);
  return tickets;
}
