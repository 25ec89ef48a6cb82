import type { TableBlock } from '@slack/types';
import type { VNode } from 'preact';
import { CellView } from './cells.tsx';

export function TableView({ of }: { of: TableBlock }): VNode {
  const [head = [], ...rows] = of.rows;
  const look = (column: number): string => {
    const { align = 'left', is_wrapped: wrapped = false } = of.column_settings?.[column] ?? {};
    return `to-${align} ${wrapped ? 'wrapped' : ''}`;
  };
  return (
    <div class="table-scroll" role="region" aria-label="Table" tabIndex={0}>
      <table class="table">
        <thead>
          <tr>
            {head.map((cell, n) => (
              <th key={n} class={look(n)} scope="col">
                <CellView of={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, n) => (
            <tr key={n}>
              {row.map((cell, column) => (
                <td key={column} class={look(column)}>
                  <CellView of={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
