/**
 * Makes `local-slack/page/emoji/table.ts` of the emoji that Slack knows by name.
 *
 *     npm pack emoji-datasource@16.0.0 && tar xzf emoji-datasource-16.0.0.tgz
 *     node scripts/emoji.mjs package/emoji.json
 */
import { readFileSync, writeFileSync } from 'node:fs';

const OUT = new URL('../local-slack/page/emoji/table.ts', import.meta.url);
const TONE = '\u{1F3FD}';
/** Slack's order of the categories; the tones by themselves are no emoji that one picks. */
const CATEGORIES = [
  ['Smileys & Emotion', 'Smileys'],
  ['People & Body', 'People'],
  ['Animals & Nature', 'Nature'],
  ['Food & Drink', 'Food'],
  ['Travel & Places', 'Travel'],
  ['Activities', 'Activities'],
  ['Objects', 'Objects'],
  ['Symbols', 'Symbols'],
  ['Flags', 'Flags'],
];

const [source = ''] = process.argv.slice(2);
const all = JSON.parse(readFileSync(source, 'utf8'));

const chars = (unified) => String.fromCodePoint(...unified.split('-').map((hex) => Number.parseInt(hex, 16)));

/** The rule by which `emojiOf` colours a skin: the tone stands after the first character. */
const toned = (char) => {
  const first = String.fromCodePoint(char.codePointAt(0));
  return first + TONE + char.slice(first.length).replace(/^\uFE0F/, '');
};

const countryFlag = (name) =>
  /^flag-[a-z]{2}$/.test(name)
    ? String.fromCodePoint(0x1f185 + name.charCodeAt(5), 0x1f185 + name.charCodeAt(6))
    : undefined;

function entry(emoji) {
  const char = chars(emoji.unified);
  // A flag's character follows from its name.
  if (emoji.short_names.length === 1 && countryFlag(emoji.short_name) === char) return emoji.short_name;
  const variation = emoji.skin_variations?.['1F3FD'];
  const tone = variation && chars(variation.unified) === toned(char) ? '*' : '';
  const names = [emoji.short_name, ...emoji.short_names.filter((name) => name !== emoji.short_name)];
  return `${names.join('|')}${tone}:${char}`;
}

function wrapped(words) {
  const lines = [''];
  for (const word of words) {
    const line = `${lines.at(-1)} ${word}`.trimStart();
    if (line.length > 170) lines.push(word);
    else lines[lines.length - 1] = line;
  }
  return lines.join('\n');
}

const lines = CATEGORIES.map(([category, title]) => {
  const list = all.filter((one) => one.category === category).sort((a, b) => a.sort_order - b.sort_order);
  return `  [\n    '${title}',\n    \`${wrapped(list.map(entry))}\`,\n  ],`;
});

writeFileSync(
  OUT,
  `/**
 * Made by \`scripts/emoji.mjs\` of emoji-datasource 16.0.0, Copyright (c) 2013 Cal Henderson, under the MIT License in \`LICENSE\`.
 * \`name|other name:character\`, with \`*\` when it has skin tones. A country's flag follows from its name.
 */
export const emojiTable: readonly (readonly [category: string, words: string])[] = [
${lines.join('\n')}
];
`,
);
