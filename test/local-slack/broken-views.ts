/** Views that Slack refuses for another reason than their size. */
import { type Broken, type Json, actions, cells, divider, home, input, modal, plain, text } from './limits.ts';

const workflow = { type: 'workflow_button', text: plain(1) };

export const BROKEN_VIEWS: Broken<Json>[] = [
  [
    'modal.submit',
    'an input without a submit button',
    modal([input(text())], { submit: null }),
    'missing required field: submit?|/view',
  ],
  ['modal.title', 'no title', modal([divider], { title: null }), 'missing required field: title|/view'],
  [
    'home.no_modal_fields',
    'a Home tab with a title',
    home([divider], { title: plain(5) }),
    'invalid additional property: title|/view',
  ],
  [
    'home.no_modal_fields',
    'a Home tab with a submit button',
    home([divider], { submit: plain(5) }),
    'invalid additional property: submit|/view',
  ],
  [
    '',
    'a table in a modal',
    modal([{ type: 'table', rows: cells(1, 1) }]),
    'unsupported type: table|/view/blocks/0/type',
  ],
  [
    '',
    'a datetimepicker on Home',
    home(actions({ type: 'datetimepicker' })),
    'unsupported type: datetimepicker|/view/blocks/0/elements/0/type',
  ],
  [
    '',
    'a workflow button in a modal',
    modal(actions({ ...workflow, workflow: { trigger: { url: 'https://a/b' } } })),
    'unsupported type: workflow_button|/view/blocks/0/elements/0/type',
  ],
  [
    'input.dispatch_action',
    'a file input that dispatches',
    modal([input({ type: 'file_input' }, { dispatch_action: true })]),
    '`dispatch_action` is not allowed with file_input|/view/blocks/0',
  ],
  [
    'input.dispatch_action',
    'a word for yes',
    modal([input(text(), { dispatch_action: 'yes' })]),
    'must provide a boolean|/view/blocks/0/dispatch_action',
  ],
  [
    'input.label',
    'no label',
    modal([{ type: 'input', element: text() }]),
    'missing required field: label|/view/blocks/0',
  ],
  [
    'dispatch_action_config',
    'no such moment',
    modal([input(text({ dispatch_action_config: { trigger_actions_on: ['on_blur'] } }))]),
    'must be a valid enum value|/view/blocks/0/element/dispatch_action_config/trigger_actions_on/0',
  ],
  [
    'plain_text_input.min_length',
    'more than the most',
    modal([input(text({ min_length: 9, max_length: 8 }))]),
    '`min_length` must be less than or equal to `max_length`|/view/blocks/0/element',
  ],
  [
    'rich_text_input.lines',
    'more than the most',
    modal([input({ type: 'rich_text_input', min_lines: 9, max_lines: 8 })]),
    '`min_lines` must be less than or equal to `max_lines`|/view/blocks/0/element',
  ],
  [
    'number_input',
    'decimals not said',
    modal([input({ type: 'number_input' })]),
    'missing required field: is_decimal_allowed|/view/blocks/0/element',
  ],
  [
    'number_input',
    'a number for its words',
    modal([input({ type: 'number_input', is_decimal_allowed: true, min_value: 1 })]),
    'must be a valid number|/view/blocks/0/element/min_value',
  ],
  [
    'number_input',
    'least above most',
    modal([input({ type: 'number_input', is_decimal_allowed: true, min_value: '2', max_value: '1' })]),
    '`min_value` must be less than or equal to `max_value`|/view/blocks/0/element',
  ],
  [
    'number_input',
    'a decimal where none may be',
    modal([input({ type: 'number_input', is_decimal_allowed: false, initial_value: '1.5' })]),
    'must be a whole number: decimals are not allowed|/view/blocks/0/element/initial_value',
  ],
  [
    'alert.text',
    'no such level',
    modal([{ type: 'alert', text: plain(1), level: 'loud' }]),
    'must be a valid enum value|/view/blocks/0/level',
  ],
  [
    '',
    'a response URL from no input',
    modal(actions({ type: 'channels_select', response_url_enabled: true })),
    '`response_url_enabled` is only allowed in an input block of a modal|/view/blocks/0',
  ],
  [
    '',
    'a response URL from a Home tab',
    home([input({ type: 'channels_select', response_url_enabled: true })]),
    '`response_url_enabled` is only allowed in an input block of a modal|/view/blocks/0',
  ],
];
