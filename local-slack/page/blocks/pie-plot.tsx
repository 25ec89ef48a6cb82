import type { VNode } from 'preact';
import type { PieChart } from './chart-data.ts';

const radius = 80;

function at(turn: number): string {
  const angle = turn * 2 * Math.PI - Math.PI / 2;
  return `${(100 + radius * Math.cos(angle)).toFixed(2)} ${(100 + radius * Math.sin(angle)).toFixed(2)}`;
}

/** From the top, clockwise. A whole circle is two halves: an arc cannot end where it begins. */
function slice(from: number, to: number): string {
  if (to - from > 0.9999) return `M${at(0)}A${radius} ${radius} 0 0 1 ${at(0.5)}A${radius} ${radius} 0 0 1 ${at(0)}Z`;
  return `M100 100L${at(from)}A${radius} ${radius} 0 ${to - from > 0.5 ? 1 : 0} 1 ${at(to)}Z`;
}

export function PiePlot({ of, write }: { of: PieChart; write: (value: number) => string }): VNode {
  const values = of.segments.map((one) => Math.max(0, one.value));
  const whole = values.reduce((sum, one) => sum + one, 0) || 1;
  const before = values.map((_, n) => values.slice(0, n).reduce((sum, one) => sum + one, 0) / whole);
  const share = (n: number): string => `${Math.round(((values[n] ?? 0) / whole) * 100)} %`;
  return (
    <div class="pie" aria-hidden="true">
      <svg viewBox="0 0 200 200">
        {of.segments.map((one, n) => {
          const from = before[n] ?? 0;
          return (
            <path key={n} class={`slice hue-${n % 6}`} d={slice(from, from + (values[n] ?? 0) / whole)}>
              <title>{`${one.label}: ${write(one.value)} (${share(n)})`}</title>
            </path>
          );
        })}
      </svg>
      <ul class="legend">
        {of.segments.map((one, n) => (
          <li key={n}>
            <span class={`hue hue-${n % 6}`} /> {one.label}
            <span class="legend-value">
              {write(one.value)} · {share(n)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
