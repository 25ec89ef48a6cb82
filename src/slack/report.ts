import type { PersonId } from '../domain/language.ts';
import { message, section } from './kit.ts';
import { traceOf } from './log.ts';
import type { Parts, Said } from './parts.ts';
import { directTo } from './transcript.ts';
import { upload } from './upload.ts';
import { reportFile, reportMessage } from './views/report.ts';
import { voice } from './voice.ts';
import { wordsOf } from './words/catalog.ts';

const DAY = 24 * 60 * 60_000;
const USUAL = 30;
const MOST = 366;
const OTHERS =
  /^\s*report\s+(?:tickets?|requests?|agents?|people|groups?|teams?|managers?|sla|clocks?|ratings?|breach(?:es)?|types?|all|help|me|my|\?)(?:\s+(?:\d+\s*d?|days?|week|month|year|all))*\s*$/i;

/** `report`, `report escalations`, `report escalations 90d`. Null: something else. `days` null: not to be read. */
export function reportOf(text: string): { days: number | null } | null {
  const [, typed = ''] = /^\s*report(?:\s+escalations?)?(?:\s+(\S+))?\s*$/i.exec(text) ?? [];
  const meant = /^\s*report(?:\s+escalations?\b.*|\s+\d+d?)?\s*$/i.test(text);
  // Reports that there are not: better said than made a request of.
  if (!meant) return OTHERS.test(text) ? { days: null } : null;
  if (typed === '' && /^\s*report(?:\s+escalations?)?\s*$/i.test(text)) return { days: USUAL };
  const days = Number(/^(\d{1,3})d?$/.exec(typed)?.[1] ?? 0);
  return { days: days >= 1 && days <= MOST ? days : null };
}

/** Whether escalations are answered, and how fast: into the asker's messages, with every one of them in a file. */
export async function report(parts: Parts, user: PersonId, days: number | null): Promise<Said> {
  const said = voice(parts, user);
  const words = wordsOf(said.language).report;
  const plainly = (text: string): Said => message(text, [section(text)]);
  const who = await parts.desk.person(user);
  if (!who?.active) return plainly(words.forbidden);
  if (days === null) return plainly(words.usage);
  const until = parts.now();
  const from = new Date(until.getTime() - days * DAY);
  const ask = { from, until, all: who.admin, groups: who.leadOf, person: user };
  const read = await parts.store.report(parts.desk.workspace, ask);
  if (read.rows.length === 0 && !who.admin && who.leadOf.length === 0) return plainly(words.forbidden);
  const model = { ...said, report: read, days };
  if (read.rows.length === 0) return reportMessage(model);
  const channel = await directTo(parts, user);
  const { ts } = await parts.write.chat.postMessage({ channel, ...reportMessage(model) });
  const filename = `escalations-${until.toISOString().slice(0, 10)}.csv`;
  try {
    const tickets = [...new Set(read.rows.map(({ ticket }) => ticket))];
    const about = { kind: 'list' as const, tickets, person: user };
    await upload(parts, { bytes: Buffer.from(reportFile(model)), filename, channel, thread: ts, about });
  } catch (error) {
    parts.log.warn(traceOf(error), 'a report could not be sent as a file');
    return plainly(words.failed);
  }
  return plainly(words.comes);
}
