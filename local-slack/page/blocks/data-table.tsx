import type { DataTableBlock } from '@slack/types';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../frame/icons.tsx';
import type { Cell } from './cells.tsx';
import { CellView, numberIn, wordsIn } from './cells.tsx';
import { useReader } from './text.tsx';

type Row = Cell[];
type Order = { column: number; down: boolean } | null;

function compare(one: Cell | undefined, other: Cell | undefined, locale: string): number {
  const [a, b] = [numberIn(one), numberIn(other)];
  if (a !== null && b !== null) return a - b;
  return wordsIn(one).localeCompare(wordsIn(other), locale, { numeric: true });
}

function useRows(of: DataTableBlock) {
  const { locale } = useReader();
  const [order, setOrder] = useState<Order>(null);
  const [query, setQuery] = useState('');
  const [page, setPage] = useState(0);
  const [head = [], ...all] = of.rows;
  const wanted = query.trim().toLowerCase();
  const found = wanted ? all.filter((row) => row.some((cell) => wordsIn(cell).toLowerCase().includes(wanted))) : all;
  const sorted = order
    ? found.toSorted((a, b) => (order.down ? -1 : 1) * compare(a[order.column], b[order.column], locale))
    : found;
  const size = of.page_size ?? 5;
  const pages = Math.max(1, Math.ceil(sorted.length / size));
  const at = Math.min(page, pages - 1);
  /** Up, down, and as the app sent it. */
  const sort = (column: number): void => {
    if (order?.column !== column) setOrder({ column, down: false });
    else setOrder(order.down ? null : { column, down: true });
    setPage(0);
  };
  const look = (words: string): void => {
    setQuery(words);
    setPage(0);
  };
  const rows = sorted.slice(at * size, (at + 1) * size);
  return { head, rows, all, found, order, query, at, pages, size, sort, look, setPage };
}

export function DataTable({ of }: { of: DataTableBlock }): VNode {
  const data = useRows(of);
  const numeric = data.head.map((_, column) => data.all.every((row) => row[column]?.type === 'raw_number'));
  const look = (column: number): string => (numeric[column] ? 'to-right' : 'wrapped');
  const named = of.row_header_column_index ?? 0;
  return (
    <div class="data-table">
      {data.all.length > data.size && (
        <div class="data-find">
          <Icon name="search" size={16} />
          <input
            type="search"
            aria-label={`Search in ${of.caption}`}
            placeholder="Search"
            value={data.query}
            onInput={(event) => data.look(event.currentTarget.value)}
          />
        </div>
      )}
      <div class="table-scroll" role="region" aria-label={of.caption} tabIndex={0}>
        <table class="table">
          <caption>{of.caption}</caption>
          <thead>
            <tr>
              {data.head.map((cell, n) => (
                <Column key={n} of={cell} at={n} look={look(n)} order={data.order} onSort={data.sort} />
              ))}
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row, n) => (
              <DataRow key={n} of={row} named={named} look={look} />
            ))}
          </tbody>
        </table>
      </div>
      <Pager {...data} />
    </div>
  );
}

type ColumnProps = { of: Cell; at: number; look: string; order: Order; onSort: (column: number) => void };

function Column({ of, at, look, order, onSort }: ColumnProps): VNode {
  const sorted = order?.column === at ? order : null;
  return (
    <th scope="col" class={look} aria-sort={sorted ? (sorted.down ? 'descending' : 'ascending') : undefined}>
      <button
        type="button"
        class={`sort ${sorted ? 'on' : ''} ${sorted?.down ? 'down' : ''}`}
        onClick={() => onSort(at)}
      >
        <CellView of={of} />
        <Icon name="down" size={12} />
      </button>
    </th>
  );
}

function DataRow({ of, named, look }: { of: Row; named: number; look: (column: number) => string }): VNode {
  return (
    <tr>
      {of.map((cell, n) =>
        n === named ? (
          <th key={n} scope="row" class={look(n)}>
            <CellView of={cell} />
          </th>
        ) : (
          <td key={n} class={look(n)}>
            <CellView of={cell} />
          </td>
        ),
      )}
    </tr>
  );
}

type PagerProps = Pick<ReturnType<typeof useRows>, 'at' | 'pages' | 'size' | 'found' | 'setPage'>;

function Pager({ at, pages, size, found, setPage }: PagerProps): VNode {
  const from = at * size + 1;
  const to = Math.min(found.length, from + size - 1);
  return (
    <div class="pager">
      <span role="status">{found.length === 0 ? 'No rows' : `${from}–${to} of ${found.length}`}</span>
      {pages > 1 && (
        <>
          <button
            type="button"
            class="icon-button"
            aria-label="Previous page"
            title="Previous page"
            disabled={at === 0}
            onClick={() => setPage(at - 1)}
          >
            <span class="turned">
              <Icon name="right" size={16} />
            </span>
          </button>
          <button
            type="button"
            class="icon-button"
            aria-label="Next page"
            title="Next page"
            disabled={at === pages - 1}
            onClick={() => setPage(at + 1)}
          >
            <Icon name="right" size={16} />
          </button>
        </>
      )}
    </div>
  );
}
