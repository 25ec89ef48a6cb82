import { describe, expect, test } from 'vitest';
import { messageProblems, renderedLength } from '../../local-slack/core/checks/message-check.ts';
import { viewProblems } from '../../local-slack/core/checks/view-check.ts';

import {
  IN_MODALS,
  type Json,
  ON_MESSAGES,
  accessory,
  actions,
  button,
  cells,
  divider,
  input,
  many,
  modal,
  mrkdwn,
  option,
  plain,
  select,
  text,
} from './limits.ts';

describe.each([
  ['message', ON_MESSAGES, (made: Json[]) => messageProblems(made)],
  ['view', IN_MODALS, ([made]: Json[]) => viewProblems(made)],
] as const)('limits on a %s', (_surface, limits, problems) => {
  test.each(limits)('%s: %i to %i', (_rule, least, most, make) => {
    expect(problems(make(least))).toEqual([]);
    expect(problems(make(most))).toEqual([]);
    expect(problems(make(most + 1))).not.toEqual([]);
    if (least > 0 && least < 10) expect(problems(make(least - 1))).not.toEqual([]);
  });
});

describe('what blocks may not be', () => {
  const REFUSED: [string, Json[], string][] = [
    [
      'too long, with a pointer',
      [{ type: 'header', text: plain(151) }],
      'must be less than 151 characters|/blocks/0/text/text',
    ],
    ['mrkdwn in a header', [{ type: 'header', text: mrkdwn(5) }], 'unsupported type: mrkdwn|/blocks/0/text/type'],
    ['an unknown block', [{ type: 'heading' }], 'unsupported type: heading|/blocks/0/type'],
    ['an unknown property', [{ ...divider, colour: 'red' }], 'invalid additional property: colour|/blocks/0'],
    ['a section without words', [{ type: 'section' }], 'missing required field: text or fields|/blocks/0'],
    [
      'an image with two sources',
      [{ type: 'image', image_url: 'https://a', slack_file: { id: 'F1' }, alt_text: 'a' }],
      'only one of `image_url` or `slack_file` can be provided|/blocks/0',
    ],
    [
      'a button in a context',
      [{ type: 'context', elements: [button()] }],
      'unsupported type: button|/blocks/0/elements/0/type',
    ],
    [
      'a multi select among actions',
      actions({ type: 'multi_users_select' }),
      'unsupported type: multi_users_select|/blocks/0/elements/0/type',
    ],
    [
      'a text input beside a section',
      accessory({ type: 'plain_text_input' }),
      'unsupported type: plain_text_input|/blocks/0/accessory/type',
    ],
    [
      'a modal-only input',
      [input({ type: 'number_input', is_decimal_allowed: true })],
      'unsupported type: number_input|/blocks/0/element/type',
    ],
    ['a modal-only block', [{ type: 'alert', text: plain(5) }], 'unsupported type: alert|/blocks/0/type'],
    [
      'a style Slack does not know',
      actions(button({ style: 'default' })),
      'must be a valid enum value|/blocks/0/elements/0/style',
    ],
    [
      'an initial option not offered',
      select({ initial_option: option(6) }),
      'must match one of the options|/blocks/0/elements/0/initial_option',
    ],
    [
      'options and groups',
      select({ option_groups: [] }),
      'only one of `options` or `option_groups` can be provided|/blocks/0/elements/0',
    ],
    [
      'a wrong date',
      actions({ type: 'datepicker', initial_date: '2026-13-01' }),
      'must be a valid date|/blocks/0/elements/0/initial_date',
    ],
    [
      'a wrong time',
      actions({ type: 'timepicker', initial_time: '24:00' }),
      'must be a valid time|/blocks/0/elements/0/initial_time',
    ],
    ['a link without scheme', actions(button({ url: 'example.com' })), 'must be a valid URL|/blocks/0/elements/0/url'],
    [
      'one block_id twice',
      many(2, () => ({ ...divider, block_id: 'b' })),
      '`block_id` "b" already exists|/blocks/1/block_id',
    ],
    [
      'one action_id twice',
      [{ type: 'actions', block_id: 'b', elements: many(2, () => button({ action_id: 'a' })) }],
      '`action_id` "a" already exists for block_id "b"|/blocks/0',
    ],
    [
      'a container in a container',
      [{ type: 'container', title: plain(1), child_blocks: [{ type: 'container' }] }],
      'unsupported type: container|/blocks/0/child_blocks/0/type',
    ],
  ];

  test.each(REFUSED)('%s', (_name, blocks, wanted) => {
    expect(messageProblems(blocks).map(({ at, message }) => `${message}|${at}`)).toContain(wanted);
  });

  test('anything that is no list of objects', () => {
    for (const blocks of [null, 'blocks', {}, [null], [1], [[]], ['divider']])
      expect(messageProblems(blocks)).not.toEqual([]);
  });
});

describe('what views may not be', () => {
  const said = (view: unknown): string[] => viewProblems(view).map(({ at, message }) => `${message}|${at}`);

  test('an input without a submit button', () => {
    const { submit: _submit, ...view } = modal([input(text())]);
    expect(said(view)).toEqual(['missing required field: submit?|/view']);
  });

  test('a Home tab with a title', () => {
    expect(said({ type: 'home', title: plain(5), blocks: [divider] })).toEqual([
      'invalid additional property: title|/view',
    ]);
  });

  test('a table in a modal, a datetimepicker on Home', () => {
    expect(said(modal([{ type: 'table', rows: cells(1, 1) }]))).toEqual([
      'unsupported type: table|/view/blocks/0/type',
    ]);
    expect(said({ type: 'home', blocks: actions({ type: 'datetimepicker' }) })).toEqual([
      'unsupported type: datetimepicker|/view/blocks/0/elements/0/type',
    ]);
  });

  test('a file input that dispatches', () => {
    expect(said(modal([input({ type: 'file_input' }, { dispatch_action: true })]))).toEqual([
      '`dispatch_action` is not allowed with file_input|/view/blocks/0',
    ]);
  });

  test('null stands for absent', () => {
    expect(said(modal([divider], { close: null, callback_id: null }))).toEqual([]);
  });
});

test('rendered text counts entities as written and a header a hundred more', () => {
  expect(renderedLength([{ type: 'section', text: { type: 'mrkdwn', text: 'a&<>b' } }])).toBe(2 + 5 + 4 + 4);
  expect(renderedLength([{ type: 'header', text: { type: 'plain_text', text: 'abc' } }])).toBe(103);
});
