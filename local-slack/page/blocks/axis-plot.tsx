import type { RefObject, VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AxisChart } from './chart-data.ts';
import { ticksFor, valuesOf } from './chart-data.ts';

type Props = { of: AxisChart; write: (value: number) => string; mark: (value: number) => string };
type Frame = { x: (column: number) => number; y: (value: number) => number; band: number; floor: number };

const size = { height: 300, left: 52, right: 12, top: 12, bottom: 28 };

function frameOf(width: number, columns: number, ticks: number[], labelled: boolean): Frame {
  const band = (width - size.left - size.right) / Math.max(1, columns);
  const floor = size.height - size.bottom - (labelled ? 20 : 0);
  const low = ticks[0] ?? 0;
  const high = ticks.at(-1) ?? 1;
  return {
    band,
    floor,
    x: (column) => size.left + band * (column + 0.5),
    y: (value) => floor - ((value - low) / (high - low)) * (floor - size.top),
  };
}

/** Drawn as wide as there is room, so that its letters are as large as all others. */
function useWidth(box: RefObject<SVGSVGElement | null>): number {
  const [width, setWidth] = useState(566);
  useLayoutEffect(() => {
    const watch = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width));
    });
    if (box.current) watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  return width;
}

export function AxisPlot({ of, write, mark }: Props): VNode {
  const box = useRef<SVGSVGElement>(null);
  const width = useWidth(box);
  const { categories, x_label: xLabel, y_label: yLabel } = of.axis_config;
  const values = valuesOf(of);
  const ticks = ticksFor(values.flat().filter((one) => one !== null));
  const frame = frameOf(width, categories.length, ticks, Boolean(xLabel));
  // As many names as have room beside one another.
  const longest = Math.max(...categories.map((one) => one.length));
  const every = Math.ceil((Math.min(longest, 14) * 6.5 + 8) / frame.band);
  return (
    <svg class="plot" ref={box} width="100%" height={size.height} aria-hidden="true">
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            class={tick === 0 ? 'zero' : 'rule'}
            x1={size.left}
            x2={width - size.right}
            y1={frame.y(tick)}
            y2={frame.y(tick)}
          />
          <text class="mark" x={size.left - 8} y={frame.y(tick) + 4} text-anchor="end">
            {mark(tick)}
          </text>
        </g>
      ))}
      {categories.map(
        (category, n) =>
          n % every === 0 && (
            <text key={n} class="mark" x={frame.x(n)} y={frame.floor + 18} text-anchor="middle">
              {category.length > 14 ? `${category.slice(0, 13)}…` : category}
              <title>{category}</title>
            </text>
          ),
      )}
      {xLabel && (
        <text class="mark axis" x={(size.left + width) / 2} y={size.height - 6} text-anchor="middle">
          {xLabel}
        </text>
      )}
      {yLabel && (
        <text
          class="mark axis"
          transform={`translate(11 ${(size.top + frame.floor) / 2}) rotate(-90)`}
          text-anchor="middle"
        >
          {yLabel}
        </text>
      )}
      {of.type === 'bar' ? (
        <Bars of={of} values={values} frame={frame} write={write} />
      ) : (
        <Lines of={of} values={values} frame={frame} write={write} />
      )}
    </svg>
  );
}

type PlotProps = { of: AxisChart; values: (number | null)[][]; frame: Frame; write: (value: number) => string };

function told(of: AxisChart, row: number, column: number, words: string): string {
  return `${of.series[row]?.name ?? ''}, ${of.axis_config.categories[column] ?? ''}: ${words}`;
}

function Bars({ of, values, frame, write }: PlotProps): VNode {
  const width = Math.min(48, (frame.band * 0.72) / values.length);
  return (
    <>
      {values.flatMap((row, n) =>
        row.map((value, column) => {
          if (value === null) return null;
          const left = frame.x(column) + (n - values.length / 2) * width;
          const [top, foot] = [frame.y(Math.max(0, value)), frame.y(Math.min(0, value))];
          return (
            <rect
              key={`${n} ${column}`}
              class={`bar hue-${n % 6}`}
              x={left + 1}
              y={top}
              width={Math.max(1, width - 2)}
              height={Math.max(1, foot - top)}
              rx={Math.min(3, width / 4)}
            >
              <title>{told(of, n, column, write(value))}</title>
            </rect>
          );
        }),
      )}
    </>
  );
}

/** Broken where a series says nothing. */
function Lines({ of, values, frame, write }: PlotProps): VNode {
  return (
    <>
      {values.map((row, n) => {
        const points = row.flatMap((value, column) => (value === null ? [] : [{ column, value }]));
        const place = ({ column, value }: { column: number; value: number }): string =>
          `${frame.x(column).toFixed(1)} ${frame.y(value).toFixed(1)}`;
        const path = points.map((one, at) => {
          const joined = at > 0 && points[at - 1]?.column === one.column - 1;
          return `${joined ? 'L' : 'M'}${place(one)}`;
        });
        const [first, last] = [points[0], points.at(-1)];
        const base = frame.y(0).toFixed(1);
        return (
          <g key={n} class={`hue-${n % 6}`}>
            {of.type === 'area' && first && last && (
              <path
                class="area"
                d={`M${frame.x(first.column).toFixed(1)} ${base}L${points.map(place).join('L')}L${frame.x(last.column).toFixed(1)} ${base}Z`}
              />
            )}
            <path class="line" d={path.join('')} />
            {points.map((one) => (
              <circle key={one.column} class="dot" cx={frame.x(one.column)} cy={frame.y(one.value)} r={3.5}>
                <title>{told(of, n, one.column, write(one.value))}</title>
              </circle>
            ))}
          </g>
        );
      })}
    </>
  );
}
