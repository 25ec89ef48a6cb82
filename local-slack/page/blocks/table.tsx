import type { TableBlock } from '@slack/types';
import type { VNode } from 'preact';
import { RichText } from './rich-text.tsx';

type Cell = TableBlock['rows'][number][number];

function CellView({ of }: { of: Cell }): VNode {
  return of.type === 'rich_text' ? <RichText of={of} /> : <>{of.text}</>;
}

export function TableView({ of }: { of: TableBlock }): VNode {
  const [head = [], ...rows] = of.rows;
  const style = (column: number) => ({
    textAlign: of.column_settings?.[column]?.align ?? 'left',
    whiteSpace: of.column_settings?.[column]?.is_wrapped ? 'normal' : 'nowrap',
  });
  return (
    <div class="table-scroll">
      <table class="table">
        <thead>
          <tr>
            {head.map((cell, n) => (
              <th key={n} style={style(n)}>
                <CellView of={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, n) => (
            <tr key={n}>
              {row.map((cell, column) => (
                <td key={column} style={style(column)}>
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
