import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Inline, Paragraph } from '../../local-slack/page/mrkdwn/nodes.ts';
import { parseMrkdwn } from '../../local-slack/page/mrkdwn/parse.ts';
import { matcherOf } from '../../src/domain/banned.ts';
import { richOf, textOf } from '../../src/slack/kit/rich-text.ts';
import { esc } from '../../src/slack/kit.ts';

const names = { person: (id: string) => `Person ${id}`, channel: (id: string) => `room-${id}` };
const kept = (...elements: object[]) => textOf({ type: 'rich_text', elements }, names);
const section = (...elements: object[]) => ({ type: 'rich_text_section', elements });
const words = (text: string, ...styles: string[]) => ({
  type: 'text',
  text,
  ...(styles.length > 0 && { style: Object.fromEntries(styles.map((style) => [style, true])) }),
});
const link = (url: string, text?: string) => ({ type: 'link', url, ...(text !== undefined && { text }) });
const list = (style: string, indent: number, ...items: string[]) => ({
  type: 'rich_text_list',
  style,
  indent,
  elements: items.map((item) => section(words(item))),
});

/** What might be taken for a sign, and what surrounds it. */
const SIGNS = [
  '*',
  '_',
  '~',
  '`',
  '```',
  '**',
  '>',
  '• ',
  '1. ',
  '<!channel>',
  '<@U1>',
  '@here',
  '&amp;',
  '&',
  ':a:',
  '|',
];
const OTHERS = [
  'a',
  'b c',
  '가나',
  'ờ',
  'o\u0302',
  '.',
  '(',
  ')',
  ' ',
  '    ',
  '\n',
  '\n\n',
  '😀',
  'https://a.b/_c_*d*',
  '\u200b',
];
const bits = fc.constantFrom(...SIGNS, ...OTHERS);
const text = fc.array(bits, { minLength: 1, maxLength: 7 }).map((some) => some.join(''));
const style = fc.record(
  { bold: fc.boolean(), italic: fc.boolean(), strike: fc.boolean(), code: fc.boolean() },
  { requiredKeys: [] },
);
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant('text'), text, style }, { requiredKeys: ['type', 'text'] }) },
  fc.record(
    {
      type: fc.constant('link'),
      url: fc.constantFrom('https://x.y/(z)', 'mailto:a@b.c', 'https://e.f/*_g'),
      text,
      style,
    },
    { requiredKeys: ['type', 'url'] },
  ),
  fc.record({ type: fc.constant('emoji'), name: fc.constantFrom('wave', '+1', 'white_check_mark'), style }),
  fc.constantFrom({ type: 'emoji', name: 'wave', skin_tone: 2 }, { type: 'broadcast', range: 'channel' }),
  fc.constantFrom({ type: 'user', user_id: 'U1' }, { type: 'channel', channel_id: 'C1' }, { type: 'usergroup' }),
);
const pieces = fc.array(piece, { maxLength: 5 });
const sections = pieces.map((elements) => section(...elements));
const part = fc.oneof(
  { weight: 3, arbitrary: sections },
  fc.record(
    {
      type: fc.constant('rich_text_list'),
      style: fc.constantFrom('bullet', 'ordered'),
      indent: fc.nat(8),
      offset: fc.nat(1000),
      border: fc.nat(1),
      elements: fc.array(sections, { maxLength: 3 }),
    },
    { requiredKeys: ['type', 'style', 'elements'] },
  ),
  fc.record({ type: fc.constant('rich_text_quote'), elements: pieces }),
  fc.record({
    type: fc.constant('rich_text_preformatted'),
    elements: fc.array(
      text.map((one) => words(one)),
      { maxLength: 2 },
    ),
  }),
);

type Letter = { letter: string; styles: string };
const drawn = (paragraphs: readonly Paragraph[]): Letter[] =>
  paragraphs.flatMap((one) => (one.is === 'lines' ? lettersOf(one.inside, '') : []));
function lettersOf(nodes: readonly Inline[], styles: string): Letter[] {
  return nodes.flatMap((node) => {
    if (node.is === 'bold' || node.is === 'italic' || node.is === 'strike')
      return lettersOf(node.inside, styles + node.is);
    if (node.is === 'link') return lettersOf(node.inside, styles);
    if (node.is === 'text') return letters(node.text, styles);
    return node.is === 'code' ? letters(node.text, `${styles}code`) : letters(`<${node.is}>`, styles);
  });
}
const sorted = (styles: string) =>
  styles.includes('code') ? 'code' : ['bold', 'italic', 'strike'].filter((one) => styles.includes(one)).join('');
const LOOKS: Record<string, string> = { '∗': '*', ˍ: '_', '∼': '~', ˋ: '`' };
const letters = (said: string, styles: string): Letter[] =>
  Array.from(said.replaceAll(/[\s\u200b]/g, ''), (one) => ({ letter: LOOKS[one] ?? one, styles: sorted(styles) }));

