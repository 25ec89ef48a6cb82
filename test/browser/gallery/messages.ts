import type { KnownBlock } from '@slack/types';
import { cards } from './cards.ts';
import { charts, dataTable, table } from './data.ts';
import { buttons, pickers } from './elements.ts';
import { mrkdwns, richTexts } from './texts.ts';
import type { Ids } from './words.ts';
import { mrkdwn, plain, section } from './words.ts';

export type Pictures = { wide: string; square: string };

function basics({ square, wide }: Pictures): KnownBlock[] {
  return [
    { type: 'header', text: plain('Quarterly review :rocket:') },
    { type: 'header', text: plain('A smaller heading'), level: 3 } as KnownBlock,
    section(
      'A section with *bold*, _italic_, ~struck~ and `code`, a <https://example.com/a/b|link> and a :wave: wave.',
    ),
    section('With a picture beside it, and words that go on for long enough to need a second line in the middle.', {
      accessory: { type: 'image', image_url: square, alt_text: 'A green sky' },
    }),
    section('Fields below', {
      fields: [
        mrkdwn('*Priority*\nHigh'),
        mrkdwn('*Status*\nOpen'),
        plain('Plain :tada:'),
        mrkdwn('*Due*\n<!date^1795264620^{date_short_pretty} at {time}|soon>'),
      ],
    }),
    { type: 'divider' },
    {
      type: 'context',
      elements: [
        { type: 'image', image_url: square, alt_text: 'green' },
        mrkdwn('Raised by *Bao Tran* · <https://example.com|T-1001>'),
        plain('two hours ago'),
      ],
    },
    { type: 'image', image_url: wide, alt_text: 'A wide sky', title: plain('The sky over Lisbon') },
    { type: 'image', image_url: 'https://images.invalid/lost.png', alt_text: 'A picture that does not load' },
    {
      type: 'video',
      title: plain('How to reset the VPN'),
      title_url: 'https://videos.example.com/vpn',
      video_url: 'https://videos.example.com/embed/vpn',
      thumbnail_url: wide,
      alt_text: 'A person at a laptop',
      author_name: 'Sven',
      provider_name: 'ExampleTube',
      description: plain('Two minutes, with subtitles.'),
    },
  ];
}

/** Every block and element that a message may hold, in messages small enough for Slack. */
export function messages(pictures: Pictures, ids: Ids): Record<string, KnownBlock[]> {
  const [pie = [], lines = []] = charts;
  return {
    basics: basics(pictures),
    mrkdwn: mrkdwns,
    rich: richTexts(ids),
    tables: table,
    'data table': dataTable,
    'charts 1': pie,
    'charts 2': lines,
    cards: cards(pictures),
    buttons,
    pickers: pickers(ids),
  };
}
