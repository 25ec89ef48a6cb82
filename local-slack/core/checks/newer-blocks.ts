/** The blocks that came after 2024, and the rules they brought. */
import type { Obj } from '../model.ts';
import { ELEMENTS } from './elements.ts';
import { ID, anyText, mrkdwn, plain, url, typed } from './objects.ts';
import { richText } from './rich-text.ts';
import {
  type Field,
  type Report,
  type Rule,
  bool,
  bySetting,
  byType,
  isObj,
  list,
  may,
  need,
  obj,
  oneOf,
  str,
} from './rule.ts';
import { TABLES } from './tables.ts';

function cardSaysSomething(value: Obj, at: string, report: Report): void {
  const said = ['hero_image', 'title', 'actions', 'body'].some((name) => value[name] !== undefined);
  if (!said) report.say(at, 'missing required field: title');
}

const image = byType(() => ELEMENTS, ['image']);
const button = byType(() => ELEMENTS, ['button']);
const cardText = (max: number): Field => may(bySetting((s) => (s.card_plain_text ? anyText(max) : mrkdwn(max))));

const card = obj(
  {
    ...typed('card'),
    icon: may(image),
    hero_image: may(image),
    title: cardText(150),
    subtitle: cardText(150),
    body: cardText(200),
    actions: may(bySetting((s) => list(button, s.card_actions))),
  },
  cardSaysSomething,
);

const taskCard = obj({
  ...typed('task_card'),
  task_id: need(ID),
  title: need(str(3000)),
  status: need(oneOf('pending', 'in_progress', 'complete', 'error')),
  details: may(richText),
  output: may(richText),
  sources: may(list(obj({ type: need(oneOf('url')), url: need(url()), text: need(str(3000)) }), 100, 0)),
});

function containerHangsTogether(value: Obj, at: string, report: Report): void {
  if (!value['title'] && !value['rich_text_title']) report.say(at, 'missing required field: title or rich_text_title');
  if (value['default_collapsed'] === true && value['is_collapsible'] !== true)
    report.say(`${at}/default_collapsed`, '`default_collapsed` needs `is_collapsible`');
}

export const NEWER_BLOCKS: Record<string, Rule> = {
  ...TABLES,
  alert: obj({
    ...typed('alert'),
    text: need(anyText(200)),
    level: may(oneOf('default', 'info', 'warning', 'error', 'success')),
  }),
  card,
  carousel: obj({
    ...typed('carousel'),
    elements: need(
      list(
        byType(() => NEWER_BLOCKS, ['card']),
        10,
      ),
    ),
  }),
  container: obj(
    {
      ...typed('container'),
      title: may(plain(150)),
      rich_text_title: may(richText),
      subtitle: may(anyText(150)),
      icon: may(image),
      width: may(oneOf('narrow', 'standard', 'wide', 'full')),
      is_collapsible: may(bool),
      default_collapsed: may(bool),
      has_header_divider: may(bool),
      child_blocks: need(list(notNested, 10)),
    },
    containerHangsTogether,
  ),
  markdown: obj({ ...typed('markdown'), text: need(str(12_000)) }),
  task_card: taskCard,
  plan: obj({ ...typed('plan'), title: need(str(3000)), tasks: may(list(taskCard, 50, 0)) }),
};

const CONTAINED = [
  'actions',
  'context',
  'divider',
  'header',
  'image',
  'input',
  'rich_text',
  'section',
  'table',
  'video',
];

/** Whether each child is itself in order, `blocks.ts` says: it knows them all. */
function notNested(value: unknown, at: string, report: Report): void {
  const name = isObj(value) ? value['type'] : undefined;
  if (typeof name !== 'string') return report.say(at, 'must provide an object');
  if (!CONTAINED.includes(name)) report.say(`${at}/type`, `unsupported type: ${name}`);
}
