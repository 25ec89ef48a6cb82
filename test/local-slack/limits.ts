/** Blocks and views of any size, made in few words; all that is long in them is `x`. */
import type { Strictness } from '../../local-slack/core/checks/strictness.ts';

export type Json = Record<string, unknown>;

/** [rule, least, most, how to make one of size n, and under which settings]; sizes outside must be refused. */
export type Limit<Made> = [string, number, number, (n: number) => Made, Partial<Strictness>?];

export const s = (n: number): string => 'x'.repeat(n);
export const plain = (n: number): Json => ({ type: 'plain_text', text: s(n) });
export const mrkdwn = (n: number): Json => ({ type: 'mrkdwn', text: s(n) });
export const many = <T>(n: number, one: (n: number) => T): T[] => Array.from({ length: n }, (_, at) => one(at));
export const option = (text: number, value = 5, more: Json = {}): Json => ({
  text: plain(text),
  value: s(value),
  ...more,
});
export const options = (n: number): Json[] => many(n, (at) => ({ text: plain(5), value: `v${at}` }));
export const button = (more: Json = {}): Json => ({ type: 'button', text: plain(5), ...more });
export const actions = (...elements: Json[]): Json[] => [{ type: 'actions', elements }];
export const accessory = (element: Json): Json[] => [{ type: 'section', text: plain(5), accessory: element }];
export const select = (more: Json): Json[] => actions({ type: 'static_select', options: options(1), ...more });
export const input = (element: Json, more: Json = {}): Json => ({ type: 'input', label: plain(5), element, ...more });
export const text = (more: Json = {}): Json => ({ type: 'plain_text_input', ...more });
export const modal = (blocks: Json[], more: Json = {}): Json => ({
  type: 'modal',
  title: plain(5),
  submit: plain(5),
  blocks,
  ...more,
});
export const divider = { type: 'divider' };
export const confirm = (more: Json): Json[] =>
  actions(button({ confirm: { title: plain(5), text: plain(5), ...more } }));
export const richList = (more: Json): Json[] => [
  { type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', elements: [], ...more }] },
];
export const pie = (n: number): Json => ({
  type: 'pie',
  segments: many(n, (at) => ({ label: `l${at}`, value: at + 1 })),
});
export const cells = (rows: number, columns: number, length = 1): Json[][] =>
  many(rows, () => many(columns, () => ({ type: 'raw_text', text: s(length) })));

export const home = (blocks: Json[], more: Json = {}): Json => ({ type: 'home', blocks, ...more });
export const rich = (...elements: Json[]): Json => ({ type: 'rich_text', elements });
export const chart = (inside: Json, title = 't'): Json => ({ type: 'data_visualization', title, chart: inside });
/** A chart with so many series of so many points each. */
export const bars = (series: number, points: number, label = (at: number): string => `l${at}`): Json => ({
  type: 'bar',
  series: many(series, (at) => ({ name: `s${at}`, data: many(points, (n) => ({ label: label(n), value: n })) })),
  axis_config: { categories: many(points, label) },
});
export const video = (more: Json = {}): Json => ({
  type: 'video',
  title: plain(5),
  alt_text: 'a',
  video_url: 'https://video.example/b',
  thumbnail_url: 'https://a/c',
  ...more,
});
export const card = (more: Json): Json => ({ type: 'card', ...more });
export const container = (more: Json): Json => ({
  type: 'container',
  title: plain(1),
  child_blocks: [divider],
  ...more,
});
export const feedback = (text: number, value = 1): Json => ({
  type: 'feedback_buttons',
  positive_button: { text: plain(text), value: s(value) },
  negative_button: { text: plain(1), value: 'v' },
});
export const contextActions = (...elements: Json[]): Json => ({ type: 'context_actions', elements });
export const task = (more: Json = {}): Json => ({
  type: 'task_card',
  task_id: 't1',
  title: 'Find',
  status: 'pending',
  ...more,
});

/** The rule that it breaks, if it is one of the numbered ones; what is wrong; and what is said of it, and where. */
export type Broken<Made> = [rule: string, what: string, made: Made, wanted: string];

export const first = (message: string, at = ''): string => `${message}|/blocks/0${at}`;
export const element = (message: string, at = ''): string => first(message, `/elements/0${at}`);
export const unsupported = (type: string, at = ''): string => first(`unsupported type: ${type}`, `${at}/type`);
