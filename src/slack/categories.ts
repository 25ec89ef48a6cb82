import type { PersonId } from '../domain/language.ts';
import { message, section } from './kit.ts';
import type { Parts, Said } from './parts.ts';
import { categoriesMessage } from './views/categories.ts';
import { voice } from './voice.ts';
import { wordsOf } from './words/catalog.ts';

const DAY = 24 * 60 * 60_000;
const USUAL = 30;
const MOST = 366;

/** `report categories`, `report categories 90d`. Null: something else. `days` null: not to be read. */
export function categoriesOf(text: string): { days: number | null } | null {
  const read = /^\s*report\s+(?:categor(?:y|ies|ie|ia)|processing)(?:\s+(\S+))?\s*$/i.exec(text);
  if (!read) return null;
  const days = Number(/^(\d{1,3})d?$/i.exec(read[1] ?? String(USUAL))?.[1] ?? 0);
  return { days: days >= 1 && days <= MOST ? days : null };
}

/** What tickets were about, how many, and how long they took: an agent's own, a lead's groups, an administrator's all. */
export async function categories(parts: Parts, user: PersonId, days: number | null): Promise<Said> {
  const said = voice(parts, user);
  const words = wordsOf(said.language).processing.report;
  const plainly = (text: string): Said => message(text, [section(text)]);
  const who = await parts.desk.person(user);
  if (!who?.active || (!who.admin && who.agentOf.length + who.leadOf.length === 0)) return plainly(words.forbidden);
  if (days === null) return plainly(words.usage);
  const until = parts.now();
  const from = new Date(until.getTime() - days * DAY);
  const ask = { from, until, all: who.admin, groups: who.leadOf, person: user };
  const [figures, spared] = await Promise.all([
    parts.store.categories(parts.desk.workspace, ask),
    parts.store.spared(parts.desk.workspace, ask),
  ]);
  return categoriesMessage({ ...said, figures, spared, days });
}
