import type { PersonId } from '../domain/language.ts';
import { dayBegins, zoneCalled } from '../domain/hours.ts';
import { date, message, section } from './kit.ts';
import type { Parts, Said } from './parts.ts';
import { voice } from './voice.ts';
import { wordsOf } from './words/catalog.ts';

/** What is typed behind `away`, or `back`. Null: something else, a request perhaps. */
export function awayIn(text: string): string | null {
  if (/^\s*back\s*$/i.test(text)) return 'back';
  // "away team needs laptops" is a request; what stands behind "until", or begins with a number, is meant as a day.
  const [whole, until, day] = /^\s*away(?:\s+until\b\s*(.*?)|\s+(\d.*?))?\s*$/is.exec(text) ?? [];
  return whole === undefined ? null : (until ?? day ?? '');
}

/** From now on nothing is given to this person, nor escalated to him, until the day he is back. */
export async function awayFor(parts: Parts, user: PersonId, typed: string): Promise<Said> {
  const { registry, desk } = parts;
  const words = wordsOf(voice(parts, user).language).distribution;
  const say = (text: string): Said => message(text, [section(text)]);
  if (typed === 'back') {
    await registry.saveAway(desk.workspace, user, null);
    return say(words.back);
  }
  if (!isDay(typed)) return say(words.usage);
  const until = dayBegins(typed, zoneCalled(parts.book().people.get(user)?.tz ?? '') ?? 'UTC');
  if (until <= parts.now()) return say(words.past);
  await registry.saveAway(desk.workspace, user, until);
  return say(words.away(date(until)));
}

const isDay = (typed: string): boolean =>
  /^2\d{3}-\d{2}-\d{2}$/.test(typed) &&
  !Number.isNaN(Date.parse(typed)) &&
  new Date(typed).toISOString().startsWith(typed);
