/** Slack's numbers, each with a way to make a thing of just that size. Source: docs.slack.dev/reference/block-kit. */
export type Json = Record<string, unknown>;

const s = (n: number): string => 'x'.repeat(n);
export const plain = (n: number): Json => ({ type: 'plain_text', text: s(n) });
export const mrkdwn = (n: number): Json => ({ type: 'mrkdwn', text: s(n) });
export const many = <T>(n: number, one: (n: number) => T): T[] => Array.from({ length: n }, (_, at) => one(at));
export const option = (text: number, value = 5, more: Json = {}): Json => ({
  text: plain(text),
  value: s(value),
  ...more,
});
const options = (n: number): Json[] => many(n, (at) => ({ text: plain(5), value: `v${at}` }));
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
const confirm = (more: Json): Json[] => actions(button({ confirm: { title: plain(5), text: plain(5), ...more } }));
const richSection = (more: Json): Json[] => [
  { type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', elements: [], ...more }] },
];
export const pie = (n: number): Json => ({
  type: 'pie',
  segments: many(n, (at) => ({ label: `l${at}`, value: at + 1 })),
});
export const cells = (rows: number, columns: number, length = 1): Json[][] =>
  many(rows, () => many(columns, () => ({ type: 'raw_text', text: s(length) })));

/** [rule, least, most, how to make one of size n]; sizes outside must be refused. */
type Limit = [string, number, number, (n: number) => Json[]];

export const ON_MESSAGES: Limit[] = [
  ['message.blocks.count', 0, 50, (n) => many(n, () => divider)],
  ['block.block_id', 1, 255, (n) => [{ ...divider, block_id: s(n) }]],
  ['element.action_id', 1, 255, (n) => actions(button({ action_id: s(n) }))],
  ['header.text', 1, 150, (n) => [{ type: 'header', text: plain(n) }]],
  ['header.level', 1, 4, (n) => [{ type: 'header', text: plain(1), level: n }]],
  ['section.text', 1, 3000, (n) => [{ type: 'section', text: mrkdwn(n) }]],
  ['section.fields', 1, 10, (n) => [{ type: 'section', fields: many(n, () => mrkdwn(1)) }]],
  ['section.fields.text', 1, 2000, (n) => [{ type: 'section', fields: [mrkdwn(n)] }]],
  ['actions.elements', 1, 25, (n) => [{ type: 'actions', elements: many(n, () => button()) }]],
  ['context.elements', 1, 10, (n) => [{ type: 'context', elements: many(n, () => mrkdwn(1)) }]],
  [
    'context_actions.elements',
    1,
    5,
    (n) => [
      { type: 'context_actions', elements: many(n, () => ({ type: 'icon_button', icon: 'trash', text: plain(1) })) },
    ],
  ],
  ['image.image_url', 10, 3000, (n) => [{ type: 'image', image_url: `https://a/${s(n - 10)}`, alt_text: 'a' }]],
  ['image.alt_text', 1, 2000, (n) => [{ type: 'image', image_url: 'https://a/b', alt_text: s(n) }]],
  ['image.title', 1, 2000, (n) => [{ type: 'image', image_url: 'https://a/b', alt_text: 'a', title: plain(n) }]],
  ['button.text', 1, 75, (n) => actions({ type: 'button', text: plain(n) })],
  ['button.value', 1, 2000, (n) => actions(button({ value: s(n) }))],
  ['button.url', 10, 3000, (n) => actions(button({ url: `https://a/${s(n - 10)}` }))],
  ['button.accessibility_label', 1, 75, (n) => actions(button({ accessibility_label: s(n) }))],
  ['option.text', 1, 75, (n) => select({ options: [option(n)] })],
  ['option.value', 1, 75, (n) => select({ options: [option(5, n)] })],
  ['option.description', 1, 75, (n) => select({ options: [option(5, 5, { description: plain(n) })] })],
  [
    'option.url',
    10,
    3000,
    (n) => actions({ type: 'overflow', options: [option(5, 5, { url: `https://a/${s(n - 10)}` })] }),
  ],
  [
    'option_group.label',
    1,
    75,
    (n) => actions({ type: 'static_select', option_groups: [{ label: plain(n), options: options(1) }] }),
  ],
  [
    'option_group.options',
    1,
    100,
    (n) => actions({ type: 'static_select', option_groups: [{ label: plain(1), options: options(n) }] }),
  ],
  ['select.options', 1, 100, (n) => select({ options: options(n) })],
  [
    'select.option_groups',
    1,
    100,
    (n) => actions({ type: 'static_select', option_groups: many(n, () => ({ label: plain(1), options: options(1) })) }),
  ],
  ['overflow.options', 1, 5, (n) => actions({ type: 'overflow', options: options(n) })],
  ['checkboxes.options', 1, 10, (n) => actions({ type: 'checkboxes', options: options(n) })],
  ['radio.options', 1, 10, (n) => actions({ type: 'radio_buttons', options: options(n) })],
  ['placeholder', 1, 150, (n) => select({ placeholder: plain(n) })],
  ['confirm.title', 1, 100, (n) => confirm({ title: plain(n) })],
  ['confirm.text', 1, 300, (n) => confirm({ text: plain(n) })],
  ['confirm.confirm', 1, 30, (n) => confirm({ confirm: plain(n) })],
  ['confirm.deny', 1, 30, (n) => confirm({ deny: plain(n) })],
  ['markdown.text', 1, 12_000, (n) => [{ type: 'markdown', text: s(n) }]],
  ['table.rows', 1, 100, (n) => [{ type: 'table', rows: cells(n, 1) }]],
  ['table.columns', 1, 20, (n) => [{ type: 'table', rows: cells(1, n) }]],
  ['table.total_chars', 1, 10_000, (n) => [{ type: 'table', rows: cells(1, 1, n) }]],
  ['table.per_message', 0, 1, (n) => many(n, () => ({ type: 'table', rows: cells(1, 1) }))],
  ['data_table.rows', 2, 101, (n) => [{ type: 'data_table', caption: 'c', rows: cells(n, 1) }]],
  ['data_table.page_size', 1, 100, (n) => [{ type: 'data_table', caption: 'c', rows: cells(2, 1), page_size: n }]],
  ['data_visualization.title', 1, 50, (n) => [{ type: 'data_visualization', title: s(n), chart: pie(1) }]],
  [
    'data_visualization.per_message',
    0,
    2,
    (n) => many(n, () => ({ type: 'data_visualization', title: 't', chart: pie(1) })),
  ],
  ['card.title', 1, 150, (n) => [{ type: 'card', title: mrkdwn(n) }]],
  ['card.body', 1, 200, (n) => [{ type: 'card', body: mrkdwn(n) }]],
  ['card.actions', 1, 2, (n) => [{ type: 'card', title: mrkdwn(1), actions: many(n, () => button()) }]],
  [
    'carousel.cards',
    1,
    10,
    (n) => [{ type: 'carousel', elements: many(n, () => ({ type: 'card', title: mrkdwn(1) })) }],
  ],
  ['container.children', 1, 10, (n) => [{ type: 'container', title: plain(1), child_blocks: many(n, () => divider) }]],
  ['container.title', 1, 150, (n) => [{ type: 'container', title: plain(n), child_blocks: [divider] }]],
  [
    'video.title',
    1,
    199,
    (n) => [{ type: 'video', title: plain(n), alt_text: 'a', video_url: 'https://a/b', thumbnail_url: 'https://a/c' }],
  ],
  ['rich_text.list.indent', 0, 8, (n) => richSection({ indent: n })],
  ['rich_text.list.border', 0, 1, (n) => richSection({ border: n })],
  [
    'icon_button',
    1,
    10,
    (n) => [
      {
        type: 'context_actions',
        elements: [
          { type: 'icon_button', icon: 'trash', text: plain(1), visible_to_user_ids: many(n, (at) => `U${at}`) },
        ],
      },
    ],
  ],
  ['datetimepicker', 1_000_000_000, 9_999_999_999, (n) => actions({ type: 'datetimepicker', initial_date_time: n })],
];

export const IN_MODALS: Limit[] = [
  ['modal.blocks.count', 1, 100, (n) => [modal(many(n, () => divider))]],
  ['modal.title', 1, 24, (n) => [modal([divider], { title: plain(n) })]],
  ['modal.submit', 1, 24, (n) => [modal([divider], { submit: plain(n) })]],
  ['modal.close', 1, 24, (n) => [modal([divider], { close: plain(n) })]],
  ['view.callback_id', 0, 255, (n) => [modal([divider], { callback_id: s(n) })]],
  ['view.external_id', 0, 255, (n) => [modal([divider], { external_id: s(n) })]],
  ['view.private_metadata', 0, 3000, (n) => [modal([divider], { private_metadata: s(n) })]],
  ['home.blocks.count', 1, 100, (n) => [{ type: 'home', blocks: many(n, () => divider) }]],
  ['focus_on_load', 0, 1, (n) => [modal(many(n, () => input(text({ focus_on_load: true }))).concat([divider]))]],
  ['input.label', 1, 2000, (n) => [modal([{ type: 'input', label: plain(n), element: text() }])]],
  ['input.hint', 1, 2000, (n) => [modal([input(text(), { hint: plain(n) })])]],
  ['plain_text_input.max_length', 1, 3000, (n) => [modal([input(text({ max_length: n }))])]],
  ['plain_text_input.min_length', 0, 3000, (n) => [modal([input(text({ min_length: n }))])]],
  [
    'dispatch_action_config',
    1,
    2,
    (n) => [
      modal([input(text({ dispatch_action_config: { trigger_actions_on: many(n, () => 'on_enter_pressed') } }))]),
    ],
  ],
  ['file_input.max_files', 1, 10, (n) => [modal([input({ type: 'file_input', max_files: n })])]],
  ['alert.text', 1, 200, (n) => [modal([{ type: 'alert', text: plain(n) }])]],
];
