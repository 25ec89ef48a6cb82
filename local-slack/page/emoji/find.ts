import { emojiTable } from './table.ts';

export type Emoji = { name: string; char: string; toned: boolean };

function flagOf(name: string): string {
  return String.fromCodePoint(0x1f185 + name.charCodeAt(5), 0x1f185 + name.charCodeAt(6));
}

const named = new Map<string, Emoji>();

function read(words: string): Emoji[] {
  return words.split(/\s+/).map((word) => {
    const colon = word.indexOf(':');
    const names = colon < 0 ? word : word.slice(0, colon);
    const toned = names.endsWith('*');
    const [name = '', ...others] = names.replace('*', '').split('|');
    const emoji = { name, char: colon < 0 ? flagOf(name) : word.slice(colon + 1), toned };
    for (const one of [name, ...others]) named.set(one, emoji);
    return emoji;
  });
}

export const emojiCategories: readonly { title: string; list: readonly Emoji[] }[] = emojiTable.map(
  ([title, words]) => ({ title, list: read(words) }),
);

const tones: Record<string, string> = { '2': '🏻', '3': '🏼', '4': '🏽', '5': '🏾', '6': '🏿' };

/** The character of a short name such as `+1` or `+1::skin-tone-3`; undefined when the name is unknown. */
export function emojiOf(name: string): string | undefined {
  const [base = '', tone] = name.split('::skin-tone-');
  const found = named.get(base);
  if (!found || tone === undefined) return found?.char;
  const colour = tones[tone];
  if (colour === undefined || !found.toned) return undefined;
  const first = String.fromCodePoint(found.char.codePointAt(0) ?? 0);
  return first + colour + found.char.slice(first.length).replace(/^\uFE0F/, '');
}

/** The name that Slack keeps of a reaction: `thumbsup` is `+1`; undefined when there is no such emoji. */
export function keptName(name: string): string | undefined {
  const [base = '', tone] = name.split('::');
  if (emojiOf(name) === undefined) return undefined;
  return (named.get(base)?.name ?? base) + (tone === undefined ? '' : `::${tone}`);
}

/** Names that begin with the words come first, then those of which a part does, then those that merely contain them. */
export function searchEmoji(words: string, limit: number): Emoji[] {
  const wanted = words
    .toLowerCase()
    .trim()
    .replaceAll(/[\s-]+/g, '_');
  const rank = (name: string): number => {
    const plain = name.replaceAll('-', '_');
    if (plain.startsWith(wanted)) return plain === wanted ? 0 : 1;
    return plain.includes(`_${wanted}`) ? 2 : plain.includes(wanted) ? 3 : 9;
  };
  const best = new Map<Emoji, { name: string; rank: number }>();
  for (const [name, emoji] of named) {
    const found = { name, rank: rank(name) };
    const known = best.get(emoji);
    if (found.rank < 9 && (!known || found.rank < known.rank)) best.set(emoji, found);
  }
  return [...best]
    .sort(([, a], [, b]) => a.rank - b.rank)
    .slice(0, limit)
    .map(([emoji, { name }]) => ({ ...emoji, name }));
}
