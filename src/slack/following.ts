import type { Verb } from '../domain/verbs.ts';
import { mentionedIn } from './mentions.ts';
import type { Parts, Said } from './parts.ts';
import { message, section, inline } from './kit.ts';
import { voice } from './voice.ts';
import { wordsOf } from './words/catalog.ts';
import type { PersonId } from '../domain/language.ts';

type Named = { verb: Verb; input: Record<string, unknown> };

const OTHERS: Partial<Record<Verb, Verb>> = {
  follow: 'add_follower',
  add_follower: 'add_follower',
  unfollow: 'unfollow',
};

/** `follow 1042 @lea` is about Lea. Null: nobody is named, or the verb is about nobody. A message: he is not known. */
export async function namedToFollow(
  parts: Parts,
  user: PersonId,
  verb: Verb,
  typed: string,
): Promise<Named | Said | null> {
  const other = OTHERS[verb];
  const name = typed.replace(/^(?:t-?|#)?\d+\s+/i, '').trim();
  if (other === undefined || !/^(?:<@|@)/.test(name)) return null;
  const [to] = mentionedIn(name, parts.book());
  if (to !== undefined) {
    await parts.people.known(to);
    return { verb: other, input: { to } };
  }
  const { language } = voice(parts, user);
  const text = wordsOf(language).followers.whom(inline(name));
  return message(text, [section(text)]);
}
