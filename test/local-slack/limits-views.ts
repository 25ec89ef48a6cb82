/** Slack's numbers for views and for what stands only in them. Source: test/fixtures/slack/limits.json. */
import { type Json, type Limit, divider, home, input, many, modal, plain, s, text } from './limits.ts';

/** Each makes a whole view. */
export const ON_VIEWS: Limit<Json>[] = [
  ['modal.blocks.count', 1, 100, (n) => modal(many(n, () => divider))],
  ['modal.title', 1, 24, (n) => modal([divider], { title: plain(n) })],
  ['modal.submit', 1, 24, (n) => modal([divider], { submit: plain(n) })],
  ['modal.close', 1, 24, (n) => modal([divider], { close: plain(n) })],
  ['view.callback_id', 0, 255, (n) => modal([divider], { callback_id: s(n) })],
  ['view.external_id', 0, 255, (n) => modal([divider], { external_id: s(n) })],
  ['view.private_metadata', 0, 3000, (n) => modal([divider], { private_metadata: s(n) })],
  ['home.blocks.count', 1, 100, (n) => home(many(n, () => divider))],
  ['focus_on_load', 0, 1, (n) => modal(many(n, () => input(text({ focus_on_load: true }))).concat([divider]))],
  ['input.label', 1, 2000, (n) => modal([{ type: 'input', label: plain(n), element: text() }])],
  ['input.hint', 1, 2000, (n) => modal([input(text(), { hint: plain(n) })])],
  ['plain_text_input.max_length', 1, 3000, (n) => modal([input(text({ max_length: n }))])],
  ['plain_text_input.min_length', 0, 3000, (n) => modal([input(text({ min_length: n }))])],
  [
    'dispatch_action_config',
    1,
    2,
    (n) => modal([input(text({ dispatch_action_config: { trigger_actions_on: many(n, () => 'on_enter_pressed') } }))]),
  ],
  ['file_input.max_files', 1, 10, (n) => modal([input({ type: 'file_input', max_files: n })])],
  ['alert.text', 1, 200, (n) => modal([{ type: 'alert', text: plain(n) }])],
  ['rich_text_input.lines', 1, 100, (n) => modal([input({ type: 'rich_text_input', max_lines: n })])],
  ['rich_text_input.lines', 1, 100, (n) => modal([input({ type: 'rich_text_input', min_lines: n })])],
  ['view.callback_id', 0, 255, (n) => home([divider], { callback_id: s(n) })],
];
