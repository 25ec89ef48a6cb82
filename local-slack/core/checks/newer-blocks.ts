/** The blocks that came after 2024, and the rules they brought. */
import { ELEMENTS } from './elements.ts';
import { ID, anyText, plain, slackFile, url } from './objects.ts';
import { richText } from './rich-text.ts';
import {
  type Field,
  type Report,
  type Rule,
  anything,
  bool,
  byType,
  int,
  isObj,
  list,
  may,
  need,
  obj,
  oneOf,
  str,
} from './rule.ts';
import type { Obj } from '../model.ts';

const type = (name: string): Record<string, Field> => ({ type: need(oneOf(name)), block_id: may(ID) });

const rawText = obj({ type: need(oneOf('raw_text')), text: need(str(10_000, 0)) });
const CELLS: Record<string, Rule> = {
  raw_text: rawText,
  raw_number: obj({ type: need(oneOf('raw_number')), value: need(anything), text: may(str(10_000, 0)) }),
  rich_text: richText,
};
const cells = list(
  byType(() => CELLS),
  20,
);

function cellLength(cell: unknown): number {
  if (!isObj(cell)) return 0;
  if (typeof cell['text'] === 'string') return cell['text'].length;
  const inside = Array.isArray(cell['elements']) ? cell['elements'] : [];
  return inside.reduce((sum: number, one) => sum + cellLength(one), 0);
}

/** Characters in all cells; also summed over a whole message. */
export function tableChars(table: Obj): number {
  const rows = Array.isArray(table['rows']) ? table['rows'] : [];
  return rows.flat().reduce((sum: number, cell) => sum + cellLength(cell), 0);
}

function fits(value: Obj, at: string, report: Report): void {
  if (tableChars(value) > 10_000) report.say(at, 'must be less than 10001 characters');
}

function cardSaysSomething(value: Obj, at: string, report: Report): void {
  const said = ['hero_image', 'title', 'actions', 'body'].some((name) => value[name] !== undefined);
  if (!said) report.say(at, 'missing required field: title');
}

const image: Rule = (value, at, report) => ELEMENTS['image']?.(value, at, report);
const button = byType(() => ELEMENTS, ['button', 'workflow_button', 'overflow']);

const card = obj(
  {
    ...type('card'),
    icon: may(image),
    hero_image: may(image),
    slack_icon: may(anything),
    title: may(anyText(150)),
    subtitle: may(anyText(150)),
    subtext: may(anyText(150)),
    body: may(anyText(200)),
    actions: may(list(button, 3)),
  },
  cardSaysSomething,
);

const taskCard = obj({
  ...type('task_card'),
  task_id: need(ID),
  title: need(str(3000)),
  status: need(oneOf('pending', 'in_progress', 'complete', 'error')),
  details: may(richText),
  output: may(richText),
  sources: may(list(obj({ type: need(oneOf('url')), url: need(url()), text: need(str(3000)) }), 100, 0)),
});

export const NEWER_BLOCKS: Record<string, Rule> = {
  alert: obj({
    ...type('alert'),
    text: need(anyText(200)),
    level: may(oneOf('default', 'info', 'warning', 'error', 'success')),
  }),
  card,
  carousel: obj({
    ...type('carousel'),
    elements: need(
      list(
        byType(() => NEWER_BLOCKS, ['card']),
        10,
      ),
    ),
  }),
  container: obj({
    ...type('container'),
    title: may(plain(150)),
    rich_text_title: may(richText),
    subtitle: may(anyText(150)),
    icon: may(image),
    width: may(oneOf('narrow', 'standard', 'wide', 'full')),
    is_collapsible: may(bool),
    default_collapsed: may(bool),
    has_header_divider: may(bool),
    child_blocks: need(list(notNested, 10)),
  }),
  markdown: obj({ ...type('markdown'), text: need(str(12_000)) }),
  table: obj({ ...type('table'), rows: need(list(cells, 100)), column_settings: may(list(anything, 20)) }, fits),
  data_table: obj(
    {
      ...type('data_table'),
      caption: need(str(3000)),
      rows: need(list(cells, 101, 2)),
      page_size: may(int(1, 100)),
      row_header_column_index: may(int(0, 19)),
      column_settings: may(list(anything, 20)),
    },
    fits,
  ),
  data_visualization: obj({ ...type('data_visualization'), title: need(str(50)), chart: need(anything) }),
  task_card: taskCard,
  plan: obj({ ...type('plan'), title: need(str(3000)), tasks: may(list(taskCard, 50, 0)) }),
  file: obj({
    ...type('file'),
    external_id: need(ID),
    source: need(oneOf('remote')),
    file_id: may(ID),
    slack_file: may(slackFile),
  }),
};

const CONTAINED = [
  'actions',
  'context',
  'divider',
  'file',
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
