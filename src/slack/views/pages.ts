import type { Button, KnownBlock } from '@slack/types';
import { context } from '../kit.ts';

type Page = {
  page: number;
  size: number;
  /** So many stand on it. */
  shown: number;
  /** It is not the last one. */
  more: boolean;
};
type Ways = {
  /** The first and the last on the page, counted from one. */
  range(from: number, to: number): string;
  /** The button to the page before it, and to the one after it. */
  back(page: number): readonly Button[];
  on(page: number): readonly Button[];
};

/** Where a page stands in its list, said only where there are others, and the ways to those beside it. */
export function pagesOf(
  { page, size, shown, more }: Page,
  { range, back, on }: Ways,
): { range: KnownBlock[]; steps: Button[] } {
  const first = page * size;
  return {
    range: shown > 0 && (page > 0 || more) ? [context(range(first + 1, first + shown))] : [],
    steps: [...(page > 0 ? back(page - 1) : []), ...(more ? on(page + 1) : [])],
  };
}
