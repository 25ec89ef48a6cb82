import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { JournalRow } from '../../wire.ts';
import { useWorld } from '../state/store.ts';
import { gistOf, linksOf, troubleOf } from './kin.ts';

const HEIGHT = 28;
/** Rows drawn above and below what is seen. */
const SPARE = 12;

type Props = {
  rows: readonly JournalRow[];
  picked: number | null;
  kin: ReadonlySet<number>;
  onPick: (n: number) => void;
};

/** Where the list stands: it stays at the newest while one is there, and goes where what is picked is. */
function useScroll(rows: readonly JournalRow[], at: number) {
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(400);
  const atEnd = useRef(true);
  useLayoutEffect(() => {
    const grown = new ResizeObserver(() => setHeight(box.current?.clientHeight ?? 400));
    if (box.current) grown.observe(box.current);
    return () => grown.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (atEnd.current && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [rows, height]);
  const picked = rows[at]?.n;
  useLayoutEffect(() => {
    const { current } = box;
    if (at < 0 || !current) return;
    const above = at * HEIGHT < current.scrollTop;
    const below = (at + 1) * HEIGHT > current.scrollTop + current.clientHeight;
    if (above || below) current.scrollTop = at * HEIGHT - current.clientHeight / 2;
  }, [picked, height]);
  const onScroll = (): void => {
    const { current } = box;
    if (!current) return;
    atEnd.current = current.scrollHeight - current.scrollTop - current.clientHeight < HEIGHT;
    setTop(current.scrollTop);
  };
  return { box, top, height, onScroll };
}

/** A list of rows of one height, of which only those in sight are drawn. */
export function Rows({ rows, picked, kin, onPick }: Props): VNode {
  const at = rows.findIndex((row) => row.n === picked);
  const { box, top, height, onScroll } = useScroll(rows, at);
  const [hovered, setHovered] = useState<JournalRow | null>(null);
  const first = Math.max(0, Math.floor(top / HEIGHT) - SPARE);
  const seen = rows.slice(first, first + Math.ceil(height / HEIGHT) + 2 * SPARE);
  const links = new Set(hovered ? linksOf(hovered) : []);
  const isKin = (row: JournalRow): boolean => kin.has(row.n) || linksOf(row).some((link) => links.has(link));
  return (
    <div
      class="rows"
      ref={box}
      role="listbox"
      tabIndex={0}
      aria-label="Journal"
      aria-activedescendant={at < 0 ? undefined : `row-${picked}`}
      onKeyDown={(event) => move(event, rows, at, onPick)}
      onPointerLeave={() => setHovered(null)}
      onScroll={onScroll}
    >
      {rows.length === 0 && (
        <p class="rows-none" role="option" aria-disabled="true" aria-selected="false">
          Nothing that fits has travelled yet.
        </p>
      )}
      <div class="rows-all" role="presentation" style={{ height: `${rows.length * HEIGHT}px` }}>
        <div role="presentation" style={{ transform: `translateY(${first * HEIGHT}px)` }}>
          {seen.map((row, n) => (
            <Row
              key={row.n}
              row={row}
              place={`${first + n + 1}/${rows.length}`}
              isPicked={row.n === picked}
              isKin={isKin(row)}
              onPick={onPick}
              onHover={setHovered}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

const steps: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at) => at + 10,
  PageUp: (at) => at - 10,
  Home: () => 0,
  End: (_, count) => count - 1,
};

function move(event: KeyboardEvent, rows: readonly JournalRow[], at: number, onPick: (n: number) => void): void {
  const step = steps[event.key];
  if (!step || rows.length === 0) return;
  event.preventDefault();
  // With nothing picked one comes in from the newest.
  const wanted = at < 0 && event.key.startsWith('Arrow') ? rows.length - 1 : step(at, rows.length);
  const row = rows[Math.max(0, Math.min(rows.length - 1, wanted))];
  if (row) onPick(row.n);
}

type RowProps = {
  row: JournalRow;
  place: string;
  isPicked: boolean;
  isKin: boolean;
  onPick: (n: number) => void;
  onHover: (row: JournalRow) => void;
};

function Row({ row, place, isPicked, isKin, onPick, onHover }: RowProps): VNode {
  const who = useWorld((world) => world.people[row.as ?? '']?.name ?? row.as);
  const trouble = troubleOf(row);
  const [nth, count] = place.split('/');
  const marks = [isPicked && 'picked', isKin && 'kin', trouble && 'failed'].filter(Boolean).join(' ');
  return (
    <div
      id={`row-${row.n}`}
      class={`row ${marks}`}
      role="option"
      aria-selected={isPicked}
      aria-posinset={Number(nth)}
      aria-setsize={Number(count)}
      onClick={() => onPick(row.n)}
      onPointerEnter={() => onHover(row)}
    >
      <span class={`row-kind ${row.kind}`}>{row.kind}</span>
      <span class="row-name">{row.name}</span>
      {row.attempt !== undefined && row.attempt > 0 && <span class="row-mark">retry {row.attempt}</span>}
      {trouble && <span class="row-trouble">{trouble}</span>}
      <span class="row-gist">
        <bdi>{[who, gistOf(row)].filter(Boolean).join(' · ')}</bdi>
      </span>
      <span class="row-ms">{row.ms === null ? '…' : `${Math.round(row.ms)} ms`}</span>
      <time class="row-at">{new Date(row.at).toLocaleTimeString('en-GB')}</time>
    </div>
  );
}
