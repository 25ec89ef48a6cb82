import type { KnownBlock } from '@slack/types';
import { markdown } from './texts.ts';
import { text, words } from './words.ts';

const raw = (words: string) => ({ type: 'raw_text', text: words });
const number = (value: number) => ({ type: 'raw_number', value, text: String(value) });

export const table: KnownBlock[] = [
  { type: 'markdown', text: markdown },
  {
    type: 'table',
    column_settings: [{ is_wrapped: true }, { align: 'right' }, { align: 'center' }],
    rows: [
      [raw('What'), raw('How many'), raw('Where'), raw('Since'), raw('Until')],
      [
        { type: 'rich_text', elements: [words(text('Laptops', { bold: true }), text(' that are long in coming'))] },
        number(12),
        raw('Lisbon'),
        raw('A column that is wide and is not wrapped, whatever it says'),
        raw('And another that makes the table wider than the message'),
      ],
      [raw('Doors'), number(3), raw('Berlin'), raw('May'), raw('June')],
    ],
  } as KnownBlock,
];

const people = ['Zoe', 'Adam', 'Mia', 'Leo', 'Ida', 'Ben', 'Eva', 'Tom', 'Kim', 'Ann', 'Max', 'Joy'];
export const dataTable: KnownBlock[] = [
  {
    type: 'data_table',
    caption: 'Tickets per agent',
    rows: [
      [raw('Agent'), raw('Solved'), raw('Desk')],
      ...people.map((name, n) => [raw(name), number((n * 7) % 12), raw(n % 2 ? 'Support' : 'Billing')]),
    ],
  } as KnownBlock,
];

const weeks = ['Week 1', 'Week 2', 'Week 3', 'Week 4', 'Week 5'];
const series = (name: string, values: number[]) => ({
  name,
  data: values.map((value, n) => ({ label: weeks[n], value })),
});
const chart = (title: string, type: string, more: object) =>
  ({ type: 'data_visualization', title, chart: { type, ...more } }) as unknown as KnownBlock;
const two = {
  series: [series('Support', [32, 35, 29, 41, 45]), series('Billing', [12, 9, 15, 11, 17])],
  axis_config: { categories: weeks, x_label: 'Week', y_label: 'Tickets' },
};
export const charts: KnownBlock[][] = [
  [
    chart('Where tickets come from', 'pie', {
      segments: [
        { label: 'Slack', value: 45 },
        { label: 'E-mail', value: 28 },
        { label: 'Phone', value: 18 },
        { label: 'Other', value: 9 },
      ],
    }),
    chart('Tickets per week', 'bar', two),
  ],
  [
    chart('Tickets over time', 'line', two),
    chart('Balance', 'area', {
      series: [series('Balance', [-1200, 800, 2400, -300, 1900])],
      axis_config: { categories: weeks },
    }),
  ],
];
