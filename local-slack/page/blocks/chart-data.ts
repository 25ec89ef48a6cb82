/** As docs.slack.dev/reference/block-kit/blocks/data-visualization-block has it; @slack/types does not know it yet. */
export type DataVisualizationBlock = {
  type: 'data_visualization';
  block_id?: string;
  title: string;
  chart: PieChart | AxisChart;
};

type Point = { label: string; value: number };
export type PieChart = { type: 'pie'; segments: Point[] };
export type AxisChart = {
  type: 'bar' | 'line' | 'area';
  series: { name: string; data: Point[] }[];
  axis_config: { categories: string[]; x_label?: string; y_label?: string };
};

/** Only shapes that can be drawn: an app may send anything as `chart`. */
export function isDrawable(chart: unknown): chart is DataVisualizationBlock['chart'] {
  const { type, segments, series, axis_config: axis } = (chart ?? {}) as Record<string, unknown>;
  if (type === 'pie') return isList(segments, isPoint);
  const categories = (axis as { categories?: unknown } | undefined)?.categories;
  const isSeries = (one: unknown): boolean => isList((one as { data?: unknown } | null)?.data, isPoint);
  return ['bar', 'line', 'area'].includes(String(type)) && isList(series, isSeries) && Array.isArray(categories);
}

function isList(value: unknown, test: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(test);
}

function isPoint(value: unknown): boolean {
  const { label, value: number } = (value ?? {}) as Record<string, unknown>;
  return typeof label === 'string' && Number.isFinite(number);
}

/** A row per series, a value per category; null where a series says nothing of one. */
export function valuesOf({ series, axis_config: { categories } }: AxisChart): (number | null)[][] {
  return series.map(({ data }) =>
    categories.map((category) => data.find((one) => one.label === category)?.value ?? null),
  );
}

/** Round numbers around all values, zero among them. */
export function ticksFor(values: number[]): number[] {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const span = high - low || 1;
  const rough = span / 4;
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((one) => one * size >= rough) ?? 10) * size;
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step) || 1;
  return Array.from({ length: last - first + 1 }, (_, n) => Number(((first + n) * step).toPrecision(12)));
}
