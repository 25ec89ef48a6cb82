/** What stands where: every block on every surface and every element in every place, as Slack's table has it. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { NO_APP } from '../../local-slack/core/checks/ground.ts';
import { messageProblems } from '../../local-slack/core/checks/message-check.ts';
import { viewProblems } from '../../local-slack/core/checks/view-check.ts';
import { VALUE_OF } from '../../local-slack/core/values.ts';
import {
  actions,
  bars,
  button,
  cells,
  chart,
  divider,
  home,
  input,
  modal,
  mrkdwn,
  options,
  plain,
  rich,
  video,
} from './limits.ts';
import type { Json } from './limits.ts';

type Table = { blocks: Record<string, string[]>; elements: Record<string, string[]>; value_in_view_state: string[] };

const read = readFileSync(new URL('../fixtures/slack/limits.json', import.meta.url), 'utf8');
const { surfaces: table } = JSON.parse(read) as { surfaces: Table };

const SURFACES = ['message', 'modal', 'home'] as const;
type Surface = (typeof SURFACES)[number];

function unsupported(surface: Surface, blocks: Json[], type: string): boolean {
  const problems =
    surface === 'message'
      ? messageProblems(blocks, NO_APP)
      : viewProblems(surface === 'modal' ? modal(blocks) : home(blocks), NO_APP);
  const others = problems.filter(({ message }) => message !== `unsupported type: ${type}`);
  expect(others, `${type} on a ${surface}: a fault of the test's own`).toEqual([]);
  return problems.length > 0;
}

const section = { type: 'section', text: mrkdwn(3) };
const words = rich({ type: 'rich_text_section', elements: [{ type: 'text', text: 'x' }] });
const task = { type: 'task_card', task_id: 't', title: 't', status: 'complete' };
const card = { type: 'card', title: mrkdwn(3) };
const BLOCKS: Record<string, Json> = {
  actions: { type: 'actions', elements: [button()] },
  context: { type: 'context', elements: [mrkdwn(3)] },
  divider,
  header: { type: 'header', text: plain(3) },
  image: { type: 'image', image_url: 'https://a.example/b.png', alt_text: 'a' },
  input: input({ type: 'plain_text_input' }),
  rich_text: words,
  section,
  video: video(),
  alert: { type: 'alert', text: mrkdwn(3) },
  card,
  carousel: { type: 'carousel', elements: [card] },
  container: { type: 'container', title: plain(3), child_blocks: [section] },
  context_actions: {
    type: 'context_actions',
    elements: [{ type: 'icon_button', icon: 'trash', text: plain(3) }],
  },
  data_visualization: chart(bars(1, 1)),
  markdown: { type: 'markdown', text: 'm' },
  plan: { type: 'plan', title: 'p', tasks: [task] },
  task_card: task,
  file: { type: 'file', external_id: 'f', source: 'remote' },
  table: { type: 'table', rows: cells(1, 1) },
  data_table: { type: 'data_table', caption: 'c', rows: cells(2, 1) },
};

const selects = ['static_select', 'external_select', 'users_select', 'conversations_select', 'channels_select'];
const withOptions = (type: string): Json => ({ type, ...(type.includes('static') ? { options: options(1) } : {}) });
const ELEMENTS: Record<string, Json> = {
  button: button(),
  checkboxes: { type: 'checkboxes', options: options(1) },
  radio_buttons: { type: 'radio_buttons', options: options(2) },
  overflow: { type: 'overflow', options: options(2) },
  image: { type: 'image', image_url: 'https://a.example/b.png', alt_text: 'a' },
  number_input: { type: 'number_input', is_decimal_allowed: false },
  workflow_button: {
    type: 'workflow_button',
    text: plain(3),
    workflow: { trigger: { url: 'https://slack.com/shortcuts/Ft0/1' } },
  },
  feedback_buttons: {
    type: 'feedback_buttons',
    positive_button: { text: plain(3), value: 'y' },
    negative_button: { text: plain(3), value: 'n' },
  },
  icon_button: { type: 'icon_button', icon: 'trash', text: plain(3) },
};

/** `a/b` and `multi_*` of the table, one by one. */
const each = (names: string): string[] =>
  names === 'multi_*' ? selects.map((name) => `multi_${name}`) : names.split('/');
const PLACES: Record<string, (element: Json) => Json> = {
  'section.accessory': (accessory) => ({ ...section, accessory }),
  actions: (element) => actions(element)[0] ?? {},
  input: (element) => input(element),
  context: (element) => ({ type: 'context', elements: [element] }),
  context_actions: (element) => ({ type: 'context_actions', elements: [element] }),
};
/** Where a block may stand at all, an element asks for more. */
const WHERE: Record<string, Surface[]> = { context_actions: ['message'] };

/** What the table says in passing, or its sources disagree on; the strict reading stands here. */
const ONLY: Record<string, Surface[]> = {
  email_text_input: ['modal'],
  url_text_input: ['modal'],
  number_input: ['modal'],
  file_input: ['modal'],
  datetimepicker: ['message', 'modal'],
  rich_text_input: ['modal', 'home'],
  workflow_button: ['message'],
};

describe('blocks', () => {
  test('the table and this test know the same', () => {
    expect(Object.keys(BLOCKS).toSorted()).toEqual(Object.keys(table.blocks).toSorted());
  });

  test.each(Object.entries(table.blocks))('%s: %j', (type, named) => {
    const taken = SURFACES.filter((surface) => !unsupported(surface, [BLOCKS[type] ?? {}], type));
    expect(taken).toEqual(SURFACES.filter((surface) => named.includes(surface)));
  });
});

describe('elements', () => {
  const rows = Object.entries(table.elements).flatMap(([names, places]) =>
    each(names).map((type) => [type, places.join()] as const),
  );

  test.each(rows)('%s: %s', (type, named) => {
    const element = ELEMENTS[type] ?? withOptions(type);
    for (const [place, make] of Object.entries(PLACES)) {
      const possible = (WHERE[place] ?? SURFACES).filter((one) => (ONLY[type] ?? SURFACES).includes(one));
      const taken = SURFACES.filter(
        (surface) => (WHERE[place] ?? SURFACES).includes(surface) && !unsupported(surface, [make(element)], type),
      );
      const stands = named.split(',').some((one) => one.replace(/ \(.*\)$/, '') === place);
      expect(taken, place).toEqual(stands ? possible : []);
    }
  });

  test('those that hold a value are those that report one', () => {
    expect(Object.keys(VALUE_OF).toSorted()).toEqual(table.value_in_view_state.flatMap(each).toSorted());
  });
});
