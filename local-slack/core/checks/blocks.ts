/** Blocks, and the surfaces that take them. */
import type { Obj } from '../model.ts';
import { ELEMENTS } from './elements.ts';
import { NEWER_BLOCKS } from './newer-blocks.ts';
import { anyText, plain, slackFile, url, typed } from './objects.ts';
import { IN_ACCESSORY, IN_ACTIONS, IN_CONTEXT, IN_CONTEXT_ACTIONS, IN_INPUT, element } from './places.ts';
import { richText } from './rich-text.ts';
import { video } from './video.ts';
import {
  type Report,
  type Rule,
  type Surface,
  anything,
  bool,
  byType,
  either,
  int,
  isObj,
  list,
  may,
  need,
  obj,
  str,
} from './rule.ts';

function hasWords(value: Obj, at: string, report: Report): void {
  if (!value['text'] && !value['fields']) report.say(at, 'missing required field: text or fields');
}

function dispatches(value: Obj, at: string, report: Report): void {
  const kind = isObj(value['element']) ? value['element']['type'] : undefined;
  if (value['dispatch_action'] === true && kind === 'file_input')
    report.say(at, '`dispatch_action` is not allowed with file_input');
}

const BASIC_BLOCKS: Record<string, Rule> = {
  actions: obj({ ...typed('actions'), elements: need(list(element(IN_ACTIONS), 25)) }),
  context: obj({ ...typed('context'), elements: need(list(element(IN_CONTEXT), 10)) }),
  context_actions: obj({ ...typed('context_actions'), elements: need(list(element(IN_CONTEXT_ACTIONS), 5)) }),
  divider: obj(typed('divider')),
  header: obj({ ...typed('header'), text: need(plain(150)), level: may(int(1, 4)) }),
  image: obj(
    {
      ...typed('image'),
      image_url: may(url()),
      slack_file: may(slackFile),
      alt_text: need(str(2000)),
      title: may(plain(2000)),
    },
    either('image_url', 'slack_file'),
  ),
  input: obj(
    {
      ...typed('input'),
      label: need(plain(2000)),
      element: need(element(IN_INPUT)),
      hint: may(plain(2000)),
      optional: may(bool),
      dispatch_action: may(bool),
    },
    dispatches,
  ),
  rich_text: richText,
  section: obj(
    {
      ...typed('section'),
      text: may(anyText(3000)),
      fields: may(list(anyText(2000), 10)),
      accessory: may(element(IN_ACCESSORY)),
      expand: may(bool),
    },
    hasWords,
  ),
  video,
};

const BLOCKS: Record<string, Rule> = { ...BASIC_BLOCKS, ...NEWER_BLOCKS, file: anything };

/** A remote file stands in what one reads; nobody can send it. Every block not named here stands on all three. */
const SURFACES: Record<string, Surface[]> = {
  alert: ['modal'],
  carousel: ['message', 'home'],
  container: ['message'],
  context_actions: ['message'],
  data_visualization: ['message'],
  markdown: ['message'],
  plan: ['message'],
  task_card: ['message'],
  file: [],
  table: ['message'],
  data_table: ['message'],
};

function lentToHome(name: string, { surface, ground }: Report): boolean {
  return surface === 'home' && ground.strictness.table_on_home && (name === 'table' || name === 'data_table');
}

const known = byType(() => BLOCKS);

export const block: Rule = (value, at, report) => {
  known(value, at, report);
  const name = isObj(value) ? value['type'] : undefined;
  if (typeof name !== 'string') return;
  if (SURFACES[name]?.includes(report.surface) === false && !lentToHome(name, report))
    report.say(`${at}/type`, `unsupported type: ${name}`);
  const children = isObj(value) && name === 'container' ? value['child_blocks'] : undefined;
  if (!Array.isArray(children)) return;
  for (const [n, child] of children.entries()) known(child, `${at}/child_blocks/${n}`, report);
};

/** The blocks of a view or an attachment. */
export function blocksOf(of: Obj): Obj[] {
  return Array.isArray(of['blocks']) ? of['blocks'].filter(isObj) : [];
}

/** The elements that stand in a block, wherever they stand. */
export function elementsOf(given: Obj): Obj[] {
  const inside = [given['accessory'], given['element'], ...(Array.isArray(given['elements']) ? given['elements'] : [])];
  const nested = [
    ...(Array.isArray(given['child_blocks']) ? given['child_blocks'] : []),
    ...(Array.isArray(given['actions']) ? given['actions'] : []),
  ];
  return [...inside, ...nested.flatMap((one: unknown) => (isObj(one) ? [one, ...elementsOf(one)] : []))].filter(
    (one): one is Obj => isObj(one) && typeof one['type'] === 'string' && Object.hasOwn(ELEMENTS, one['type']),
  );
}

/** `block_id` unique in the whole, `action_id` unique in its block. */
export function uniqueIds(blocks: Obj[], at: string, report: Report): void {
  const blockIds = new Set<string>();
  for (const [n, one] of blocks.entries()) {
    const id = one['block_id'];
    if (typeof id === 'string') {
      if (blockIds.has(id)) report.say(`${at}/${n}/block_id`, `\`block_id\` "${id}" already exists`);
      blockIds.add(id);
    }
    const actionIds = new Set<string>();
    for (const inside of elementsOf(one)) {
      const action = inside['action_id'];
      if (typeof action !== 'string') continue;
      if (actionIds.has(action))
        report.say(
          `${at}/${n}`,
          `\`action_id\` "${action}" already exists for block_id "${typeof id === 'string' ? id : ''}"`,
        );
      actionIds.add(action);
    }
  }
}
