/** A table in Markdown, for the terminal and for docs/performance.md alike. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 0);
export const ratio = (value: number): string => value.toFixed(2);

/** The value below which a share of the sorted values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Minimum, median and maximum of several runs. */
export const spread = (values: readonly number[], show: (value: number) => string): string =>
  [0, 0.5, 1].map((share) => show(percentile(values, share))).join(' / ');

/** How long each thing took, in milliseconds. */
export const timesTable = (times: Record<string, readonly number[]>): string =>
  table(
    ['what', 'p50', 'p99', 'minimum / median / maximum'],
    Object.entries(times).map(([what, values]) => [
      what,
      ms(percentile(values, 0.5)),
      ms(percentile(values, 0.99)),
      spread(values, ms),
    ]),
  );
