import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Row } from './rows.ts';

const PAGE = 60; // rows that are drawn at first
const STEP = 20; // rows that come with every approach to an edge
const MOST = 120; // rows that are drawn at once
const NEAR = 700; // px from an edge
const END = 60; // px from the bottom that still count as being there

type Span = { first: string; last: string | null }; // keys; `last` null: down to the newest

export type ListWindow = {
  box: RefObject<HTMLDivElement | null>;
  start: number;
  shown: Row[];
  /** How many have come since one left the end. */
  missed: number;
  /** Far from the newest. */
  away: boolean;
  onScroll: () => void;
  toEnd: () => void;
  /** Brings a row to the middle; false when there is none of that key. */
  show: (key: string) => boolean;
};

function rowAt(box: HTMLElement, key: string): HTMLElement | null {
  return box.querySelector<HTMLElement>(`[data-ts="${CSS.escape(key)}"]`);
}

/** The first of these, which stand one under the other, that reaches below a line. */
function firstBelow(all: NodeListOf<HTMLElement>, line: number): HTMLElement | undefined {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.getBoundingClientRect().bottom ?? 0) > line) high = middle;
    else low = middle + 1;
  }
  return all[low];
}

function indexOf(rows: Row[], key: string, otherwise: number): number {
  const at = rows.findLastIndex((one) => one.key === key);
  return at < 0 ? otherwise : at;
}

type Spot = { box: RefObject<HTMLDivElement | null>; span: Span | null };

/** Remembers what one looks at, and brings it back to its place when something came or went around it. */
function usePlace({ box, span }: Spot) {
  const wanted = useRef<string | null>(null);
  const anchor = useRef<{ key: string; top: number } | null>(null);
  const keep = (): void => {
    const { current } = box;
    const top = current?.getBoundingClientRect().top ?? 0;
    const seen = current && firstBelow(current.querySelectorAll<HTMLElement>('[data-ts]'), top);
    anchor.current = seen ? { key: seen.dataset['ts'] ?? '', top: seen.getBoundingClientRect().top } : null;
  };
  const stay = (): void => {
    const { current } = box;
    if (!current) return;
    if (wanted.current) {
      rowAt(current, wanted.current)?.scrollIntoView({ block: 'center' });
    } else if (span) {
      const row = anchor.current && rowAt(current, anchor.current.key);
      if (row && anchor.current) current.scrollTop += row.getBoundingClientRect().top - anchor.current.top;
    } else {
      current.scrollTop = current.scrollHeight;
    }
  };
  const latest = useRef(stay);
  latest.current = stay;
  useEffect(() => {
    const grown = new ResizeObserver(() => latest.current());
    if (box.current) grown.observe(box.current);
    if (box.current?.firstElementChild) grown.observe(box.current.firstElementChild);
    return () => grown.disconnect();
  }, []);
  return { wanted, keep, stay };
}

function distance(box: HTMLElement): number {
  return box.scrollHeight - box.scrollTop - box.clientHeight;
}

/** Which rows to draw when one has come near an edge of what is drawn. */
function nextRange(box: HTMLElement, start: number, end: number, count: number): [number, number] | null {
  if (box.scrollTop < NEAR && start > 0) {
    const from = Math.max(0, start - STEP);
    return [from, Math.min(end, from + MOST)];
  }
  if (distance(box) >= NEAR || end >= count) return null;
  const to = Math.min(count, end + STEP);
  return [Math.max(start, to - MOST), to];
}

/**
 * Draws only the rows about where one looks. While one is at the end it stays there; elsewhere what one looks at stays in its place,
 * whatever comes or goes above it.
 */
export function useListWindow(rows: Row[], mine: boolean, older: (() => void) | null): ListWindow {
  const box = useRef<HTMLDivElement>(null);
  const [span, setSpan] = useState<Span | null>(null); // null: at the end
  const place = usePlace({ box, span });
  const start = span ? indexOf(rows, span.first, 0) : Math.max(0, rows.length - PAGE);
  const end = span?.last ? indexOf(rows, span.last, rows.length - 1) + 1 : rows.length;
  const newest = rows.at(-1)?.key ?? '';
  const seen = useRef(newest);
  const move = (from: number, to: number): void => {
    const last = to >= rows.length ? null : (rows[to - 1]?.key ?? null);
    setSpan({ first: rows[from]?.key ?? '', last });
  };
  /** Reads more where all that is there has been drawn. */
  const reach = (current: HTMLElement): void => {
    const next = nextRange(current, start, end, rows.length);
    if (next) move(...next);
    else if (current.scrollTop < NEAR && start === 0) older?.();
  };
  useLayoutEffect(() => {
    const came = newest !== seen.current;
    if (!span || (came && mine)) seen.current = newest;
    if (came && mine && span) return setSpan(null);
    place.stay();
    place.wanted.current = null;
    place.keep();
    const { current } = box;
    if (!current || current.clientHeight === 0) return;
    if (span) reach(current);
    else if (start === 0 && current.scrollHeight < current.clientHeight + NEAR) older?.();
  }, [rows, span]);
  const onScroll = (): void => {
    const { current } = box;
    if (!current) return;
    place.keep();
    if (distance(current) < END && end >= rows.length) {
      if (span) setSpan(null);
      return;
    }
    if (!span) move(start, end);
    else reach(current);
  };
  const show = (key: string): boolean => {
    const at = indexOf(rows, key, -1);
    if (at < 0) return false;
    place.wanted.current = key;
    move(Math.max(0, at - PAGE / 2), Math.min(rows.length, at + PAGE / 2));
    return true;
  };
  return {
    box,
    start,
    shown: rows.slice(start, end),
    missed: span ? rows.length - 1 - indexOf(rows, seen.current, rows.length - 1) : 0,
    away:
      span !== null && (end < rows.length || (box.current ? distance(box.current) > box.current.clientHeight : false)),
    onScroll,
    toEnd: () => setSpan(null),
    show,
  };
}
