import fc from 'fast-check';

const PIECES = [
  '<!channel>',
  '<!here|here>',
  '<@UBAO>',
  '<https://evil.example|the bank>',
  '&amp;',
  '&',
  '<',
  '>',
  '@channel',
  '@here',
  '```',
  '*',
  '_',
  '`',
  '~',
  '> ',
  '\n',
  '\r\n',
  '\u0000',
  '\u202e',
  '\u2066',
  '😀',
  '👨‍👩‍👧‍👦',
  '🏳️‍🌈',
  'مرحبا بالعالم ',
  'שלום ',
  'ǐ̵̢̛',
  '|',
  'word ',
] as const;

const wellFormed = (text: string) => text.replace(/[\ud800-\udbff]$/, '');

/** Up to ten thousand characters of what breaks layouts and calls crowds. */
export const hostile: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 20 })), { maxLength: 40 }),
    fc.constantFrom(1, 1, 5, 200),
  )
  .map(([pieces, times]) => wellFormed(pieces.join('').repeat(times).slice(0, 10_000)));

/** What a title may be: one to 150 characters. */
export const hostileTitle: fc.Arbitrary<string> = hostile
  .map((text) =>
    text
      .slice(0, 150)
      .replace(/[\ud800-\udbff]$/, '')
      .trim(),
  )
  .map((text) => (text === '' ? 'x' : text));
