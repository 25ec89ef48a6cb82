/** Tables and charts. Source: docs.slack.dev/reference/block-kit/blocks/{table,data-table,data-visualization}-block. */
import type { Obj } from '../model.ts';
import { typed } from './objects.ts';
import { richText } from './rich-text.ts';
import {
  type Report,
  type Rule,
  bool,
  bySetting,
  byType,
  int,
  isObj,
  list,
  may,
  need,
  num,
  obj,
  oneOf,
  str,
} from './rule.ts';

const MOST_CHARS = 10_000;

const CELLS: Record<string, Rule> = {
  raw_text: obj({ type: need(oneOf('raw_text')), text: need(str(MOST_CHARS)) }),
  raw_number: obj({ type: need(oneOf('raw_number')), value: need(num), text: need(str(MOST_CHARS)) }),
  rich_text: richText,
};
const cells = list(
  byType(() => CELLS),
  20,
);
const column = obj({ align: may(oneOf('left', 'center', 'right')), is_wrapped: may(bool) });

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
  if (tableChars(value) > MOST_CHARS) report.say(at, `must be less than ${MOST_CHARS + 1} characters`);
}

const label = str(20);
const point = obj({ label: need(label), value: need(num) });
const points = list(point, 20);
const axis = obj({ categories: need(list(label, 20)), x_label: may(str(50)), y_label: may(str(50)) });
const series = list(obj({ name: need(label), data: need(points) }), 6);

/** Each series has a name of its own and says something about each category. */
function seriesAgree(chart: Obj, at: string, report: Report): void {
  const all = Array.isArray(chart['series']) ? chart['series'].filter(isObj) : [];
  const categories = isObj(chart['axis_config']) ? chart['axis_config']['categories'] : undefined;
  if (new Set(all.map((one) => one['name'])).size < all.length) report.say(`${at}/series`, 'names must be unique');
  if (!Array.isArray(categories)) return;
  for (const [n, { data }] of all.entries()) {
    const labels = Array.isArray(data) ? data.filter(isObj).map((one) => String(one['label'])) : [];
    if (labels.toSorted().join('\n') !== categories.map(String).toSorted().join('\n'))
      report.say(`${at}/series/${n}/data`, 'labels must match the categories');
  }
}

const plotted = (name: string): Rule =>
  obj({ type: need(oneOf(name)), series: need(series), axis_config: need(axis) }, seriesAgree);

const CHARTS: Record<string, Rule> = {
  pie: obj({ type: need(oneOf('pie')), segments: need(list(point, 6)) }),
  bar: plotted('bar'),
  area: plotted('area'),
  line: plotted('line'),
};

export const TABLES: Record<string, Rule> = {
  table: obj({ ...typed('table'), rows: need(list(cells, 100)), column_settings: may(list(column, 20)) }, fits),
  data_table: obj(
    {
      ...typed('data_table'),
      caption: need(str(3000)),
      rows: need(bySetting((s) => list(cells, s.data_table_rows, 2))),
      page_size: may(int(1, 100)),
      row_header_column_index: may(int(0, 19)),
    },
    fits,
  ),
  data_visualization: obj({
    ...typed('data_visualization'),
    title: need(str(50)),
    chart: need(byType(() => CHARTS)),
  }),
};
