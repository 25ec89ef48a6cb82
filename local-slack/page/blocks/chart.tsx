import type { ComponentChildren, VNode } from 'preact';
import { AxisPlot } from './axis-plot.tsx';
import type { AxisChart, DataVisualizationBlock, PieChart } from './chart-data.ts';
import { isDrawable, valuesOf } from './chart-data.ts';
import { PiePlot } from './pie-plot.tsx';
import { useReader } from './text.tsx';

/** A chart, its legend, and the same numbers as a table for those who do not see it. */
export function Chart({ of }: { of: DataVisualizationBlock }): VNode {
  const { chart } = of;
  const { locale } = useReader();
  if (!isDrawable(chart)) return <div class="unknown">{of.title}: there is nothing to draw.</div>;
  const write = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  return (
    <figure class="chart">
      <figcaption>{of.title}</figcaption>
      {chart.type === 'pie' ? (
        <PiePlot of={chart} write={(value) => write.format(value)} />
      ) : (
        <>
          <AxisPlot of={chart} write={(value) => write.format(value)} mark={(value) => compact.format(value)} />
          {chart.series.length > 1 && (
            <ul class="legend" aria-hidden="true">
              {chart.series.map((one, n) => (
                <li key={n}>
                  <span class={`hue hue-${n % 6}`} /> {one.name}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {chart.type === 'pie' ? <PieWords of={chart} title={of.title} /> : <AxisWords of={chart} title={of.title} />}
    </figure>
  );
}

function Words({ title, children }: { title: string; children: ComponentChildren }): VNode {
  return (
    <table class="unseen">
      <caption>{title}</caption>
      {children}
    </table>
  );
}

function PieWords({ of, title }: { of: PieChart; title: string }): VNode {
  return (
    <Words title={title}>
      <tbody>
        {of.segments.map((one, n) => (
          <tr key={n}>
            <th scope="row">{one.label}</th>
            <td>{one.value}</td>
          </tr>
        ))}
      </tbody>
    </Words>
  );
}

function AxisWords({ of, title }: { of: AxisChart; title: string }): VNode {
  const values = valuesOf(of);
  return (
    <Words title={title}>
      <thead>
        <tr>
          <th scope="col">{of.axis_config.x_label ?? 'Category'}</th>
          {of.series.map((one, n) => (
            <th key={n} scope="col">
              {one.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {of.axis_config.categories.map((category, column) => (
          <tr key={category}>
            <th scope="row">{category}</th>
            {values.map((row, n) => (
              <td key={n}>{row[column] ?? ''}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </Words>
  );
}
