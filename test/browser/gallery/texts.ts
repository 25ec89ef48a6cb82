import type { KnownBlock } from '@slack/types';
import type { Ids } from './words.ts';
import { rich, section, text, words } from './words.ts';

const unix = 1_795_264_620;

const long = Array.from({ length: 40 }, (_, n) => `Line ${n + 1} of a very long story.`).join('\n');

export const mrkdwns: KnownBlock[] = [
  section('*_nested ~styles~_* and snake_case_stays, 2*3*4 too\n> a quote\n> of two lines\nafter it'),
  section('```const answer = 42;\nif (answer < 43) run();```\nand after'),
  section(
    '<https://evil.example/path|https://bank.example> · <javascript:alert(1)|not a link> · <mailto:a@b.co|write>',
  ),
  section(':tada: :+1::skin-tone-4: :man-shrugging:'),
  section('שלום עולם *מודגש* and back\n\u202Eesrever\u202C then forward, zero\u200Bwidth'),
  section('<!here> <!subteam^S1|@support> <#C1|somewhere>'),
  section(long),
  section('>>> Everything below\nis quoted\nto the end'),
];

export function richTexts(ids: Ids): KnownBlock[] {
  const item = (words: string) => ({ type: 'rich_text_section', elements: [text(words)] });
  const list = (style: string, indent: number, items: string[], more: object = {}) => ({
    type: 'rich_text_list',
    style,
    indent,
    elements: items.map(item),
    ...more,
  });
  return [
    rich(
      words(
        text('Plain, '),
        text('bold', { bold: true }),
        text(', '),
        text('italic', { italic: true }),
        text(', '),
        text('struck', { strike: true }),
        text(', '),
        text('code', { code: true }),
        text(', '),
        text('all', { bold: true, italic: true, strike: true }),
        text(' '),
        { type: 'link', url: 'https://example.com', text: 'a link' },
        text(' '),
        { type: 'user', user_id: ids.users['ana'] },
        text(' '),
        { type: 'channel', channel_id: ids.channels['general'] },
        text(' '),
        { type: 'broadcast', range: 'here' },
        text(' '),
        { type: 'emoji', name: 'wave', unicode: '1f44b' },
        text(' '),
        { type: 'date', timestamp: unix, format: '{date_long} at {time}', fallback: 'then' },
        text(' '),
        { type: 'color', value: '#1264a3' },
      ),
      list('bullet', 0, ['First', 'Second']),
      list('bullet', 1, ['Deeper']),
      list('bullet', 2, ['Deepest']),
      list('ordered', 0, ['One', 'Two']),
      list('ordered', 1, ['Under two']),
      list('ordered', 0, ['Three'], { offset: 2 }),
      list('bullet', 0, ['With a border'], { border: 1 }),
      { type: 'rich_text_quote', elements: [text('To be or not to be.\nThat is the question.')] },
      { type: 'rich_text_preformatted', elements: [text('npm run check\nnpm test')] },
    ),
    rich(words({ type: 'emoji', name: 'tada' }, { type: 'emoji', name: 'heart' })),
  ];
}

export const markdown = `# Release notes
Some **bold**, *italic*, ~~gone~~, \`code\` and a [link](https://example.com).

## What changed
1. First
2. Second
   - nested
   - twice
3. Third

- [x] written
- [ ] reviewed

> Quoted *words*
> on two lines

| Desk | Open | Closed |
| :--- | ---: | :---: |
| Support | 12 | 240 |
| Billing | 3 | 57 |

\`\`\`js
const a = 1;
\`\`\`
---
Done :tada:`;
