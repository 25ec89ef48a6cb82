import { emojiNames } from './names.ts';

const tones: Record<string, string> = { '2': '🏻', '3': '🏼', '4': '🏽', '5': '🏾', '6': '🏿' };

/** The character of a short name such as `+1` or `+1::skin-tone-3`; undefined when the name is unknown. */
export function emojiOf(name: string): string | undefined {
  const [base = '', tone] = name.split('::skin-tone-');
  const found = emojiNames.get(base);
  if (!found || !tone) return found;
  return found.replace('\uFE0F', '') + (tones[tone] ?? '');
}

export type EmojiFound = { name: string; char: string };

/** Names that begin with the words come first, then those that merely contain them. */
export function searchEmoji(words: string, limit: number): EmojiFound[] {
  const wanted = words.toLowerCase().replaceAll(' ', '_');
  const all = [...emojiNames].map(([name, char]) => ({ name, char }));
  const begins = all.filter((one) => one.name.startsWith(wanted));
  const contains = all.filter((one) => !one.name.startsWith(wanted) && one.name.includes(wanted));
  return [...begins, ...contains].slice(0, limit);
}