const shown = [
  section(words('Dear '), words('Bao', 'bold'), words(',\n\nplease '), words('do', 'italic', 'strike'), words(':\n')),
  list('bullet', 0, 'restart', 'wait'),
  list('ordered', 1, 'one minute', 'two'),
  list('bullet', 0, 'ring'),
  section(words('\nor run '), words('ls *.txt', 'code'), words('.\n')),
  { type: 'rich_text_quote', elements: [words('It hums.\nStill.')] },
  { type: 'rich_text_preformatted', elements: [words('a\n  b')] },
];
const TEXT = `Dear *Bao*,

please ~_do_~:
• restart
• wait
    1. one minute
    2. two
• ring

or run \`ls *.txt\`.
> It hums.
> Still.
\`\`\`a
  b\`\`\``;

describe('rich text and the text that is kept of it', () => {
  test('styles, lists, quotes and code', () => {
    expect(kept(...shown)).toBe(TEXT);
    expect(richOf(TEXT)?.elements).toEqual(
      shown.map((one) => ({
        ...one,
        ...(one.type === 'rich_text_list' && { border: 0 }),
        elements: one.elements.map((each) => expect.objectContaining(each) as unknown),
      })),
    );
  });

  test.each([
    ['2 * 3 * 4 in some_file_name.txt', [words('2 * 3 * 4 in some_file_name.txt')]],
    ['not ∗so∗ and *so*', [words('not *so* and '), words('so', 'bold')]],
    ['*강조*\u200b는', [words('강조', 'bold'), words('는')]],
    ['*No* yes', [words('No ', 'bold'), words('yes')]],
    ['\u200b> no quote', [words('> no quote')]],
    [
      'see here (https://x.y/z), https://x.y',
      [words('see '), link('https://x.y/z', 'here'), words(', '), link('https://x.y')],
    ],
    ['a@b.c', [link('mailto:a@b.c', 'a@b.c')]],
    [
      '@Person U1, @channel, #room-C1 :wave::skin-tone-2:',
      [
        { type: 'user', user_id: 'U1' },
        words(', '),
        { type: 'broadcast', range: 'channel' },
        words(', '),
        { type: 'channel', channel_id: 'C1' },
        words(' '),
        { type: 'emoji', name: 'wave', skin_tone: 2 },
      ],
    ],
    ['', [words(' \n')]],
  ])('%j', (text, pieces) => expect(kept(section(...pieces))).toBe(text));

  test('what only resembles an emoji or an address stays as it is', () => {
    for (const text of ['at 10:30:15', 'a:b:c', 'http://', 'https://[', 'x https://a.b/_c_ y'])
      expect(kept(...(richOf(text)?.elements ?? []))).toBe(text);
    expect(JSON.stringify(richOf('at 10:30:15 a:b:c https://['))).not.toMatch(/emoji|link/);
    expect(richOf('well :wave:')?.elements).toEqual([section(words('well '), { type: 'emoji', name: 'wave' })]);
    expect(richOf(' ')).toBeUndefined();
  });

  test('what is kept is put back, and kept the same', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
        const once = kept(...parts);
        expect(kept(...(richOf(once)?.elements ?? []))).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  test('the requester sees each letter as it was written', () => {
    const plain = fc.array(fc.constantFrom('*', '_', '~', '`', 'a', 'b', '가', ' ', '.', '(', ')', '/'), {
      minLength: 1,
      maxLength: 6,
    });
    const run = fc.record({ text: plain.map((some) => some.join('')), style });
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 4 }), (runs) => {
        const wanted = runs.flatMap((one) =>
          letters(
            one.text,
            Object.entries(one.style)
              .map(([name, on]) => (on ? name : ''))
              .join(),
          ),
        );
        const said = kept(section(...runs.map((one) => ({ type: 'text', ...one }))));
        expect(drawn(parseMrkdwn(esc(said)))).toEqual(wanted);
      }),
      { numRuns: 500 },
    );
  });

  test('nothing that is written calls anybody', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
        expect(JSON.stringify(parseMrkdwn(esc(kept(...parts))))).not.toMatch(
          /"is":"(?:everybody|person|channel|group)"/,
        );
      }),
    );
  });
});

test('a style within a word hides nothing, whichever letters have it', () => {
  const finds = matcherOf(['idiot', 'mất kết nối', '바보']);
  const styled = (first: string, sign: string, last: string) =>
    kept(section(words(first), words(sign, 'bold', 'italic'), words(last)));
  for (const text of [
    styled('You i', 'dio', 't!'),
    styled('', 'id', 'iot'),
    styled('an id', 'iot', ''),
    styled('m', 'ất k', 'ết nối'),
    styled('그는 바', '보', '입니다'),
  ])
    expect([text, finds(text).length]).toEqual([text, 1]);
});
