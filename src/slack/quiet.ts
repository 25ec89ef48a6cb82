import type { PersonId } from '../domain/language.ts';
import { quietOf } from '../domain/quiet.ts';
import { message, section } from './kit.ts';
import { digestFor } from './digest.ts';
import { type Parts, type Said, seemsAgent } from './parts.ts';
import { voice } from './voice.ts';
import { wordsOf } from './words/catalog.ts';

/** What is typed behind `quiet`, be it one word that is no time. Null: something else, a request perhaps. */
export function quietIn(text: string): string | null {
  const [whole, typed] = /^\s*quiet(?:\s+(off|weekends?|\d.*|\S+))?\s*$/i.exec(text) ?? [];
  return whole === undefined ? null : (typed ?? '');
}

/** When somebody wants no pings: says it, changes it, ends it. */
export async function quietFor(parts: Parts, user: PersonId, typed: string): Promise<Said> {
  const { registry, desk } = parts;
  const words = wordsOf(voice(parts, user).language).followers.quiet;
  const say = (text: string): Said => message(text, [section(text)]);
  if (typed === '') {
    const now = say(words.now(await registry.quiet(desk.workspace, user)));
    const morning = seemsAgent(parts.book(), user) ? (await digestFor(parts, user, '')).blocks : [];
    return { ...now, blocks: [...now.blocks, ...morning] };
  }
  const given = /^off$/i.test(typed) ? null : quietOf(typed);
  if (given === null && !/^off$/i.test(typed)) return say(words.usage);
  await registry.saveQuiet(desk.workspace, user, given);
  return say(words.now(given));
}
